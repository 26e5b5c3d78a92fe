"""A new key for an organisation: every key of a part that it owns is wrapped anew, and no data are touched.

For when the key of an organisation may have leaked, or once in a while. The new key is a row of its own; parts move to
it in batches, and the old row is emptied when none is left. Killed half-way, both are there, everything can be read,
and the next call goes on.
"""

from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import transaction

from poortwijzer.kluis.envelop import Verzegeld, ontzegel, verzegel
from poortwijzer.kluis.models import Sleutel, Sleutelsoort
from poortwijzer.kluis.router import ALIAS
from poortwijzer.kluis.sleutelring import geheim_van, nieuwe_organisatiesleutel, plaats_van, sleutelring
from poortwijzer.kluis.vegen import veeg
from poortwijzer.lib.klok import nu

PARTIJ = 2_000


def vernieuw_sleutel(organisatie_id: UUID) -> int:
    """Give an organisation a new key, move its parts to it, and give how many were moved.

    Raises:
        Sleutel.DoesNotExist: when the organisation has no key, as it owns no part yet.
        KluisDicht: when this process does not have the key of the installation.
    """
    nieuw = _begin(organisatie_id)
    met = AESGCM(geheim_van(nieuw))
    aantal = 0
    for oud in _oude(organisatie_id):
        while gedaan := _verplaats_partij(oud, nieuw, met):
            aantal += gedaan
    sleutelring().vergeet()
    with transaction.atomic(using=ALIAS):
        transaction.on_commit(veeg, using=ALIAS)
    return aantal


def _begin(organisatie_id: UUID) -> Sleutel:
    """Make the new key; when an earlier rotation stopped half-way, give the one that it made."""
    with transaction.atomic(using=ALIAS):
        rijen = Sleutel.objects.select_for_update().filter(
            soort=Sleutelsoort.ORGANISATIE, organisatie_id=organisatie_id
        )
        huidig = rijen.get(is_huidig=True)
        if rijen.filter(is_huidig=False, ingepakt__isnull=False).exists():
            return huidig
        huidig.is_huidig = False
        huidig.save(update_fields=["is_huidig"])
        nieuw = nieuwe_organisatiesleutel(organisatie_id)
        nieuw.save(force_insert=True)
    return nieuw


def _oude(organisatie_id: UUID) -> list[Sleutel]:
    oud = Sleutel.objects.filter(soort=Sleutelsoort.ORGANISATIE, organisatie_id=organisatie_id, is_huidig=False)
    return list(oud.filter(ingepakt__isnull=False))


def _verplaats_partij(oud: Sleutel, nieuw: Sleutel, met: AESGCM) -> int:
    """Move some parts to the new key; when none is left, empty the old one in the same transaction.

    The lock on the old key and the trigger of the table see to it that no part is made under it after that.
    """
    open_ = AESGCM(geheim_van(oud))
    with transaction.atomic(using=ALIAS):
        Sleutel.objects.select_for_update().get(pk=oud.pk)
        delen = Sleutel.objects.select_for_update().filter(ouder=oud, ingepakt__isnull=False)
        rijen = list(delen.order_by("pk")[:PARTIJ])
        for rij in rijen:
            assert rij.ingepakt is not None  # noqa: S101  # chosen so
            plaats = plaats_van(rij)
            geheim = ontzegel(Verzegeld(rij.ingepakt), met=open_, plaats=plaats)
            rij.ingepakt = verzegel(geheim, met=met, sleutel_id=rij.pk.bytes, plaats=plaats)
            rij.ouder = nieuw
        Sleutel.objects.bulk_create(
            rijen, update_conflicts=True, unique_fields=["id"], update_fields=["ouder", "ingepakt"]
        )
        if not rijen:
            Sleutel.objects.filter(pk=oud.pk).update(ingepakt=None, vernietigd_op=nu())
    return len(rijen)
