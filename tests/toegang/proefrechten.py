"""The rights of the employee in the world of the matrix: a consent asked for, and a request that was answered."""

from uuid import UUID

from poortwijzer.accounts import demo
from poortwijzer.dossiers.models import Correctieverzoek, Dossier, Toestemming
from poortwijzer.lib.klok import nu
from poortwijzer.toegang.actor import Actor
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
