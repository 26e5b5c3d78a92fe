"""What is kept about a person besides the pages of the dossier: for the page of the employee, and for the export."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from poortwijzer.accounts.queries import Accountbeeld, eigen_account
from poortwijzer.dossiers.keuzes import VerwachteDuur
from poortwijzer.dossiers.models import Dossier, Taakaantekening, Ziekmelding
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoonsbeeld:
    """Who the employer says this is."""

    naam: str
    geboortedatum: date | None
    personeelsnummer: str
    functie: str
    afdeling: str
    uren_per_week: Decimal | None
    leidinggevende: str
    werkgever: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ziekmeldingbeeld:
    """What was told with a report of illness besides the facts; None or empty where it was not told."""

    op: datetime
    bereikbaar_op: str
    verblijfadres: str
    verwachte_duur: str
    lopend_werk: str
    is_arbeidsongeval: bool | None
    is_verkeersongeval_met_verhaal: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taaknotitie:
    """What somebody wrote with a task."""

    norm: str
    soort: str
    naam: str
    op: datetime
    tot: date | None
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EigenGegevens:
    """Everything of these kinds that the actor may see."""

    account: Accountbeeld | None
    persoon: Persoonsbeeld | None
    ziekmeldingen: tuple[Ziekmeldingbeeld, ...]
    notities: tuple[Taaknotitie, ...]


def eigen_gegevens(actor: Actor, dossier: Dossier) -> EigenGegevens:
    """Give what is kept; the dossier comes from `access_dossier` for `Deel.EIGEN_GEGEVENS`."""
    leest = {deel for deel in Deel if mag(actor.rol, Handeling.INZIEN, deel)}
    return EigenGegevens(
        account=eigen_account(actor.gebruiker_id) if actor.rol is Rol.WERKNEMER else None,
        persoon=_persoon(dossier) if Deel.PERSOON in leest else None,
        ziekmeldingen=_ziekmeldingen(dossier) if Deel.VERZUIM in leest else (),
        notities=_notities(dossier) if Deel.TAKEN in leest else (),
    )


def _persoon(dossier: Dossier) -> Persoonsbeeld:
    werknemer = dossier.werknemer
    return Persoonsbeeld(
        naam=werknemer.naam,
        geboortedatum=werknemer.geboortedatum,
        personeelsnummer=werknemer.personeelsnummer,
        functie=werknemer.functie,
        afdeling=werknemer.afdeling.naam if werknemer.afdeling else "",
        uren_per_week=werknemer.uren_per_week,
        leidinggevende=werknemer.leidinggevende.naam if werknemer.leidinggevende else "",
        werkgever=dossier.werkgever.naam,
    )


def _ziekmeldingen(dossier: Dossier) -> tuple[Ziekmeldingbeeld, ...]:
    rijen = Ziekmelding.objects.filter(dossier=dossier).select_related("feit").order_by("-feit__volgnummer")
    return tuple(
        Ziekmeldingbeeld(
            op=rij.feit.vastgelegd_op,
            bereikbaar_op=rij.bereikbaar_op,
            verblijfadres=rij.verblijfadres,
            verwachte_duur=str(VerwachteDuur(rij.verwachte_duur).label),
            lopend_werk=rij.lopend_werk,
            is_arbeidsongeval=rij.is_arbeidsongeval,
            is_verkeersongeval_met_verhaal=rij.is_verkeersongeval_met_verhaal,
        )
        for rij in rijen
    )


def _notities(dossier: Dossier) -> tuple[Taaknotitie, ...]:
    rijen = Taakaantekening.objects.filter(dossier=dossier).select_related("door").order_by("-id")
    return tuple(
        Taaknotitie(norm=rij.norm, soort=rij.soort, naam=rij.door.naam, op=rij.op, tot=rij.tot, tekst=rij.tekst)
        for rij in rijen
    )
