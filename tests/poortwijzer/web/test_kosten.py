"""Money, help and placement: the ledger adds up, and each point says what holds and what does not."""

from datetime import timedelta

import pytest
from django.urls import reverse
from lxml import html

from poortwijzer.dossiers.actions import leg_feit_vast
from poortwijzer.dossiers.queries import werklijst
from poortwijzer.lib.datums import datum
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

BLAD = "poortwijzer.dossiers.queries.kostenblad.kostenbeeld"


def bladzijde(client, dossier):
    antwoord = client.get(reverse("web:kosten", args=[dossier.kenmerk]))
    assert antwoord.status_code == 200
    return html.document_fromstring(antwoord.content)


def tekst(element) -> str:
    return " ".join(element.text_content().split())


def punten(blad, norm: str) -> list[tuple[str, str]]:
    return [(li.get("data-uitkomst"), tekst(li)) for li in blad.xpath(f"//li[@data-norm='{norm}']")]


def dag(dagen: int) -> str:
    return (vandaag() + timedelta(days=dagen)).isoformat()


@pytest.fixture
def leg_vast(dossier, actor):
    def doe(naam, waarde, rol=Rol.CASEMANAGER):
        dossier.refresh_from_db()
        return leg_feit_vast(dossier=dossier, actor=actor(rol), naam=naam, waarde=waarde)

    return doe


@pytest.mark.norm("BKP-9-61", waar=BLAD)
@pytest.mark.norm("BKP-9-62", waar=BLAD)
@pytest.mark.norm("BKP-9-63", waar=BLAD)
def test_het_overzicht_telt_op_wie_wat_betaalde(dossier, als, leg_vast):
    post = {"gemaakt_op": dag(-3), "soort": "vervoer", "bedrag_centen": 100_000, "betaald_door": "werkgever"}
    leg_vast("kostenposten", {**post, "vergoed_centen": 30_000, "vergoed_door": "zorgverzekering"})
    leg_vast(
        "kostenposten",
        {**post, "soort": "scholing", "bedrag_centen": 5_050, "betaald_door": "werknemer"},
        Rol.WERKNEMER,
    )
    blad = bladzijde(als(Rol.WERKNEMER), dossier)
    lijst = [tekst(deel) for deel in blad.xpath("//dl[1]/dt | //dl[1]/dd")]

    assert dict(zip(lijst[::2], lijst[1::2], strict=True)) == {
        "Alle kosten": "€ 1.050,50",
        "Vergoed": "€ 300,00",
        "Voor de werkgever": "€ 700,00",
        "Voor de werknemer": "€ 50,50",
    }
    assert sorted(uitkomst for uitkomst, _ in punten(blad, "BKP-9-61")) == ["ja", "nee"]
    assert [uitkomst for uitkomst, _ in punten(blad, "BKP-9-62")] == ["nee"]
    assert "€ 700,00" in punten(blad, "BKP-9-63")[0][1]


@pytest.mark.norm("BKP-9-64", waar=BLAD)
@pytest.mark.norm("BKP-9-65", waar=BLAD)
def test_wat_niet_mag_wordt_gezegd_als_het_gebeurde(dossier, als, leg_vast):
    client = als(Rol.CASEMANAGER)
    assert punten(bladzijde(client, dossier), "BKP-9-64") == []
    leg_vast("is_aanvullende_verzekering_geeist", waarde=True, rol=Rol.WERKNEMER)
    afspraak = {"afgesproken_op": dag(-3), "bedrag_centen": 100_000, "is_alleen_als_traject_slaagt": False}
    leg_vast("terugbetaalafspraken", afspraak)
    blad = bladzijde(client, dossier)

    assert [uitkomst for uitkomst, _ in punten(blad, "BKP-9-64")] == ["nee"]
    assert [uitkomst for uitkomst, _ in punten(blad, "BKP-9-65")] == ["nee"]


@pytest.mark.norm("BKP-11-03", waar=BLAD)
@pytest.mark.norm("BKP-9-66", waar=BLAD)
@pytest.mark.norm("BKP-9-67", waar=BLAD)
@pytest.mark.norm("BKP-11-07", waar=BLAD)
@pytest.mark.norm("BKP-11-09", waar=BLAD)
def test_bij_een_tijdelijk_contract_staan_de_grens_en_wat_ertegenover_staat(dossier, als, leg_vast):
    leg_vast("dienstverband", {"begin": "2020-01-01", "einde": dag(40)})
    besluit = {"besloten_op": dag(0), "kosten_centen": 80_000, "nog_te_betalen_loon_centen": 100_000}
    leg_vast("kostenbesluiten", besluit)
    blad = bladzijde(als(Rol.CASEMANAGER), dossier)

    assert "40 dagen" in punten(blad, "BKP-11-03")[0][1]
    assert [uitkomst for uitkomst, _ in punten(blad, "BKP-11-05")] == ["nee"]
    assert "€ 700,00" in punten(blad, "BKP-11-06")[0][1]
    assert "€ 1.000,00" in punten(blad, "BKP-9-67")[0][1]
    assert [uitkomst for uitkomst, _ in punten(blad, "BKP-9-66")] == ["onbekend"]
    # A possibility, and no duty: no shortcoming, and nothing in the work list.
    ((uitkomst, zin),) = punten(blad, "BKP-11-07")
    assert uitkomst == "niet_van_toepassing"
    assert "Het hoeft niet." in zin


@pytest.mark.norm("BKP-6-16", waar=BLAD)
def test_hulp_die_niet_loopt_vraagt_om_bijsturen(dossier, als, leg_vast):
    client = als(Rol.CASEMANAGER)
    assert "nog niet vastgelegd dat iemand keek" in tekst(bladzijde(client, dossier))
    controle = {"gehouden_op": dag(-1), "van": "re-integratiebedrijf", "loopt_goed": False}
    leg_vast("begeleidingscontroles", {**controle, "signaal": "hulp_doet_te_weinig"}, Rol.WERKNEMER)
    blad = bladzijde(client, dossier)
    assert f"Het laatst bekeken op {datum(vandaag() - timedelta(days=1))}." in tekst(blad)
    assert [uitkomst for uitkomst, _ in punten(blad, "BKP-6-16")] == ["nee"]

    leg_vast("begeleidingscontroles", {**controle, "gehouden_op": dag(0), "bijsturing": "vervangen"})
    assert [uitkomst for uitkomst, _ in punten(bladzijde(client, dossier), "BKP-6-16")] == ["nee", "ja"]


@pytest.mark.norm("BKP-9-30", waar=BLAD)
@pytest.mark.norm("BKP-9-24", waar=BLAD)
def test_na_een_mislukt_traject_moeten_plan_en_analyse_opnieuw(dossier, als, leg_vast):
    leg_vast("mislukte_trajecten", {"gestopt_op": dag(-2), "was_inzet_goed": True})
    leg_vast("begeleidingsbehoefte", {"vastgesteld_op": dag(-2), "is_nodig": True, "geregeld": "alleen_ondersteuning"})
    blad = bladzijde(als(Rol.WERKNEMER), dossier)

    assert [uitkomst for uitkomst, _ in punten(blad, "BKP-9-30")] == ["nee"]
    assert [uitkomst for uitkomst, _ in punten(blad, "BKP-9-24")] == ["nee"]


@pytest.mark.norm("BKP-9-19", waar=BLAD)
@pytest.mark.norm("BKP-9-20", waar="poortwijzer.dossiers.queries.werklijst.werklijst")
@pytest.mark.norm("BKP-9-32", waar=BLAD)
def test_werk_voor_weinig_uren_komt_na_drie_maanden_in_het_werk(dossier, als, leg_vast, actor):
    begonnen = vandaag() - timedelta(days=80)
    leg_vast("herplaatsing", {"begonnen_op": begonnen.isoformat(), "uren_per_week": 8, "wil_werknemer": False})
    leg_vast("detacheringen", {"vanaf": dag(-5), "tot_en_met": dag(30)})
    leg_vast("dienstverband", {"begin": "2020-01-01", "einde": dag(20)})

    taken = [regel.norm for regel in werklijst(actor(Rol.CASEMANAGER)).regels]
    assert "BKP-9-20" in taken
    blad = bladzijde(als(Rol.WERKNEMER), dossier)
    assert [uitkomst for uitkomst, _ in punten(blad, "BKP-9-19")] == ["nee"]
    assert [uitkomst for uitkomst, _ in punten(blad, "BKP-9-32")] == ["nee"]

    leg_vast("herplaatsingsevaluaties", {"gehouden_op": dag(0), "keuze": "doorgaan"})
    assert "BKP-9-20" not in [regel.norm for regel in werklijst(actor(Rol.CASEMANAGER)).regels]
