"""Willekeurige dossiers voor eigenschapstoetsen: elk feit dat de kern kent, met waarden die samen kunnen."""

import dataclasses
import typing
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from hypothesis import strategies as st

from poortnormen.dossier import Dossier, Feit, controleer_feiten
from poortnormen.feiten import FEITEN, Feitsoort
from poortnormen.feiten.verzuim import Hersteldmelding, Verlof, Ziekmelding
from poortnormen.omzetting import veldsoorten, zonder_none

EERSTE, LAATSTE = date(2022, 1, 1), date(2026, 6, 30)
# Deze feiten hangen onderling samen en worden apart gemaakt.
SAMENHANGEND = {"ziekmeldingen", "hersteldmeldingen", "verloven"}
LOSSE_FEITEN = tuple(soort for soort in FEITEN.values() if not soort.is_afgeleid and soort.naam not in SAMENHANGEND)
NAMEN_VAN_NORMEN = ("PRG-2-2", "PRG-4-1", "WIA-25-3", "ZW-38-1")


def dagen_rond(dag: date, voor: int = 60, na: int = 900) -> st.SearchStrategy[date]:
    """Een dag van vlak voor een eerste ziektedag tot ruim na het einde van de wachttijd."""
    return st.integers(-voor, na).map(lambda aantal: dag + timedelta(days=aantal))


def waarden(soort: object, rond: date) -> st.SearchStrategy[typing.Any]:
    """Een waarde van een type dat in feiten voorkomt."""
    kern, mag_leeg = zonder_none(soort)
    strategie = _gevuld(kern, rond)
    return st.none() | strategie if mag_leeg else strategie


def _gevuld(kern: object, rond: date) -> st.SearchStrategy[typing.Any]:
    if typing.get_origin(kern) is tuple:
        return st.lists(waarden(typing.get_args(kern)[0], rond), max_size=3).map(tuple)
    assert isinstance(kern, type)
    if dataclasses.is_dataclass(kern):
        velden = {naam: waarden(veld, rond) for naam, veld in veldsoorten(kern).items()}
        return st.fixed_dictionaries(velden).map(_op_volgorde).map(lambda gegevens: kern(**gegevens))
    if issubclass(kern, StrEnum):
        return st.sampled_from(list(kern))
    kale: dict[type, st.SearchStrategy[typing.Any]] = {
        bool: st.booleans(),
        date: dagen_rond(rond),
        int: st.integers(0, 60),
        str: st.sampled_from(("", *NAMEN_VAN_NORMEN, "omdat het niet anders kon")),
        Fraction: st.integers(0, 160).map(lambda kwarten: Fraction(kwarten, 4)),
    }
    return kale[kern]


def _op_volgorde(gegevens: dict[str, typing.Any]) -> dict[str, typing.Any]:
    """Een begin ligt voor een einde."""
    for eerst, laatst in (("begin", "einde"), ("vanaf", "tot_en_met")):
        paar = [gegevens.get(eerst), gegevens.get(laatst)]
        if all(isinstance(dag, date) for dag in paar):
            gegevens[eerst], gegevens[laatst] = sorted(paar)
    return gegevens


@st.composite
def verzuim(draw: st.DrawFn, eerste_ziektedag: date | None = None) -> list[object]:
    """Ziek- en hersteldmeldingen die elkaar afwisselen, en soms verlof."""
    dag = eerste_ziektedag or draw(st.dates(EERSTE, LAATSTE))
    delen: list[object] = [Ziekmelding(eerste_ziektedag=dag)]
    for _ in range(draw(st.integers(0, 2))):
        dag += timedelta(days=draw(st.integers(1, 300)))
        delen.append(Hersteldmelding(hersteld_op=dag))
        if draw(st.booleans()):
            break
        dag += timedelta(days=draw(st.sampled_from([0, 1, 26, 27, 28, 29, 90])))
        delen.append(Ziekmelding(eerste_ziektedag=dag))
    if draw(st.integers(0, 4)) == 0:
        vanaf = draw(dagen_rond(dag, 30, 400))
        weken = draw(st.none() | st.integers(10, 26))
        delen.append(Verlof(vanaf=vanaf, tot_en_met=None if weken is None else vanaf + timedelta(weeks=weken, days=-1)))
    return delen


def _naam_van(waarde: object) -> str:
    return next(soort.naam for soort in FEITEN.values() if soort.is_meervoud and isinstance(waarde, soort.type))


@st.composite
def dossiers(draw: st.DrawFn, *, hoogstens: int = 12, eerste_ziektedag: date | None = None) -> Dossier:
    """Een dossier met verzuim en een handvol andere feiten; het is altijd te lezen."""
    delen = draw(verzuim(eerste_ziektedag))
    ziek = delen[0]
    assert isinstance(ziek, Ziekmelding)
    rond = ziek.eerste_ziektedag
    feiten = [_feit(draw, FEITEN[_naam_van(deel)], deel, rond) for deel in delen]
    namen = draw(st.lists(st.sampled_from(LOSSE_FEITEN), max_size=hoogstens))
    feiten += [_feit(draw, soort, draw(waarden(soort.type, rond)), rond) for soort in namen]
    feiten = [dataclasses.replace(feit, id=f"f{nummer}") for nummer, feit in enumerate(feiten)]
    return Dossier(kenmerk="willekeurig", feiten=tuple(_zonder_strijd(feiten)))


def _feit(draw: st.DrawFn, soort: Feitsoort, waarde: object, rond: date) -> Feit:
    op = None if soort.op_uit else draw(st.none() | dagen_rond(rond))
    return Feit(
        naam=soort.naam,
        waarde=waarde,
        op=op,
        vastgelegd_op=draw(dagen_rond(rond)),
        gever=soort.gevers[0],
        motivering=draw(st.sampled_from(["", "Zo is het gegaan."])),
    )


def _zonder_strijd(feiten: list[Feit]) -> Iterator[Feit]:
    """Laat weg wat niet samen kan, tot alles samen kan."""
    over = list(feiten)
    while fouten := controleer_feiten(over):
        plaatsen = {int(fout.pad.split("[")[1].split("]")[0]) for fout in fouten}
        over = [feit for nummer, feit in enumerate(over) if nummer not in plaatsen]
    return iter(over)
