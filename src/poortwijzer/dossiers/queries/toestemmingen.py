"""The consents of a dossier, with their whole history, as far as the actor asked for them or is the employee."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from poortwijzer.accounts.queries import gebruiker_naam, organisatie_naam
from poortwijzer.dossiers.actions.toestemming import is_van
from poortwijzer.dossiers.models import Dossier, Toestemming
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.toestemmingen import Keuze, Toestemmingsdoel, Wijze, tekst_voor_vrager


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuzebeeld:
    """One answer: what, when, by whom, and how it came; of what was noted also of which day, and where the paper is."""

    keuze: Keuze
    wijze: Wijze
    naam: str
    op: datetime
    gezegd_op: date | None
    vindplaats: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Toestemmingbeeld:
    """One consent; `stand` is the newest answer, None while there is none. `keuzes` has the oldest first."""

    id: UUID
    doel: Toestemmingsdoel
    deel: str
    onderwerp_id: UUID | None
    aan: str
    onderwerp: str
    tekst: str
    tekstversie: int
    rol: Rol
    naam: str
    organisatie: str
    gevraagd_op: datetime
    stand: Keuze | None
    keuzes: tuple[Keuzebeeld, ...]

    @property
    def geldt(self) -> bool:
        """Whether it is in force."""
        return self.stand is Keuze.GEGEVEN

    @property
    def tekst_voor_vrager(self) -> str:
        """What was asked, for whoever is not the employee; `tekst` is what the employee read."""
        return tekst_voor_vrager(self.doel, rol=self.rol, aan=self.aan)

    @property
    def genoteerd(self) -> Keuzebeeld | None:
        """The yes in force, when somebody noted it and the employee did not say so himself."""
        return self.keuzes[-1] if self.geldt and self.keuzes[-1].wijze is not Wijze.ZELF else None


def toestemmingen(actor: Actor, dossier: Dossier) -> tuple[Toestemmingbeeld, ...]:
    """Give the consents, the newest first, in four queries; the dossier comes from `access_dossier`."""
    gevonden = Toestemming.objects.filter(dossier=dossier).prefetch_related("keuzes").order_by("-gevraagd_op", "-id")
    rijen = [rij for rij in gevonden if is_van(actor, rij)]
    mensen = {rij.gevraagd_door_id for rij in rijen} | {keuze.door_id for rij in rijen for keuze in rij.keuzes.all()}
    namen = gebruiker_naam(mensen)
    organisaties = organisatie_naam(rij.organisatie_id for rij in rijen)
    return tuple(_beeld(rij, namen, organisaties) for rij in rijen)


def _beeld(rij: Toestemming, namen: dict[UUID, str], organisaties: dict[UUID, str]) -> Toestemmingbeeld:
    keuzes = tuple(
        Keuzebeeld(
            keuze=Keuze(keuze.keuze),
            wijze=Wijze(keuze.wijze),
            naam=namen.get(keuze.door_id, ""),
            op=keuze.op,
            gezegd_op=keuze.gezegd_op,
            vindplaats=keuze.vindplaats or "",
        )
        for keuze in sorted(rij.keuzes.all(), key=lambda keuze: keuze.pk)
    )
    return Toestemmingbeeld(
        id=rij.pk,
        doel=Toestemmingsdoel(rij.doel),
        deel=rij.deel,
        onderwerp_id=rij.onderwerp_id,
        aan=rij.aan,
        onderwerp=rij.onderwerp,
        tekst=rij.tekst,
        tekstversie=rij.tekstversie,
        rol=Rol(rij.rol),
        naam=namen.get(rij.gevraagd_door_id, ""),
        organisatie=organisaties.get(rij.organisatie_id, ""),
        gevraagd_op=rij.gevraagd_op,
        stand=keuzes[-1].keuze if keuzes else None,
        keuzes=keuzes,
    )
