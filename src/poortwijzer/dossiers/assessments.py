"""Judging dossiers with the core, and keeping the receipt, the list fields and the tasks that follow from it.

A receipt is replayed, not read: it stores with what was judged and which outcomes changed. The daily upkeep
judges only dossiers whose judgement has expired or was made with another catalogue.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from uuid import UUID

import structlog
from django.db import transaction
from django.db.models import Q, QuerySet

from poortnormen.beoordeling import Beoordeling as KernBeoordeling
from poortnormen.beoordeling import samenvatting
from poortnormen.catalogus import catalogus
from poortnormen.dossier import Feit as KernFeit
from poortnormen.tijdlijn import Moment, houdbaar_tot, tijdlijn
from poortnormen.uitwerking import PEILDATUM, Herkomst
from poortwijzer.dossiers.beelden import Bijwerkverslag
from poortwijzer.dossiers.facts import UIT_WERKNEMER, kern_dossier, met_feiten
from poortwijzer.dossiers.lijstvelden import LIJSTVELDEN, zet_lijstvelden
from poortwijzer.dossiers.models import Beoordeling, Dossier, Onderhoud, Uitkomstsporen
from poortwijzer.dossiers.taakafleiding import Taakgegevens, herbouw_taken, leid_taken_af
from poortwijzer.kluis.installatiesleutel import KluisDicht
from poortwijzer.kluis.sleutelring import sleutelring
from poortwijzer.lib.klok import nu

PARTIJGROOTTE = 200
BUNDELGROOTTE = 10  # dossiers in one transaction: most of the gain, and nobody waits long for the lock
SPOORLENGTE = 12
_als_tekst = json.JSONEncoder(default=str, sort_keys=True).encode  # a hundred times per judgement
_VAST = frozenset({Herkomst.VASTE_WAARDE, Herkomst.REEKS, Herkomst.WAARDE})
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Beoordeeld:
    """A judgement of the core with its timeline; `houdbaar_tot` holds for both."""

    kern: KernBeoordeling
    momenten: tuple[Moment, ...]
    houdbaar_tot: date | None


def beoordeel(
    dossier: Dossier,
    peildatum: date,
    *,
    bekend_op: date | None = None,
    tot: datetime | None = None,
    extra_feiten: Sequence[KernFeit] = (),
) -> Beoordeeld:
    """Judge a dossier as it was on `peildatum`, as known on `bekend_op`, with facts supposed besides. Stores nothing.

    `tot` is for what must stay as it was at one moment: of that very day only what was recorded until then.

    The dossier needs its facts prefetched or costs one query for them.
    """
    catalogus_ = catalogus()
    geval = kern_dossier(dossier, tot=tot)
    if extra_feiten:
        geval = geval.met(*extra_feiten)
    kern = catalogus_.beoordeel(geval, peildatum, bekend_op=bekend_op)
    momenten = tijdlijn(catalogus_, kern)
    return Beoordeeld(kern, momenten, houdbaar_tot(kern, momenten))


def bewaar_beoordelingen(paren: Sequence[tuple[Dossier, Beoordeeld]]) -> None:
    """Store the receipts of judgements of locked dossiers, and rebuild their list fields and tasks.

    The number of statements does not depend on the number of dossiers.
    """
    dossiers = [dossier for dossier, _beoordeeld in paren]
    vorige = {rij.dossier_id: rij for rij in Uitkomstsporen.objects.filter(dossier__in=dossiers)}
    met_bon = [_bon(dossier, beoordeeld, vorige.get(dossier.pk)) for dossier, beoordeeld in paren]
    Beoordeling.objects.bulk_create([bon for bon, _sporen in met_bon])
    Uitkomstsporen.objects.bulk_create(
        [sporen for _bon, sporen in met_bon],
        update_conflicts=True,
        unique_fields=["dossier"],
        update_fields=["laatste", "sporen"],
    )
    for dossier, beoordeeld in paren:
        zet_lijstvelden(dossier, beoordeeld.kern, beoordeeld.momenten, beoordeeld.houdbaar_tot)
    # They all exist: this is one statement that updates, where `bulk_update` writes a choice per row and column.
    Dossier.objects.bulk_create(
        dossiers, update_conflicts=True, unique_fields=["id"], update_fields=[*LIJSTVELDEN, "versie"]
    )
    herbouw_taken([(dossier, _taken(dossier, beoordeeld)) for dossier, beoordeeld in paren])


def _bon(dossier: Dossier, beoordeeld: Beoordeeld, vorige: Uitkomstsporen | None) -> tuple[Beoordeling, Uitkomstsporen]:
    """Make the receipt, and the fingerprints with which the next one is compared."""
    uitkomsten = _uitkomsten(beoordeeld.kern)
    sporen = {norm: _spoor(tekst) for norm, tekst in uitkomsten.items()}
    oud: dict[str, str] = vorige.sporen if vorige is not None else {}
    veranderd: dict[str, object] = {
        norm: json.loads(tekst) for norm, tekst in uitkomsten.items() if oud.get(norm) != sporen[norm]
    }
    veranderd |= {norm: [] for norm in oud if norm not in sporen}
    bon = Beoordeling(
        dossier=dossier,
        vorige_id=vorige.laatste_id if vorige is not None else None,
        peildatum=beoordeeld.kern.peildatum,
        gemaakt_op=nu(),
        catalogusversie=beoordeeld.kern.catalogusversie,
        houdbaar_tot=beoordeeld.houdbaar_tot,
        feiten=_gebruikte_nummers(beoordeeld.kern),
        uitkomsten=veranderd,
    )
    return bon, Uitkomstsporen(dossier=dossier, laatste=bon, sporen=sporen)


def _taken(dossier: Dossier, beoordeeld: Beoordeeld) -> tuple[Taakgegevens, ...]:
    """Give what waits; on a closed dossier nothing does."""
    if dossier.gesloten_op is not None:
        return ()
    return leid_taken_af(catalogus(), beoordeeld.momenten)


def beoordeel_opnieuw(dossier: Dossier, peildatum: date) -> Beoordeeld:
    """Judge a locked dossier and store the result: what every act ends with."""
    beoordeeld = beoordeel(dossier, peildatum)
    bewaar_beoordelingen([(dossier, beoordeeld)])
    return beoordeeld


def te_bewerken(peildatum: date) -> QuerySet[Dossier]:
    """Give the open dossiers whose judgement has expired on `peildatum` or was made with another catalogue."""
    versie = catalogus().versie
    # Smaller or larger, and not "another": for that no database has an index.
    andere_catalogus = Q(catalogusversie__lt=versie) | Q(catalogusversie__gt=versie)
    verlopen = Q(houdbaar_tot__lte=peildatum) | andere_catalogus
    return Dossier.objects.filter(verlopen, gesloten_op__isnull=True).order_by("pk")


def is_iets_te_bewerken(peildatum: date) -> bool:
    """Tell whether `te_bewerken` has any, by a short look in each index: a list asks it every time it is shown."""
    versie, openstaand = catalogus().versie, Dossier.objects.filter(gesloten_op__isnull=True)
    anders = (openstaand.filter(catalogusversie__lt=versie), openstaand.filter(catalogusversie__gt=versie))
    return openstaand.filter(houdbaar_tot__lte=peildatum).union(*anders, all=True).exists()


def bijwerken(peildatum: date, *, voortgang: Callable[[int, int], None] | None = None) -> Bijwerkverslag:
    """Judge every dossier that needs it, a few in one transaction; `voortgang` gets (done, total).

    Killed half-way, the next call does what is left. Several machines at once on PostgreSQL share the work: a
    dossier that another one holds is passed over. A dossier that cannot be judged is named in the report, and
    does not hold up the others.
    """
    totaal = te_bewerken(peildatum).count()
    ronde = Onderhoud.objects.create(peildatum=peildatum, catalogusversie=catalogus().versie, started_at=nu())
    gedaan, mislukt = 0, {}
    for dossier_id, fout in _werk_bij(peildatum):
        if fout is None:
            gedaan += 1
        else:
            mislukt[str(dossier_id)] = type(fout).__name__
            log.error("upkeep_failed", dossier=str(dossier_id), exc_info=fout)
        if voortgang is not None:
            voortgang(gedaan + len(mislukt), totaal)
    Onderhoud.objects.filter(pk=ronde.pk).update(finished_at=nu(), aantal_gedaan=gedaan, aantal_mislukt=len(mislukt))
    return Bijwerkverslag(peildatum=peildatum, totaal=totaal, gedaan=gedaan, mislukt=mislukt)


def laatst_bijgewerkt() -> date | None:
    """Give the peildatum of the last upkeep that came to its end; None when there was none."""
    return (
        Onderhoud.objects.filter(finished_at__isnull=False)
        .order_by("-finished_at")
        .values_list("peildatum", flat=True)
        .first()
    )


def _werk_bij(peildatum: date) -> Iterator[tuple[UUID, Exception | None]]:
    """Judge what needs it, and give each dossier with what was wrong with it, if anything."""
    for partij in _partijen(peildatum):
        sleutelring().begin_opnieuw(partij)
        for begin in range(0, len(partij), BUNDELGROOTTE):
            yield from _werk_bundel_bij(partij[begin : begin + BUNDELGROOTTE], peildatum)


def _partijen(peildatum: date) -> Iterator[list[UUID]]:
    """Give the ids in order, a batch at a time: memory stays flat, and what another did meanwhile is left out."""
    dossiers = te_bewerken(peildatum)
    while partij := list(dossiers.values_list("pk", flat=True)[:PARTIJGROOTTE]):
        yield partij
        dossiers = te_bewerken(peildatum).filter(pk__gt=partij[-1])


def _werk_bundel_bij(ids: Sequence[UUID], peildatum: date) -> Iterator[tuple[UUID, Exception | None]]:
    """Judge these dossiers in one transaction; when that fails, each in its own, to find the one that is bad."""
    try:
        gedaan = _beoordeel_samen(ids, peildatum)
    except KluisDicht:
        raise  # without the key of the installation none of them will do
    except Exception as fout:  # noqa: BLE001  # one bad dossier may not stop the others; its reference is reported
        if len(ids) == 1:
            yield ids[0], fout
            return
        for dossier_id in ids:
            yield from _werk_bundel_bij([dossier_id], peildatum)
    else:
        yield from ((dossier_id, None) for dossier_id in gedaan)


def _beoordeel_samen(ids: Sequence[UUID], peildatum: date) -> list[UUID]:
    """Judge these dossiers and store it all; give those that still needed it and that nobody else holds."""
    with transaction.atomic():
        dossiers = list(
            te_bewerken(peildatum)
            .filter(pk__in=ids)
            .select_related("werknemer")
            .prefetch_related(met_feiten())
            .select_for_update(skip_locked=True, of=("self",))
        )
        bewaar_beoordelingen([(dossier, beoordeel(dossier, peildatum)) for dossier in dossiers])
    return [dossier.pk for dossier in dossiers]


def _uitkomsten(kern: KernBeoordeling) -> dict[str, str]:
    """Give the outcomes per norm as JSON text, without what is the same for every dossier."""
    eigen = {norm: reeks for norm, reeks in kern.reeksen.items() if norm not in _vaste_normen()}
    kort = samenvatting(replace(kern, reeksen=eigen))
    return {norm: _als_tekst(deel) for norm, deel in kort.items()}


@lru_cache(maxsize=1)
def _vaste_normen() -> frozenset[str]:
    """Give the norms that ask for no fact, also not by way of others: the calendar and its like."""
    vast: set[str] = set()
    for norm, uitwerking in catalogus().uitwerkingen.items():  # in the order in which they depend on each other
        is_vast = all(
            argument.herkomst in _VAST or (argument.herkomst is Herkomst.UITKOMST and argument.sleutel in vast)
            for argument in uitwerking.argumenten
        )
        if is_vast and uitwerking.per is None and uitwerking.norm.geldt_naar == PEILDATUM:
            vast.add(norm)
    return frozenset(vast)


def _gebruikte_nummers(kern: KernBeoordeling) -> list[int]:
    """Give the numbers of the recorded facts that any norm asked for."""
    return sorted({int(feit.id) for gelezen in kern.beeld.values() for feit in gelezen.uit if feit.id != UIT_WERKNEMER})


def _spoor(tekst: str) -> str:
    return hashlib.sha256(tekst.encode()).hexdigest()[:SPOORLENGTE]
