"""Who covers for whom, for the page that arranges it and for the marks in the work list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from poortwijzer.dossiers.models import Betrokkene, Waarneming
from poortwijzer.dossiers.waarneming import regelt_voor_allen
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarneemregel:
    """A cover that runs or is to come."""

    id: UUID
    afwezige: str
    waarnemer: str
    rol: Rol
    vanaf: date
    tot: date
    is_te_beeindigen: bool


def waarnemingen(actor: Actor) -> tuple[Waarneemregel, ...]:
    """Give the covers of and by this person; for who arranges them for all, those of the organisation."""
    rijen = Waarneming.objects.filter(tot__gt=vandaag(), organisatie=actor.organisatie_id)
    if not regelt_voor_allen(actor):
        rijen = rijen.filter(Q(afwezige=actor.gebruiker_id) | Q(waarnemer=actor.gebruiker_id), rol=actor.rol)
    return tuple(
        Waarneemregel(
            id=rij.pk,
            afwezige=rij.afwezige.naam,
            waarnemer=rij.waarnemer.naam,
            rol=Rol(rij.rol),
            vanaf=rij.vanaf,
            tot=rij.tot,
            is_te_beeindigen=regelt_voor_allen(actor) or rij.afwezige_id == actor.gebruiker_id,
        )
        for rij in rijen.select_related("afwezige", "waarnemer").order_by("vanaf", "afwezige__naam")
    )


def waargenomen(actor: Actor, dossier_ids: Iterable[UUID]) -> Mapping[UUID, str]:
    """Give for whom this actor covers on these dossiers, as far as there is no other role; in one query."""
    rijen = Betrokkene.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=vandaag()),
        dossier__in=set(dossier_ids),
        gebruiker=actor.gebruiker_id,
        rol=actor.rol,
        vanaf__lte=vandaag(),
        waarneming__isnull=False,
    )
    return dict(rijen.values_list("dossier_id", "waarneming__afwezige__naam"))
