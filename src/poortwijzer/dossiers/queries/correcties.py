"""The requests for correction of a dossier: all for the employee, for others those that they answer."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from poortwijzer.dossiers.keuzes import Correctieantwoord
from poortwijzer.dossiers.models import Correctieverzoek, Dossier
from poortwijzer.dossiers.partijen import antwoordt_namens
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class Correctiebeeld:
    """One request and what became of it; `antwoord` is empty while there is none."""

    id: UUID
    wat: str
    verzoek: str
    gericht_aan: str
    gevraagd_op: datetime
    antwoord: str
    toelichting: str
    beantwoord_door: str
    beantwoord_op: datetime | None
    mag_antwoorden: bool


def correcties(actor: Actor, dossier: Dossier) -> tuple[Correctiebeeld, ...]:
    """Give the requests, the newest first; the dossier comes from `access_dossier` for `Deel.CORRECTIES`."""
    rijen = Correctieverzoek.objects.filter(dossier=dossier).select_related("beantwoord_door")
    return tuple(
        Correctiebeeld(
            id=rij.pk,
            wat=rij.wat,
            verzoek=rij.verzoek,
            gericht_aan=rij.gericht_aan,
            gevraagd_op=rij.gevraagd_op,
            antwoord=str(Correctieantwoord(rij.antwoord).label) if rij.antwoord else "",
            toelichting=rij.toelichting,
            beantwoord_door=rij.beantwoord_door.naam if rij.beantwoord_door else "",
            beantwoord_op=rij.beantwoord_op,
            mag_antwoorden=not rij.antwoord and antwoordt_namens(actor.rol, rij.gericht_aan),
        )
        for rij in rijen.order_by("-gevraagd_op", "-id")
        if actor.rol is Rol.WERKNEMER or antwoordt_namens(actor.rol, rij.gericht_aan)
    )
