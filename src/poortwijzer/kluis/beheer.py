"""What is done with keys as such: destroy those of a dossier, and wrap all with another key of the installation."""

from collections.abc import Sequence
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import transaction
from django.db.models import QuerySet

from poortwijzer.kluis.envelop import Verzegeld, ontzegel, verzegel
from poortwijzer.kluis.installatiesleutel import sleutels
from poortwijzer.kluis.models import Sleutel, Sleutelsoort
from poortwijzer.kluis.router import ALIAS
from poortwijzer.kluis.sleutelring import (
    SleutelVernietigd,
    geheim_van,
    organisatiesleutels,
    plaats_van,
    sleutelring,
)
from poortwijzer.kluis.vak import Vaksoort
from poortwijzer.kluis.vegen import veeg
from poortwijzer.lib.klok import nu

PARTIJ = 2_000


def vernietig(dossier_id: UUID, deel: Vaksoort | None = None) -> int:
    """Destroy the keys of a dossier, or of one part of it, and give how many.

    What they sealed is gone for good, here and in every backup of the data. It cannot be undone, and not be rolled
    back together with a transaction on the data: call it last.
    """
    rijen = Sleutel.objects.filter(soort=Sleutelsoort.DEEL, dossier_id=dossier_id, ingepakt__isnull=False)
    if deel is not None:
        rijen = rijen.filter(deel=deel)
    with transaction.atomic(using=ALIAS):
        aantal = rijen.update(ingepakt=None, vernietigd_op=nu())
        transaction.on_commit(veeg, using=ALIAS)
    sleutelring().vergeet()
    return aantal


def draag_over(dossier_id: UUID, deel: Vaksoort, *, naar: UUID) -> None:
    """Wrap the key of a part with the key of another organisation, which owns the part from then on.

    No data are touched. A second call does nothing, so that one that was cut off can be made again.

    Raises:
        SleutelVernietigd: when the part has no key, or none any more.
        KluisDicht: when this process does not have the key of the installation.
    """
    with transaction.atomic(using=ALIAS):
        rij = Sleutel.objects.select_for_update().filter(dossier_id=dossier_id, deel=deel).first()
        if rij is None or rij.ingepakt is None or rij.ouder is None:
            raise SleutelVernietigd("There is no key to hand over.")
        if rij.organisatie_id == naar:
            return
        geheim = ontzegel(Verzegeld(rij.ingepakt), met=AESGCM(geheim_van(rij.ouder)), plaats=plaats_van(rij))
        organisatiesleutels({naar})  # made when this is the first part that it gets
        # Locked, so that nobody renews this key and empties the old one while the part goes under it.
        huidige = Sleutel.objects.select_for_update().filter(soort=Sleutelsoort.ORGANISATIE, is_huidig=True)
        rij.organisatie_id, rij.ouder = naar, huidige.get(organisatie_id=naar)
        met = AESGCM(geheim_van(rij.ouder))
        rij.ingepakt = verzegel(geheim, met=met, sleutel_id=rij.pk.bytes, plaats=plaats_van(rij))
        rij.save(update_fields=["organisatie_id", "ouder", "ingepakt"])
    sleutelring().vergeet()


def heeft_sleutel(dossier_id: UUID, deel: Vaksoort) -> bool:
    """Tell whether a part of a dossier has a key that still opens something."""
    return _levende(deel).filter(dossier_id=dossier_id).exists()


def eigenaar_van(dossier_id: UUID, deel: Vaksoort) -> UUID | None:
    """Give the organisation that owns a part of a dossier; None when the part is not there (any more)."""
    return _levende(deel).filter(dossier_id=dossier_id).values_list("organisatie_id", flat=True).first()


def dossiers_met_sleutel(
    organisatie_id: UUID, deel: Vaksoort, *, na: UUID | None, hoogstens: int, alleen: Sequence[UUID] | None = None
) -> list[UUID]:
    """Give, in order and after `na`, the dossiers of which this organisation owns a part that still opens.

    With `alleen` none but these: that is one short question, however many dossiers the organisation has.
    """
    rijen = _levende(deel).filter(organisatie_id=organisatie_id)
    if alleen is not None:
        rijen = rijen.filter(dossier_id__in=alleen)
    if na is not None:
        rijen = rijen.filter(dossier_id__gt=na)
    gevonden = rijen.order_by("dossier_id").values_list("dossier_id", flat=True)[:hoogstens]
    return [dossier_id for dossier_id in gevonden if dossier_id is not None]


def _levende(deel: Vaksoort) -> QuerySet[Sleutel]:
    return Sleutel.objects.filter(soort=Sleutelsoort.DEEL, deel=deel, ingepakt__isnull=False)


def roteer() -> int:
    """Wrap the key of every organisation with the current key of the installation; give how many were wrapped.

    Data and keys of parts are not touched. Killed half-way, the next call does what is left.

    Raises:
        KluisDicht: a key of the installation that still wraps something is missing.
    """
    kek, met = next(iter(sleutels().items()))
    aantal = 0
    while gedaan := _roteer_partij(kek, met):
        aantal += gedaan
    sleutelring().vergeet()
    return aantal


def _roteer_partij(kek: str, met: AESGCM) -> int:
    with transaction.atomic(using=ALIAS):
        oud = Sleutel.objects.select_for_update().filter(soort=Sleutelsoort.ORGANISATIE, ingepakt__isnull=False)
        rijen = list(oud.exclude(kek=kek)[:PARTIJ])
        for rij in rijen:
            rij.ingepakt = verzegel(geheim_van(rij), met=met, sleutel_id=rij.pk.bytes, plaats=plaats_van(rij))
            rij.kek = kek
        Sleutel.objects.bulk_create(
            rijen, update_conflicts=True, unique_fields=["id"], update_fields=["kek", "ingepakt"]
        )
    return len(rijen)
