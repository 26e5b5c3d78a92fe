"""A fact of several parts is told in a sentence, with every part that was filled in."""

import dataclasses
from datetime import date
from fractions import Fraction

import pytest

from poortnormen.feiten import FEITEN
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.reintegratie import (
    Deskundigenoordeel,
    Functieoordeel,
    Functieoverzicht,
    Kostenbesluit,
    Uitvoerder,
    Werkvoorstel,
)
from poortnormen.feiten.stukken import Afschrift, Ontvanger, Stuk, Stuksoort
from poortnormen.feiten.uwv import Toetsbesluit, Verlengingsbesluit
from poortnormen.feiten.verzuim import Hervatting, Werk
from poortwijzer.web.feitzinnen import ZINNEN, in_een_zin

SAMENGESTELD = sorted(soort.naam for soort in FEITEN.values() if dataclasses.is_dataclass(soort.type))
DAG = date(2026, 3, 24)


@pytest.mark.parametrize("naam", SAMENGESTELD)
def test_elk_deel_van_elk_feit_heeft_woorden(naam: str):
    assert {deel.veld for deel in ZINNEN[naam]} == {veld.name for veld in dataclasses.fields(FEITEN[naam].type)}


@pytest.mark.parametrize(
    ("naam", "waarde", "zin"),
    [
        ("stukken", Stuk(soort=Stuksoort.EVALUATIE, opgesteld_op=DAG, heeft_visie_werkgever=True,
                         heeft_visie_werknemer=False),
         "Evaluatie van di 24 maart 2026, met de visie van de werkgever, zonder de visie van de werknemer."),
        ("afschriften", Afschrift(soort=Stuksoort.REINTEGRATIEVERSLAG, ontvanger=Ontvanger.UWV, verstrekt_op=DAG),
         "Re-integratieverslag: afschrift voor UWV op di 24 maart 2026."),
        ("hervattingen", Hervatting(vanaf=DAG, uren_per_week=Fraction(5, 2), werk=Werk.EIGEN),
         "Vanaf di 24 maart 2026, 2,5 uur per week, eigen werk."),
        ("dienstverband", Dienstverband(begin=DAG), "Begonnen op di 24 maart 2026, geen laatste dag bekend."),
        ("verlengingsbesluit", Verlengingsbesluit(besluit_op=DAG), "Besluit van di 24 maart 2026, geen langer loon."),
        ("toetsbesluit", Toetsbesluit(besluit_op=DAG, is_loonsanctie=True, einde=DAG),
         "Besluit van di 24 maart 2026, met een loonsanctie tot en met di 24 maart 2026."),
        ("functieoverzicht", Functieoverzicht(opgesteld_op=DAG, functies=(
            Functieoordeel(functie="huismeester", is_passend=False), Functieoordeel(functie="receptie"))),
         "Overzicht van di 24 maart 2026: huismeester past niet; receptie is nog niet beoordeeld."),
        ("werkvoorstellen", Werkvoorstel(gedaan_op=DAG, werk="planner", is_aanvaard=False,
                                         is_afwijzing_onderbouwd=False),
         "Voorstel van di 24 maart 2026: planner, de werkgever wees het af, zonder genoeg redenen."),
        ("deskundigenoordelen", Deskundigenoordeel(gevraagd_op=DAG, gevraagd_door=Uitvoerder.WERKGEVER),
         "Gevraagd op di 24 maart 2026 door de werkgever, bij: UWV."),
        ("kostenbesluiten", Kostenbesluit(besloten_op=DAG, kosten_centen=150000),
         "Besluit van di 24 maart 2026: € 1.500,00."),
        ("werkdagen", ("ma", "di"), "ma en di"),
        ("is_vangnetter", True, "ja"),
        ("stukken", None, "niet bekend"),
    ],
)  # fmt: skip
def test_wat_is_vastgelegd_staat_er_als_zin(naam: str, waarde: object, zin: str):
    assert in_een_zin(naam, waarde) == zin
