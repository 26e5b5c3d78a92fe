"""Rounds of erasure: making the list of what has to go, and carrying it out after somebody approved it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID

import structlog
from django.db import transaction

from poortnormen.bewaarschema import eerste_dag_die_blijft
from poortnormen.catalogus import catalogus
from poortwijzer import audit
from poortwijzer.accounts.queries import organisaties_met_dossiers
from poortwijzer.dossiers.bewaren import Bewaarstand, bewaarstanden, loopt_blokkade
from poortwijzer.dossiers.keuzes import Wisgrond
from poortwijzer.dossiers.models import Dossier, Wisregel, Wisronde, Wissing
from poortwijzer.dossiers.wissen import Wisopdracht, maak_alles_af, wis
from poortwijzer.kluis.installatiesleutel import KluisDicht
from poortwijzer.kluis.vak import Vaksoort
from poortwijzer.kluis.vegen import veeg_na
from poortwijzer.lib.klok import NEDERLAND, nu, vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling

NIEUW_VOORSTEL_NA = timedelta(days=30)
log = structlog.get_logger(__name__)
Voortgang = Callable[[int, int], None]


@dataclass(slots=True, kw_only=True)
class Bewaarverslag:
    """What a run of the terms did or would do: counts only, and per organisation how much is past its term."""

    peildatum: date
    voorbij: dict[UUID, int] = field(default_factory=dict)
    tegengehouden: int = 0
    onbekend: int = 0
    voorgesteld: int = 0
    afgemaakt: int = 0
    gewist: int = 0
    mislukt: int = 0
    logregels: int = 0


def kijk_vooruit(peildatum: date, *, voortgang: Voortgang | None = None) -> Bewaarverslag:
    """Give what is past its term, and change nothing."""
    verslag = Bewaarverslag(peildatum=peildatum)
    organisaties = organisaties_met_dossiers()
    for nummer, organisatie_id in enumerate(organisaties, start=1):
        for stand in _alle(organisatie_id, peildatum):
            _tel(verslag, organisatie_id, stand)
        if voortgang is not None:
            voortgang(nummer, len(organisaties))
    return verslag


def houd_bij(peildatum: date, *, voortgang: Voortgang | None = None) -> Bewaarverslag:
    """Finish what stopped, carry out what was approved, prune the log, and propose what is past its term by now.

    Killed anywhere, the next call goes on; doing it twice does no harm. Nothing goes that nobody approved. What
    erasures left in the files of the key store is wiped again.
    """
    verslag = Bewaarverslag(peildatum=peildatum)
    verslag.afgemaakt = maak_alles_af()
    verslag.gewist, verslag.mislukt = voer_alles_uit()
    veeg_na()
    verslag.logregels = snoei_logboeken(peildatum)
    organisaties = organisaties_met_dossiers()
    for nummer, organisatie_id in enumerate(organisaties, start=1):
        if _is_toe_aan_voorstel(organisatie_id):
            ronde_ = stel_voor(organisatie_id, peildatum, actor=None)
            verslag.voorgesteld += ronde_ is not None
        if voortgang is not None:
            voortgang(nummer, len(organisaties))
    return verslag


def stel_voor(organisatie_id: UUID, peildatum: date, *, actor: Actor | None) -> Wisronde | None:
    """Make the list of what has to go, in place of one that still waits; give None when nothing has to.

    What a hold keeps stands on it too, with the ground, so that people see it.
    """
    standen = [stand for stand in _alle(organisatie_id, peildatum) if _is_aan_de_orde(stand, peildatum)]
    onbekend = 0
    regels: list[Wisregel] = []
    for stand in standen:
        if stand.oordeel.weg_vanaf is None and not stand.blokkade:
            onbekend += 1
            continue
        regels.append(_regel(stand, peildatum))
    with transaction.atomic():
        wacht = Wisronde.objects.filter(
            organisatie=organisatie_id, grond=Wisgrond.BEWAARTERMIJN, stand=Wisronde.Stand.VOORSTEL
        )
        wacht.update(stand=Wisronde.Stand.INGETROKKEN)
        if not any(regel.uitkomst == Wisregel.Uitkomst.WEG for regel in regels):
            return None
        ronde = Wisronde.objects.create(
            organisatie_id=organisatie_id,
            grond=Wisgrond.BEWAARTERMIJN,
            peildatum=peildatum,
            aantal_onbekend=onbekend,
            created_by_id=None if actor is None else actor.gebruiker_id,
            created_at=nu(),
        )
        for regel in regels:
            regel.ronde = ronde
        Wisregel.objects.bulk_create(regels, batch_size=500)
        audit.record(
            handeling=Handeling.WISSEN_VOORSTELLEN,
            actor=actor,
            dossier_id=None,
            onderdeel=Deel.BEWAREN,
            doel=str(ronde.pk),
        )
    return ronde


def voer_alles_uit() -> tuple[int, int]:
    """Carry out every list that was approved; give how many parts were erased and how many failed."""
    uitkomsten = [voer_uit(ronde) for ronde in Wisronde.objects.filter(stand=Wisronde.Stand.GOEDGEKEURD)]
    return sum(gewist for gewist, _ in uitkomsten), sum(mislukt for _, mislukt in uitkomsten)


def voer_uit(ronde: Wisronde, *, voortgang: Voortgang | None = None) -> tuple[int, int]:
    """Erase what stands on an approved list, one part at a time; give how many were erased and how many failed.

    Each part is looked at again first: a hold that came meanwhile keeps it, and so does a day that moved. Killed
    half-way, the next call does what is left.
    """
    gewist = mislukt = 0
    regels = list(ronde.regels.filter(uitkomst__in=[Wisregel.Uitkomst.WEG, Wisregel.Uitkomst.MISLUKT]).order_by("pk"))
    for nummer, regel in enumerate(regels, start=1):
        try:
            _voer_regel_uit(ronde, regel)
        except KluisDicht:
            raise  # without the key of the installation no day can be known, of none of them
        except Exception as fout:  # one bad part may not hold up the others; the list names it
            mislukt += 1
            Wisregel.objects.filter(pk=regel.pk).update(
                uitkomst=Wisregel.Uitkomst.MISLUKT, fout=type(fout).__name__[:120]
            )
            log.exception("erasure_failed", wisregel=str(regel.pk))
        else:
            gewist += regel.uitkomst == Wisregel.Uitkomst.GEWIST
        if voortgang is not None:
            voortgang(nummer, len(regels))
    if not mislukt:
        Wisronde.objects.filter(pk=ronde.pk).update(stand=Wisronde.Stand.KLAAR, klaar_op=nu())
    return gewist, mislukt


def snoei_logboeken(peildatum: date) -> int:
    """Remove from every log the rows that are past their term on this day; give how many."""
    eerste = eerste_dag_die_blijft(catalogus(), peildatum)
    voor = datetime.combine(eerste, time.min, tzinfo=NEDERLAND)
    return sum(audit.snoei(keten, voor=voor) for keten in audit.ketens())


def _voer_regel_uit(ronde: Wisronde, regel: Wisregel) -> None:
    dossier = Dossier.objects.filter(pk=regel.dossier_id).first()
    deel = Vaksoort(regel.deel)
    stand: Bewaarstand | None = None
    if dossier is not None:
        if grond := loopt_blokkade(regel.dossier_id, deel, max(ronde.peildatum, vandaag())):
            _zet(regel, Wisregel.Uitkomst.BLIJFT, blokkade=grond)
            return
        gevonden = bewaarstanden(ronde.organisatie_id, deel, ronde.peildatum, dossier_ids=[regel.dossier_id])
        stand = next(iter(gevonden), None)
        is_verschoven = stand is None or not stand.gaat_weg(ronde.peildatum)
        if ronde.grond == Wisgrond.BEWAARTERMIJN and is_verschoven and not _is_begonnen(regel):
            _zet(regel, Wisregel.Uitkomst.BLIJFT)
            return
    wis(
        Wisopdracht(
            dossier_id=regel.dossier_id,
            deel=deel,
            organisatie_id=ronde.organisatie_id,
            grond=Wisgrond(ronde.grond),
            goedgekeurd_door=ronde.goedgekeurd_door_id,
            norm=regel.norm,
            weg_vanaf=regel.weg_vanaf,
            is_uit_dienst=stand is not None and stand.is_uit_dienst,
            verzocht_op=ronde.verzocht_op,
            uitzondering=ronde.uitzondering,
            uitzondering_geldt=ronde.uitzondering_geldt,
        ),
        actor=None,
    )
    _zet(regel, Wisregel.Uitkomst.GEWIST)


def _is_begonnen(regel: Wisregel) -> bool:
    return Wissing.objects.filter(dossier_id=regel.dossier_id, deel=regel.deel).exists()


def _zet(regel: Wisregel, uitkomst: Wisregel.Uitkomst, *, blokkade: str = "") -> None:
    regel.uitkomst, regel.blokkade, regel.fout = uitkomst, blokkade, ""
    regel.save(update_fields=["uitkomst", "blokkade", "fout"])


def _alle(organisatie_id: UUID, peildatum: date) -> Iterator[Bewaarstand]:
    for deel in Vaksoort:
        yield from bewaarstanden(organisatie_id, deel, peildatum)


def _is_aan_de_orde(stand: Bewaarstand, peildatum: date) -> bool:
    """Whether it belongs on the list: it has to go, a hold keeps it, or something is missing to tell."""
    return stand.oordeel.moet_weg(peildatum) or bool(stand.blokkade) or bool(stand.oordeel.ontbreekt)


def _tel(verslag: Bewaarverslag, organisatie_id: UUID, stand: Bewaarstand) -> None:
    if stand.blokkade:
        verslag.tegengehouden += 1
    elif stand.gaat_weg(verslag.peildatum):
        verslag.voorbij[organisatie_id] = verslag.voorbij.get(organisatie_id, 0) + 1
    elif stand.oordeel.ontbreekt:
        verslag.onbekend += 1


def _regel(stand: Bewaarstand, peildatum: date) -> Wisregel:
    return Wisregel(
        dossier_id=stand.dossier_id,
        kenmerk=stand.kenmerk,
        deel=stand.deel,
        norm=stand.oordeel.norm,
        weg_vanaf=stand.oordeel.weg_vanaf,
        na_te_gaan=list(stand.oordeel.na_te_gaan),
        uitkomst=Wisregel.Uitkomst.WEG if stand.gaat_weg(peildatum) else Wisregel.Uitkomst.BLIJFT,
        blokkade=stand.blokkade,
    )


def _is_toe_aan_voorstel(organisatie_id: UUID) -> bool:
    """Whether nothing waits for approval here, and the last list is old enough."""
    rondes = Wisronde.objects.filter(organisatie=organisatie_id, grond=Wisgrond.BEWAARTERMIJN)
    vers = rondes.filter(created_at__gt=nu() - NIEUW_VOORSTEL_NA)
    wacht = rondes.filter(stand__in=[Wisronde.Stand.VOORSTEL, Wisronde.Stand.GOEDGEKEURD])
    return not vers.exists() and not wacht.exists()
