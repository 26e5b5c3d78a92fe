"""What waits for an actor: tasks in order of consequence, sorted and paged by the database."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypedDict
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from poortnormen.catalogus import catalogus
from poortnormen.feiten import FEITEN
from poortnormen.norm import Gevolg
from poortnormen.uitkomst import Stand, Uitleg
from poortwijzer.accounts.weigeringen import Weigering
from poortwijzer.dossiers.access import NietGevonden, access_dossier, bereik, mag_hier, recording_refusals
from poortwijzer.dossiers.assessments import is_iets_te_bewerken, laatst_bijgewerkt, te_bewerken
from poortwijzer.dossiers.beelden import Knop, Werklijst, Werklijstregel
from poortwijzer.dossiers.codec import decode_uitleg
from poortwijzer.dossiers.keuzes import Taaksoort
from poortwijzer.dossiers.knoppen import Concepten, openen, te_beantwoorden, voor_feit, voor_moment
from poortwijzer.dossiers.models import OP_VOLGORDE, Taak
from poortwijzer.dossiers.partijen import bewaakt, masker, taken_van
from poortwijzer.dossiers.queries.bladeren import PER_PAGINA, blad
from poortwijzer.dossiers.queries.waarneming import waargenomen
from poortwijzer.dossiers.queries.zoeken import treffer
from poortwijzer.dossiers.taakafleiding import TAAKSTANDEN
from poortwijzer.formulieren.models import Formulier
from poortwijzer.kluis.sleutelring import SleutelVernietigd
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling

ZWAARSTE_EERST = tuple(Gevolg)
# What a row shows. Whole rows of a task and the four tables around it cost more than all the rest of a page.
KOLOMMEN = (
    "soort",
    "norm",
    "item",
    "status",
    "gevolg_rang",
    "uiterste_dag",
    "streefdag",
    "uitleg",
    "ontbreekt",
    "uitgesteld_tot",
    "notitie",
    "dossier",
    "genomen_door",
)
GEWIST = gettext_noop("Dit dossier is gewist. De inhoud is niet meer te lezen.")


class Rondom(TypedDict):
    """What the tables around a task say of it: names only, so that a row is one object."""

    kenmerk: str
    werknemer: str
    afdeling: str | None
    neemt: str | None


if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    Taakrij = WithAnnotations[Taak, Rondom]


def werklijst(  # noqa: PLR0913  # the filters of a list, all by name
    actor: Actor,
    *,
    status: Stand | None = None,
    zoekterm: str = "",
    alleen_van_mij: bool = False,
    met_uitgesteld: bool = False,
    pagina: int = 1,
    per_pagina: int = PER_PAGINA,
) -> Werklijst:
    """Give one page of the tasks that wait for this actor's role, on the dossiers this actor reaches today.

    Postponed tasks are left out until their day, unless `met_uitgesteld`. The number of queries does not depend
    on the number of rows.
    """
    dag = vandaag()
    taken = _taken(actor, dag)
    if not met_uitgesteld:
        taken = taken.filter(Q(uitgesteld_tot__isnull=True) | Q(uitgesteld_tot__lte=dag))
    if alleen_van_mij:
        taken = taken.filter(genomen_door=actor.gebruiker_id)
    taken = taken.filter(treffer(actor, zoekterm, werknemer="dossier__werknemer__", dossier="dossier__"))
    per_status = _per_status(taken)
    totaal = sum(per_status.values()) if status is None else per_status.get(status, 0)
    gekozen = taken if status is None else taken.filter(status=status)
    bladzij = blad(totaal, pagina, per_pagina)
    # The ids come from an index; only for the rows of this page are the tables around them read.
    rijen = list(_met_namen(Taak.objects.filter(pk__in=gekozen.order_by(*OP_VOLGORDE).values("pk")[bladzij.rijen])))
    concepten = concepten_per_dossier({rij.dossier_id for rij in rijen})
    verouderd = _aantal_verouderd(actor, dag)
    gedekt = waargenomen(actor, {rij.dossier_id for rij in rijen})
    return Werklijst(
        regels=tuple(
            replace(
                werklijstregel(actor, rij, concepten.get(rij.dossier_id, {})), waarneming=gedekt.get(rij.dossier_id, "")
            )
            for rij in rijen
        ),
        totaal=totaal,
        pagina=bladzij.pagina,
        aantal_paginas=bladzij.aantal_paginas,
        per_pagina=bladzij.per_pagina,
        per_status=per_status,
        peildatum=dag,
        bijgewerkt_op=laatst_bijgewerkt(),
        is_verouderd=verouderd > 0,
        aantal_verouderd=verouderd,
    )


def taak_voor(actor: Actor, taak_id: UUID) -> Werklijstregel:
    """Give one task that waits for this actor; that its dossier was opened for it is recorded.

    Raises:
        NietGevonden: no such task any more, or not for this actor.
        LeesgrensBereikt: see `access_dossier`.
    """
    with recording_refusals():
        rij = _met_namen(_taken(actor, vandaag())).filter(pk=taak_id).first()
        if rij is None:
            raise NietGevonden(
                Weigering(
                    actor=actor,
                    deel=Deel.TAKEN,
                    handeling=Handeling.INZIEN,
                    dossier_id=None,
                    reden="taak bestaat niet of is van anderen",
                )
            )
    dossier = access_dossier(actor, rij.kenmerk, deel=Deel.TAKEN)
    regel = werklijstregel(actor, rij, concepten_per_dossier({rij.dossier_id}).get(rij.dossier_id, {}))
    return replace(regel, mag_uitstellen=mag_hier(actor, dossier, Handeling.TAAK_UITSTELLEN, Deel.TAKEN))


def taken_van_dossier(actor: Actor, dossier_id: UUID, concepten: Concepten) -> tuple[Werklijstregel, ...]:
    """Give the tasks of one dossier that wait for this actor; the caller has opened the dossier."""
    rijen = _met_namen(_van_partijen(actor).filter(dossier=dossier_id))
    return tuple(werklijstregel(actor, rij, concepten) for rij in rijen)


def werklijstregel(actor: Actor, rij: "Taakrij", concepten: Concepten) -> Werklijstregel:
    """Make a row of the list."""
    norm = catalogus().normen[rij.norm]
    reden, notitie = _inhoud(rij)
    return Werklijstregel(
        taak_id=rij.pk,
        kenmerk=rij.kenmerk,
        werknemer=rij.werknemer,
        afdeling=rij.afdeling or "",
        wat=_wat(rij),
        norm=rij.norm,
        bron=catalogus().bronnen[norm.bron].naam,
        vindplaats=norm.vindplaats,
        hardheid=norm.hardheid,
        reden=reden,
        uiterste_dag=rij.uiterste_dag,
        streefdag=rij.streefdag,
        status=Stand(rij.status),
        gevolg=ZWAARSTE_EERST[rij.gevolg_rang],
        gevolg_rang=rij.gevolg_rang,
        ontbreekt=tuple(rij.ontbreekt),
        knop=_knop(actor, rij, concepten),
        genomen_door=rij.neemt or "",
        is_van_mij=rij.genomen_door_id == actor.gebruiker_id,
        uitgesteld_tot=rij.uitgesteld_tot,
        notitie=notitie,
    )


def _inhoud(rij: Taak) -> tuple[Uitleg, str]:
    """Give why the task is there and the note with it; an erased dossier does not spoil the list of the others."""
    try:
        return decode_uitleg(rij.uitleg), rij.notitie
    except SleutelVernietigd:
        return Uitleg(GEWIST, {}), ""


def concepten_per_dossier(dossier_ids: Iterable[UUID]) -> Mapping[UUID, dict[str, UUID]]:
    """Give the open drafts of these dossiers by kind, in one query."""
    per_dossier: dict[UUID, dict[str, UUID]] = {}
    rijen = Formulier.objects.filter(dossier__in=set(dossier_ids), status=Formulier.Fase.CONCEPT)
    for dossier_id, soort, stuk_id in rijen.values_list("dossier_id", "soort", "pk"):
        per_dossier.setdefault(dossier_id, {})[soort] = stuk_id
    return per_dossier


def _aantal_verouderd(actor: Actor, dag: date) -> int:
    """Give how many of the actor's dossiers wait for the upkeep; after it ran this is one short question."""
    return te_bewerken(dag).filter(bereik(actor, veld="pk", op=dag)).count() if is_iets_te_bewerken(dag) else 0


def _taken(actor: Actor, dag: date) -> QuerySet[Taak]:
    return _van_partijen(actor).filter(bereik(actor, veld="dossier", op=dag))


def _van_partijen(actor: Actor) -> QuerySet[Taak]:
    if not mag(actor.rol, Handeling.INZIEN, Deel.TAKEN):
        return Taak.objects.none()
    van_ons = Q() if bewaakt(actor.rol) else Q(soort=Taaksoort.MOMENT) | Q(item__in=te_beantwoorden(actor.rol))
    bits = F("partijen").bitand(masker(taken_van(actor.rol)))
    return Taak.objects.alias(bits=bits).filter(van_ons, bits__gt=0)


def _per_status(taken: QuerySet[Taak]) -> dict[Stand, int]:
    """Count per status in one walk, without sorting by status first; a status without tasks is left out."""
    aantallen = taken.aggregate(**{stand.value: Count("pk", filter=Q(status=stand)) for stand in TAAKSTANDEN})
    return {Stand(naam): aantal for naam, aantal in aantallen.items() if aantal}


def _met_namen(taken: QuerySet[Taak]) -> "QuerySet[Taakrij]":
    met_namen = taken.only(*KOLOMMEN).annotate(
        kenmerk=F("dossier__kenmerk"),
        werknemer=F("dossier__werknemer__naam"),
        afdeling=F("dossier__werknemer__afdeling__naam"),
        neemt=F("genomen_door__naam"),
    )
    return met_namen.order_by(*OP_VOLGORDE)


def _wat(rij: Taak) -> str:
    if rij.soort == Taaksoort.VRAAG:
        soort = FEITEN.get(rij.item)
        return _(soort.vraag) if soort is not None else rij.item
    moment = catalogus().normen[rij.norm].moment
    return _(moment.naam) if moment is not None else rij.norm


def _knop(actor: Actor, rij: Taak, concepten: Concepten) -> Knop:
    if rij.soort == Taaksoort.VRAAG:
        return voor_feit(actor.rol, rij.item) or openen()
    return voor_moment(actor.rol, catalogus().normen[rij.norm], concepten) or openen()
