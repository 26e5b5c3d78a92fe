"""Documents through the pages, all without JavaScript: begin, save, clash, freeze, respond, next version, paper."""

import pytest
from django.test import Client
from django.urls import reverse

from poortwijzer.accounts import demo
from poortwijzer.accounts.actions.geef_rol import geef_rol
from poortwijzer.accounts.models import Gebruiker
from poortwijzer.accounts.tweede_stap import DEMO
from poortwijzer.dossiers.models import Betrokkene
from poortwijzer.formulieren.models import Formulier, Klad
from poortwijzer.formulieren.velden import KNOP_ERBIJ
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.een_database("sqlite")


@pytest.fixture
def concept(dossier, als) -> Formulier:
    """A draft of the probleemanalyse."""
    als(Rol.BEDRIJFSARTS).post(reverse("web:stuk_nieuw", args=[dossier.kenmerk, "probleemanalyse"]))
    return Formulier.objects.get()


def adres(naam: str, stuk: Formulier) -> str:
    return reverse(f"web:{naam}", args=[stuk.dossier.kenmerk, stuk.pk])


def collega_van(stuk: Formulier) -> Client:
    """Give a browser of another doctor of the arbodienst with a role on the dossier."""
    collega = Gebruiker.objects.maak(email="collega@linde.example", naam="Collega")
    geef_rol(gebruiker=collega, rol=Rol.BEDRIJFSARTS, organisatie_id=demo.ARBODIENST.id, vanaf=vandaag())
    Betrokkene.objects.create(
        dossier=stuk.dossier,
        gebruiker=collega,
        organisatie_id=demo.ARBODIENST.id,
        rol=Rol.BEDRIJFSARTS,
        doel="begeleiding",
        vanaf=vandaag(),
    )
    client = Client()
    client.force_login(collega)
    sessie = client.session
    sessie[DEMO] = True
    sessie.save()
    return client


def stel_vast(client: Client, stuk: Formulier) -> None:
    """Fill in the day, and give the same reason for everything that is missing."""
    dag = vandaag().isoformat()
    client.post(adres("stuk_bewerken", stuk), {"versie": stuk.versie, stuk.vorm.dag: dag, "naar": "vaststellen"})
    blad = client.get(adres("stuk_vaststellen", stuk))
    redenen = {leemte.veld: "nog niet bekend" for leemte in blad.context["leemten"]}
    stuk.refresh_from_db()
    client.post(adres("stuk_vaststellen", stuk), {"versie": stuk.versie, **redenen})
    stuk.refresh_from_db()


def test_een_stuk_begint_pas_na_een_klik(dossier, als):
    client = als(Rol.BEDRIJFSARTS)
    begin = reverse("web:stuk_nieuw", args=[dossier.kenmerk, "probleemanalyse"])

    assert client.get(begin).status_code == 200
    assert not Formulier.objects.exists()
    client.post(begin)
    assert Formulier.objects.get().soort == "probleemanalyse"


def test_wie_dit_stuk_niet_maakt_kan_het_niet_beginnen(dossier, als):
    begin = reverse("web:stuk_nieuw", args=[dossier.kenmerk, "probleemanalyse"])

    assert als(Rol.BEDRIJFSARTS).get(begin).status_code == 200
    assert als(Rol.CASEMANAGER).get(begin).status_code == 403
    assert als(Rol.BEDRIJFSARTS).get(begin.replace("probleemanalyse", "onzin")).status_code == 404


def test_de_knop_bewaart_wat_is_getypt(concept, als):
    client = als(Rol.BEDRIJFSARTS)

    client.post(adres("stuk_bewerken", concept), {"versie": concept.versie, "advies": "Begin met halve dagen."})

    assert "Begin met halve dagen." in client.get(adres("stuk_bewerken", concept)).content.decode()


def test_vanzelf_bewaren_antwoordt_met_een_regel_en_is_alleen_voor_wie_typt(concept, als):
    arts, collega = als(Rol.BEDRIJFSARTS), collega_van(concept)
    velden = {"versie": concept.versie, "advies": "Begin klein."}
    antwoord = arts.post(adres("stuk_bewaren", concept), velden, headers={"HX-Request": "true"})

    assert "alleen voor u" in antwoord.content.decode()
    assert "<html" not in antwoord.content.decode()
    concept.refresh_from_db()
    assert "advies" not in concept.inhoud
    terug = arts.get(adres("stuk_bewerken", concept)).content.decode()
    assert "Begin klein." in terug
    assert "Dat leest alleen u" in terug
    for blad in ("stuk_bewerken", "stuk"):
        assert "Begin klein." not in collega.get(adres(blad, concept)).content.decode()

    arts.post(adres("stuk_bewerken", concept), velden)
    assert "Begin klein." in collega.get(adres("stuk", concept)).content.decode()
    assert "Dat leest alleen u" not in arts.get(adres("stuk_bewerken", concept)).content.decode()
    assert not Klad.objects.exists()


def test_wat_vanzelf_bewaard_is_gaat_niet_over_wat_een_ander_intussen_bewaarde(concept, als):
    """The text from before was typed in the version of then: saving it shows both."""
    arts, collega = als(Rol.BEDRIJFSARTS), collega_van(concept)
    arts.post(adres("stuk_bewaren", concept), {"versie": concept.versie, "advies": "Halve dagen."})
    collega.post(adres("stuk_bewerken", concept), {"versie": concept.versie, "advies": "Hele dagen."})

    versie = arts.get(adres("stuk_bewerken", concept)).context["versie"]
    botsing = arts.post(adres("stuk_bewerken", concept), {"versie": versie, "advies": "Halve dagen."})

    assert versie == concept.versie
    assert botsing.status_code == 409
    assert "Hele dagen." in botsing.content.decode()


def test_een_rij_erbij_bewaart_nog_niets_voor_anderen(dossier, als):
    casemanager = als(Rol.CASEMANAGER)
    casemanager.post(reverse("web:stuk_nieuw", args=[dossier.kenmerk, "plan_van_aanpak"]))
    plan = Formulier.objects.get()
    tabel = next(veld for veld in plan.vorm.velden() if veld.rijnaam)
    tekst = next(veld for veld in plan.vorm.velden() if veld.type == "lange_tekst" and Rol.CASEMANAGER in veld.gevers)
    velden = {"versie": plan.versie, tekst.naam: "Begin klein.", KNOP_ERBIJ: tabel.naam}

    bladzijde = casemanager.post(adres("stuk_bewerken", plan), velden)

    assert "Begin klein." in bladzijde.content.decode()
    plan.refresh_from_db()
    assert not plan.inhoud
    assert "Begin klein." in casemanager.get(adres("stuk_bewerken", plan)).content.decode()


def test_een_bsn_in_een_concept_wordt_gezegd(concept, als):
    antwoord = als(Rol.BEDRIJFSARTS).post(adres("stuk_bewaren", concept), {"versie": "0", "advies": "nummer 111222333"})
    assert "burgerservicenummer" in antwoord.content.decode()
    assert "burgerservicenummer" in als(Rol.BEDRIJFSARTS).get(adres("stuk_bewerken", concept)).content.decode()


def test_twee_die_hetzelfde_wijzigen_zien_allebei_de_teksten(concept, als):
    eerste, tweede = als(Rol.BEDRIJFSARTS), als(Rol.BEDRIJFSARTS)
    gezien = concept.versie
    eerste.post(adres("stuk_bewerken", concept), {"versie": gezien, "advies": "Halve dagen."})

    botsing = tweede.post(adres("stuk_bewerken", concept), {"versie": gezien, "advies": "Hele dagen."})

    blad = botsing.content.decode()
    assert botsing.status_code == 409
    assert "Halve dagen." in blad
    assert "Hele dagen." in blad
    concept.refresh_from_db()
    assert concept.inhoud["advies"] == "Halve dagen."

    opgelost = tweede.post(
        adres("stuk_bewerken", concept), {"versie": botsing.context["versie"], "advies": "Hele dagen."}
    )
    assert opgelost.status_code == 302
    concept.refresh_from_db()
    assert concept.inhoud["advies"] == "Hele dagen."


def test_een_concept_is_dicht_voor_wie_er_niet_aan_werkt(concept, als):
    assert als(Rol.BEDRIJFSARTS).get(adres("stuk_bewerken", concept)).status_code == 200
    assert als(Rol.WERKNEMER).get(adres("stuk_bewerken", concept)).status_code == 404
    assert als(Rol.WERKNEMER).get(adres("stuk", concept)).status_code == 404


def test_wie_nog_typte_toen_het_werd_vastgesteld_ziet_de_eigen_tekst_terug(concept, als):
    client = als(Rol.BEDRIJFSARTS)
    gezien = concept.versie
    stel_vast(client, concept)

    antwoord = client.post(adres("stuk_bewerken", concept), {"versie": gezien, "advies": "Nog een late gedachte."})

    blad = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Dit stuk staat vast" in blad
    assert "Nog een late gedachte." in blad
    assert "Bewaar als concept" not in blad


def test_vaststellen_vraagt_per_leemte_een_reden_en_bewaart_die(concept, als):
    client = als(Rol.BEDRIJFSARTS)

    zonder_dag = client.post(adres("stuk_vaststellen", concept), {"versie": concept.versie})
    assert zonder_dag.status_code == 422
    assert "Dit moet zijn ingevuld" in zonder_dag.content.decode()

    stel_vast(client, concept)
    blad = client.get(adres("stuk", concept)).content.decode()
    assert concept.is_definitief
    assert "nog niet bekend" in blad
    assert "niet veranderd sinds het is vastgesteld" in blad


def test_een_reden_die_is_getypt_blijft_staan_als_een_andere_ontbreekt(concept, als):
    client = als(Rol.BEDRIJFSARTS)
    leemten = client.get(adres("stuk_vaststellen", concept)).context["leemten"]
    veld = next(leemte.veld for leemte in leemten if leemte.reden_volstaat)

    antwoord = client.post(
        adres("stuk_vaststellen", concept), {"versie": concept.versie, veld: "Wacht op de specialist."}
    )

    assert antwoord.status_code == 422
    assert "Wacht op de specialist." in antwoord.content.decode()


def test_na_vaststellen_reageert_de_werknemer_in_eigen_woorden(concept, als):
    stel_vast(als(Rol.BEDRIJFSARTS), concept)
    werknemer = als(Rol.WERKNEMER)

    werknemer.post(adres("reageren", concept), {"standpunt": "oneens", "eigen_woorden": "Ik kan nog niet staan."})

    blad = werknemer.get(adres("stuk", concept)).content.decode()
    assert "niet eens" in blad
    assert "Ik kan nog niet staan." in blad


def test_wie_alleen_leest_kan_niet_reageren(concept, als):
    stel_vast(als(Rol.BEDRIJFSARTS), concept)

    assert als(Rol.WERKNEMER).get(adres("reageren", concept)).status_code == 200
    assert als(Rol.LEIDINGGEVENDE).get(adres("reageren", concept)).status_code == 403


def test_niet_eens_vraagt_om_eigen_woorden_en_zegt_wat_er_dan_kan(concept, als):
    stel_vast(als(Rol.BEDRIJFSARTS), concept)
    werknemer = als(Rol.WERKNEMER)

    zonder = werknemer.post(adres("reageren", concept), {"standpunt": "oneens", "eigen_woorden": " "})
    assert zonder.status_code == 422
    assert "Schrijf op waar u het niet mee eens bent" in zonder.content.decode()

    met = {"standpunt": "oneens", "eigen_woorden": "Ik kan nog niet staan."}
    blad = werknemer.post(adres("reageren", concept), met, follow=True).content.decode()
    assert "deskundigenoordeel" in blad


def test_niet_bereikbaar_zonder_reden_komt_terug_met_de_keuze(concept, als):
    arts = als(Rol.BEDRIJFSARTS)
    stel_vast(arts, concept)

    antwoord = arts.post(adres("reageren", concept), {"standpunt": "niet_bereikbaar", "partij": "werknemer"})

    assert antwoord.status_code == 422
    assert "waarom iemand niet is bereikt" in antwoord.content.decode()
    assert 'value="werknemer" selected' in antwoord.content.decode()


def test_een_nieuwe_versie_naast_een_concept_zegt_wat_er_eerst_moet(dossier, als):
    client = als(Rol.CASEMANAGER)
    nieuw = reverse("web:stuk_nieuw", args=[dossier.kenmerk, "evaluatie"])
    client.post(nieuw)
    eerste = Formulier.objects.get(soort="evaluatie")
    assert "nog een concept" in client.post(adres("nieuwe_versie", eerste), follow=True).content.decode()
    stel_vast(client, eerste)
    assert eerste.is_definitief
    client.post(nieuw)

    antwoord = client.post(adres("nieuwe_versie", eerste), follow=True)

    assert antwoord.status_code == 200
    assert "Rond dat eerst af." in antwoord.content.decode()
    assert Formulier.objects.filter(soort="evaluatie").count() == 2


def test_een_nieuwe_versie_laat_zien_wat_er_veranderde(concept, als):
    arts = als(Rol.BEDRIJFSARTS)
    arts.post(adres("stuk_bewerken", concept), {"versie": concept.versie, "advies": "Halve dagen."})
    concept.refresh_from_db()
    stel_vast(arts, concept)

    arts.post(adres("nieuwe_versie", concept))
    nieuw = Formulier.objects.get(vorige=concept)
    arts.post(adres("stuk_bewerken", nieuw), {"versie": nieuw.versie, "advies": "Hele dagen."})
    blad = arts.get(adres("vergelijken", nieuw)).content.decode()

    assert "<del>" in blad
    assert "<ins>" in blad


def test_een_stuk_is_als_pdf_te_krijgen_en_blijft_uit_de_voorraad(concept, als):
    arts = als(Rol.BEDRIJFSARTS)
    stel_vast(arts, concept)

    pdf = arts.get(adres("pdf", concept))

    assert pdf.content.startswith(b"%PDF-")
    assert pdf["Content-Disposition"].startswith("attachment")
    assert "no-store" in pdf["Cache-Control"]


def test_een_afschrift_vastleggen_mag_wie_vaststelt(concept, als):
    arts = als(Rol.BEDRIJFSARTS)
    stel_vast(arts, concept)
    velden = {"ontvanger": "werknemer", "verstrekt_op": vandaag().isoformat()}

    assert als(Rol.WERKNEMER).post(adres("afschrift", concept), velden).status_code == 403
    assert "vastgelegd" in arts.post(adres("afschrift", concept), velden, follow=True).content.decode()


def test_rijen_toevoegen_gaat_met_een_knop(dossier, als):
    client = als(Rol.CASEMANAGER)
    client.post(reverse("web:stuk_nieuw", args=[dossier.kenmerk, "plan_van_aanpak"]))
    plan = Formulier.objects.get()
    tabel = next(veld for veld in plan.vorm.velden() if veld.rijnaam and Rol.CASEMANAGER in veld.gevers)
    voor = client.get(adres("stuk_bewerken", plan)).context["form"].aantal_rijen[tabel.naam]

    erbij = client.post(adres("stuk_bewerken", plan), {"versie": plan.versie, "rij_erbij": tabel.naam})

    assert erbij.status_code == 200
    assert erbij.context["form"].aantal_rijen[tabel.naam] >= voor
