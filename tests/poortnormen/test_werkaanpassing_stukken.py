"""Eigenschappen van de stukken: zij gaan heel naar JSON en terug, en een nieuwe ronde begint zonder oude akkoorden."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poortnormen.bronnen.werkaanpassing.aanvraag import Aanvraag, Voorbereiding
from poortnormen.bronnen.werkaanpassing.afspraak import Organisatieafspraak
from poortnormen.bronnen.werkaanpassing.evaluatie import Afronding, BijeenkomstB4, GesprekB5
from poortnormen.bronnen.werkaanpassing.knelpunten import Hoofdtaak, Knelpunt, Knelpuntenformulier, Werkzaamheid
from poortnormen.bronnen.werkaanpassing.oplossingen import Keuzeformulier, Oplossing, Plan, Urenregel
from poortnormen.bronnen.werkaanpassing.regels.evaluatie import overgenomen
from poortnormen.bronnen.werkaanpassing.regels.keuze import aantal_gekozen, gekozen, wie_kiest
from poortnormen.bronnen.werkaanpassing.regels.knelpunten import (
    onderbouwing_prioriteit,
    rangorde,
    voorgestelde_volgorde,
)
from poortnormen.bronnen.werkaanpassing.regels.zicht import is_vrijgegeven, zicht
from poortnormen.bronnen.werkaanpassing.soorten import Rol, Variant
from poortnormen.omzetting import lees_waarde, schrijf_waarde
from poortnormen.werkaanpassing import casus

STUKKEN = (
    Aanvraag, Voorbereiding, Organisatieafspraak, Knelpuntenformulier, Keuzeformulier, Plan, BijeenkomstB4, GesprekB5,
    Afronding,
)  # fmt: skip
GETAL = st.integers(0, 400).map(lambda kwartieren: Fraction(kwartieren, 4))


@st.composite
def formulieren(draw: st.DrawFn, variant: Variant = Variant.WERKNEMER) -> Knelpuntenformulier:
    knelpunten = draw(
        st.lists(
            st.builds(
                Knelpunt,
                id=st.uuids().map(str),
                tekst=st.text(max_size=10),
                frequentie=st.one_of(st.none(), st.integers(1, 4)),
                ernst=st.one_of(st.none(), st.integers(1, 3)),
                prioriteit=st.one_of(st.none(), st.integers(1, 9)),
            ),
            max_size=8,
        )
    )
    werk = Werkzaamheid(naam="werk", knelpunten=tuple(knelpunten))
    taak = Hoofdtaak(naam="taak", uren_per_week=draw(st.one_of(st.none(), GETAL)), werkzaamheden=(werk,))
    return Knelpuntenformulier(variant=variant, hoofdtaken=(taak,))


@pytest.mark.parametrize("soort", STUKKEN, ids=lambda soort: soort.__name__)
def test_een_leeg_stuk_gaat_heel_naar_json_en_terug(soort: Any) -> None:
    verplicht = {
        Aanvraag: {"op": "2026-03-02", "door": "werknemer", "toepassing": "structureel", "aanleiding": "verzuim"},
        Knelpuntenformulier: {"variant": "werknemer"},
        BijeenkomstB4: {"partij": "werknemer", "op": "2026-04-01"},
        GesprekB5: {"partij": "werknemer", "op": "2026-05-01"},
    }
    stuk = lees_waarde(verplicht.get(soort, {}), soort, "stuk")

    assert lees_waarde(schrijf_waarde(stuk), soort, "stuk") == stuk


@given(formulieren())
def test_een_knelpuntenformulier_gaat_heel_naar_json_en_terug(formulier: Knelpuntenformulier) -> None:
    assert lees_waarde(schrijf_waarde(formulier), Knelpuntenformulier, "stuk") == formulier


def test_de_casus_gaat_heel_naar_json_en_terug() -> None:
    for stuk in (casus.knelpunten(), casus.oplossingen(), casus.plan()):
        assert lees_waarde(schrijf_waarde(stuk), type(stuk), "stuk") == stuk


@given(st.permutations(range(1, 8)))
def test_elke_volgorde_van_een_tot_n_is_goed(rangen: list[int]) -> None:
    assert list(rangorde((str(plek), rang) for plek, rang in enumerate(rangen))) == []


@given(st.lists(st.one_of(st.none(), st.integers(-1, 6)), max_size=6))
def test_elke_andere_reeks_heeft_een_bevinding(rangen: list[int | None]) -> None:
    is_goed = sorted(rang for rang in rangen if rang is not None) == list(range(1, len(rangen) + 1))

    assert bool(list(rangorde((str(plek), rang) for plek, rang in enumerate(rangen)))) is not is_goed


@given(formulieren())
def test_wie_het_voorstel_volgt_wijkt_niet_af(formulier: Knelpuntenformulier) -> None:
    volgorde = [id_ for groep in voorgestelde_volgorde(formulier=formulier) for id_ in groep]
    rang = {id_: nummer for nummer, id_ in enumerate(volgorde, 1)}
    gevolgd = lees_waarde(
        _met_rang(schrijf_waarde(formulier), rang), Knelpuntenformulier, "stuk"
    )  # het voorstel overgenomen
    assert isinstance(gevolgd, Knelpuntenformulier)

    assert len(volgorde) == sum(bool(deel.frequentie and deel.ernst) for deel in formulier.knelpunten())
    assert list(onderbouwing_prioriteit(formulier=gevolgd)) == []


def _met_rang(ruw: Any, rang: dict[str, int]) -> Any:
    for taak in ruw["hoofdtaken"]:
        for werk in taak["werkzaamheden"]:
            for knelpunt in werk["knelpunten"]:
                knelpunt["prioriteit"] = rang.get(knelpunt["id"])
    return ruw


@given(st.lists(st.lists(st.sampled_from(Rol), max_size=4, unique=True), max_size=6))
def test_zonder_beide_partijen_is_er_geen_keuze(akkoorden: list[list[Rol]]) -> None:
    oplossingen = [
        Oplossing(id=str(nummer), tekst="t", aangedragen_door=Rol.WERKNEMER, akkoord=tuple(akkoord))
        for nummer, akkoord in enumerate(akkoorden)
    ]

    for oplossing in oplossingen:
        assert gekozen(oplossing) is ({Rol.WERKNEMER, Rol.LEIDINGGEVENDE} <= set(oplossing.akkoord))


@pytest.mark.norm("WAP-B5-03", waar="poortnormen.bronnen.werkaanpassing.regels.evaluatie.overgenomen")
def test_een_nieuwe_ronde_begint_zonder_vrijgave_en_akkoord_en_laat_de_oude_heel() -> None:
    ruw = schrijf_waarde(casus.knelpunten())
    assert isinstance(ruw, dict)
    for knelpunt in ruw["hoofdtaken"][0]["werkzaamheden"][0]["knelpunten"]:
        knelpunt |= {"vrijgave": "akkoord", "vrijgave_door": "werknemer", "akkoord": ["werknemer", "leidinggevende"]}
    oud = lees_waarde(ruw, Knelpuntenformulier, "stuk")
    assert isinstance(oud, Knelpuntenformulier)

    nieuw = overgenomen(oud)

    assert [deel.tekst for deel in nieuw.knelpunten()] == [deel.tekst for deel in oud.knelpunten()]
    assert not any(is_vrijgegeven(deel) or deel.akkoord or deel.prioriteit for deel in nieuw.knelpunten())
    assert zicht(formulier=nieuw, lezer=Rol.LEIDINGGEVENDE, gesprek_3_begonnen=True) == ()
    assert all(is_vrijgegeven(deel) for deel in oud.knelpunten())


@pytest.mark.norm("WAP-7.3-13", waar="poortnormen.bronnen.werkaanpassing.oplossingen.Urenregel")
def test_drie_keer_zes_uur_is_achttien_uur_waarvan_zes_beeldscherm() -> None:
    uren = Urenregel(dagen_per_week=3, uren_per_dag=Fraction(6), beeldscherm_uren_per_dag=Fraction(2))

    assert (uren.uren_per_week, uren.beeldscherm_uren_per_week, uren.overige_uren_per_week) == (18, 6, 12)
    zonder = Urenregel(dagen_per_week=3, uren_per_dag=Fraction(6))
    assert (zonder.beeldscherm_uren_per_week, zonder.overige_uren_per_week) == (None, None)


@pytest.mark.norm("WAP-7.3-09", waar="poortnormen.bronnen.werkaanpassing.regels.keuze.aantal_gekozen")
def test_alles_van_de_casus_kiezen_is_meer_dan_bedoeld() -> None:
    ruw = schrijf_waarde(casus.oplossingen())
    assert isinstance(ruw, dict)
    for rij in ruw["waarderingen"]:
        for oplossing in rij["oplossingen"]:
            oplossing["akkoord"] = ["werknemer", "leidinggevende"]
    formulier = lees_waarde(ruw, Keuzeformulier, "stuk")
    assert isinstance(formulier, Keuzeformulier)

    (bevinding,) = aantal_gekozen(formulier=formulier, oplossingen_hoogstens=3)

    assert bevinding.gegevens == {"aantal": 7, "hoogstens": 3}
    assert list(wie_kiest(formulier=formulier)) == []
