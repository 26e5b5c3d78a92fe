"""The employee sees all that is kept, and takes all of it along in open formats."""

import hashlib
import io
import json
import re
import tempfile
import zipfile

import jsonschema
import pytest
from django.urls import reverse

from poortnormen.dossier import lees_dossier
from poortwijzer import audit
from poortwijzer.dossiers.actions import begin_stuk, bewaar_stuk, reageer_op_stuk, stel_stuk_vast
from poortwijzer.dossiers.models import Feit, Werknemer, Ziekmelding
from poortwijzer.formulieren.register import soort_van
from poortwijzer.formulieren.services import ontbrekend
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.delen import Handeling
from poortwijzer.toegang.rollen import Rol


@pytest.fixture
def stuk(dossier, actor):
    arts = actor(Rol.BEDRIJFSARTS)
    concept = begin_stuk(dossier=dossier, actor=arts, soort="probleemanalyse")
    wat = {soort_van("probleemanalyse").dag: vandaag().isoformat()}
    bewaard = bewaar_stuk(dossier=dossier, actor=arts, stuk_id=concept.pk, wijzigingen=wat, verwachte_versie=0)
    concept = bewaard.formulier
    redenen = {deel.sleutel: "nog niet bekend" for deel in ontbrekend(concept)}
    vast = stel_stuk_vast(
        dossier=dossier, actor=arts, stuk_id=concept.pk, verwachte_versie=concept.versie, redenen=redenen
    )
    reageer_op_stuk(
        dossier=dossier,
        actor=actor(Rol.WERKNEMER),
        stuk_id=vast.pk,
        standpunt="oneens",
        eigen_woorden="Ik zie dit anders.",
    )
    return vast


@pytest.fixture
def download(dossier, als):
    """Give a function that downloads everything as the employee: the answer, and the files by path."""

    def haal():
        antwoord = als(Rol.WERKNEMER).post(reverse("web:downloaden", args=[dossier.kenmerk]))
        inhoud = b"".join(antwoord.streaming_content)
        with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
            return antwoord, {pad: zip_.read(pad) for pad in zip_.namelist()}

    return haal


@pytest.mark.usefixtures("stuk")
def test_alles_komt_mee_en_is_na_te_gaan(dossier, download):
    antwoord, bestanden = download()

    assert (antwoord.streaming, antwoord["Content-Type"]) == (True, "application/zip")
    assert "no-store" in antwoord["Cache-Control"]
    manifest = json.loads(bestanden.pop("manifest.json"))
    assert {regel["pad"]: regel["sha256"] for regel in manifest["bestanden"]} == {
        pad: hashlib.sha256(inhoud).hexdigest() for pad, inhoud in bestanden.items()
    }
    uitgewisseld = json.loads(bestanden["dossier.json"])
    jsonschema.validate(uitgewisseld, json.loads(bestanden["dossier.schema.json"]))
    terug = lees_dossier(bestanden["dossier.json"])
    assert terug.kenmerk == dossier.kenmerk
    assert len(terug.feiten) >= Feit.objects.filter(dossier=dossier).count()
    (pdf,) = [pad for pad in bestanden if pad.endswith(".pdf")]
    assert bestanden[pdf].startswith(b"%PDF")
    stuk = json.loads(bestanden[pdf.replace(".pdf", ".json")])
    assert [punt["eigen_woorden"] for punt in stuk["standpunten"]] == ["Ik zie dit anders."]
    assert {"toestemmingen.json", "gasten.json", "eigen-gegevens.json", "leeslog.csv"} <= set(bestanden)


def test_de_naam_van_het_bestand_en_van_wat_erin_zit_zegt_niets_over_iemand(dossier, stuk, download):
    antwoord, bestanden = download()

    naam = re.search(r'filename="([^"]+)"', antwoord["Content-Disposition"])
    assert naam
    for tekst in (naam[1], *bestanden):
        assert dossier.kenmerk not in tekst
        assert "Wit" not in tekst
        assert str(stuk.pk) not in tekst


def test_er_blijft_niets_op_de_schijf_staan(stuk, download, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    download()
    assert list(tmp_path.iterdir()) == []
    assert stuk.pk


def test_een_download_is_een_regel_in_het_leeslog_en_staat_er_zelf_ook_in(dossier, download):
    begin = nu()
    _antwoord, bestanden = download()

    rijen = [rij for rij in audit.lees(dossier.pk) if rij.tijdstip >= begin]
    assert [(rij.handeling, rij.onderdeel) for rij in rijen] == [(Handeling.DOWNLOADEN, "eigen_gegevens")]
    log = json.loads(bestanden["leeslog.json"])
    assert log["regels"][0]["handeling"] == "alles downloaden"
    assert log["is_volledig"] is True


def test_een_formule_in_een_naam_wordt_in_het_rekenblad_tekst(dossier, als, actor, download):
    type(dossier.werknemer.gebruiker).objects.filter(pk=actor(Rol.CASEMANAGER).gebruiker_id).update(naam="=1+1")
    als(Rol.CASEMANAGER).get(reverse("web:dossier", args=[dossier.kenmerk]))
    _antwoord, bestanden = download()
    assert b'"\'=1+1"' in bestanden["leeslog.csv"]
    assert b'"=1+1"' not in bestanden["leeslog.csv"]


def test_na_vijf_keer_in_een_uur_wacht_men_en_dat_staat_er(dossier, als):
    werknemer, adres = als(Rol.WERKNEMER), reverse("web:downloaden", args=[dossier.kenmerk])
    for _keer in range(5):
        assert werknemer.post(adres).status_code == 200
    te_veel = werknemer.post(adres, follow=True)
    assert te_veel.redirect_chain == [(reverse("web:eigen_gegevens", args=[dossier.kenmerk]), 302)]
    assert "over een uur weer" in te_veel.content.decode()


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.WERKNEMER])
def test_niemand_anders_downloadt_of_ziet_dit_blad(dossier, als, rol):
    assert als(rol).post(reverse("web:downloaden", args=[dossier.kenmerk])).status_code in {403, 404}
    assert als(rol).get(reverse("web:eigen_gegevens", args=[dossier.kenmerk])).status_code in {403, 404}


def test_het_blad_laat_zien_wat_nergens_anders_staat(dossier, werknemer, als):
    Werknemer.objects.filter(pk=werknemer.pk).update(geboortedatum="1980-05-17")
    melding = Ziekmelding.objects.get(dossier=dossier)
    assert melding.bereikbaar_op == ""
    blad = als(Rol.WERKNEMER).get(reverse("web:eigen_gegevens", args=[dossier.kenmerk])).content.decode()
    assert "zaterdag 17 mei 1980" in blad or "za 17 mei 1980" in blad
    for tekst in ("Ziekmelding van", "winkelmedewerker", "werknemer"):
        assert tekst in blad


def test_wie_een_dossier_heeft_begint_bij_het_eigen_dossier(dossier, als):
    klaar = als(Rol.WERKNEMER).get(reverse("web:begin"), follow=True)
    assert klaar.redirect_chain[-1] == (reverse("web:dossier", args=[dossier.kenmerk]), 302)


@pytest.mark.norm("AVG-NEN7513-2", waar="poortwijzer.web.leeslog.leesblad")
def test_de_werknemer_ziet_elke_lezing_met_dag_rol_en_deel_en_ook_de_weigering(dossier, als):
    als(Rol.CASEMANAGER).get(reverse("web:stand", args=[dossier.kenmerk]))
    als(Rol.BEDRIJFSARTS).get(reverse("web:stand", args=[dossier.kenmerk]))

    regels = als(Rol.WERKNEMER).get(reverse("web:inzage", args=[dossier.kenmerk])).context["regels"]

    over_stand = [
        (regel.rol_label, regel.woorden, regel.is_gelukt) for regel in regels if "stand voor" in regel.woorden
    ]
    assert over_stand == [
        ("bedrijfsarts", "keek naar: stand voor het UWV", False),
        ("casemanager", "keek naar: stand voor het UWV", True),
    ]
    assert all(regel.op and regel.naam for regel in regels[1:3])
