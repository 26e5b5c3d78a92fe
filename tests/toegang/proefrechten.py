"""What the employee and others were asked in the world of the matrix: consent, a correction, a guest, a blockade."""

from datetime import timedelta
from uuid import UUID

from poortwijzer.accounts import demo
from poortwijzer.accounts.models import Gastlink
from poortwijzer.dossiers.actions import blokkeer_wissen
from poortwijzer.dossiers.models import Correctieverzoek, Dossier, Toestemming
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.gasten import Gastdoel
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.toestemmingen import Toestemmingsdoel


def toestemming(merk: str, dossier: Dossier, hr: Actor) -> UUID:
    """Ask the employee, in the name of the bedrijfsarts, whether a doctor may be asked; there is no answer yet."""
    toestemming = Toestemming.objects.create(
        dossier=dossier,
        eigenaar_id=demo.ARBODIENST.id,
        doel=Toestemmingsdoel.BEHANDELAAR_VRAGEN,
        aan=f"KANARIE-{merk}-toestemming.aan",
        onderwerp=f"KANARIE-{merk}-toestemming.onderwerp",
        tekst=f"KANARIE-{merk}-toestemming.tekst",
        tekstversie=1,
        rol=Rol.BEDRIJFSARTS,
        organisatie_id=demo.ARBODIENST.id,
        gevraagd_door_id=hr.gebruiker_id,
        gevraagd_op=nu(),
    )
    return toestemming.pk


def correctieverzoek(merk: str, dossier: Dossier, hr: Actor, stuk_id: UUID) -> UUID:
    """Ask the bedrijfsarts to correct a document, with the answer."""
    verzoek = Correctieverzoek.objects.create(
        dossier=dossier,
        stuk_id=stuk_id,
        gericht_aan="bedrijfsarts",
        wat=f"KANARIE-{merk}-correctie.wat",
        verzoek=f"KANARIE-{merk}-correctie.verzoek",
        gevraagd_door_id=hr.gebruiker_id,
        gevraagd_op=nu(),
        antwoord="niet_verbeterd",
        toelichting=f"KANARIE-{merk}-correctie.toelichting",
        beantwoord_door_id=hr.gebruiker_id,
        beantwoord_op=nu(),
    )
    return verzoek.pk


def gastlink(merk: str, dossier: Dossier, hr: Actor) -> UUID:
    """Ask the treating sector something in the name of the bedrijfsarts, and let it be answered."""
    link = Gastlink.objects.create(
        token_hash=merk.rjust(64, "0"),
        dossier_id=dossier.pk,
        eigenaar_id=demo.ARBODIENST.id,
        doel=Gastdoel.INFORMATIE_AANLEVEREN,
        deel=Deel.GASTANTWOORDEN,
        gast=f"KANARIE-{merk}-gastlink.gast",
        vraag=f"KANARIE-{merk}-gastlink.vraag",
        rol=Rol.BEDRIJFSARTS,
        organisatie_id=demo.ARBODIENST.id,
        created_by_id=hr.gebruiker_id,
        expires_at=nu() + timedelta(days=14),
        antwoord=f"KANARIE-{merk}-gastlink.antwoord",
        antwoord_op=nu(),
    )
    return link.pk


def blokkade(merk: str, dossier: Dossier, hr: Actor) -> UUID:
    """Keep the dossier from being erased, with a reason."""
    gegevens = {"deel": "re_integratie", "grond": "conflict", "vanaf": vandaag()}
    toelichting = f"KANARIE-{merk}-blokkade.toelichting"
    return blokkeer_wissen(dossier=dossier, actor=hr, toelichting=toelichting, **gegevens).pk
