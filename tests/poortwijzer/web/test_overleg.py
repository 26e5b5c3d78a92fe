"""Between the parties: each asks and answers in the own name, stuck is seen, and the way out is shown with who acts."""

from datetime import timedelta

import pytest
from django.urls import reverse
from lxml import html

from poortnormen.feiten.overleg import PLICHTEN
from poortwijzer.dossiers.access import GeenToegang, NietGevonden
from poortwijzer.dossiers.actions import leg_feit_vast
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.een_database("sqlite")

WERKNEMERSPLICHTEN = {
    "aangepast_eigen_werk": "BKP-9-53",
    "ander_werk_in_bedrijf": "BKP-9-54",
    "zoeken_bij_andere_werkgever": "BKP-9-55",
    "redelijke_voorschriften": "BKP-9-56",
    "meewerken_aan_herstel": "BKP-9-57",
    "meedoen_aan_plan": "BKP-9-58",
    "scholing_en_maatregelen": "BKP-9-59",
}
PLICHTENLIJST = "poortnormen.feiten.overleg.PLICHTEN"


def bladzijde(client, dossier, naam="overleg"):
    antwoord = client.get(reverse(f"web:{naam}", args=[dossier.kenmerk]))
    assert antwoord.status_code == 200
    return html.document_fromstring(antwoord.content)


def tekst(element) -> str:
    return " ".join(element.text_content().split())


def punten(blad, norm: str) -> list[tuple[str, str]]:
    return [(li.get("data-uitkomst"), tekst(li)) for li in blad.xpath(f"//li[@data-norm='{norm}']")]


@pytest.fixture
def leg_vast(dossier, actor):
    """Give a function that records a fact as the employer or, when asked, as the employee."""

    def doe(naam, waarde, rol=Rol.CASEMANAGER):
        dossier.refresh_from_db()
        return leg_feit_vast(dossier=dossier, actor=actor(rol), naam=naam, waarde=waarde)

    return doe


def dag(dagen: int) -> str:
    return (vandaag() + timedelta(days=dagen)).isoformat()


def vraag(door: str, plicht: str, **meer):
    return {"gedaan_op": dag(-10), "door": door, "plicht": plicht, "tekst": "Wilt u dit doen?", **meer}


@pytest.mark.norm("BKP-9-04", waar="poortwijzer.dossiers.queries.overlegblad.overlegbeeld")
def test_de_werknemer_antwoordt_zelf_en_de_werkgever_ziet_dat(dossier, als, leg_vast):
    leg_vast("aansporingen", vraag("werkgever", "meedoen_aan_plan", uiterlijk_op=dag(4)))
    client = als(Rol.WERKNEMER)
    (rij,) = bladzijde(client, dossier).xpath("//li[@data-stand]")
    assert rij.get("data-stand") == "wacht_op_antwoord"
    (adres,) = rij.xpath(".//a[contains(@href, 'aansporingantwoorden')]/@href")
    formulier = html.document_fromstring(client.get(adres).content)
    assert formulier.xpath("//select[@name='aansporing_van']/option[@selected]/@value") == [dag(-10)]

    velden = {
        "gegeven_op": dag(0),
        "aansporing_van": dag(-10),
        "door": "werknemer",
        "doet_mee": "nee",
        "tekst": "Ik wil eerst weten wat het inhoudt.",
    }
    assert client.post(adres, velden)["Location"] == reverse("web:overleg", args=[dossier.kenmerk])

    blad = bladzijde(als(Rol.CASEMANAGER), dossier)
    (rij,) = blad.xpath("//li[@data-stand]")
    assert rij.get("data-stand") == "doet_niet_mee"
    assert "Ik wil eerst weten wat het inhoudt." in tekst(rij)
    assert "Een deskundigenoordeel kan verder helpen" in tekst(blad)


@pytest.mark.norm("BKP-5-41", waar="poortwijzer.dossiers.queries.overlegblad.overlegbeeld")
@pytest.mark.norm("BKP-10-04", waar="poortwijzer.dossiers.queries.overlegblad.overlegbeeld")
def test_wie_aan_zet_is_staat_erbij(dossier, als, leg_vast):
    assert "kan verder helpen" not in tekst(bladzijde(als(Rol.WERKNEMER), dossier))

    leg_vast("aansporingen", vraag("werknemer", "passend_werk_aanbieden", uiterlijk_op=dag(-1)), Rol.WERKNEMER)
    blad = bladzijde(als(Rol.WERKNEMER), dossier)
    (wie,) = blad.xpath("//p[@data-norm='BKP-10-04']")
    assert "Nu kan de werknemer zelf een deskundigenoordeel vragen." in tekst(wie)
    assert "een vraag om mee te doen bleef zonder gevolg" in tekst(blad.xpath("//p[@data-norm='BKP-5-41']")[0])

    leg_vast("deskundigenoordelen", {"gevraagd_op": dag(0), "gevraagd_door": "werknemer"}, Rol.WERKNEMER)
    (wie,) = bladzijde(als(Rol.WERKNEMER), dossier).xpath("//p[@data-norm='BKP-10-04']")
    assert "De uitkomst is er nog niet." in tekst(wie)


@pytest.mark.norm("BKP-10-01", waar="poortwijzer.web.views.overleg.overleg")
@pytest.mark.norm("BKP-10-06", waar="poortwijzer.web.views.overleg.overleg")
@pytest.mark.norm("BKP-10-03", waar="poortwijzer.web.views.overleg.overleg")
def test_welke_vragen_een_deskundigenoordeel_beantwoordt_en_wie_het_geeft(dossier, als, leg_vast):
    blad = bladzijde(als(Rol.WERKNEMER), dossier)
    assert [li.get("data-vraag") for li in blad.xpath("//li[@data-vraag]")] == [
        "eigen_werk",
        "aangeboden_werk_passend",
        "passend_werk_in_bedrijf",
        "inspanningen_werkgever",
        "inspanningen_werknemer",
    ]
    ander = {"gevraagd_op": dag(0), "gevraagd_door": "werkgever", "vraag": "eigen_werk", "bij": "iemand_anders"}
    leg_vast("deskundigenoordelen", ander)
    blad = bladzijde(als(Rol.CASEMANAGER), dossier)
    ((uitkomst, zin),) = punten(blad, "BKP-10-03")
    assert uitkomst == "nee"
    assert "van UWV, of van de deskundige die de cao aanwijst" in zin
    assert "eigen werk kan doen" in punten(blad, "BKP-10-01")[0][1]


def test_de_uitkomst_over_de_inspanningen_is_over_te_nemen_in_de_toets(dossier, als, leg_vast):
    verzoek = {"gevraagd_op": dag(-20), "gevraagd_door": "werkgever", "vraag": "inspanningen_werkgever"}
    leg_vast("deskundigenoordelen", verzoek)
    client = als(Rol.CASEMANAGER)
    assert not bladzijde(client, dossier).xpath("//a[contains(@href, 'zijn_inspanningen_voldoende')]")

    leg_vast("oordeeluitkomsten", {"gegeven_op": dag(-1), "verzoek_van": dag(-20), "is_ja": False})
    blad = bladzijde(client, dossier)
    assert blad.xpath("//a[contains(@href, 'zijn_inspanningen_voldoende')]")


@pytest.mark.norm("BW7-629-3", waar="poortwijzer.dossiers.queries.overlegblad.overlegbeeld")
@pytest.mark.norm("BW7-629-6", waar="poortwijzer.dossiers.queries.overlegblad.overlegbeeld")
def test_de_werknemer_ziet_waarom_het_loon_stopt_en_wat_te_doen(dossier, als, leg_vast):
    stop = {"soort": "stop", "vanaf": dag(-3), "grond": "c", "vermoed_op": dag(-5), "geweigerde_uren": 4}
    wacht = {"soort": "opschorting", "vanaf": dag(-2), "is_voorschrift_schriftelijk": False}
    leg_vast("loonmaatregelen", stop)
    leg_vast("loonmaatregelen", wacht)
    blad = bladzijde(als(Rol.WERKNEMER), dossier)

    assert any("passend werk geweigerd" in zin for _, zin in punten(blad, "BW7-629-3"))
    assert any("ook als het om een deel van de uren gaat" in zin for _, zin in punten(blad, "BW7-629-3c"))
    assert [uitkomst for uitkomst, _ in punten(blad, "BW7-629-6")] == ["nee"]
    assert "vraag een deskundigenoordeel" in tekst(blad)
    assert not blad.xpath("//a[contains(@href, '/loonmaatregelen/')]")  # the employer's to record


@pytest.mark.norm("BKP-6-09", waar="poortwijzer.dossiers.queries.overlegblad.overlegbeeld")
@pytest.mark.norm("BKP-6-12", waar="poortwijzer.dossiers.queries.overlegblad.overlegbeeld")
def test_doorvragen_kan_tot_beiden_overtuigd_zijn(dossier, als, leg_vast, actor):
    leg_feit_vast(dossier=dossier, actor=actor(Rol.BEDRIJFSARTS), naam="heeft_mogelijkheden", waarde=False)
    blad = bladzijde(als(Rol.WERKNEMER), dossier)
    assert [uitkomst for uitkomst, _ in punten(blad, "BKP-6-12")] == ["onbekend"]

    leg_vast("is_werknemer_overtuigd", waarde=False, rol=Rol.WERKNEMER)
    blad = bladzijde(als(Rol.CASEMANAGER), dossier)
    assert [uitkomst for uitkomst, _ in punten(blad, "BKP-6-12")] == ["nee"]
    assert blad.xpath("//a[contains(@href, 'nieuwe_probleemanalyse_gevraagd_op')]")


@pytest.mark.norm("BKP-9-53", waar=PLICHTENLIJST)
@pytest.mark.norm("BKP-9-54", waar=PLICHTENLIJST)
@pytest.mark.norm("BKP-9-55", waar=PLICHTENLIJST)
@pytest.mark.norm("BKP-9-56", waar=PLICHTENLIJST)
@pytest.mark.norm("BKP-9-57", waar=PLICHTENLIJST)
@pytest.mark.norm("BKP-9-58", waar=PLICHTENLIJST)
@pytest.mark.norm("BKP-9-59", waar=PLICHTENLIJST)
@pytest.mark.parametrize(("plicht", "norm"), WERKNEMERSPLICHTEN.items())
def test_de_werkgever_kan_de_werknemer_op_elke_plicht_aanspreken(plicht, norm, dossier, als, leg_vast):
    leg_vast("aansporingen", vraag("werkgever", plicht))
    blad = bladzijde(als(Rol.WERKNEMER), dossier)

    (rij,) = blad.xpath("//li[@data-stand]")
    assert rij.xpath(f".//a[contains(@href, '{norm}/')]")
    (uitleg,) = blad.xpath(f"//li[@data-plicht='{plicht}']")
    assert uitleg.xpath(f".//a[contains(@href, '{norm}/')]")
    assert "dan kan het loon stoppen" in tekst(uitleg)


def test_een_plicht_van_de_werkgever_stopt_geen_loon():
    van_werkgever = [gegevens for gegevens in PLICHTEN.values() if gegevens.van == "werkgever"]
    assert len(van_werkgever) == 4
    assert not any(gegevens.grond or gegevens.kan_opschorten for gegevens in van_werkgever)


@pytest.mark.parametrize("rol", [Rol.LEIDINGGEVENDE, Rol.BEDRIJFSARTS, Rol.ARBODIENST, Rol.RE_INTEGRATIEBEDRIJF])
def test_het_is_tussen_de_twee_partijen(dossier, als, actor, rol):
    for naam in ("overleg", "kosten"):
        assert als(rol).get(reverse(f"web:{naam}", args=[dossier.kenmerk])).status_code in {403, 404}
    with pytest.raises((GeenToegang, NietGevonden)):
        leg_feit_vast(
            dossier=dossier, actor=actor(rol), naam="aansporingen", waarde=vraag("werkgever", "meedoen_aan_plan")
        )


def test_een_medisch_woord_in_een_vraag_wordt_genoemd_voordat_het_blijft(dossier, als):
    adres = reverse("web:feit", args=[dossier.kenmerk, "aansporingen"])
    velden = {
        "gedaan_op": dag(0),
        "door": "werkgever",
        "plicht": "meedoen_aan_plan",
        "tekst": "Vanwege uw depressie vragen wij u op gesprek.",
        "uiterlijk_op": "",
        "waarschuwt_voor_loon": "",
    }
    antwoord = als(Rol.CASEMANAGER).post(adres, velden)

    assert antwoord.status_code in {200, 422}
    assert "depressie" in antwoord.content.decode()
    assert not bladzijde(als(Rol.CASEMANAGER), dossier).xpath("//li[@data-stand]")


def test_wie_op_een_deskundigenoordeel_wacht_legt_de_uitkomst_vast_en_vraagt_het_niet_nog_eens(dossier, als, leg_vast):
    leg_vast("aansporingen", vraag("werkgever", "aangepast_eigen_werk"))
    leg_vast("aansporingantwoorden", {"aansporing_van": dag(-10), "gegeven_op": dag(-5), "door": "werknemer",
                                      "doet_mee": False}, rol=Rol.WERKNEMER)  # fmt: skip
    client = als(Rol.CASEMANAGER)
    kaart = "//section[contains(@class, 'now')]"
    assert [tekst(a) for a in bladzijde(client, dossier).xpath(f"{kaart}/a")] == ["Leg vast dat het is gevraagd"]

    leg_vast("deskundigenoordelen", {"gevraagd_op": dag(-1), "gevraagd_door": "werkgever", "bij": "uwv"})
    blad = bladzijde(client, dossier)

    (knop,) = blad.xpath(f"{kaart}/a")
    assert tekst(knop) == "Leg de uitkomst vast"
    assert client.get(knop.get("href")).status_code == 200
    assert tekst(blad.xpath(f"{kaart}//h2")[0]) == "Het wachten is op het deskundigenoordeel"
