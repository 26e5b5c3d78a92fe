"""The portfolio: how all dossiers of an actor stand for the UWV, from what the last judgement left."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.db.models import Case, Count, F, IntegerField, OrderBy, QuerySet, Value, When
from django.utils.translation import gettext as _

from poortnormen.catalogus import catalogus
from poortnormen.feiten import FEITEN
from poortnormen.feiten.loon import Loonafspraak
from poortnormen.geld import Bedrag
from poortnormen.kortbeeld import aannames_over, per_week_van, weken_bij_snel_herstel
from poortnormen.norm import Norm
from poortnormen.omzetting import lees_waarde
from poortnormen.standdelen import NEGATIEF, Antwoord, Oordeel
from poortnormen.tijd import DAGEN_PER_WEEK, Weken
from poortwijzer.accounts.weigeringen import Weigering
from poortwijzer.dossiers.access import GeenToegang, bereikbaar, recording_refusals
from poortwijzer.dossiers.assessments import te_bewerken
from poortwijzer.dossiers.beelden import Portefeuille, Portefeuilleregel, Volgorde
from poortwijzer.dossiers.models import Dossier, Feit
from poortwijzer.dossiers.queries.bladeren import PER_PAGINA, blad
from poortwijzer.dossiers.queries.zoeken import treffer
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import leesbare_delen, mag
from poortwijzer.toegang.delen import Deel, Handeling

LOON = "loonafspraken"
# The worst first; what is not known yet asks for work, and comes before what is in order.
_ERNST = (
    Oordeel.LOONSANCTIE_INHOUDELIJK,
    Oordeel.LOONSANCTIE_ADMINISTRATIEF,
    Oordeel.VERHAAL_ZIEKENGELD,
    Oordeel.AANVULLEN,
    Oordeel.ONBEKEND,
    Oordeel.DEUGDELIJKE_GROND,
    Oordeel.VOLDOENDE_INSPANNINGEN,
    Oordeel.BEVREDIGEND,
    Oordeel.GEEN_INSPANNINGEN_VEREIST,
    Oordeel.GEEN_TOETS,
)


def portefeuille(  # noqa: PLR0913  # the filters of a list, all by name
    actor: Actor,
    *,
    zoekterm: str = "",
    oordeel: Oordeel | None = None,
    volgorde: Volgorde = Volgorde.OORDEEL,
    pagina: int = 1,
    per_pagina: int = PER_PAGINA,
) -> Portefeuille:
    """Give one page of the open dossiers that this actor reaches, by how they stand for the UWV.

    Raises:
        GeenToegang: this role sees no verdict.
    """
    with recording_refusals():
        _controleer_recht(actor)
    alle = bereikbaar(actor).filter(gesloten_op__isnull=True)
    zoek = zoekterm.strip()
    dossiers = alle.filter(treffer(actor, zoek, werknemer="werknemer__", dossier=""))
    per_oordeel = {
        Oordeel(rij["oordeel"]): rij["aantal"]
        for rij in dossiers.values("oordeel").annotate(aantal=Count("pk")).order_by()
        if rij["oordeel"]
    }
    if oordeel is not None:
        dossiers = dossiers.filter(oordeel=oordeel)
    totaal = dossiers.count()
    bladzij = blad(totaal, pagina, per_pagina)
    dag, delen = vandaag(), leesbare_delen(actor.rol)
    rijen = list(_op_volgorde(dossiers, volgorde, delen, dag)[bladzij.rijen])
    lonen = _lonen(rijen, dag) if Deel.DIENSTVERBAND in delen else {}
    return Portefeuille(
        regels=tuple(_regel(rij, delen, dag, lonen.get(rij.pk)) for rij in rijen),
        totaal=totaal,
        pagina=bladzij.pagina,
        aantal_paginas=bladzij.aantal_paginas,
        per_pagina=bladzij.per_pagina,
        peildatum=dag,
        zoekterm=zoek,
        per_oordeel=per_oordeel,
        aannames=aannames_over(catalogus(), dag, met_loon=Deel.DIENSTVERBAND in delen),
        is_verouderd=alle.filter(pk__in=te_bewerken(dag).values("pk")).exists(),
    )


def _controleer_recht(actor: Actor) -> None:
    if not mag(actor.rol, Handeling.INZIEN, Deel.OORDEEL):
        raise GeenToegang(
            Weigering(
                actor=actor,
                deel=Deel.OORDEEL,
                handeling=Handeling.INZIEN,
                dossier_id=None,
                reden="ziet geen oordeel",
            )
        )


def _op_volgorde(
    dossiers: QuerySet[Dossier], volgorde: Volgorde, delen: frozenset[Deel], dag: date
) -> QuerySet[Dossier]:
    """Sort by what the actor may read; what is unknown is last, on both databases.

    By wage at risk a loonsanctie that is there comes first: that wage is not at risk any more, it is paid.
    """
    ernst = Case(
        *(When(oordeel=oordeel, then=Value(rang)) for rang, oordeel in enumerate(_ERNST)),
        default=Value(_ERNST.index(Oordeel.ONBEKEND)),
        output_field=IntegerField(),
    )
    kantelt = F("kantelpunt").asc(nulls_last=True)
    eerst: dict[Volgorde, tuple[str | OrderBy, ...]] = {
        Volgorde.OORDEEL: ("ernst", kantelt),
        Volgorde.KANTELPUNT: (kantelt, "ernst"),
        Volgorde.RISICO: ("-is_opgelegd", F("risico_weken").desc(), F("risico_vanaf").asc(nulls_last=True), "ernst"),
        Volgorde.NAAM: ("werknemer__naam",) if Deel.PERSOON in delen else (),
    }
    is_opgelegd = Case(When(loonsanctie_tot__gte=dag, then=Value(1)), default=Value(0), output_field=IntegerField())
    gesorteerd = dossiers.annotate(ernst=ernst, is_opgelegd=is_opgelegd).order_by(*eerst[volgorde], "pk")
    return gesorteerd.select_related("werknemer__afdeling", "werkgever")


def _lonen(rijen: Iterable[Dossier], dag: date) -> Mapping[UUID, Bedrag]:
    """Give per dossier with a wage at risk what a week costs, from the agreements that were recorded, in one query."""
    met_risico = [rij for rij in rijen if rij.risico_vanaf is not None and rij.oordeel != Oordeel.VERHAAL_ZIEKENGELD]
    loonfeiten = Feit.objects.filter(dossier__in=met_risico, naam=LOON).order_by("volgnummer")
    per_dossier: dict[UUID, list[Feit]] = {rij.pk: [] for rij in met_risico}
    dossier_van = {rij.pk: rij for rij in met_risico}
    for feit in loonfeiten:
        feit.dossier = dossier_van[feit.dossier_id]
        per_dossier[feit.dossier_id].append(feit)
    bedragen = {pk: per_week_van(catalogus(), _afspraken(feiten), dag) for pk, feiten in per_dossier.items()}
    return {pk: bedrag for pk, bedrag in bedragen.items() if bedrag is not None}


def _afspraken(feiten: Iterable[Feit]) -> list[Loonafspraak]:
    """Give the agreements that stand: what was replaced or withdrawn does not."""
    feiten = list(feiten)
    vervangen = {feit.vervangt_id for feit in feiten}
    staand = (feit.waarde for feit in feiten if feit.pk not in vervangen and feit.waarde is not None)
    gelezen = (lees_waarde(waarde, FEITEN[LOON].type, f"$.{LOON}") for waarde in staand)
    return [afspraak for afspraak in gelezen if isinstance(afspraak, Loonafspraak)]


def _regel(rij: Dossier, delen: frozenset[Deel], dag: date, per_week: Bedrag | None) -> Portefeuilleregel:
    norm = catalogus().normen.get(rij.zwakste_norm)
    is_persoon = Deel.PERSOON in delen
    oordeel = Oordeel(rij.oordeel) if rij.oordeel else None
    minstens, hoogstens = _weken(rij, oordeel, dag)
    return Portefeuilleregel(
        kenmerk=rij.kenmerk,
        werknemer=rij.werknemer.naam if is_persoon else "",
        afdeling=rij.werknemer.afdeling.naam if is_persoon and rij.werknemer.afdeling else "",
        werkgever=rij.werkgever.naam,
        oordeel=oordeel,
        zwakste=_zwakste(norm, oordeel) if norm else "",
        zwakste_norm=rij.zwakste_norm,
        kantelpunt=rij.kantelpunt,
        risico_vanaf=rij.risico_vanaf,
        minstens=minstens,
        hoogstens=hoogstens,
        per_week=per_week,
        loonsanctie_tot=rij.loonsanctie_tot if hoogstens.aantal else None,
    )


def _zwakste(norm: Norm, oordeel: Oordeel | None) -> str:
    """Say what is wrong, or ask what holds the verdict up, without the facts of the dossier.

    Where the norm has no sentence for that, it is what the norm asks, said to be open: by itself it reads as if it were
    so.
    """
    zin = norm.uitleg_bij.get(Antwoord.NEE, "") if oordeel in NEGATIEF else ""
    if zin and "{" not in zin:
        return _(zin)
    if oordeel not in NEGATIEF and (vraag := _vraag_achter(norm)):
        return _("Nog te beantwoorden: %(vraag)s") % {"vraag": _(vraag)}
    return _("Nog niet in orde: %(norm)s") % {"norm": _(norm.tekst)}


def _vraag_achter(norm: Norm) -> str:
    """Give the question whose answer decides this norm; empty when it does not rest on an answer."""
    uitwerking = catalogus().uitwerkingen.get(norm.id)
    namen = () if uitwerking is None else (afhankelijk.sleutel for afhankelijk in uitwerking.feiten)
    return next((FEITEN[naam].vraag for naam in namen if naam in FEITEN), "")


def _weken(rij: Dossier, oordeel: Oordeel | None, dag: date) -> tuple[Weken, Weken]:
    """Give the least and the most weeks at risk today; repair shortens a sanction, and never what the UWV recovers.

    Of a loonsanctie that is already there: the weeks from today, none after its last day.
    """
    if rij.loonsanctie_tot is not None:
        vanaf = max(dag, rij.risico_vanaf or dag)
        return Weken(0), Weken(max(0, -(-((rij.loonsanctie_tot - vanaf).days + 1) // DAGEN_PER_WEEK)))
    hoogstens = Weken(rij.risico_weken)
    if rij.risico_vanaf is None or oordeel is Oordeel.VERHAAL_ZIEKENGELD:
        return Weken(0), hoogstens
    return weken_bij_snel_herstel(catalogus(), rij.risico_vanaf, dag), hoogstens
