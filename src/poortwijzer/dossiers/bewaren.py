"""From which day a part of a dossier has to go: the schedule of the core, with holds and the own terms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from poortnormen.bewaarschema import Bewaaroordeel, bewaaroordeel, bewaarschema, gewone_termijn
from poortnormen.catalogus import catalogus
from poortnormen.dossier import Dossier as KernDossier
from poortnormen.dossier import Feit as KernFeit
from poortnormen.feiten.bewaren import Bewaarblokkade as Kernblokkade
from poortnormen.tijd import Jaren
from poortwijzer.dossiers.facts import kern_dossier, met_feiten
from poortwijzer.dossiers.models import Bewaarblokkade, Bewaartermijn, Dossier
from poortwijzer.dossiers.partijen import WERKGEVER
from poortwijzer.dossiers.wistabellen import MEDISCH, RE_INTEGRATIE, laatste_wijziging
from poortwijzer.kluis.beheer import dossiers_met_sleutel
from poortwijzer.kluis.sleutelring import sleutelring
from poortwijzer.kluis.vak import Vaksoort
from poortwijzer.slot.wie import werk

PARTIJGROOTTE = 200
_GEWIJZIGD, _BLOKKADES, _DIENSTVERBAND = "medisch_dossier_gewijzigd_op", "bewaarblokkades", "dienstverband"
_NORMEN = tuple({norm for regel in bewaarschema().values() for norm in (regel.norm, regel.voorrang) if norm})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaarstand:
    """One part of one dossier on a day. `blokkade` is the ground of a hold that runs, whatever the term says."""

    dossier_id: UUID
    kenmerk: str
    deel: Vaksoort
    oordeel: Bewaaroordeel
    blokkade: str = ""
    is_uit_dienst: bool = False

    def gaat_weg(self, peildatum: date) -> bool:
        """Whether it is past its term and nothing holds it."""
        return not self.blokkade and self.oordeel.moet_weg(peildatum)


def eigen_termijn(organisatie_id: UUID, deel: str, peildatum: date) -> Jaren | None:
    """Give the term that an organisation chose for a part, if it did and still may; None for the usual one."""
    gekozen = Bewaartermijn.objects.filter(organisatie=organisatie_id, deel=deel).order_by("-created_at").first()
    if gekozen is None:
        return None
    termijn = Jaren(gekozen.jaren)
    mag = bewaarschema()[deel].mag_worden(termijn, gewoon=gewone_termijn(catalogus(), deel, peildatum))
    return termijn if mag else None


def bewaarstanden(
    organisatie_id: UUID, deel: Vaksoort, peildatum: date, *, dossier_ids: Sequence[UUID] | None = None
) -> Iterator[Bewaarstand]:
    """Give every dossier of which this organisation owns the part, or of these only, a batch at a time.

    Who asks may be of another organisation, or have no role on it: who owns a medical part is known in the key store.
    """
    na: UUID | None = None
    while partij := _partij(organisatie_id, deel, dossier_ids, na, peildatum):
        yield from partij  # outside the work: who asked goes on as himself
        na = partij[-1].dossier_id


def loopt_blokkade(dossier_id: UUID, deel: Vaksoort, op: date) -> str:
    """Give the ground of a hold on this part that runs on a day; empty when there is none."""
    lopend = Bewaarblokkade.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=op), Q(deel="") | Q(deel=deel), dossier=dossier_id, vanaf__lte=op
    )
    return lopend.order_by("vanaf").values_list("grond", flat=True).first() or ""


@werk("bewaartermijnen")
def _partij(
    organisatie_id: UUID, deel: Vaksoort, alleen: Sequence[UUID] | None, na: UUID | None, peildatum: date
) -> list[Bewaarstand]:
    """Give the next batch; empty when there is none left."""
    termijn = eigen_termijn(organisatie_id, deel, peildatum)
    standen: list[Bewaarstand] = []
    while not standen and (ids := _volgende(organisatie_id, deel, alleen, na)):
        na = ids[-1]
        dossiers = Dossier.objects.filter(pk__in=ids).select_related("werknemer")
        if deel is RE_INTEGRATIE:
            dossiers = dossiers.filter(gewist_op__isnull=True).prefetch_related(met_feiten())
        sleutelring().begin_opnieuw(ids)
        gewijzigd = laatste_wijziging(ids) if deel is MEDISCH else {}
        standen = [
            _stand(dossier, deel, peildatum, termijn, gewijzigd.get(dossier.pk))
            for dossier in dossiers.prefetch_related("bewaarblokkades").order_by("pk")
        ]
    return standen


def _volgende(organisatie_id: UUID, deel: Vaksoort, alleen: Sequence[UUID] | None, na: UUID | None) -> list[UUID]:
    """Give the next dossiers in order, of those that the organisation owns the part of."""
    if deel is MEDISCH:
        return dossiers_met_sleutel(organisatie_id, deel, na=na, hoogstens=PARTIJGROOTTE, alleen=alleen)
    dossiers = Dossier.objects.filter(werkgever=organisatie_id, gewist_op__isnull=True)
    if alleen is not None:
        dossiers = dossiers.filter(pk__in=alleen)
    if na is not None:
        dossiers = dossiers.filter(pk__gt=na)
    return list(dossiers.order_by("pk").values_list("pk", flat=True)[:PARTIJGROOTTE])


def _stand(
    dossier: Dossier, deel: Vaksoort, peildatum: date, termijn: Jaren | None, gewijzigd_op: date | None
) -> Bewaarstand:
    blokkades = [rij for rij in dossier.bewaarblokkades.all() if not rij.deel or rij.deel == deel]
    lopend = [rij for rij in blokkades if rij.vanaf <= peildatum and (rij.tot is None or rij.tot > peildatum)]
    geval = kern_dossier(dossier) if deel is RE_INTEGRATIE else _zonder_feiten(dossier)
    extra = [_kern(_BLOKKADES, Kernblokkade(vanaf=rij.vanaf, tot=rij.tot), str(rij.pk), peildatum) for rij in blokkades]
    if gewijzigd_op is not None:
        extra.append(_kern(_GEWIJZIGD, gewijzigd_op, _GEWIJZIGD, peildatum))
    beoordeling = catalogus().beoordeel(geval.met(*extra), peildatum, alleen=_NORMEN)
    dienstverband = beoordeling.beeld[_DIENSTVERBAND].waarde
    einde = getattr(dienstverband, "einde", None)
    return Bewaarstand(
        dossier_id=dossier.pk,
        kenmerk=dossier.kenmerk,
        deel=deel,
        oordeel=bewaaroordeel(catalogus(), beoordeling, deel, eigen_termijn=termijn),
        blokkade=lopend[0].grond if lopend else "",
        is_uit_dienst=einde is not None and einde < peildatum,
    )


def _kern(naam: str, waarde: object, id_: str, peildatum: date) -> KernFeit:
    return KernFeit(naam=naam, waarde=waarde, vastgelegd_op=peildatum, gever=WERKGEVER, id=id_)


def _zonder_feiten(dossier: Dossier) -> KernDossier:
    """Give the case without what the employer recorded: the term of the medical part does not depend on it."""
    return KernDossier(kenmerk=dossier.kenmerk)
