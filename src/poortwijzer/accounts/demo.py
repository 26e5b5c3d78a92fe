"""The invented people of the demo: one per role, with a sign-in of one click. Outside the demo there are none."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from poortwijzer.accounts.actions.geef_rol import geef_rol
from poortwijzer.accounts.models import Contract, Gebruiker, Organisatie
from poortwijzer.toegang.diensten import Dienst, Geheimhoudingsgrond
from poortwijzer.toegang.organisaties import Organisatiesoort
from poortwijzer.toegang.rollen import Rol

_NAAMRUIMTE = UUID("6f6f7274-7769-4a7a-8572-64656d6f3031")
# Before the first sick day of every example dossier.
_ROL_VANAF = date(2020, 1, 1)


def _id(naam: str) -> UUID:
    """Give the same identifier on every installation, so that loading again finds what is there."""
    return uuid5(_NAAMRUIMTE, naam)


@dataclass(frozen=True, slots=True, kw_only=True)
class Demoorganisatie:
    """An invented organisation."""

    naam: str
    soort: Organisatiesoort

    @property
    def id(self) -> UUID:
        """The fixed identifier."""
        return _id(self.naam)

    @property
    def contact(self) -> dict[str, str]:
        """Where it can be reached: nowhere, as it is invented."""
        kort = self.naam.lower().replace(" ", "-")
        return {"adres": "Voorbeeldlaan 1, 1234 AB Voorbeeldstad", "email": f"info@{kort}.example"}


WERKGEVER = Demoorganisatie(naam="Oosterhoek Wonen", soort=Organisatiesoort.WERKGEVER)
ARBODIENST = Demoorganisatie(naam="Arbodienst De Linde", soort=Organisatiesoort.ARBODIENST)
BUREAU = Demoorganisatie(naam="Bureau Veldkant", soort=Organisatiesoort.ARBEIDSDESKUNDIG_BUREAU)
RE_INTEGRATIEBEDRIJF = Demoorganisatie(naam="Stap Verder", soort=Organisatiesoort.RE_INTEGRATIEBEDRIJF)


# Who works for the demo employer, in which service, and what binds them to secrecy.
CONTRACTEN = (
    (ARBODIENST, Dienst.VERZUIMBEGELEIDING, Geheimhoudingsgrond.BEROEP, "OW-2020-01"),
    (BUREAU, Dienst.ARBEIDSDESKUNDIG_ONDERZOEK, Geheimhoudingsgrond.OVEREENKOMST, "OW-2020-02"),
    (RE_INTEGRATIEBEDRIJF, Dienst.RE_INTEGRATIE, Geheimhoudingsgrond.OVEREENKOMST, "OW-2020-03"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Demopersoon:
    """An invented person, who signs in as `rol`; `ook_als` are more roles at the same organisation."""

    naam: str
    rol: Rol
    organisatie: Demoorganisatie
    ook_als: tuple[Rol, ...] = ()

    @property
    def id(self) -> UUID:
        """The fixed identifier."""
        return _id(self.naam)

    @property
    def email(self) -> str:
        """An address on a domain that can never receive mail."""
        return f"{self.naam.lower().replace(' ', '.')}@demo.example"


PERSONEN = (
    Demopersoon(naam="Katja de Wit", rol=Rol.WERKNEMER, organisatie=WERKGEVER),
    Demopersoon(naam="Rob Hendriks", rol=Rol.LEIDINGGEVENDE, organisatie=WERKGEVER, ook_als=(Rol.WERKNEMER,)),
    Demopersoon(naam="Ingrid Vermeulen", rol=Rol.WERKGEVER, organisatie=WERKGEVER),
    Demopersoon(naam="Youssef Amrani", rol=Rol.CASEMANAGER, organisatie=WERKGEVER),
    Demopersoon(naam="Marjolein Prins", rol=Rol.BEDRIJFSARTS, organisatie=ARBODIENST),
    Demopersoon(naam="Frank Oosting", rol=Rol.ARBEIDSDESKUNDIGE, organisatie=BUREAU),
    Demopersoon(naam="Sanne Kuipers", rol=Rol.PROCESBEGELEIDER, organisatie=ARBODIENST),
    Demopersoon(naam="Dennis Mulder", rol=Rol.RE_INTEGRATIEBEDRIJF, organisatie=RE_INTEGRATIEBEDRIJF),
    Demopersoon(naam="Esther Post", rol=Rol.ARBODIENST, organisatie=ARBODIENST),
    Demopersoon(naam="Hans Wiersma", rol=Rol.PRIVACY_OFFICER, organisatie=WERKGEVER),
    Demopersoon(naam="Fatma Aydin", rol=Rol.BEHEERDER, organisatie=WERKGEVER),
)


def demopersonen() -> tuple[Demopersoon, ...]:
    """Give the people to choose from on the sign-in page; nobody outside the demo."""
    return PERSONEN if settings.POORTWIJZER_DEMO else ()


def demo_gebruiker_id(rol: Rol) -> UUID:
    """Give the identifier of the demo person of this role."""
    return next(persoon.id for persoon in PERSONEN if persoon.rol is rol)


def demo_organisatie_id(rol: Rol) -> UUID:
    """Give for which organisation the demo person of this role acts."""
    return next(persoon.organisatie.id for persoon in PERSONEN if persoon.rol is rol)


def demopersoon(gebruiker_id: UUID) -> tuple[Gebruiker, Rol] | None:
    """Give the account of this demo person and the role to begin in.

    None for anybody else, and for everybody outside the demo.
    """
    persoon = next((persoon for persoon in demopersonen() if persoon.id == gebruiker_id), None)
    gebruiker = Gebruiker.objects.filter(pk=gebruiker_id, is_active=True).first()
    return (gebruiker, persoon.rol) if gebruiker and persoon else None


@transaction.atomic
def laad() -> tuple[Demopersoon, ...]:
    """Make the demo organisations and people that are not there yet, and give the people.

    What is there stays as it is. The people have no password: only one click in the demo signs them in.
    Raises ImproperlyConfigured outside the demo.
    """
    if not settings.POORTWIJZER_DEMO:
        raise ImproperlyConfigured("Demo people exist only where POORTWIJZER_DEMO is on.")
    for organisatie in (WERKGEVER, ARBODIENST, BUREAU, RE_INTEGRATIEBEDRIJF):
        velden = {"naam": organisatie.naam, "soort": organisatie.soort, **organisatie.contact}
        Organisatie.objects.get_or_create(pk=organisatie.id, defaults=velden)
    for opdrachtnemer, dienst, grond, kenmerk in CONTRACTEN:
        Contract.objects.get_or_create(
            opdrachtgever_id=WERKGEVER.id,
            opdrachtnemer_id=opdrachtnemer.id,
            dienst=dienst,
            defaults={
                "kenmerk": kenmerk,
                "vanaf": _ROL_VANAF,
                "geheimhouding": grond,
                "geheimhouding_op": _ROL_VANAF,
                "bevestigd_op": _ROL_VANAF,
                "verwerkersovereenkomst_op": None if opdrachtnemer is ARBODIENST else _ROL_VANAF,
            },
        )
    for persoon in PERSONEN:
        gebruiker = Gebruiker.objects.filter(pk=persoon.id).first() or Gebruiker.objects.maak(
            id=persoon.id, email=persoon.email, naam=persoon.naam
        )
        for rol in (persoon.rol, *persoon.ook_als):
            geef_rol(gebruiker=gebruiker, rol=rol, organisatie_id=persoon.organisatie.id, vanaf=_ROL_VANAF)
    return PERSONEN
