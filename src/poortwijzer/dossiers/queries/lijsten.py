"""Lists of dossiers and of employees that an actor may see."""

from datetime import date
from uuid import UUID

from django.db.models import F, OrderBy, QuerySet
from django.utils.translation import gettext as _

from poortnormen.catalogus import catalogus
from poortnormen.uitkomst import Stand
from poortwijzer.accounts.weigeringen import Weigering
from poortwijzer.dossiers.access import NietGevonden, bereikbaar, bereikbare_werknemers, recording_refusals
from poortwijzer.dossiers.beelden import (
    Dossierlijst,
    Dossierregel,
    Verzuimstand,
    Werknemerbeeld,
    Werknemerlijst,
)
from poortwijzer.dossiers.models import Dossier, Werknemer
from poortwijzer.dossiers.queries.bladeren import PER_PAGINA, blad
from poortwijzer.dossiers.queries.zoeken import treffer
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import leesbare_delen
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.zoeken import Zoekveld, zoekvelden


def dossierlijst(  # noqa: PLR0913  # the filters of a list, all by name
    actor: Actor,
    *,
    zoekterm: str = "",
    verzuimstand: Verzuimstand | None = None,
    met_gesloten: bool = False,
    pagina: int = 1,
    per_pagina: int = PER_PAGINA,
) -> Dossierlijst:
    """Give one page of the dossiers that this actor reaches today: most too late first, then by day.

    What the actor may not read does not sort them either. Columns of parts that the actor may not read stay empty.
    """
    zoek = zoekterm.strip()
    dossiers = bereikbaar(actor)
    if not met_gesloten:
        dossiers = dossiers.filter(gesloten_op__isnull=True)
    delen = leesbare_delen(actor.rol)
    if verzuimstand is not None and Deel.VERZUIM in delen:
        dossiers = dossiers.filter(verzuimstand=verzuimstand)
    dossiers = dossiers.filter(treffer(actor, zoek, werknemer="werknemer__", dossier=""))
    totaal = dossiers.count()
    bladzij = blad(totaal, pagina, per_pagina)
    rijen = _op_volgorde(dossiers, delen)[bladzij.rijen]
    dag = vandaag()
    return Dossierlijst(
        regels=tuple(_regel(rij, delen, dag) for rij in rijen),
        totaal=totaal,
        pagina=bladzij.pagina,
        aantal_paginas=bladzij.aantal_paginas,
        per_pagina=bladzij.per_pagina,
        zoekterm=zoek,
    )


def werknemerslijst(
    actor: Actor, *, zoekterm: str = "", pagina: int = 1, per_pagina: int = PER_PAGINA
) -> Werknemerlijst:
    """Give one page of the employees whom this actor may report sick, by name; the number only for who may see it."""
    zoek = zoekterm.strip()
    mensen = bereikbare_werknemers(actor).filter(treffer(actor, zoek, werknemer=""))
    totaal = mensen.count()
    bladzij = blad(totaal, pagina, per_pagina)
    rijen = mensen.select_related("afdeling").order_by("naam", "pk")[bladzij.rijen]
    return Werknemerlijst(
        regels=tuple(_werknemer(rij, actor) for rij in rijen),
        totaal=totaal,
        pagina=bladzij.pagina,
        aantal_paginas=bladzij.aantal_paginas,
        per_pagina=bladzij.per_pagina,
        zoekterm=zoek,
    )


def werknemer_voor_melding(actor: Actor, werknemer_id: UUID) -> Werknemerbeeld:
    """Give one employee whom this actor may report sick.

    Raises:
        NietGevonden: no such employee, or not for this actor.
    """
    with recording_refusals():
        rij = bereikbare_werknemers(actor).select_related("afdeling").filter(pk=werknemer_id).first()
        if rij is None:
            raise NietGevonden(
                Weigering(
                    actor=actor,
                    deel=Deel.VERZUIM,
                    handeling=Handeling.ZIEKMELDEN,
                    dossier_id=None,
                    reden="werknemer buiten bereik",
                )
            )
    return _werknemer(rij, actor)


def _op_volgorde(dossiers: QuerySet[Dossier], delen: frozenset[Deel]) -> QuerySet[Dossier]:
    """Sort by what the actor may read and by nothing else: the order would tell it."""
    volgorde: list[str | OrderBy] = []
    if Deel.TIJDLIJN in delen:
        volgorde.append("-aantal_te_laat")
    if Deel.VERZUIM in delen:
        # SQLite and PostgreSQL disagree where an unknown day goes: here it is last, on both.
        volgorde.append(F("eerste_ziektedag").desc(nulls_last=True))
    return dossiers.select_related("werknemer__afdeling", "werkgever").order_by(*volgorde, "pk")


def _regel(rij: Dossier, delen: frozenset[Deel], dag: date) -> Dossierregel:
    norm = catalogus().normen.get(rij.eerstvolgende_norm)
    is_tijdlijn, is_persoon, is_verzuim = (deel in delen for deel in (Deel.TIJDLIJN, Deel.PERSOON, Deel.VERZUIM))
    werknemer = rij.werknemer
    return Dossierregel(
        kenmerk=rij.kenmerk,
        werknemer=werknemer.naam if is_persoon else "",
        functie=werknemer.functie if is_persoon else "",
        afdeling=werknemer.afdeling.naam if is_persoon and werknemer.afdeling else "",
        werkgever=rij.werkgever.naam,
        verzuimstand=Verzuimstand(rij.verzuimstand) if is_verzuim else Verzuimstand.ONBEKEND,
        eerste_ziektedag=rij.eerste_ziektedag if is_verzuim else None,
        dag=_dag(rij, dag) if is_verzuim else None,
        eerstvolgende=_(norm.moment.naam) if is_tijdlijn and norm and norm.moment else "",
        uiterste_dag=rij.eerstvolgende_dag if is_tijdlijn else None,
        hardheid=norm.hardheid if is_tijdlijn and norm else None,
        status=Stand(rij.eerstvolgende_status) if is_tijdlijn and rij.eerstvolgende_status else None,
        aantal_te_laat=rij.aantal_te_laat if is_tijdlijn else 0,
        is_gesloten=rij.gesloten_op is not None,
    )


def _dag(rij: Dossier, dag: date) -> int | None:
    """Give the number of today's sick day, from what the core counted at the last judgement."""
    if rij.eerste_ziektedag is None or rij.verzuimstand == Verzuimstand.HERSTELD:
        return None
    return max(1, (dag - rij.eerste_ziektedag).days + 1 - rij.niet_meetellende_dagen)


def _werknemer(rij: Werknemer, actor: Actor) -> Werknemerbeeld:
    return Werknemerbeeld(
        id=rij.pk,
        naam=rij.naam,
        functie=rij.functie,
        afdeling=rij.afdeling.naam if rij.afdeling else "",
        personeelsnummer=rij.personeelsnummer if Zoekveld.PERSONEELSNUMMER in zoekvelden(actor.rol) else "",
        uren_per_week=rij.uren_per_week,
        gebruiker_id=rij.gebruiker_id,
    )
