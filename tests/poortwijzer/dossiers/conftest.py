"""A small world: one employer with a sick employee, the people around it, and strangers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count

import pytest

from poortwijzer.accounts.models import Contract, Gebruiker, Organisatie, Rolvervulling
from poortwijzer.dossiers.actions import Ziekmeldinggegevens, meld_ziek
from poortwijzer.dossiers.models import Accountbevestiging, Betrokkene, Dossier, Werknemer
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.diensten import Dienst, Geheimhoudingsgrond
from poortwijzer.toegang.rollen import Rol

LANG_GELEDEN = date(2020, 1, 1)
OP_EEN_DOSSIER = (
    Rol.LEIDINGGEVENDE,
    Rol.CASEMANAGER,
    Rol.BEDRIJFSARTS,
    Rol.ARBEIDSDESKUNDIGE,
    Rol.PROCESBEGELEIDER,
    Rol.RE_INTEGRATIEBEDRIJF,
    Rol.ARBODIENST,
)


@dataclass(frozen=True)
class Wereld:
    """Who there is. `actoren` has one person per role, all near the dossier; `vreemden` the same, elsewhere.

    `tweede_casemanager` and `tweede_werknemer` are of the employer too, and in no dossier yet.
    """

    werkgever: Organisatie
    arbodienst: Organisatie
    werknemer: Werknemer
    actoren: Mapping[Rol, Actor]
    vreemden: Mapping[Rol, Actor]
    tweede_casemanager: Actor
    tweede_werknemer: Actor
    teller: "count[int]" = field(default_factory=count)

    @property
    def hr(self) -> Actor:
        return self.actoren[Rol.WERKGEVER]

    def meld_ziek(self, eerste_ziektedag: date | None = None, werknemer: Werknemer | None = None) -> Dossier:
        """Report sick through the real act, and give everybody a role on the dossier."""
        dossier = meld_ziek(
            werknemer_id=(werknemer or self.werknemer).pk,
            actor=self.hr,
            gegevens=Ziekmeldinggegevens(eerste_ziektedag=eerste_ziektedag or vandaag() - timedelta(days=30)),
        )
        self.betrek(dossier)
        return dossier

    def betrek(self, dossier: Dossier) -> None:
        for rol in OP_EEN_DOSSIER:
            Betrokkene.objects.get_or_create(
                dossier=dossier,
                gebruiker_id=self.actoren[rol].gebruiker_id,
                organisatie_id=self.actoren[rol].organisatie_id,
                rol=rol,
                defaults={"doel": "begeleiding", "vanaf": LANG_GELEDEN},
            )

    def bevestig(self, werknemer: Werknemer) -> None:
        """Let the arbodienst have said that the linked account is the employee's own."""
        bevestig(werknemer, self.arbodienst)

    def collega_arts(self) -> Actor:
        """Give another doctor of the arbodienst, with a role on no dossier."""
        return _persoon(Rol.BEDRIJFSARTS, self.arbodienst, f"hier-{next(self.teller)}")

    def nieuwe_werknemer(self) -> Werknemer:
        nummer = next(self.teller)
        return Werknemer.objects.create(
            organisatie=self.werkgever, naam=f"Werknemer {nummer}", personeelsnummer=f"N{nummer}", uren_per_week=36
        )


@pytest.fixture
def wereld(db: None) -> Wereld:
    return maak_wereld()


@pytest.fixture
def ziek(wereld: Wereld) -> Dossier:
    """A dossier of somebody who has been ill for a month."""
    return wereld.meld_ziek()


@pytest.fixture
def bouw_wereld() -> Callable[[], Wereld]:
    """For tests that commit, and so cannot use `wereld`."""
    return maak_wereld


def maak_wereld() -> Wereld:
    werkgever = Organisatie.objects.create(naam="Detailhandel Zuid", soort="werkgever")
    arbodienst = Organisatie.objects.create(naam="Arbodienst Noord", soort="arbodienst")
    tweede_spoor = Organisatie.objects.create(naam="Stap Noord", soort="re_integratiebedrijf")
    elders = Organisatie.objects.create(naam="Elders", soort="werkgever")
    for opdrachtnemer, dienst in ((arbodienst, Dienst.VERZUIMBEGELEIDING), (tweede_spoor, Dienst.RE_INTEGRATIE)):
        Contract.objects.create(
            opdrachtgever=werkgever,
            opdrachtnemer=opdrachtnemer,
            dienst=dienst,
            kenmerk="2020-1",
            vanaf=LANG_GELEDEN,
            geheimhouding=Geheimhoudingsgrond.BEROEP,
            geheimhouding_op=LANG_GELEDEN,
            bevestigd_op=LANG_GELEDEN,
        )
    elders_van = {Rol.BEDRIJFSARTS: arbodienst, Rol.ARBODIENST: arbodienst, Rol.RE_INTEGRATIEBEDRIJF: tweede_spoor}
    actoren = {rol: _persoon(rol, elders_van.get(rol, werkgever), "hier") for rol in Rol}
    werknemer = Werknemer.objects.create(
        organisatie=werkgever,
        gebruiker_id=actoren[Rol.WERKNEMER].gebruiker_id,
        leidinggevende_id=actoren[Rol.LEIDINGGEVENDE].gebruiker_id,
        naam="Katja Voorbeeld",
        functie="winkelmedewerker",
        uren_per_week=40,
        personeelsnummer="1",
    )
    bevestig(werknemer, arbodienst)
    return Wereld(
        werkgever=werkgever,
        arbodienst=arbodienst,
        werknemer=werknemer,
        actoren=actoren,
        vreemden={rol: _persoon(rol, elders, "elders") for rol in Rol},
        tweede_casemanager=_persoon(Rol.CASEMANAGER, werkgever, "hier-2"),
        tweede_werknemer=_persoon(Rol.WERKNEMER, werkgever, "hier-2"),
    )


def bevestig(werknemer: Werknemer, arbodienst: Organisatie) -> None:
    """Let the arbodienst have said that the linked account is the employee's own."""
    Accountbevestiging.objects.create(
        werknemer=werknemer,
        gebruiker_id=werknemer.gebruiker_id,
        organisatie=arbodienst,
        expires_at=nu(),
        bevestigd_op=nu(),
    )


def _persoon(rol: Rol, organisatie: Organisatie, waar: str) -> Actor:
    gebruiker = Gebruiker.objects.maak(email=f"{rol}@{waar}.example", naam=f"{rol} {waar}")
    Rolvervulling.objects.create(gebruiker=gebruiker, rol=rol, organisatie=organisatie, vanaf=LANG_GELEDEN)
    return Actor(gebruiker_id=gebruiker.pk, rol=rol, organisatie_id=organisatie.pk, naam=gebruiker.naam)
