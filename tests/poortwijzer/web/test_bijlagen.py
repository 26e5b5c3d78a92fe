"""Files on a page: what came in is recorded and counted; what is hostile is refused, with the form still filled in."""

import json
import zipfile
from datetime import date, timedelta
from io import BytesIO

import bouwsels
import pytest
from bestanden import GOED, PDF, VIJANDIG, Geval
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from poortwijzer.audit.models import Auditregel
from poortwijzer.bijlagen.afgekeurd import Reden
from poortwijzer.bijlagen.typen import MEESTE_BYTES
from poortwijzer.bijlagen.woorden import WEIGERING
from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.models import Bijlage, Bijlageinhoud, Feit
from poortwijzer.dossiers.queries import dossierbeeld
from poortwijzer.kluis.envelop import Beschadigd
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.rollen import Rol

pytestmark = [pytest.mark.django_db, pytest.mark.een_database("sqlite")]
KANARIE = b"KANARIE-bijlage"


def velden(**anders: object) -> dict[str, object]:
    return {
        "deel": "probleemanalyse",
        "van_op": (vandaag() - timedelta(days=30)).isoformat(),
        "ontvangen_op": (vandaag() - timedelta(days=20)).isoformat(),
        "ontvangen_van": "bedrijfsarts",
        "toelichting": "Op papier gekregen",
    } | anders


def bestand(inhoud: bytes | None = None, naam: str = "probleemanalyse.pdf", mediatype: str = PDF) -> SimpleUploadedFile:
    gevuld = bouwsels.pdf() if inhoud is None else inhoud
    geupload = SimpleUploadedFile(naam, gevuld, content_type=mediatype)
    geupload._name = naam  # as an attacker sends it: Django's own setter would mend it before it is sent
    return geupload


@pytest.fixture
def voeg_toe(dossier, als):
    """Give a function that adds a file as somebody in a role."""

    def doe(rol: Rol = Rol.CASEMANAGER, **anders: object):
        adres = reverse("web:bijlage_nieuw", args=[dossier.kenmerk])
        return als(rol).post(adres, velden(**{"bestand": bestand(), **anders}))

    return doe


def analyse_op(actor, dossier) -> date | None:
    wie = actor(Rol.CASEMANAGER)
    beeld = dossierbeeld(wie, access_dossier(wie, dossier.kenmerk, deel=Deel.VERZUIM))
    feiten = [feit for feit in beeld.feiten if feit.naam == "stukken" and feit.waarde and not feit.vervangen_door]
    return date.fromisoformat(feiten[0].waarde["opgesteld_op"]) if feiten else None


# --- what was received counts -------------------------------------------------------------------------------


def test_een_probleemanalyse_op_papier_telt_mee(voeg_toe, dossier, actor):
    def plan_van_aanpak_uiterlijk() -> date | None:
        vers = access_dossier(actor(Rol.CASEMANAGER), dossier.kenmerk, deel=Deel.TIJDLIJN)
        momenten = dossierbeeld(actor(Rol.CASEMANAGER), vers).momenten
        return next(beeld.moment.uiterste_dag for beeld in momenten if beeld.moment.norm == "PRG-4-1")

    assert plan_van_aanpak_uiterlijk() is None

    assert voeg_toe(telt_mee="on").status_code == 302

    assert plan_van_aanpak_uiterlijk() == vandaag() - timedelta(days=16)  # two weeks after the judgement
    feit = Feit.objects.get(naam="stukken")
    assert feit.gever == "casemanager"
    assert "Ontvangen van de bedrijfsarts of arbodienst op" in feit.motivering


def test_zonder_vinkje_hoort_het_er_alleen_bij(voeg_toe, dossier, actor):
    assert voeg_toe().status_code == 302
    assert Bijlage.objects.get().feit is None
    assert analyse_op(actor, dossier) is None


def test_de_bedrijfsarts_bevestigt_en_dan_komt_het_van_hem(voeg_toe, dossier, als):
    voeg_toe(telt_mee="on")
    bijlage = Bijlage.objects.get()
    blad = als(Rol.BEDRIJFSARTS).get(reverse("web:documenten", args=[dossier.kenmerk]))
    assert "Dit is mijn stuk" in blad.content.decode()
    assert "Dit is mijn stuk" not in als(Rol.CASEMANAGER).get(blad.wsgi_request.path).content.decode()
    adres = reverse("web:bijlage_bevestigen", args=[dossier.kenmerk, bijlage.pk])
    assert als(Rol.CASEMANAGER).post(adres).status_code == 403

    arts = als(Rol.BEDRIJFSARTS)
    assert arts.post(adres).status_code == 302
    assert arts.post(adres, follow=True).status_code == 200  # twice changes nothing

    bijlage.refresh_from_db()
    assert bijlage.feit.gever == "bedrijfsarts"
    assert bijlage.feit.vervangt.gever == "casemanager"
    assert Feit.objects.filter(naam="stukken").count() == 2
    # What the bedrijfsarts stands for, the employer does not take away.
    weg = als(Rol.CASEMANAGER).post(
        reverse("web:bijlage_intrekken", args=[dossier.kenmerk, bijlage.pk]), {"motivering": "weg"}
    )
    assert weg.status_code == 422


def test_weghalen_wist_de_inhoud_en_laat_staan_waarom(voeg_toe, dossier, als, actor):
    voeg_toe(telt_mee="on")
    bijlage = Bijlage.objects.get()
    adres = reverse("web:bijlage_intrekken", args=[dossier.kenmerk, bijlage.pk])
    assert als(Rol.CASEMANAGER).post(adres, {"motivering": " "}).status_code == 422
    assert als(Rol.WERKGEVER).post(adres, {"motivering": "Van een andere werknemer"}).status_code == 302

    assert not Bijlageinhoud.objects.exists()
    assert analyse_op(actor, dossier) is None
    blad = als(Rol.CASEMANAGER).get(reverse("web:documenten", args=[dossier.kenmerk])).content.decode()
    assert "Van een andere werknemer" in blad
    assert "probleemanalyse.pdf" not in blad
    assert als(Rol.CASEMANAGER).get(reverse("web:bijlage", args=[dossier.kenmerk, bijlage.pk])).status_code == 404
    assert als(Rol.CASEMANAGER).post(adres, {"motivering": "nog eens"}).status_code == 422


def test_wat_een_ander_toevoegde_haalt_de_werkgever_niet_weg(voeg_toe, dossier, als):
    voeg_toe(Rol.WERKNEMER, deel="uwv", ontvangen_van="uwv")
    adres = reverse("web:bijlage_intrekken", args=[dossier.kenmerk, Bijlage.objects.get().pk])
    assert als(Rol.CASEMANAGER).post(adres, {"motivering": "weg"}).status_code == 422
    assert als(Rol.WERKNEMER).post(adres, {"motivering": "dubbel"}).status_code == 302


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"ontvangen_op": (vandaag() + timedelta(days=1)).isoformat()}, "Deze dag is nog niet geweest."),
        ({"van_op": vandaag().isoformat()}, "niet later gemaakt zijn"),
        ({"deel": "uwv", "telt_mee": "on"}, "Alleen een document van de twee jaren"),
        ({"deel": "oordeel_werknemer"}, "Selecteer"),
        ({"deel": ""}, "Kies waar het bestand over gaat"),
        ({"bestand": ""}, "Kies een bestand."),
    ],
)
def test_wat_niet_kan_kloppen_wordt_niet_bewaard(voeg_toe, anders: dict[str, object], zin: str):
    antwoord = voeg_toe(**anders)
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()
    assert not Bijlage.objects.exists()


def test_hetzelfde_bestand_en_hetzelfde_stuk_niet_twee_keer(voeg_toe):
    assert voeg_toe(telt_mee="on").status_code == 302
    assert "Dit bestand staat al bij dit onderdeel van het dossier." in voeg_toe().content.decode()
    ander = bestand(bouwsels.pdf(compress_streams=False, linearize=True))
    assert "Dit document van deze dag staat al" in voeg_toe(bestand=ander, telt_mee="on").content.decode()
    assert Bijlage.objects.count() == 1


def test_wat_een_collega_van_dezelfde_kant_toevoegde_is_ook_dubbel(voeg_toe):
    assert voeg_toe().status_code == 302
    assert "staat al bij dit onderdeel" in voeg_toe(Rol.WERKGEVER).content.decode()


@pytest.mark.parametrize("eerst", ["dienstverband", "plan_van_aanpak", "uwv"])
def test_of_een_ander_onderdeel_dit_bestand_heeft_hoort_niemand(voeg_toe, eerst: str):
    """A manager does not read the contract, and must not learn by trying a file whether it is there."""
    assert voeg_toe(deel=eerst).status_code == 302
    assert voeg_toe().status_code == 302
    assert voeg_toe(Rol.LEIDINGGEVENDE, deel="evaluatie").status_code == 302
    assert Bijlage.objects.count() == 3


def test_of_een_andere_kant_dit_bestand_heeft_hoort_niemand(voeg_toe):
    assert voeg_toe(Rol.WERKNEMER, deel="uwv", ontvangen_van="uwv").status_code == 302
    assert voeg_toe(deel="uwv", ontvangen_van="uwv").status_code == 302
    assert voeg_toe(Rol.BEDRIJFSARTS, ontvangen_van="bedrijfsarts").status_code == 302
    assert voeg_toe().status_code == 302
    assert Bijlage.objects.count() == 4


def test_wat_is_weggehaald_mag_opnieuw(voeg_toe, dossier, als):
    voeg_toe()
    adres = reverse("web:bijlage_intrekken", args=[dossier.kenmerk, Bijlage.objects.get().pk])
    als(Rol.CASEMANAGER).post(adres, {"motivering": "verkeerde dag"})
    assert voeg_toe().status_code == 302


# --- who ------------------------------------------------------------------------------------------------------


def test_wie_het_deel_niet_leest_ziet_en_krijgt_het_niet(voeg_toe, dossier, als):
    voeg_toe(deel="dienstverband", ontvangen_van="werkgever", bestand=bestand(naam="KANARIE-contract.pdf"))
    bijlage = Bijlage.objects.get()
    lijst, los = (
        reverse("web:documenten", args=[dossier.kenmerk]),
        reverse("web:bijlage", args=[dossier.kenmerk, bijlage.pk]),
    )
    leest = {Rol.WERKNEMER: True, Rol.CASEMANAGER: True, Rol.LEIDINGGEVENDE: False, Rol.BEDRIJFSARTS: False}
    for rol, mag in leest.items():
        assert ("KANARIE-contract" in als(rol).get(lijst).content.decode()) is mag, rol
        assert als(rol).get(los).status_code == (200 if mag else 403), rol


def test_openen_staat_in_het_log_en_weigeren_ook(voeg_toe, dossier, als):
    voeg_toe()
    bijlage = Bijlage.objects.get()
    regels = Auditregel.objects.filter(doel=f"bijlage {bijlage.pk}")
    assert [regel.handeling for regel in regels] == ["bijlage_toevoegen"]
    als(Rol.WERKNEMER).get(reverse("web:bijlage", args=[dossier.kenmerk, bijlage.pk]))
    assert regels.filter(handeling="inzien", onderdeel="probleemanalyse", uitkomst="gelukt").count() == 1
    als(Rol.LEIDINGGEVENDE).post(reverse("web:bijlage_bevestigen", args=[dossier.kenmerk, bijlage.pk]))
    assert Auditregel.objects.filter(handeling="bijlage_bevestigen", uitkomst="geweigerd").count() == 1


# --- how it is kept and given ----------------------------------------------------------------------------------


def test_het_bestand_komt_terug_zoals_het_was_en_alleen_om_te_bewaren(voeg_toe, dossier, als):
    for naam, mediatype, inhoud in GOED:
        Bijlageinhoud.objects.all().delete()
        Bijlage.objects.all().delete()
        assert voeg_toe(bestand=bestand(inhoud, naam, mediatype)).status_code == 302, naam
        antwoord = als(Rol.CASEMANAGER).get(reverse("web:bijlage", args=[dossier.kenmerk, Bijlage.objects.get().pk]))
        assert antwoord.content == inhoud
        assert antwoord["Content-Disposition"].startswith("attachment; filename")
        assert "sandbox" in antwoord["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in antwoord["Content-Security-Policy"]
        assert antwoord["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in antwoord["Cache-Control"]


def test_in_de_database_staat_niets_leesbaars(voeg_toe):
    inhoud = bouwsels.docx(tekst=f"<w:r><w:t>{KANARIE.decode()}</w:t></w:r>")
    ruw = bouwsels.zip_van({"x": KANARIE}, 0)
    assert KANARIE in ruw  # a canary that is not pressed can be found
    naam = "KANARIE-bijlage.docx"
    voeg_toe(bestand=bestand(inhoud, naam, ""), toelichting="KANARIE-bijlage")
    with connection.cursor() as cursor:
        for tabel in ("dossiers_bijlage", "dossiers_bijlageinhoud"):
            cursor.execute(f"SELECT * FROM {tabel}")  # noqa: S608  # our own two names
            for rij in cursor.fetchall():
                for cel in rij:
                    als_bytes = bytes(cel) if isinstance(cel, bytes | memoryview) else str(cel).encode()
                    assert KANARIE not in als_bytes
                    assert b"PK\x03\x04" not in als_bytes


def test_een_verwisseld_bestand_gaat_niet_open(voeg_toe, dossier, als):
    """Somebody who can write in the database puts the content of one file under another."""
    voeg_toe()
    voeg_toe(bestand=bestand(bouwsels.png(), "foto.png", "image/png"))
    een, twee = Bijlageinhoud.objects.order_by("pk").values_list("pk", flat=True)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE dossiers_bijlageinhoud SET inhoud = (SELECT inhoud FROM dossiers_bijlageinhoud WHERE id = %s) "
            "WHERE id = %s",
            [een.hex if connection.vendor == "sqlite" else een, twee.hex if connection.vendor == "sqlite" else twee],
        )
    bijlage_id = Bijlageinhoud.objects.filter(pk=twee).values_list("bijlage_id", flat=True).get()
    with pytest.raises(Beschadigd):
        als(Rol.CASEMANAGER).get(reverse("web:bijlage", args=[dossier.kenmerk, bijlage_id]))


def test_wie_alles_downloadt_krijgt_ook_de_bestanden(voeg_toe, dossier, als):
    besluit = bouwsels.docx()
    voeg_toe()
    voeg_toe(Rol.WERKGEVER, deel="uwv", bestand=bestand(besluit, "besluit.docx", ""))
    antwoord = als(Rol.WERKNEMER).post(reverse("web:downloaden", args=[dossier.kenmerk]))
    with zipfile.ZipFile(BytesIO(b"".join(antwoord.streaming_content))) as archief:
        namen = [naam for naam in archief.namelist() if "bijlagen" in naam]
        assert sorted(naam.rpartition("/")[2] for naam in namen) == [
            "001-uwv.docx", "002-probleemanalyse.pdf", "bijlagen.json",
        ]  # fmt: skip
        assert archief.read(next(naam for naam in namen if naam.endswith(".docx"))) == besluit
        (lijst,) = [json.loads(archief.read(naam)) for naam in namen if naam.endswith(".json")]
        assert {regel["naam"] for regel in lijst} == {"besluit.docx", "probleemanalyse.pdf"}


# --- what is refused --------------------------------------------------------------------------------------------

# One file of each reason, and every name: what else is tried is in tests/poortwijzer/bijlagen.
_PER_REDEN = {geval.reden: geval for geval in VIJANDIG}
GEVALLEN = [*(geval for geval in VIJANDIG if geval.reden is Reden.NAAM), *_PER_REDEN.values()]


def test_elk_soort_vijandig_bestand_wordt_geweigerd_met_wat_u_kunt_doen(dossier, als):
    client, adres = als(Rol.CASEMANAGER), reverse("web:bijlage_nieuw", args=[dossier.kenmerk])
    for geval in GEVALLEN:
        antwoord = client.post(adres, velden(bestand=bestand(geval.inhoud, geval.naam, geval.mediatype)))
        _keur(geval, antwoord)
        Bijlageinhoud.objects.all().delete()
        Bijlage.objects.all().delete()


def _keur(geval: Geval, antwoord) -> None:
    reden = geval.reden if geval.via_web == "gelijk" else geval.via_web
    if reden is None:  # Django took folders and signs that do not show off the name: a safe name is left
        assert antwoord.status_code == 302, geval.wat
        assert Bijlage.objects.get().naam in {"brief.pdf", "brieffdp.pdf"}, geval.wat
        return
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422, geval.wat
    assert str(WEIGERING[reden]).split(".", maxsplit=1)[0] in tekst, geval.wat
    assert "Op papier gekregen" in tekst  # the rest of the form is still there
    assert 'value="bedrijfsarts" selected' in tekst
    assert not Bijlage.objects.exists()


def test_te_groot_kost_geen_geheugen_en_laat_de_rest_staan(voeg_toe):
    antwoord = voeg_toe(bestand=bestand(bytes(MEESTE_BYTES + 1)))
    assert antwoord.status_code == 422
    assert "groter dan 10 MB" in antwoord.content.decode()
    assert "Op papier gekregen" in antwoord.content.decode()


def test_veel_te_groot_wordt_niet_eens_gelezen(voeg_toe):
    antwoord = voeg_toe(bestand=bestand(bytes(26 * 1024 * 1024)))
    assert antwoord.status_code == 413
    assert "10 MB" in antwoord.content.decode()


def test_twee_bestanden_tegelijk_is_een_te_veel(dossier, als):
    adres = reverse("web:bijlage_nieuw", args=[dossier.kenmerk])
    antwoord = als(Rol.CASEMANAGER).post(adres, velden(bestand=[bestand(), bestand(naam="b.pdf")]))
    assert antwoord.status_code == 400
    assert not Bijlage.objects.exists()


def test_zonder_scanner_zegt_het_blad_dat(dossier, als, settings):
    adres, zin = reverse("web:bijlage_nieuw", args=[dossier.kenmerk]), "niet op virussen gecontroleerd"
    assert zin in als(Rol.CASEMANAGER).get(adres).content.decode()
    settings.BIJLAGEN_SCAN = "clamd:/run/clamd"
    assert zin not in als(Rol.CASEMANAGER).get(adres).content.decode()
