"""The dossiers of the demo: the example cases, in the hands of the invented people. Never outside the demo."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from poortnormen.dossier import Dossier as KernDossier
from poortnormen.dossier import lees_dossier
from poortnormen.feiten.loon import Loonafspraak
from poortwijzer import audit
from poortwijzer.accounts import demo as accounts_demo
from poortwijzer.dossiers.assessments import beoordeel_opnieuw
from poortwijzer.dossiers.demostukken import Teksten, lees_teksten, maak_stukken
from poortwijzer.dossiers.facts import neem_over
from poortwijzer.dossiers.models import Accountbevestiging, Betrokkene, Dossier, Werknemer
from poortwijzer.dossiers.waarneming import TE_GEVEN
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

LENGTE_NAAM, LENGTE_NUMMER = 200, 40


def laad(map_: Path | None = None) -> int:
    """Load the example dossiers that are not there yet, each as a whole or not at all; give how many were new.

    The people of `accounts.demo` must be there. `map_` is the folder with examples (the setting when absent); its
    folder `stukken` has the words of the documents.

    Raises:
        ImproperlyConfigured: outside the demo.
        Dossierfout: an example is not right; what was loaded before it stays.
    """
    if not settings.POORTWIJZER_DEMO:
        raise ImproperlyConfigured("Demo dossiers exist only where POORTWIJZER_DEMO is on.")
    map_ = Path(settings.POORTWIJZER_VOORBEELDEN) if map_ is None else map_
    teksten = lees_teksten(map_ / "stukken")
    nieuw = 0
    for pad in sorted(map_.glob("*.json")):
        geval = lees_dossier(pad.read_bytes())
        if not Dossier.objects.filter(kenmerk=geval.kenmerk).exists():
            _laad(geval, teksten)
            nieuw += 1
    return nieuw


@transaction.atomic
def _laad(geval: KernDossier, teksten: Teksten) -> None:
    begin = min((feit.vastgelegd_op for feit in geval.feiten), default=vandaag())
    dossier = Dossier.objects.create(
        kenmerk=geval.kenmerk, werknemer=_werknemer(geval), werkgever_id=accounts_demo.WERKGEVER.id, created_at=nu()
    )
    Betrokkene.objects.bulk_create(_betrokkenen(dossier, geval, begin))
    neem_over(dossier, geval, op=nu(), stukken=maak_stukken(dossier.pk, geval, teksten))
    dossier.versie += 1
    beoordeel_opnieuw(dossier, vandaag())
    audit.record(
        handeling=Handeling.ZIEKMELDEN, actor=None, dossier_id=dossier.pk, onderdeel=Deel.VERZUIM, doel="voorbeeld"
    )


def _betrokkenen(dossier: Dossier, geval: KernDossier, vanaf: date) -> Iterator[Betrokkene]:
    """Give a role to whom the example names, as far as it is a demo person, and to the arbodienst as a whole."""
    for rol in sorted(TE_GEVEN):
        gebruiker = _demopersoon(geval.personen.get(str(rol.partij), ""), rol)
        if gebruiker is not None:
            yield Betrokkene(
                dossier=dossier,
                gebruiker_id=gebruiker,
                organisatie_id=accounts_demo.demo_organisatie_id(rol),
                rol=rol,
                doel="verzuimbegeleiding",
                vanaf=vanaf,
            )
    yield Betrokkene(
        dossier=dossier,
        organisatie_id=accounts_demo.ARBODIENST.id,
        rol=Rol.ARBODIENST,
        doel="verzuimbegeleiding",
        vanaf=vanaf,
    )


def _demopersoon(naam: str, rol: Rol) -> UUID | None:
    """Give the account of the demo person with this name and role."""
    personen = (persoon for persoon in accounts_demo.PERSONEN if persoon.naam == naam and persoon.rol is rol)
    return next((persoon.id for persoon in personen), None)


def _werknemer(geval: KernDossier) -> Werknemer:
    """Make the employee of an example; who has the name of a demo person can sign in to see it."""
    naam = geval.personen.get("werknemer") or geval.kenmerk
    afspraken = [feit.waarde for feit in geval.bekend_op(None) if isinstance(feit.waarde, Loonafspraak)]
    uren = afspraken[-1].uren_per_week if afspraken else None
    gebruiker_id = _demopersoon(naam, Rol.WERKNEMER)
    werknemer = Werknemer.objects.create(
        organisatie_id=accounts_demo.WERKGEVER.id,
        gebruiker_id=gebruiker_id,
        leidinggevende_id=accounts_demo.demo_gebruiker_id(Rol.LEIDINGGEVENDE),
        naam=naam[:LENGTE_NAAM],
        personeelsnummer=geval.kenmerk[:LENGTE_NUMMER],
        uren_per_week=None if uren is None else round(Decimal(uren.numerator) / uren.denominator, 2),
    )
    if gebruiker_id is not None:
        Accountbevestiging.objects.create(
            werknemer=werknemer,
            gebruiker_id=gebruiker_id,
            organisatie_id=accounts_demo.ARBODIENST.id,
            expires_at=nu(),
            bevestigd_op=nu(),
        )
    return werknemer
