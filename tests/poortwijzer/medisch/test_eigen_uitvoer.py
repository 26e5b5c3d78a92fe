"""The employee takes a copy of the own medical record along; nobody else gets one in any file."""

import io
import json
import zipfile

import pytest
from django.test import Client
from django.urls import reverse

from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.actions import voeg_betrokkene_toe
from poortwijzer.dossiers.models import Accountbevestiging
from poortwijzer.dossiers.queries.uitvoer import uitvoer
from poortwijzer.dossiers.uitvoerdelen import uitvoerdelen
from poortwijzer.kluis.beheer import vernietig
from poortwijzer.lib.klok import vandaag
from poortwijzer.medisch.actions import leg_medisch_vast, stuur_in
from poortwijzer.medisch.regel import Regel, Regelsoort, Wijze
from poortwijzer.toegang.beleid import leesbare_delen
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.rollen import Rol

DIAGNOSE, EERST, GEHEUGEN, GESTUURD = "kwikstaartkoorts", "zilverplevier", "graspieperduiding", "boomklevervraag"
GEGEVENS, PAPIER = "medisch/medisch-dossier.json", "medisch/medisch-dossier.pdf"


@pytest.fixture
def geschreven(dossier, arts, actor):
    """A record with a correction, a note of the doctor's own, and what HR sent."""
    regel = Regel(
        soort=Regelsoort.CONSULT, op=vandaag(), tekst=EERST, wijze=Wijze.VIDEO, van_wie="Dr. Vink", cas="L694"
    )
    oud = leg_medisch_vast(dossier=dossier, actor=arts, regel=regel)
    nieuw = Regel(soort=Regelsoort.KLACHTEN, op=vandaag(), tekst=f"{DIAGNOSE}\nen nog een regel")
    leg_medisch_vast(dossier=dossier, actor=arts, regel=nieuw, vervangt=oud.pk)
    leg_medisch_vast(
        dossier=dossier,
        actor=arts,
        regel=Regel(soort=Regelsoort.PROGNOSE, op=vandaag(), tekst=GEHEUGEN),
        is_werkaantekening=True,
    )
    stuur_in(dossier=dossier, actor=actor(Rol.CASEMANAGER), tekst=GESTUURD)
    return dossier


def download(browser: Client, kenmerk: str) -> dict[str, bytes]:
    antwoord = browser.post(reverse("web:downloaden", args=[kenmerk]))
    assert antwoord.status_code == 200
    with zipfile.ZipFile(io.BytesIO(b"".join(antwoord.streaming_content))) as zip_:
        return {pad: zip_.read(pad) for pad in zip_.namelist()}


def test_het_eigen_medisch_dossier_zit_in_een_eigen_map_als_gegevens_en_om_te_lezen(geschreven, als):
    bestanden = download(als(Rol.WERKNEMER), geschreven.kenmerk)

    gelezen = json.loads(bestanden[GEGEVENS])
    teksten = [rij["tekst"] for rij in gelezen["regels"]]
    assert sorted(teksten) == sorted([f"{DIAGNOSE}\nen nog een regel", GESTUURD])
    (verbeterd,) = [rij for rij in gelezen["regels"] if rij["eerdere_versies"]]
    assert [oud["tekst"] for oud in verbeterd["eerdere_versies"]] == [EERST]
    assert verbeterd["als"] == "bedrijfsarts"
    assert bestanden[PAPIER].startswith(b"%PDF")
    assert len(bestanden[PAPIER]) > 2_000
    manifest = json.loads(bestanden["manifest.json"])
    assert {GEGEVENS, PAPIER} <= {regel["pad"] for regel in manifest["bestanden"]}


def test_de_werkaantekeningen_van_de_bedrijfsarts_zijn_er_niet_bij(geschreven, als):
    assert GEHEUGEN.encode() not in b"".join(download(als(Rol.WERKNEMER), geschreven.kenmerk).values())


def test_wat_medisch_is_staat_in_geen_ander_bestand(geschreven, als):
    """What goes on to an employer or an adviser can be given without that one folder."""
    bestanden = download(als(Rol.WERKNEMER), geschreven.kenmerk)

    for pad, inhoud in bestanden.items():
        if not pad.startswith("medisch/"):
            for woord in (DIAGNOSE, EERST, GESTUURD):
                assert woord.encode() not in inhoud, pad


def test_zonder_regels_staat_er_dat_er_niets_is_en_geen_leeg_document(dossier, als):
    bestanden = download(als(Rol.WERKNEMER), dossier.kenmerk)

    assert json.loads(bestanden[GEGEVENS]) == {
        "regels": [],
        "antwoorden_van_behandelaars": [],
        "overdrachten": [],
    }
    assert PAPIER not in bestanden


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.WERKNEMER])
def test_niemand_anders_krijgt_het_mee(rol, geschreven, als, actor):
    """The download is refused; and what would be in it for this role holds nothing medical of the employee."""
    assert als(rol).post(reverse("web:downloaden", args=[geschreven.kenmerk])).status_code in {403, 404}
    kan_medisch = Deel.MEDISCH_DOSSIER in leesbare_delen(rol)
    delen = {deel.deel for deel in uitvoerdelen(rol)}
    assert (Deel.MEDISCH_DOSSIER in delen) is kan_medisch
    assert delen <= leesbare_delen(rol)
    if Deel.TIJDLIJN in leesbare_delen(rol) and not kan_medisch:
        wie = actor(rol)
        if rol is Rol.ARBODIENST:
            voeg_betrokkene_toe(
                dossier=geschreven,
                actor=actor(Rol.CASEMANAGER),
                gebruiker_id=wie.gebruiker_id,
                rol=rol,
                doel="begeleiding",
            )
        bestanden = uitvoer(wie, access_dossier(wie, geschreven.kenmerk, deel=Deel.TIJDLIJN))
        inhoud = b"".join(bestand.maak() for bestand in bestanden)
        assert b"medisch/" not in "".join(bestand.pad for bestand in bestanden).encode()
        for woord in (DIAGNOSE, EERST, GEHEUGEN, GESTUURD):
            assert woord.encode() not in inhoud


def test_een_ander_met_een_account_als_werknemer_krijgt_alleen_het_eigen_dossier(geschreven, als, actor):
    """A colleague who is also an employee is a stranger here."""
    type(geschreven.werknemer).objects.filter(pk=geschreven.werknemer_id).update(
        gebruiker_id=actor(Rol.BEHEERDER).gebruiker_id
    )
    assert als(Rol.WERKNEMER).post(reverse("web:downloaden", args=[geschreven.kenmerk])).status_code == 404


def test_na_het_wissen_van_de_medische_sleutel_komt_er_geen_half_bestand(geschreven, als):
    vernietig(geschreven.pk)

    antwoord = als(Rol.WERKNEMER).post(reverse("web:downloaden", args=[geschreven.kenmerk]))
    assert antwoord.status_code != 200


def test_is_het_account_niet_bevestigd_dan_gaat_er_niets_mee(geschreven, als):
    """HR links the account; until the bedrijfsarts says whose it is, nothing can be taken along."""
    Accountbevestiging.objects.all().delete()

    assert als(Rol.WERKNEMER).post(reverse("web:downloaden", args=[geschreven.kenmerk])).status_code == 403
