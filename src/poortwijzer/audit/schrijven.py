"""Writing in the log: one row for one act, in the transaction of that act."""

from functools import partial
from typing import Literal, Protocol
from uuid import UUID

from django.db import connection, transaction

from poortwijzer.audit.ankers import schrijf_anker
from poortwijzer.audit.keten import BEGIN, SCHEIDING, hash_van
from poortwijzer.audit.profiel import profiel
from poortwijzer.audit.tabel import auditregels
from poortwijzer.lib.klok import nu
from poortwijzer.slot.wie import werk

# The chain of what is done for no organisation: the installation's own.
ZONDER_ORGANISATIE = UUID(int=0)


class Handelende(Protocol):
    """Who acts, as the log needs it; `toegang.actor.Actor` is one."""

    @property
    def gebruiker_id(self) -> UUID:
        """Who it is."""

    @property
    def rol(self) -> str:
        """In which role."""

    @property
    def organisatie_id(self) -> UUID | None:
        """For which organisation."""


def record(  # noqa: PLR0913  # the fields of a row, all by name
    *,
    handeling: str,
    actor: Handelende | None,
    dossier_id: UUID | None,
    onderdeel: str = "",
    uitkomst: Literal["gelukt", "geweigerd"] = "gelukt",
    reden: str = "",
    doel: str = "",
    rol: str = "",
    is_nood: bool = False,
    verantwoordelijke_id: UUID | None = None,
    toestemming_id: UUID | None = None,
) -> None:
    """Write one row about one act. No content and no names go in: identifiers and words of the policy only.

    `reden` may explain why a medical word stays, in words that `tekstwacht` looked through.
    It stands in the caller's transaction, so an act that is undone leaves no row and an act whose row cannot
    be written is undone. `actor` is None for the installation itself (a job). `rol` is needed only where it is
    another than the actor's. `is_nood`: under emergency access. `verantwoordelijke_id`: for whom somebody
    acts who does so under the responsibility of another; else the actor is responsible. `toestemming_id`: the
    consent that the act rests on. The row joins the chain of the organisation that the actor acts for. Call it last:
    the chain is locked for other writers until the transaction ends. After the commit the chain is anchored
    outside the database. Raises DatabaseError when a text is too long for its column, and ValueError when it
    holds the sign that separates texts in the hash.
    """
    tabel = auditregels()
    keten = (actor and actor.organisatie_id) or ZONDER_ORGANISATIE
    with werk("logboek"), transaction.atomic(savepoint=False):
        vergrendel(keten)
        vorige = (
            tabel.objects.filter(organisatie_id=keten).order_by("-volgnummer").values_list("volgnummer", "hash").first()
        )
        volgnummer, vorige_hash = vorige or (0, BEGIN)
        regel = tabel(
            organisatie_id=keten,
            volgnummer=volgnummer + 1,
            tijdstip=nu(),
            actor_id=actor.gebruiker_id if actor else None,
            rol=rol or (str(actor.rol) if actor else ""),
            handeling=str(handeling),
            dossier_id=dossier_id,
            onderdeel=str(onderdeel),
            uitkomst=uitkomst,
            reden=reden,
            doel=doel,
            is_nood=is_nood,
            verantwoordelijke_id=verantwoordelijke_id or (actor.gebruiker_id if actor else None),
            toestemming_id=toestemming_id,
            profiel=profiel(),
            vorige_hash=vorige_hash,
        )
        if SCHEIDING in f"{regel.rol}{regel.handeling}{regel.onderdeel}{regel.reden}{regel.doel}":
            raise ValueError("a text for the log holds a NUL")
        regel.hash = hash_van(regel)
        regel.save(force_insert=True)
        # What is committed stays so, also when the anchor cannot be written: Django logs that.
        transaction.on_commit(partial(schrijf_anker, keten, regel.volgnummer, regel.hash), robust=True)


def vergrendel(keten: UUID) -> None:
    """Let one writer at a time add to a chain; SQLite lets one write at a time anyway."""
    if connection.vendor != "postgresql":
        return
    sleutel = int.from_bytes(keten.bytes[:8], "big", signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [sleutel])
