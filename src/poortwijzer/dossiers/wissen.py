"""Erasing one part of a dossier: its rows first, its key last, so that what stops half-way can be finished.

`begin` is one transaction: the row that lets the triggers go, the deletions, and the row in the log. `maak_af` destroys
the key and closes it. Killed anywhere, nothing has happened yet, or `maak_alles_af` does the rest.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from poortwijzer import audit
from poortwijzer.accounts.sessies import beeindig_sessies_over
from poortwijzer.accounts.wissen import wis_account
from poortwijzer.dossiers.keuzes import Wisgrond
from poortwijzer.dossiers.lijstvelden import LIJSTVELDEN
from poortwijzer.dossiers.models import Betrokkene, Dossier, Werknemer, Wissing
from poortwijzer.dossiers.wistabellen import MEDISCH, RE_INTEGRATIE, tabellen
from poortwijzer.kluis.beheer import heeft_sleutel, vernietig
from poortwijzer.kluis.vak import Vaksoort
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import MEDISCHE_DELEN, Deel, Handeling
from poortwijzer.toegang.rollen import Rol

# Who still needs the dossier when only its medical part is left.
_MEDISCHE_ROLLEN = tuple(
    rol for rol in Rol if rol is not Rol.WERKNEMER and any(mag(rol, Handeling.INZIEN, deel) for deel in MEDISCHE_DELEN)
)
_VAN_DE_WERKGEVER = ("personeelsnummer", "functie", "uren_per_week", "afdeling", "leidinggevende")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wisopdracht:
    """What to erase, why, and who approved it. `is_uit_dienst`: the employer may not know this person any more.

    The last three say what was weighed, when somebody asked for it.
    """

    dossier_id: UUID
    deel: Vaksoort
    organisatie_id: UUID
    grond: Wisgrond
    goedgekeurd_door: UUID | None
    norm: str = ""
    weg_vanaf: date | None = None
    is_uit_dienst: bool = False
    verzocht_op: date | None = None
    uitzondering: str | None = None
    uitzondering_geldt: bool | None = None


def wis(opdracht: Wisopdracht, *, actor: Actor | None) -> Wissing:
    """Erase a part of a dossier for good, and give the proof. Doing it again does no harm.

    Raises:
        Dossier.DoesNotExist: when there is no such dossier, and it was not erased either.
        KluisDicht: never: destroying needs no key.
    """
    wissing = begin(opdracht, actor=actor)
    return maak_af(wissing)


@transaction.atomic
def begin(opdracht: Wisopdracht, *, actor: Actor | None) -> Wissing:
    """Delete the rows of the part; of one that was begun before, give what there is."""
    bestaand = Wissing.objects.filter(dossier_id=opdracht.dossier_id, deel=opdracht.deel).first()
    if bestaand is not None:
        return bestaand
    dossier = Dossier.objects.select_for_update(of=("self",)).select_related("werknemer").get(pk=opdracht.dossier_id)
    wissing = Wissing.objects.create(
        dossier_id=dossier.pk,
        kenmerk=dossier.kenmerk,
        deel=opdracht.deel,
        organisatie_id=opdracht.organisatie_id,
        grond=opdracht.grond,
        norm=opdracht.norm,
        weg_vanaf=opdracht.weg_vanaf,
        verzocht_op=opdracht.verzocht_op,
        uitzondering=opdracht.uitzondering,
        uitzondering_geldt=opdracht.uitzondering_geldt,
        begonnen_op=nu(),
        goedgekeurd_door_id=opdracht.goedgekeurd_door,
    )
    wissing.aantal_rijen = _verwijder_rijen(dossier, opdracht)
    wissing.save(update_fields=["aantal_rijen"])
    audit.record(
        handeling=Handeling.WISSEN,
        actor=actor,
        dossier_id=opdracht.dossier_id,  # that of the row is gone with it
        onderdeel=Deel.BEWAREN,
        reden=opdracht.grond,
        doel=f"{opdracht.deel} {wissing.pk}",
    )
    return wissing


def maak_af(wissing: Wissing) -> Wissing:
    """Destroy the key of a part whose rows are gone, and close it with the days for the certificate."""
    if wissing.afgerond_op is not None:
        return wissing
    beeindig_sessies_over(wissing.kenmerk)
    vernietig(wissing.dossier_id, Vaksoort(wissing.deel))
    with transaction.atomic():
        wissing.sleutel_vernietigd_op = nu()
        wissing.kopie_weg_op = vandaag() + timedelta(days=settings.KLUIS_KOPIE_DAGEN)
        wissing.afgerond_op = nu()
        wissing.save(update_fields=["sleutel_vernietigd_op", "kopie_weg_op", "afgerond_op"])
        audit.record(
            handeling=Handeling.WISSEN,
            actor=None,
            dossier_id=wissing.dossier_id,
            onderdeel=Deel.BEWAREN,
            reden="sleutel vernietigd",
            doel=f"{wissing.deel} {wissing.pk}",
        )
    veeg()
    return wissing


def maak_alles_af() -> int:
    """Finish what stopped half-way, and give how many."""
    onaf = list(Wissing.objects.filter(afgerond_op__isnull=True).order_by("begonnen_op"))
    for wissing in onaf:
        maak_af(wissing)
    return len(onaf)


def veeg() -> None:
    """Fold the write-ahead log of SQLite into the file, so that what was deleted does not lie there for long."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _verwijder_rijen(dossier: Dossier, opdracht: Wisopdracht) -> int:
    aantal = 0
    for tabel in tabellen(opdracht.deel):
        rijen = tabel.rijen([dossier.pk])
        # Not `delete`: rows here point at each other with PROTECT, and all of them go. The database checks at the end.
        aantal += rijen._raw_delete(rijen.db)  # noqa: SLF001  # the name under which Django itself uses it
    ander = MEDISCH if opdracht.deel is RE_INTEGRATIE else RE_INTEGRATIE
    betrokkenen = Betrokkene.objects.filter(dossier=dossier)
    if opdracht.deel is MEDISCH and dossier.gewist_op is None:
        return aantal
    if opdracht.deel is RE_INTEGRATIE and _leeft(dossier, MEDISCH):
        aantal += betrokkenen.exclude(rol__in=_MEDISCHE_ROLLEN)._raw_delete(betrokkenen.db)  # noqa: SLF001  # as above
        _laat_alleen_medisch_over(dossier, is_uit_dienst=opdracht.is_uit_dienst)
        return aantal
    aantal += betrokkenen._raw_delete(betrokkenen.db)  # noqa: SLF001  # as above
    for tabel in tabellen(ander):  # what has no key of its own, such as who was left a task
        rijen = tabel.rijen([dossier.pk])
        aantal += rijen._raw_delete(rijen.db)  # noqa: SLF001  # as above
    werknemer = dossier.werknemer
    dossier.delete()
    return aantal + 1 + _verwijder_werknemer(werknemer, is_uit_dienst=opdracht.is_uit_dienst)


def _leeft(dossier: Dossier, deel: Vaksoort) -> bool:
    """Tell whether this part is still there; one whose erasure began is not, also while it has its key."""
    return heeft_sleutel(dossier.pk, deel) and not Wissing.objects.filter(dossier_id=dossier.pk, deel=deel).exists()


def _laat_alleen_medisch_over(dossier: Dossier, *, is_uit_dienst: bool) -> None:
    """Keep of the dossier what the medical part hangs on: who it is about, and its number."""
    nieuw = Dossier(werknemer=Werknemer())
    for naam in LIJSTVELDEN:
        setattr(dossier, naam, getattr(nieuw, naam))
    dossier.gewist_op = nu()
    dossier.gesloten_op = dossier.gesloten_op or vandaag()
    dossier.save(update_fields=[*LIJSTVELDEN, "gewist_op", "gesloten_op"])
    anderen = Dossier.objects.filter(werknemer=dossier.werknemer, gewist_op__isnull=True)
    if is_uit_dienst and not anderen.exists():
        for naam in _VAN_DE_WERKGEVER:
            setattr(dossier.werknemer, naam, getattr(nieuw.werknemer, naam))
        dossier.werknemer.gewist_op = nu()
        dossier.werknemer.save(update_fields=[*_VAN_DE_WERKGEVER, "gewist_op"])


def _verwijder_werknemer(werknemer: Werknemer, *, is_uit_dienst: bool) -> int:
    """Delete somebody who left and of whom no dossier is left, with the account if that has no other use."""
    weg = is_uit_dienst or werknemer.gewist_op is not None
    if not weg or Dossier.objects.filter(werknemer=werknemer).exists():
        return 0
    gebruiker_id = werknemer.gebruiker_id
    werknemer.delete()
    is_elders_in_dienst = Werknemer.objects.filter(gebruiker=gebruiker_id).exists()
    return 1 + (0 if gebruiker_id is None or is_elders_in_dienst else wis_account(gebruiker_id))
