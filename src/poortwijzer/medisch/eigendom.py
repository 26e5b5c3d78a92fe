"""Whose the rows of a medical record are now: the organisation that wrote them, or to which it was handed over."""

from uuid import UUID

from django.db.models import Q

from poortwijzer.medisch.models import Overdracht


def eigenaar_nu(dossier_id: UUID, organisatie_id: UUID) -> UUID:
    """Give who has today what this organisation wrote in the record of this dossier."""
    return _nu(dossier_id).get(organisatie_id, organisatie_id)


def bezit(dossier_id: UUID, organisatie_id: UUID | None) -> frozenset[UUID]:
    """Give the organisations whose rows in this record are this organisation's today; none when it handed them over."""
    nu_van = _nu(dossier_id)
    gekregen = {van for van, naar in nu_van.items() if naar == organisatie_id}
    eigen = set() if organisatie_id is None or organisatie_id in nu_van else {organisatie_id}
    return frozenset(gekregen | eigen)


def leesbaar_voor(dossier_id: UUID, organisatie_id: UUID | None) -> Q:
    """Give the condition for the rows that a doctor of this organisation may read.

    A doctor's own working notes are no part of the record: they are not handed over with it.
    """
    rijen = Q(eigenaar__in=bezit(dossier_id, organisatie_id))
    return rijen & (Q(is_werkaantekening=False) | Q(eigenaar=organisatie_id))


def _nu(dossier_id: UUID) -> dict[UUID, UUID]:
    """Give per organisation that ever handed something over, or back, who has its rows now."""
    nu_van: dict[UUID, UUID] = {}
    rijen = Overdracht.objects.filter(dossier=dossier_id).order_by("created_at", "id").values_list("van", "naar")
    for van, naar in rijen:
        for eerder, bij in nu_van.items():
            if bij == van:
                nu_van[eerder] = naar
        nu_van[van] = naar
    return nu_van
