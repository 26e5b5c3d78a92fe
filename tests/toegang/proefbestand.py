"""A file to send with a form, and files that lie in a dossier."""

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from io import BytesIO
from uuid import UUID

import pikepdf

from poortwijzer.dossiers.models import Bijlage, Bijlageinhoud, Dossier
from poortwijzer.lib.klok import nu
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

# A file about every part that anybody may add one to.
BIJLAGEDELEN = tuple(deel for deel in Deel if any(mag(rol, Handeling.BIJLAGE_TOEVOEGEN, deel) for rol in Rol))


class Bestand:
    """A file to send, again and again."""

    name, content_type = "brief.pdf", "application/pdf"

    def __init__(self) -> None:
        uit = BytesIO()
        with pikepdf.new() as document:
            document.add_blank_page()
            document.save(uit, deterministic_id=True)
        self._inhoud = uit.getvalue()

    def read(self, _aantal: int = -1) -> bytes:
        """Give all of it."""
        return self._inhoud


BESTAND = Bestand()


def maak_bijlage(dag: Callable[[str, str], date], merk: str, deel: Deel, dossier: Dossier, hr: Actor) -> UUID:
    """Put a file in the dossier that is a canary from beginning to end."""
    kanarie = f"KANARIE-{merk}-bijlage.{deel}"
    bijlage = Bijlage.objects.create(
        dossier=dossier,
        deel=deel,
        van_op=dag(merk, f"bijlage.{deel}.van_op"),
        ontvangen_op=dag(merk, f"bijlage.{deel}.ontvangen_op"),
        ontvangen_van="ander",
        rol=Rol.WERKGEVER,
        toegevoegd_door_id=hr.gebruiker_id,
        toegevoegd_op=nu(),
        naam=f"{kanarie}.naam",
        toelichting=f"{kanarie}.toelichting",
        bestandstype="pdf",
        aantal_bytes=1,
        vingerafdruk=sha256(f"{kanarie}.inhoud".encode()).hexdigest(),
    )
    Bijlageinhoud.objects.create(dossier=dossier, bijlage=bijlage, inhoud=f"{kanarie}.inhoud".encode())
    return bijlage.pk
