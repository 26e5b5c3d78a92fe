"""Vanaf welke dag een deel van een dossier weg moet, en waarom; het schema staat als gegevens in de bron privacy."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import TypeVar

from poortnormen.beoordeling import Beoordeling
from poortnormen.bron import PAKKET
from poortnormen.catalogus import Catalogus
from poortnormen.tijd import Jaren, Maanden, dagen_later, jaren_later, maanden_later
from poortnormen.uitkomst import Onbekend, Uitkomst, Vastgesteld

T = TypeVar("T", Jaren, Maanden)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaarregel:
    """De termijn van één deel: de norm, de grondslag, waar zij begint, en of een organisatie mag afwijken.

    `voorrang` noemt een norm die voorgaat als zij een dag geeft.
    """

    onderdeel: str
    naam: str
    norm: str
    termijn: str
    grondslag: str
    begint: str
    begint_uit: str
    korter: bool
    langer: bool
    voorrang: str = ""

    def mag_worden(self, jaren: Jaren, *, gewoon: Jaren) -> bool:
        """Of een organisatie, met een motivering, deze termijn mag kiezen in plaats van de gewone."""
        return jaren == gewoon or (self.korter if jaren < gewoon else self.langer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaaroordeel:
    """Vanaf welke dag een deel weg moet; zonder dag blijft het.

    `ontbreekt` noemt de feiten die nodig zijn om de dag te weten. `na_te_gaan` noemt feiten die een latere dag zouden
    kunnen geven: met de gewone termijn gaat het deel weg, en een mens kijkt daar eerst naar.
    """

    norm: str
    uitkomst: Uitkomst
    weg_vanaf: date | None
    ontbreekt: tuple[str, ...] = ()
    na_te_gaan: tuple[str, ...] = ()

    def moet_weg(self, peildatum: date) -> bool:
        """Of het deel op deze dag niet meer bewaard mag worden."""
        return self.weg_vanaf is not None and self.weg_vanaf <= peildatum


@lru_cache(maxsize=1)
def bewaarschema() -> Mapping[str, Bewaarregel]:
    """Het schema, per deel."""
    tekst = files(PAKKET).joinpath("privacy", "bewaarschema.toml").read_text(encoding="utf-8")
    ruw = tomllib.loads(tekst)
    return MappingProxyType({deel: Bewaarregel(onderdeel=deel, **regel) for deel, regel in ruw.items()})


def gewone_termijn(catalogus: Catalogus, onderdeel: str, peildatum: date) -> Jaren:
    """De termijn van een deel volgens de bron, op deze dag.

    Raises:
        KeyError: als het schema het deel niet kent.
        ValueError: als de bron op die dag geen termijn heeft.
    """
    return _termijn(catalogus, bewaarschema()[onderdeel].termijn, peildatum, Jaren)


def blokkade_opnieuw_bekijken_op(catalogus: Catalogus, laatst_bekeken_op: date) -> date:
    """De dag waarop iemand opnieuw kijkt of een dossier nog moet worden vastgehouden (AVG-AP-8).

    Raises:
        ValueError: als de bron op die dag geen termijn heeft.
    """
    return maanden_later(
        laatst_bekeken_op, _termijn(catalogus, "blokkade_opnieuw_bekijken", laatst_bekeken_op, Maanden)
    )


def _termijn(catalogus: Catalogus, naam: str, dag: date, soort: type[T]) -> T:
    rij = catalogus.waarden[naam].op(dag)
    if rij is None or not isinstance(rij.waarde, soort):
        raise ValueError(f"Op {dag} heeft de bron geen waarde voor {naam}.")
    return rij.waarde


def bewaaroordeel(
    catalogus: Catalogus, beoordeling: Beoordeling, onderdeel: str, *, eigen_termijn: Jaren | None = None
) -> Bewaaroordeel:
    """Zeg vanaf welke dag een deel weg moet; `eigen_termijn` is die van de organisatie, als zij afwijkt.

    De norm met voorrang telt als zij een latere dag geeft. Weten wij niet of zij geldt, dan telt de gewone termijn en
    staat in `na_te_gaan` waar het van afhangt.
    """
    regel = bewaarschema()[onderdeel]
    uitkomst = beoordeling.uitkomst(regel.norm)
    laatste = _dag(uitkomst)
    if laatste is None:
        ontbreekt = uitkomst.ontbreekt if isinstance(uitkomst, Onbekend) else ()
        return Bewaaroordeel(norm=regel.norm, uitkomst=uitkomst, weg_vanaf=None, ontbreekt=ontbreekt)
    if eigen_termijn is not None:
        begin, gewoon = _begin(regel, beoordeling), gewone_termijn(catalogus, onderdeel, beoordeling.peildatum)
        # Een latere dag dan de gewone komt van een conflict, en die blijft staan.
        is_opgeschoven = laatste > jaren_later(begin, gewoon)
        laatste = max(jaren_later(begin, eigen_termijn), laatste if is_opgeschoven else date.min)
    norm = regel.norm
    na_te_gaan: tuple[str, ...] = ()
    if regel.voorrang:
        voorrang = beoordeling.uitkomst(regel.voorrang)
        na_te_gaan = voorrang.ontbreekt if isinstance(voorrang, Onbekend) else ()
        if (langer := _dag(voorrang)) is not None and langer > laatste:
            norm, uitkomst, laatste = regel.voorrang, voorrang, langer
    return Bewaaroordeel(norm=norm, uitkomst=uitkomst, weg_vanaf=dagen_later(laatste, 1), na_te_gaan=na_te_gaan)


def eerste_dag_die_blijft(catalogus: Catalogus, peildatum: date) -> date:
    """De eerste dag waarvan de regels in het logboek nog moeten blijven; van eerdere dagen mogen zij weg."""
    termijn = gewone_termijn(catalogus, "logboek", peildatum)
    dag = jaren_later(peildatum, Jaren(-termijn.aantal))
    # Alleen rond een schrikkeldag scheelt het een dag.
    while jaren_later(dagen_later(dag, -1), termijn) >= peildatum:
        dag = dagen_later(dag, -1)
    return dag


def _dag(uitkomst: Uitkomst) -> date | None:
    return uitkomst.waarde if isinstance(uitkomst, Vastgesteld) and isinstance(uitkomst.waarde, date) else None


def _begin(regel: Bewaarregel, beoordeling: Beoordeling) -> date:
    naam, _, veld = regel.begint_uit.partition(".")
    waarde = beoordeling.beeld[naam].waarde
    begin = getattr(waarde, veld) if veld else waarde
    assert isinstance(begin, date)  # noqa: S101  # de norm gaf een dag, en die telt vanaf dit begin
    return begin
