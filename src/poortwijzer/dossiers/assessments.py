"""Judging dossiers with the core, and keeping the receipt, the list fields and the tasks that follow from it.

A receipt is replayed, not read: it stores with what was judged and which outcomes changed. The daily upkeep
judges only dossiers whose judgement has expired or was made with another catalogue.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
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
from poortnormen.uitkomst import Stand
from poortnormen.uitwerking import PEILDATUM, Herkomst
from poortwijzer.dossiers.beelden import Bijwerkverslag
from poortwijzer.dossiers.facts import UIT_WERKNEMER, kern_dossier
from poortwijzer.dossiers.models import Beoordeling, Dossier, Onderhoud, Uitkomstsporen
from poortwijzer.dossiers.taken import herbouw_taken, leid_taken_af
from poortwijzer.dossiers.verloop import verloop
from poortwijzer.kluis.installatiesleutel import KluisDicht
from poortwijzer.kluis.sleutelring import sleutelring
from poortwijzer.lib.klok import nu

PARTIJGROOTTE = 200
SPOORLENGTE = 12
_KOMT_NOG = frozenset({Stand.OPEN, Stand.NADERT, Stand.TE_LAAT})
_LIJSTVELDEN = (
    "verzuimstand",
    "eerste_ziektedag",
    "niet_meetellende_dagen",
    "eerstvolgende_norm",
    "eerstvolgende_dag",
    "eerstvolgende_status",
    "aantal_te_laat",
    "beoordeeld_op",
    "houdbaar_tot",
    "catalogusversie",
)
_VAST = frozenset({Herkomst.VASTE_WAARDE, Herkomst.REEKS, Herkomst.WAARDE})
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Beoordeeld:
    """A judgement of the core with its timeline; `houdbaar_tot` holds for both."""

    kern: KernBeoordeling
    momenten: tuple[Moment, ...]
    houdbaar_tot: date | None


def beoordeel(
    dossier: Dossier, peildatum: date, *, bekend_op: date | None = None, extra_feiten: Sequence[KernFeit] = ()
) -> Beoordeeld:
    """Judge a dossier as it was on `peildatum`, as known on `bekend_op`, with facts supposed besides. Stores nothing.

    The dossier needs its facts prefetched or costs one query for them.
    """
    catalogus_ = catalogus()
    geval = kern_dossier(dossier)
    if extra_feiten:
        geval = geval.met(*extra_feiten)
    kern = catalogus_.beoordeel(geval, peildatum, bekend_op=bekend_op)
    momenten = tijdlijn(catalogus_, kern)
    return Beoordeeld(kern, momenten, houdbaar_tot(kern, momenten))


def bewaar_beoordeling(dossier: Dossier, beoordeeld: Beoordeeld) -> Beoordeling:
    """Store the receipt of a judgement of a locked dossier, and rebuild its list fields and tasks."""
    vorige = Uitkomstsporen.objects.filter(dossier=dossier).first()
    uitkomsten = _uitkomsten(beoordeeld.kern)
    sporen = {norm: _spoor(tekst) for norm, tekst in uitkomsten.items()}
    oud: dict[str, str] = vorige.sporen if vorige is not None else {}
    veranderd: dict[str, object] = {
        norm: json.loads(tekst) for norm, tekst in uitkomsten.items() if oud.get(norm) != sporen[norm]
    }
    veranderd |= {norm: [] for norm in oud if norm not in sporen}
    bon = Beoordeling.objects.create(
        dossier=dossier,
        vorige_id=vorige.laatste_id if vorige is not None else None,
        peildatum=beoordeeld.kern.peildatum,
        gemaakt_op=nu(),
        catalogusversie=beoordeeld.kern.catalogusversie,
        houdbaar_tot=beoordeeld.houdbaar_tot,
        feiten=_gebruikte_nummers(beoordeeld.kern),
        uitkomsten=veranderd,
    )
    Uitkomstsporen(dossier=dossier, laatste=bon, sporen=sporen).save(
        force_insert=vorige is None, force_update=vorige is not None
    )
    _werk_lijstvelden_bij(dossier, beoordeeld)
    is_gesloten = dossier.gesloten_op is not None
    herbouw_taken(
        dossier, () if is_gesloten else leid_taken_af(catalogus(), beoordeeld.momenten, beoordeeld.kern.peildatum)
    )
    return bon


def beoordeel_opnieuw(dossier: Dossier, peildatum: date) -> Beoordeeld:
    """Judge a locked dossier and store the result: what every act ends with."""
    beoordeeld = beoordeel(dossier, peildatum)
    bewaar_beoordeling(dossier, beoordeeld)
    return beoordeeld


def te_bewerken(peildatum: date) -> QuerySet[Dossier]:
    """Give the open dossiers whose judgement has expired on `peildatum` or was made with another catalogue."""
    versie = catalogus().versie
    # Smaller or larger, and not "another": for that no database has an index.
    andere_catalogus = Q(catalogusversie__lt=versie) | Q(catalogusversie__gt=versie)
    verlopen = Q(houdbaar_tot__lte=peildatum) | andere_catalogus
    return Dossier.objects.filter(verlopen, gesloten_op__isnull=True).order_by("pk")


def bijwerken(peildatum: date, *, voortgang: Callable[[int, int], None] | None = None) -> Bijwerkverslag:
    """Judge every dossier that needs it, each in a transaction of its own; `voortgang` gets (done, total).

    Killed half-way, the next call does what is left. Several machines at once on PostgreSQL share the work: a
    dossier that another one holds is passed over. A dossier that cannot be judged is named in the report, and
    does not hold up the others.
    """
    totaal = te_bewerken(peildatum).count()
    ronde = Onderhoud.objects.create(peildatum=peildatum, catalogusversie=catalogus().versie, started_at=nu())
    gedaan, mislukt = 0, {}
    for dossier_id in _een_voor_een(peildatum):
        try:
            gedaan += _werk_bij(dossier_id, peildatum)
        except KluisDicht:
            raise  # without the key of the installation none of them will do
        except Exception as fout:  # one bad dossier may not stop the others; its reference is reported
            mislukt[str(dossier_id)] = type(fout).__name__
            log.exception("upkeep_failed", dossier=str(dossier_id))
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


def _een_voor_een(peildatum: date) -> Iterator[UUID]:
    """Give the ids in order, a batch at a time: memory stays flat, and what another did meanwhile is left out."""
    na: UUID | None = None
    while True:
        dossiers = te_bewerken(peildatum)
        if na is not None:
            dossiers = dossiers.filter(pk__gt=na)
        partij = list(dossiers.values_list("pk", flat=True)[:PARTIJGROOTTE])
        if not partij:
            return
        sleutelring().begin_opnieuw(partij)
        yield from partij
        na = partij[-1]


def _werk_bij(dossier_id: UUID, peildatum: date) -> bool:
    with transaction.atomic():
        dossier = (
            te_bewerken(peildatum)
            .filter(pk=dossier_id)
            .select_related("werknemer")
            .select_for_update(skip_locked=True, of=("self",))
            .first()
        )
        if dossier is None:
            return False
        beoordeel_opnieuw(dossier, peildatum)
        return True


def _werk_lijstvelden_bij(dossier: Dossier, beoordeeld: Beoordeeld) -> None:
    loop = verloop(catalogus(), beoordeeld.kern)
    komend = next(
        (moment for moment in beoordeeld.momenten if moment.status in _KOMT_NOG and not moment.is_informatief),
        None,
    )
    dossier.verzuimstand = loop.stand
    dossier.eerste_ziektedag = loop.eerste_ziektedag
    dossier.niet_meetellende_dagen = loop.niet_meetellende_dagen
    dossier.eerstvolgende_norm = komend.norm if komend else ""
    dossier.eerstvolgende_dag = komend.uiterste_dag if komend else None
    dossier.eerstvolgende_status = komend.status if komend else ""
    dossier.aantal_te_laat = sum(moment.status is Stand.TE_LAAT for moment in beoordeeld.momenten)
    dossier.beoordeeld_op = beoordeeld.kern.peildatum
    dossier.houdbaar_tot = beoordeeld.houdbaar_tot
    dossier.catalogusversie = beoordeeld.kern.catalogusversie
    dossier.save(update_fields=[*_LIJSTVELDEN, "versie"])


def _uitkomsten(kern: KernBeoordeling) -> dict[str, str]:
    """Give the outcomes per norm as JSON text, without what is the same for every dossier."""
    eigen = {norm: reeks for norm, reeks in kern.reeksen.items() if norm not in _vaste_normen()}
    kort = samenvatting(replace(kern, reeksen=eigen))
    return {norm: json.dumps(deel, default=str, sort_keys=True) for norm, deel in kort.items()}


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
