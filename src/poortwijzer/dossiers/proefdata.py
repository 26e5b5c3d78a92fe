"""Many invented dossiers in little time, for measuring: the same ones from the same seed. Not judged yet."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from poortwijzer.dossiers.models import Betrokkene, Dossier, Feit, Werknemer
from poortwijzer.kluis.sleutelring import sleutelring
from poortwijzer.kluis.vak import Vak
from poortwijzer.lib.ids import nieuw_id
from poortwijzer.lib.klok import nu
from poortwijzer.toegang.rollen import Rol

LANGSTE_GELEDEN = 700  # days: of every stage of the two years there are some
PARTIJ = 500
KANS_OP_HERVATTING, KANS_OP_TIJD = 0.4, 0.9
ONTVANGERS = ("werknemer", "casemanager", "bedrijfsarts")
FUNCTIES = ("winkelmedewerker", "docent", "verpleegkundige", "planner", "lasser", "receptionist", "administrateur")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proefopzet:
    """For which employer, and who has which role, for whom, on how large a part of the dossiers (0 to 1)."""

    werkgever_id: UUID
    betrokkenen: Mapping[Rol, tuple[UUID, UUID]]
    deel_betrokken: float = 1.0


def maak_proefdossiers(aantal: int, *, zaad: int, opzet: Proefopzet, vandaag: date) -> list[UUID]:
    """Make `aantal` open dossiers with facts up to `vandaag`, and give their ids.

    They have no judgement: `assessments.bijwerken` makes it.
    """
    lot = random.Random(zaad)  # noqa: S311  # invented people, no secrets
    ids: list[UUID] = []
    for begin in range(0, aantal, PARTIJ):
        ids += _partij(range(begin, min(begin + PARTIJ, aantal)), lot, opzet, vandaag)
    return ids


@transaction.atomic
def _partij(nummers: range, lot: random.Random, opzet: Proefopzet, vandaag: date) -> list[UUID]:
    mensen = [
        Werknemer(
            organisatie_id=opzet.werkgever_id,
            naam=f"Proefpersoon {nummer:05d}",
            functie=lot.choice(FUNCTIES),
            uren_per_week=lot.choice((20, 24, 32, 36, 40)),
        )
        for nummer in nummers
    ]
    dossiers = [
        Dossier(
            kenmerk=f"PROEF-{nummer:06d}-{str(nieuw_id())[:8]}",
            werknemer=mens,
            werkgever_id=opzet.werkgever_id,
            created_at=nu(),
        )
        for nummer, mens in zip(nummers, mensen, strict=True)
    ]
    Werknemer.objects.bulk_create(mensen)
    Dossier.objects.bulk_create(dossiers)
    sleutelring().maak({Vak(dossier.pk): opzet.werkgever_id for dossier in dossiers})
    Feit.objects.bulk_create([feit for dossier in dossiers for feit in _feiten(dossier, lot, vandaag)])
    Betrokkene.objects.bulk_create(
        Betrokkene(
            dossier=dossier,
            gebruiker_id=gebruiker_id,
            organisatie_id=organisatie_id,
            rol=rol,
            doel="proef",
            vanaf=date(2020, 1, 1),
        )
        for dossier in dossiers
        for rol, (gebruiker_id, organisatie_id) in opzet.betrokkenen.items()
        if lot.random() < opzet.deel_betrokken
    )
    return [dossier.pk for dossier in dossiers]


def _feiten(dossier: Dossier, lot: random.Random, vandaag: date) -> Iterator[Feit]:
    """Give what happened up to today, now and then late or not at all."""
    eerste = vandaag - timedelta(days=lot.randrange(LANGSTE_GELEDEN))
    gebeurd: list[tuple[int, str, object, str]] = [  # days after the first sick day, fact, value, giver
        (0, "ziekmeldingen", {"eerste_ziektedag": eerste.isoformat()}, "werkgever"),
        (0, "is_vangnetter", False, "werkgever"),
        (0, "dienstverband", {"begin": "2015-01-01"}, "werkgever"),
        (14, "dreigt_langdurig_verzuim", True, "bedrijfsarts"),
    ]
    oordeel, plan = lot.randrange(25, 60), lot.randrange(2, 25)
    gebeurd += [
        (oordeel, "stukken", _stuk("probleemanalyse", eerste, oordeel), "bedrijfsarts"),
        (oordeel, "heeft_mogelijkheden", True, "bedrijfsarts"),
        (oordeel + plan, "stukken", _stuk("plan_van_aanpak", eerste, oordeel + plan), "werkgever"),
        *((oordeel + plan, "afschriften", _afschrift(eerste, oordeel + plan, aan), "werkgever") for aan in ONTVANGERS),
    ]
    if lot.random() < KANS_OP_TIJD:
        gebeurd.append((290, "ziekteaangifte", {"gedaan_op": _dag(eerste, 290)}, "werkgever"))
    if lot.random() < KANS_OP_TIJD:
        gebeurd.append((360, "stukken", _stuk("eerstejaarsevaluatie", eerste, 360), "werkgever"))
    if lot.random() < KANS_OP_HERVATTING:
        begin = lot.randrange(60, 300)
        uren = lot.randrange(4, 20)
        gebeurd.append((begin, "hervattingen", {"vanaf": _dag(eerste, begin), "uren_per_week": uren}, "werkgever"))
    tijdzone = timezone.get_default_timezone()
    op_tijd = [een for een in gebeurd if eerste + timedelta(days=een[0]) <= vandaag]
    for volgnummer, (dagen, naam, waarde, gever) in enumerate(op_tijd, start=1):
        dag = eerste + timedelta(days=dagen)
        yield Feit(
            dossier=dossier,
            volgnummer=volgnummer,
            naam=naam,
            waarde=waarde,
            op=dag if isinstance(waarde, bool) else None,
            vastgelegd_op=datetime.combine(dag, time(12), tijdzone),
            gever=gever,
        )


def _stuk(soort: str, eerste: date, dagen: int) -> dict[str, object]:
    return {"soort": soort, "opgesteld_op": _dag(eerste, dagen)}


def _afschrift(eerste: date, dagen: int, aan: str) -> dict[str, object]:
    return {"soort": "plan_van_aanpak", "ontvanger": aan, "verstrekt_op": _dag(eerste, dagen)}


def _dag(eerste: date, dagen: int) -> str:
    return (eerste + timedelta(days=dagen)).isoformat()
