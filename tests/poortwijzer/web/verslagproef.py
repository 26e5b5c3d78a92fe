"""A re-integratieverslag for tests: documents frozen, both parties asked, and the ZIP read back."""

import zipfile
from datetime import timedelta
from io import BytesIO

import bouwsels
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from poortwijzer.dossiers.actions import begin_stuk, bewaar_stuk, reageer_op_stuk, stel_stuk_vast
from poortwijzer.formulieren.services import ontbrekend
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol


def adres(naam: str, dossier) -> str:
    return reverse(f"web:{naam}", args=[dossier.kenmerk])


def vast(dossier, actor, soort: str, **inhoud):
    """Freeze a document, with a reason for all that is missing."""
    concept = begin_stuk(dossier=dossier, actor=actor, soort=soort)
    bewaard = bewaar_stuk(
        dossier=dossier,
        actor=actor,
        stuk_id=concept.pk,
        wijzigingen={"opgesteld_op": vandaag().isoformat(), **inhoud},
        verwachte_versie=concept.versie,
    ).formulier
    redenen = {deel.sleutel: "nog niet bekend" for deel in ontbrekend(bewaard)}
    return stel_stuk_vast(
        dossier=dossier, actor=actor, stuk_id=bewaard.pk, verwachte_versie=bewaard.versie, redenen=redenen
    )


def vraag_beide(dossier, actor, voorblad) -> None:
    """Let both parties say something about the front page; the employee disagrees."""
    for rol, standpunt in ((Rol.WERKNEMER, "oneens"), (Rol.WERKGEVER, "eens")):
        woorden = "Het plan was te snel." if standpunt == "oneens" else ""
        reageer_op_stuk(
            dossier=dossier, actor=actor(rol), stuk_id=voorblad.pk, standpunt=standpunt, eigen_woorden=woorden
        )


def zip_bytes(browser, dossier, voorblad=None) -> bytes:
    """Ask for the ZIP, of the report of now or of the frozen one with this front page."""
    antwoord = browser.get(adres("verslag_zip", dossier), {"voorblad": voorblad.pk} if voorblad else {})
    assert antwoord.status_code == 200
    return b"".join(antwoord.streaming_content)


def uitgepakt(inhoud: bytes) -> dict[str, bytes]:
    """Give the files of a ZIP by their names."""
    with zipfile.ZipFile(BytesIO(inhoud)) as map_:
        return {naam: map_.read(naam) for naam in map_.namelist()}


def voeg_bestand_toe(browser, dossier, deel: str = "probleemanalyse") -> None:
    """Add a file from outside about a part."""
    velden = {
        "deel": deel,
        "van_op": (vandaag() - timedelta(days=30)).isoformat(),
        "ontvangen_op": (vandaag() - timedelta(days=20)).isoformat(),
        "ontvangen_van": "bedrijfsarts",
        "toelichting": "Op papier gekregen",
        "bestand": SimpleUploadedFile(f"{deel}.pdf", bouwsels.pdf(), content_type="application/pdf"),
    }
    assert browser.post(reverse("web:bijlage_nieuw", args=[dossier.kenmerk]), velden).status_code == 302
