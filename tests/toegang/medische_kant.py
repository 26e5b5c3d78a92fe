"""What the world of the matrix has at the medical side of a dossier."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

from poortwijzer.accounts import demo
from poortwijzer.accounts.models import Gebruiker
from poortwijzer.dossiers.models import Delegatie, Dossier
from poortwijzer.lib.klok import vandaag
from poortwijzer.medisch.models import Medischeregel
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol


def schrijf_medisch(merk: str, dossier: Dossier, hr: Actor, *, dag: Callable[[str, str], date]) -> UUID:
    """Write in the medical record what only the bedrijfsarts and the employee read, and a note of the doctor's own."""
    gemaakt = [
        Medischeregel.objects.create(
            dossier=dossier,
            eigenaar_id=demo.ARBODIENST.id,
            is_werkaantekening=is_eigen,
            inhoud={
                "soort": "behandeling",
                "op": dag(merk, f"{naam}.op").isoformat(),
                "tekst": f"KANARIE-{merk}-{naam}.tekst",
                "van_wie": f"KANARIE-{merk}-{naam}.van_wie",
                "cas": f"KANARIE-{merk}-{naam}.cas",
            },
            rol=Rol.BEDRIJFSARTS,
            created_by_id=demo.demo_gebruiker_id(Rol.BEDRIJFSARTS) if is_eigen else hr.gebruiker_id,
        )
        for naam, is_eigen in (("medisch", False), ("werkaantekening", True))
    ]
    return gemaakt[0].pk


def delegeer(dossier: Dossier, hr: Actor) -> UUID:
    """Leave a task to somebody who is nobody here; it opens nothing, as its bedrijfsarts has no role."""
    ander = Gebruiker.objects.filter(pk=demo.demo_gebruiker_id(Rol.BEHEERDER)).get()
    delegatie = Delegatie.objects.create(
        dossier=dossier,
        organisatie_id=demo.ARBODIENST.id,
        bedrijfsarts_id=hr.gebruiker_id,
        gedelegeerde=ander,
        taken=["dossier_bijhouden"],
        vanaf=date(2020, 1, 1),
        tot=vandaag() + timedelta(days=30),
    )
    return delegatie.pk
