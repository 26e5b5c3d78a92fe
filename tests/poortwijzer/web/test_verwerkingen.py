"""The register of processing: complete, true to the policy, of the own organisation, and for who guards it."""

import csv
import io
import json
import zipfile

import pytest
from django.urls import reverse

from poortwijzer.accounts import demo
from poortwijzer.accounts.models import Contract, Organisatie
from poortwijzer.audit.models import Auditregel
from poortwijzer.dossiers.actions import kies_bewaartermijn
from poortwijzer.dossiers.queries.verwerkingen import verwerkingsregister
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.doelen import Gegevensklasse
from poortwijzer.toegang.organisaties import Organisatiesoort
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.verwerkingen import MAATREGELEN, VERWERKINGEN

WAAR = "poortwijzer.dossiers.queries.verwerkingen.verwerkingsregister"
LEZERS = [rol for rol in Rol if mag(rol, Handeling.INZIEN, Deel.VERWERKINGEN)]
pytestmark = [pytest.mark.usefixtures("dossier"), pytest.mark.een_database("sqlite")]


def rijen(inhoud: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(inhoud.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.norm("AVG-30-1", waar=WAAR)
def test_het_register_heeft_alles_wat_artikel_30_vraagt(als):
    """Who answers for it, why, about whom, what, who receives it, abroad, how long and how it is kept safe."""
    antwoord = als(Rol.WERKGEVER).get(reverse("web:verwerkingen_bestand", args=["verwerkingen"]))

    register = rijen(antwoord.content)
    assert antwoord["Content-Type"].startswith("text/csv")
    assert "no-store" in antwoord["Cache-Control"]
    verwacht = [rij for rij in VERWERKINGEN if Organisatiesoort.WERKGEVER in rij.verantwoordelijk]
    assert [rij["verwerking"] for rij in register] == [str(rij.titel) for rij in verwacht]
    fg = next(persoon for persoon in demo.PERSONEN if persoon.rol is Rol.PRIVACY_OFFICER)
    per_naam = {rij["verwerking"]: rij for rij in register}
    verzuim, delen = per_naam["Ziekmelding en verzuim"], per_naam["Delen met anderen, met toestemming"]
    assert "artikel 6, eerste lid, onder c" in verzuim["grondslag"]
    assert "artikel 9, tweede lid, onder b" in verzuim["waarom gezondheidsgegevens mogen"]
    assert "artikel 6, eerste lid, onder a" in delen["grondslag"]
    assert "artikel 9, tweede lid, onder a" in delen["waarom gezondheidsgegevens mogen"]
    assert per_naam["Logboek en toezicht"]["waarom gezondheidsgegevens mogen"] == "geen gezondheidsgegevens"
    for rij in register:
        assert rij["verantwoordelijke"] == demo.WERKGEVER.naam
        assert rij["functionaris gegevensbescherming"].startswith(f"{fg.naam} (")
        for kolom, waarde in rij.items():
            assert waarde or kolom == "andere ontvangers", f"{rij['verwerking']}: {kolom}"
        assert all(str(maatregel) in rij["beveiliging"] for maatregel in MAATREGELEN)


@pytest.mark.norm("AVG-30-1", waar=WAAR)
@pytest.mark.parametrize("rol", LEZERS)
def test_hoe_de_verantwoordelijke_te_bereiken_is_staat_erin_zodra_iemand_dat_invult(rol, als, actor):
    """Article 30 of the AVG asks the contact details; nobody invents them, so an empty register says so."""
    organisatie = Organisatie.objects.filter(pk=actor(rol).organisatie_id)
    organisatie.update(adres="", email="", telefoon="")
    bestand, blad = reverse("web:verwerkingen_bestand", args=["verwerkingen"]), reverse("web:verwerkingen_contact")
    assert {rij["contactgegevens"] for rij in rijen(als(rol).get(bestand).content)} == {"nog niet ingevuld"}
    assert "nog niet ingevuld" in als(rol).get(reverse("web:verwerkingen")).content.decode()

    for fout in ({"adres": " ", "email": "post@kade.example"}, {"adres": "Kade 1", "email": "geen adres"}):
        antwoord = als(rol).post(blad, fout)
        assert antwoord.status_code == 422
        assert fout["email"] in antwoord.content.decode(), "what was typed stays"
        assert organisatie.get().adres == ""
    goed = {"adres": "Kade 1, 1234 AB Delft", "email": "post@kade.example", "telefoon": ""}
    assert als(rol).post(blad, goed).status_code == 302

    assert {rij["contactgegevens"] for rij in rijen(als(rol).get(bestand).content)} == {
        "Kade 1, 1234 AB Delft; post@kade.example"
    }
    assert "Kade 1, 1234 AB Delft" in als(rol).get(reverse("web:verwerkingen")).content.decode()
    assert Auditregel.objects.filter(handeling=Handeling.CONTACT_VASTLEGGEN, actor_id=actor(rol).gebruiker_id).exists()


@pytest.mark.norm("AVG-NEN7510-1", waar=WAAR)
def test_wie_toetst_leest_van_het_logboek_wat_erin_komt_hoe_lang_en_wie_het_beheert(actor):
    register = verwerkingsregister(actor(Rol.WERKGEVER))
    logboek = next(regel for regel in register.regels if regel.verwerking.naam == "logboek")

    assert "wie wat deed en wanneer" in str(logboek.verwerking.gegevens)
    assert logboek.bewaren == "5 jaar na: dag van de regel"
    assert Rol.PRIVACY_OFFICER in logboek.rollen
    assert [functionaris.naam for functionaris in register.functionarissen] == ["Hans Wiersma"]
    assert register.op == vandaag()


@pytest.mark.norm("AVG-30-1", waar=WAAR)
def test_wie_het_leest_is_wat_het_beleid_zegt(actor):
    for regel in verwerkingsregister(actor(Rol.WERKGEVER)).regels:
        delen = regel.verwerking.delen - {Deel.AAN_BEDRIJFSARTS}
        leest = {rol for rol in Rol if any(mag(rol, Handeling.INZIEN, deel) for deel in delen)}
        assert set(regel.rollen) == leest, regel.verwerking.naam


@pytest.mark.norm("AVG-30-1", waar=WAAR)
def test_een_andere_ontvanger_staat_er_zolang_het_contract_loopt(actor):
    def ontvangers(naam: str) -> tuple[str, ...]:
        register = verwerkingsregister(actor(Rol.WERKGEVER))
        return next(regel.anderen for regel in register.regels if regel.verwerking.naam == naam)

    assert any(demo.ARBODIENST.naam in ander for ander in ontvangers("mogelijkheden"))
    assert any("UWV" in ander for ander in ontvangers("uwv"))
    assert ontvangers("accounts") == (), "who works at the employer is nobody else's to see"
    Contract.objects.filter(opdrachtnemer=demo.ARBODIENST.id).delete()
    assert not any(demo.ARBODIENST.naam in ander for ander in ontvangers("mogelijkheden"))


@pytest.mark.norm("AVG-30-1", waar=WAAR)
def test_de_termijn_is_die_van_de_organisatie(actor):
    def termijn() -> str:
        register = verwerkingsregister(actor(Rol.WERKGEVER))
        return next(regel.bewaren for regel in register.regels if regel.verwerking.naam == "verzuim")

    assert termijn() == "2 jaar na: einde van het dienstverband"
    kies_bewaartermijn(actor=actor(Rol.WERKGEVER), deel="re_integratie", jaren=1, motivering="korter kan")
    assert termijn() == "1 jaar na: einde van het dienstverband"


def test_het_medisch_dossier_staat_niet_in_het_register_van_de_werkgever(actor):
    """It is the arbodienst's to answer for; what the employer keeps is no less for that."""
    bij_werkgever = verwerkingsregister(actor(Rol.WERKGEVER))
    bij_arbodienst = verwerkingsregister(actor(Rol.ARBODIENST))

    assert Gegevensklasse.MEDISCH not in {regel.verwerking.klasse for regel in bij_werkgever.regels}
    (medisch,) = [rij for rij in bij_arbodienst.regels if rij.verwerking.klasse is Gegevensklasse.MEDISCH]
    assert set(medisch.rollen) == {Rol.WERKNEMER, Rol.BEDRIJFSARTS}
    assert not any(demo.WERKGEVER.naam in ander for ander in medisch.anderen)
    assert "20 jaar" in medisch.bewaren
    assert bij_arbodienst.organisatie == demo.ARBODIENST.naam


@pytest.mark.parametrize("rol", LEZERS)
def test_het_blad_en_de_bestanden_zijn_voor_wie_erover_gaat_en_lezen_staat_in_het_logboek(rol, als, actor):
    begin = nu()
    pagina = als(rol).get(reverse("web:verwerkingen")).content.decode()

    gelezen = Auditregel.objects.filter(onderdeel=Deel.VERWERKINGEN, tijdstip__gte=begin)
    assert [(rij.actor_id, rij.organisatie_id) for rij in gelezen] == [
        (actor(rol).gebruiker_id, actor(rol).organisatie_id)
    ]
    assert "Register van verwerkingen" in pagina
    assert "artikel 6, eerste lid, onder c" in pagina
    assert "artikel 9, tweede lid, onder b" in pagina
    vragen = rijen(als(rol).get(reverse("web:verwerkingen_bestand", args=["vragen"])).content)
    assert {"vraag", "doel", "soort gegevens", "wie het leest"} <= set(vragen[0])
    assert als(rol).get(reverse("web:verwerkingen_bestand", args=["dossiers"])).status_code == 404


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol not in LEZERS])
def test_een_ander_ziet_het_register_niet(rol, als):
    assert als(rol).get(reverse("web:verwerkingen")).status_code == 403
    assert als(rol).post(reverse("web:verwerkingen_contact"), {"adres": "x", "email": "x@x.nl"}).status_code == 403
    assert als(rol).get(reverse("web:verwerkingen_bestand", args=["verwerkingen"])).status_code == 403


@pytest.mark.norm("AVG-30-1", waar="poortwijzer.dossiers.queries.uitvoer.uitvoer")
def test_in_de_download_van_de_werknemer_staat_bij_elke_vraag_waarvoor_zij_is(dossier, als):
    antwoord = als(Rol.WERKNEMER).post(reverse("web:downloaden", args=[dossier.kenmerk]))
    with zipfile.ZipFile(io.BytesIO(b"".join(antwoord.streaming_content))) as zip_:
        waarvoor = json.loads(zip_.read("waarvoor.json"))
        gegevens = json.loads(zip_.read("dossier.json"))

    genoemd = {regel["naam"] for regel in waarvoor}
    assert {feit["feit"] for feit in gegevens["feiten"]} <= genoemd
    for regel in waarvoor:
        assert regel["doelen"]
        assert regel["soort_gegevens"]
        assert "werknemer" in regel["lezers"]
