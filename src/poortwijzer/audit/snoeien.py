"""Removing rows past their term, behind a signed point that the check accepts."""

from datetime import datetime
from hmac import compare_digest
from uuid import UUID

from django.db import transaction

from poortwijzer.audit.keten import BEGIN, onderteken
from poortwijzer.audit.schrijven import Handelende, record, vergrendel
from poortwijzer.audit.tabel import auditregels, snoeipunten
from poortwijzer.lib.klok import nu

HANDELING = "logboek_snoeien"


def snoei(organisatie_id: UUID, *, voor: datetime, actor: Handelende | None = None) -> int:
    """Remove the oldest rows of a chain, as far as all of them are from before `voor`; give how many.

    The newest row always stays. That it was done is a row of the log itself, in the chain of who did it.
    """
    tabel = auditregels()
    keten = tabel.objects.filter(organisatie_id=organisatie_id)
    with transaction.atomic():
        vergrendel(organisatie_id)
        # The first row that stays; what stands before it goes, so a clock that ran back cannot make a hole.
        blijft = keten.filter(tijdstip__gte=voor).order_by("volgnummer").values_list("volgnummer", flat=True).first()
        laatste = keten.order_by("-volgnummer").values_list("volgnummer", flat=True).first() or 0
        grens = keten.filter(volgnummer=(blijft or laatste) - 1).values_list("volgnummer", "hash").first()
        if grens is None:
            return 0
        _maak_punt(organisatie_id, *grens)
        aantal, _ = keten.filter(volgnummer__lte=grens[0]).delete()
        record(handeling=HANDELING, actor=actor, dossier_id=None, doel=f"{organisatie_id} tot en met {grens[0]}")
    return aantal


def begin_van(organisatie_id: UUID) -> tuple[int, str] | None:
    """Give number and hash of the row that the first row of a chain holds on to; None when a point is forged."""
    begin = (0, BEGIN)
    punten = snoeipunten().objects.filter(organisatie_id=organisatie_id).order_by("aantal")
    for punt in punten:
        if not compare_digest(punt.handtekening, _handtekening(organisatie_id, punt.aantal, punt.hash)):
            return None
        begin = (punt.aantal, punt.hash)
    return begin


def _maak_punt(organisatie_id: UUID, aantal: int, hash_: str) -> None:
    snoeipunten().objects.create(
        organisatie_id=organisatie_id,
        aantal=aantal,
        hash=hash_,
        tijdstip=nu(),
        handtekening=_handtekening(organisatie_id, aantal, hash_),
    )


def _handtekening(organisatie_id: UUID, aantal: int, hash_: str) -> str:
    return onderteken("snoeipunt", organisatie_id, aantal, hash_)
