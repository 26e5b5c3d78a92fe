"""Who has a role on a dossier today, for the apps above; and to whom a bedrijfsarts left tasks."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from poortwijzer.dossiers.models import Betrokkene, Delegatie, Dossier
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.delegatie import Deeltaak
from poortwijzer.toegang.rollen import Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegatiebeeld:
    """Tasks that were left to somebody: by whom, to whom, which, from inclusive and until exclusive."""

    id: UUID
    bedrijfsarts: str
    gedelegeerde: str
    taken: tuple[Deeltaak, ...]
    vanaf: date
    tot: date

    @property
    def is_lopend(self) -> bool:
        """Whether it still runs, or is to begin."""
        return self.tot > vandaag()


def organisatie_met_rol(dossier: Dossier, rol: Rol) -> UUID | None:
    """Give for which organisation somebody has this role on the dossier today, the newest; None when nobody has."""
    op = vandaag()
    lopend = Betrokkene.objects.filter(Q(tot__isnull=True) | Q(tot__gt=op), dossier=dossier, rol=rol, vanaf__lte=op)
    return lopend.order_by("-vanaf", "id").values_list("organisatie_id", flat=True).first()


def organisaties_met_rol(dossier: Dossier, rol: Rol) -> frozenset[UUID]:
    """Give for which organisations people have this role on the dossier today."""
    op = vandaag()
    lopend = Betrokkene.objects.filter(Q(tot__isnull=True) | Q(tot__gt=op), dossier=dossier, rol=rol, vanaf__lte=op)
    return frozenset(lopend.values_list("organisatie_id", flat=True))


def delegaties(dossier: Dossier) -> tuple[Delegatiebeeld, ...]:
    """Give every delegation on this dossier, the newest first; it comes from `access_dossier` for `Deel.DELEGATIES`."""
    rijen = Delegatie.objects.filter(dossier=dossier).select_related("bedrijfsarts", "gedelegeerde")
    return tuple(
        Delegatiebeeld(
            id=rij.pk,
            bedrijfsarts=rij.bedrijfsarts.naam,
            gedelegeerde=rij.gedelegeerde.naam,
            taken=tuple(Deeltaak(taak) for taak in rij.taken),
            vanaf=rij.vanaf,
            tot=rij.tot,
        )
        for rij in rijen.order_by("-created_at")
    )


def kenmerk_van(dossier_id: UUID) -> str:
    """Give the reference of a dossier that the caller has just been let into; empty when making it was undone."""
    return Dossier.objects.values_list("kenmerk", flat=True).filter(pk=dossier_id).first() or ""
