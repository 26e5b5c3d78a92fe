"""De catalogus: alle bronnen, normen, waarden en uitwerkingen, gecontroleerd en op volgorde gezet."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from types import MappingProxyType
from typing import TypeVar

from poortnormen.beoordeling import Beoordeling
from poortnormen.bron import Bron, Catalogusfout, Inhoud, lees_bronnen, versie_van
from poortnormen.dossier import Dossier
from poortnormen.feiten import FEITEN
from poortnormen.feiten.stukken import Stuksoort
from poortnormen.feitenbeeld import Feitenbeeld
from poortnormen.klaarzetten import zet_klaar
from poortnormen.norm import BEPALINGEN, Bepaling, Momentgegevens, Norm
from poortnormen.uitkomst import Uitkomst, Vastgesteld
from poortnormen.uitwerking import Argument, Herkomst, Reeks, Staat, Uitwerking
from poortnormen.waarden import Waardenreeks

W = TypeVar("W")
# De uitwerking die zegt vanaf welke dag stukken bij dit verzuim horen.
BEGIN_VERZUIM = "eerste_ziektedag"
_PLEK = re.compile(r"{([a-z_0-9]+)[^}]*}")


@dataclass(frozen=True, eq=False)
class Catalogus:
    """Alle normen met hun bron, waarden en uitwerking; `versie` verandert als een norm, waarde of regel verandert.

    `vast` zijn de uitkomsten die van geen feit en geen dag afhangen: die zijn bij elk dossier dezelfde.
    """

    bronnen: Mapping[str, Bron]
    normen: Mapping[str, Norm]
    waarden: Mapping[str, Waardenreeks]
    uitwerkingen: Mapping[str, Uitwerking]
    namen: Mapping[str, str]
    vast: Mapping[str, Reeks]
    versie: str

    def beoordeel(
        self,
        dossier: Dossier,
        peildatum: date,
        *,
        bekend_op: date | None = None,
        alleen: Iterable[str] | None = None,
        gesteld: Mapping[str, Reeks] = MappingProxyType({}),
    ) -> Beoordeling:
        """Werk alle normen uit, of `alleen` deze met wat zij nodig hebben; wat is `gesteld` wordt niet uitgerekend."""
        beeld = Feitenbeeld(dossier, peildatum, bekend_op)
        staat: Staat = dict(self.vast)
        begin = self.namen.get(BEGIN_VERZUIM)
        for id_, uitwerking in self._stappen(None if alleen is None else frozenset(alleen)):
            reeks = staat[id_] = gesteld.get(id_) or uitwerking.voer_uit(beeld, staat)
            if id_ == begin:
                beeld.begin_verzuim(*_dag(reeks.uitkomsten[0]))
        return Beoordeling(dossier, peildatum, bekend_op, self.versie, staat, beeld)

    @lru_cache(maxsize=64)  # noqa: B019  # er is één catalogus per proces
    def _stappen(self, alleen: frozenset[str] | None) -> tuple[tuple[str, Uitwerking], ...]:
        nodig = set(self.uitwerkingen if alleen is None else alleen)
        for id_, uitwerking in reversed(tuple(self.uitwerkingen.items())):
            if id_ in nodig:
                nodig |= _steunt_op(uitwerking, self.namen)
        return tuple((id_, u) for id_, u in self.uitwerkingen.items() if id_ in nodig and id_ not in self.vast)

    def uitgewerkt(self, norm_id: str) -> Uitwerking | None:
        """De uitwerking van een norm, ook als een andere norm hetzelfde zegt en daar is uitgewerkt."""
        return self.uitwerkingen.get(self.normen[norm_id].gelijk_aan or norm_id)


@lru_cache(maxsize=1)
def catalogus() -> Catalogus:
    """Lees de catalogus, één keer per proces.

    Raises:
        Catalogusfout: als bronnen, normen, waarden of uitwerkingen niet kloppen.
    """
    inhoud = lees_bronnen()
    return bouw(inhoud, BEPALINGEN.values())


def bouw(inhoud: Iterable[Inhoud], bepalingen: Iterable[Bepaling]) -> Catalogus:
    """Zet gelezen bronnen en uitwerkingen bijeen, en controleer of zij bij elkaar passen.

    Raises:
        Catalogusfout: met de norm en wat er mis is.
    """
    inhoud, bepalingen = tuple(inhoud), tuple(bepalingen)
    bronnen = {deel.bron.map: deel.bron for deel in inhoud}
    normen = _uniek(((norm.id, norm) for deel in inhoud for norm in deel.normen), "norm")
    waarden = _uniek(((reeks.naam, reeks) for deel in inhoud for reeks in deel.waarden), "waarde")
    namen = _uniek(((bepaling.naam, bepaling.norm_id) for bepaling in bepalingen), "uitwerking")
    _controleer_namen(namen, waarden)
    uitwerkingen = _op_volgorde(bepalingen, normen, namen, waarden)
    for norm in normen.values():
        _controleer_norm(norm, normen, namen, waarden, uitwerkingen.get(norm.id))
    return Catalogus(bronnen, normen, waarden, uitwerkingen, namen, _vaste(uitwerkingen), versie_van(inhoud))


def _vaste(uitwerkingen: Mapping[str, Uitwerking]) -> Staat:
    """De uitkomsten die bij elk dossier en op elke dag dezelfde zijn."""
    beeld = Feitenbeeld(Dossier(kenmerk=""), date.min, None)
    vast: Staat = {}
    for id_, uitwerking in uitwerkingen.items():
        if uitwerking.is_tijdloos and all(argument.sleutel in vast for argument in uitwerking.uitkomsten):
            vast[id_] = uitwerking.voer_uit(beeld, vast)
    return vast


def _uniek(paren: Iterable[tuple[str, W]], soort: str) -> dict[str, W]:
    uniek: dict[str, W] = {}
    for naam, ding in paren:
        if naam in uniek:
            raise Catalogusfout(f"De {soort} {naam} komt twee keer voor.")
        uniek[naam] = ding
    return uniek


def _controleer_namen(namen: Mapping[str, str], waarden: Mapping[str, Waardenreeks]) -> None:
    onderdelen = {soort.onderdeel for soort in FEITEN.values() if soort.onderdeel}
    for eerste, tweede in ((FEITEN, namen), (FEITEN, waarden), (namen, waarden), (dict.fromkeys(onderdelen), namen)):
        if dubbel := set(eerste) & set(tweede):
            raise Catalogusfout(f"Deze naam wijst twee dingen aan: {', '.join(sorted(dubbel))}.")


def _op_volgorde(
    bepalingen: Iterable[Bepaling],
    normen: Mapping[str, Norm],
    namen: Mapping[str, str],
    waarden: Mapping[str, Waardenreeks],
) -> dict[str, Uitwerking]:
    klaar: dict[str, Uitwerking] = {}
    for bepaling in bepalingen:
        if bepaling.norm_id not in normen:
            raise Catalogusfout(f"{bepaling.naam} werkt {bepaling.norm_id} uit, en die norm bestaat niet.")
        try:
            klaar[bepaling.norm_id] = zet_klaar(bepaling, normen[bepaling.norm_id], namen, waarden)
        except ValueError as fout:
            raise Catalogusfout(f"{bepaling.norm_id} ({bepaling.naam}): {fout}") from fout
    kring = TopologicalSorter({id_: sorted(_steunt_op(uitwerking, namen)) for id_, uitwerking in sorted(klaar.items())})
    try:
        return {id_: klaar[id_] for id_ in kring.static_order()}
    except CycleError as fout:
        raise Catalogusfout(f"Deze normen steunen in een kring op elkaar: {' > '.join(fout.args[1])}.") from fout


def _steunt_op(uitwerking: Uitwerking, namen: Mapping[str, str]) -> set[str]:
    steunt = {a.sleutel for a in uitwerking.argumenten if a.herkomst is Herkomst.UITKOMST}
    if uitwerking.norm.geldt_naar in namen:
        steunt.add(namen[uitwerking.norm.geldt_naar])
    if BEGIN_VERZUIM in namen and any(_is_uit_stuk(argument) for argument in uitwerking.argumenten):
        steunt.add(namen[BEGIN_VERZUIM])
    return steunt


def _is_uit_stuk(argument: Argument) -> bool:
    return argument.herkomst is Herkomst.FEIT and bool(FEITEN[argument.sleutel].uit_stuk)


def _dag(uitkomst: Uitkomst) -> tuple[date | None, date | None]:
    dag = uitkomst.waarde if isinstance(uitkomst, Vastgesteld) else None
    return (dag if isinstance(dag, date) else None), uitkomst.houdbaar_tot


def _controleer_norm(
    norm: Norm,
    normen: Mapping[str, Norm],
    namen: Mapping[str, str],
    waarden: Mapping[str, Waardenreeks],
    uitwerking: Uitwerking | None,
) -> None:
    if norm.gelijk_aan and (norm.gelijk_aan not in normen or uitwerking is not None):
        raise Catalogusfout(f"{norm.id}: gelijk_aan wijst naar een bestaande norm en sluit een eigen uitwerking uit.")
    if norm.termijn and norm.termijn not in waarden:
        raise Catalogusfout(f"{norm.id}: de termijn '{norm.termijn}' is geen waarde.")
    if norm.herstel is not None and norm.herstel.feit not in FEITEN:
        raise Catalogusfout(f"{norm.id}: '{norm.herstel.feit}' in herstel is geen feit.")
    if norm.herstel is not None and (norm.herstel.feit == "stukken") is not (norm.herstel.stuk in set(Stuksoort)):
        raise Catalogusfout(f"{norm.id}: herstel met een stuk noemt welk stuk.")
    if norm.moment is not None:
        _controleer_moment(norm.id, norm.moment, namen, uitwerking)
    if uitwerking is None:
        return
    if not norm.uitleg and not norm.uitleg_bij:
        raise Catalogusfout(f"{norm.id} is uitgewerkt en heeft dus een uitleg nodig.")
    bekend = {argument.naam for argument in uitwerking.argumenten} | {"uitkomst"}
    plekken = set(_PLEK.findall(" ".join([norm.uitleg, *norm.uitleg_bij.values()])))
    if vreemd := plekken - bekend:
        raise Catalogusfout(f"{norm.id}: de uitleg noemt {', '.join(sorted(vreemd))}, en dat is geen argument.")
    heel = {argument.naam for argument in uitwerking.argumenten if argument.wil_uitkomst}
    if genoemd := plekken & heel:
        raise Catalogusfout(
            f"{norm.id}: de uitleg noemt {', '.join(sorted(genoemd))}, en dat is een hele uitkomst en geen waarde."
        )


def _controleer_moment(
    norm_id: str, moment: Momentgegevens, namen: Mapping[str, str], uitwerking: Uitwerking | None
) -> None:
    if uitwerking is None:
        raise Catalogusfout(f"{norm_id} staat op de tijdlijn en heeft dus een uitwerking nodig.")
    for naam in (moment.gedaan, moment.vroegst):
        if naam and naam not in FEITEN and naam not in namen:
            raise Catalogusfout(f"{norm_id}: '{naam}' in moment is geen feit en geen uitkomst.")
    if moment.gedaan and moment.gedaan_door:
        raise Catalogusfout(f"{norm_id}: moment.gedaan zegt al waardoor het moment is gedaan; laat gedaan_door weg.")
    if moment.gedaan_door and moment.gedaan_door not in {*FEITEN, *Stuksoort}:
        raise Catalogusfout(f"{norm_id}: '{moment.gedaan_door}' in moment.gedaan_door is geen feit en geen soort stuk.")
    for veld in ("oordeel", "uitgebleven"):
        naam = getattr(moment, veld)
        if naam and (naam not in FEITEN or FEITEN[naam].type is not bool):
            raise Catalogusfout(f"{norm_id}: '{naam}' in moment.{veld} is geen feit met ja of nee.")
