"""Why a day is what it is: the sentence, the source, how hard and sure, the facts used and who gave them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from poortnormen.catalogus import catalogus
from poortnormen.feiten import FEITEN
from poortnormen.norm import Hardheid
from poortnormen.tijdlijn import Moment
from poortnormen.uitkomst import Onbekend, Stand, Uiterlijk
from poortnormen.uitwerking import Herkomst
from poortwijzer.dossiers.beelden import (
    Dossierbeeld,
    Feitbeeld,
    Knop,
    Knopsoort,
    Momentbeeld,
    Verzuimstand,
    Werklijstregel,
)
from poortwijzer.lib.datums import datum
from poortwijzer.lib.zinnen import met_hoofdletter, waarde, woord, zin
from poortwijzer.web import zekerheid
from poortwijzer.web.gegevens import in_woorden


@dataclass(frozen=True, slots=True, kw_only=True)
class Gegeven:
    """A fact that was used; `herkomst` says who gave it and when it was recorded."""

    naam: str
    waarde: str
    herkomst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarom:
    """Everything that opens under a day."""

    norm: str
    zin: str
    bron: str
    vindplaats: str
    hardheid: str
    zekerheid: str
    verschuiving: str
    wettelijke_dag: date | None
    gegevens: tuple[Gegeven, ...]
    ontbreekt: tuple[str, ...]
    mogelijk: tuple[str, ...]
    houdbaar_tot: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijn:
    """One row of the list of terms."""

    moment: Moment
    waarom: Waarom
    knoppen: tuple[Knop, ...]
    toon_streefdag: bool

    @property
    def is_advies(self) -> bool:
        """Whether the day is advice: nothing is late after it."""
        return self.moment.regel.hardheid is Hardheid.ADVIES

    @property
    def geldt(self) -> bool:
        """Whether the norm applies to this case, as far as is known."""
        return self.moment.status is not Stand.NIET_VAN_TOEPASSING


def termijnen(momenten: Iterable[Momentbeeld], feiten: Sequence[Feitbeeld]) -> tuple[Termijn, ...]:
    """Give the rows of the list of terms, each with its why."""
    in_gebruik = [(feit, _gegeven(feit)) for feit in reversed(feiten) if _staat(feit)]
    return tuple(
        Termijn(
            moment=beeld.moment,
            waarom=_waarom(beeld, in_gebruik),
            knoppen=beeld.knoppen,
            toon_streefdag=bool(
                beeld.moment.streefdag
                and beeld.moment.streefdag != beeld.moment.uiterste_dag
                and beeld.moment.gedaan_op is None
                and not beeld.moment.is_informatief
                and not beeld.moment.gegevens.is_extern  # others act; there is nothing to aim at
            ),
        )
        for beeld in momenten
    )


def nu_te_doen(beeld: Dossierbeeld) -> Werklijstregel | None:
    """Give the heaviest task that this actor can do on a page of its own; else the heaviest that waits."""
    doenlijk = (taak for taak in beeld.taken if taak.knop.soort is not Knopsoort.OPEN_DOSSIER)
    return next(doenlijk, beeld.nu_te_doen)


def laatste_spreekuur(beeld: Dossierbeeld) -> str:
    """Say how long ago the bedrijfsarts spoke the employee (PRG-4-4 asks for regular talks and names no number).

    Nothing when no talk is recorded that this actor may see, or when the employee has recovered.
    """
    gehouden = [
        date.fromisoformat(str(feit.waarde["gehouden_op"]))
        for feit in beeld.feiten
        if feit.naam == "consulten" and feit.vervangen_door is None and isinstance(feit.waarde, dict)
    ]
    geweest = [dag for dag in gehouden if dag <= beeld.peildatum]
    if not geweest or beeld.verzuimstand is Verzuimstand.HERSTELD:
        return ""
    dagen = (beeld.peildatum - max(geweest)).days
    if dagen == 0:
        return _("vandaag spreekuur")
    return ngettext("%(n)s dag geen spreekuur", "%(n)s dagen geen spreekuur", dagen) % {"n": dagen}


def vraag(feitnaam: str) -> str:
    """Give the question that asks for a fact, or its name in words when it is not one of the core's facts."""
    return FEITEN[feitnaam].vraag if feitnaam in FEITEN else woord(feitnaam)


def _waarom(beeld: Momentbeeld, feiten: Sequence[tuple[Feitbeeld, Gegeven]]) -> Waarom:
    moment = beeld.moment
    norm = catalogus().normen[moment.norm]
    return Waarom(
        norm=moment.norm,
        zin=zin(moment.uitleg) or norm.tekst,
        bron=beeld.bron,
        vindplaats=beeld.vindplaats,
        hardheid=str(beeld.hardheid),
        zekerheid=zekerheid.in_woorden(norm.zekerheid),
        verschuiving=_verschuiving(norm.schuift),
        wettelijke_dag=moment.wettelijke_dag,
        gegevens=tuple(_gegevens(moment, feiten)),
        ontbreekt=tuple(vraag(naam) for naam in moment.ontbreekt),
        mogelijk=tuple(_bij_elk_antwoord(moment)),
        houdbaar_tot=moment.houdbaar_tot,
    )


def _bij_elk_antwoord(moment: Moment) -> Iterator[str]:
    """Say of a moment that is not known what it becomes at each answer, in the order of the core."""
    if moment.status is not Stand.ONBEKEND or not isinstance(moment.uitkomst, Onbekend):
        return
    for antwoord, inhoud in moment.uitkomst.mogelijk:
        dan = waarde(inhoud.dag if isinstance(inhoud, Uiterlijk) else inhoud)
        yield _("Bij “%(antwoord)s”: %(dan)s.") % {"antwoord": woord(antwoord), "dan": dan}
    for antwoord in moment.uitkomst.geldt_niet_bij:
        yield _("Bij “%(antwoord)s”: geldt hier niet.") % {"antwoord": woord(antwoord)}


def _verschuiving(schuift: bool | None) -> str:  # noqa: FBT001  # the answer of a norm, passed on
    if schuift is None:
        return ""
    return _("de laatste dag schuift op naar de volgende werkdag") if schuift else _("de laatste dag schuift niet op")


def _gegevens(moment: Moment, feiten: Sequence[tuple[Feitbeeld, Gegeven]]) -> Iterator[Gegeven]:
    namen = feitnamen(moment.norm)
    return (gegeven for feit, gegeven in feiten if feit.naam in namen and _telt_mee(feit, namen))


def _gegeven(feit: Feitbeeld) -> Gegeven:
    """Write a fact in words: once, for all the terms that rest on it."""
    herkomst = _("van %(gever)s, vastgelegd op %(dag)s")
    return Gegeven(
        naam=met_hoofdletter(woord(feit.naam)),
        waarde=in_woorden(feit.naam, feit.waarde),
        herkomst=herkomst % {"gever": woord(feit.gever), "dag": datum(feit.vastgelegd_op)},
    )


def _staat(feit: Feitbeeld) -> bool:
    return feit.vervangen_door is None and feit.waarde is not None


def _telt_mee(feit: Feitbeeld, namen: frozenset[str]) -> bool:
    """Tell whether a document counts: only of the kinds from which one of these facts follows."""
    if feit.naam != "stukken" or not isinstance(feit.waarde, dict):
        return True
    soorten = {FEITEN[naam].uit_stuk for naam in namen if naam in FEITEN}
    return soorten == {""} or feit.waarde.get("soort") in soorten


@cache
def feitnamen(norm_id: str) -> frozenset[str]:
    """Give the facts on which a norm rests, also through the norms that it asks; documents by the name `stukken`."""
    uitwerking = catalogus().uitgewerkt(norm_id)
    if uitwerking is None:
        return frozenset()
    namen: set[str] = set()
    for argument in uitwerking.argumenten:
        if argument.herkomst is Herkomst.UITKOMST:
            namen |= feitnamen(argument.sleutel)
        elif argument.sleutel in FEITEN:
            namen |= {argument.sleutel, "stukken"} if FEITEN[argument.sleutel].uit_stuk else {argument.sleutel}
    return frozenset(namen)
