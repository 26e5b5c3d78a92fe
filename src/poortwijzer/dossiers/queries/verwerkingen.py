"""The register of processing of an organisation (AVG, article 30), from the policy, the contracts and the terms."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from poortwijzer import audit
from poortwijzer.accounts.contact import Contact, contactgegevens
from poortwijzer.accounts.contracten import Samenwerking, samenwerkingen
from poortwijzer.accounts.queries import Functionaris, functionarissen, organisatiebeeld
from poortwijzer.dossiers.queries.bewaren import Termijnbeeld, termijnen_van
from poortwijzer.dossiers.verwerkingen import Gegevensregel, gegevensregels
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import VAN_DE_ORGANISATIE, Deel, Handeling
from poortwijzer.toegang.diensten import ROLLEN_VAN_DIENST
from poortwijzer.toegang.organisaties import Organisatiesoort
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.verwerkingen import MAATREGELEN, VERWERKINGEN, Verwerking

# At the employer; what these read is what an arbodienst or adviser passes on to its principal.
_BIJ_DE_WERKGEVER = frozenset({Rol.WERKGEVER, Rol.CASEMANAGER, Rol.LEIDINGGEVENDE})
# What goes to the UWV: by law, by the employer or the employee, and outside this program.
_NAAR_UWV = frozenset({"verzuim", "uwv", "begeleiding", "mogelijkheden"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Registerregel:
    """One processing of this organisation, with who receives the data and how long they stay."""

    verwerking: Verwerking
    rollen: tuple[Rol, ...]
    anderen: tuple[str, ...]
    bewaren: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwerkingsregister:
    """All that article 30 asks; `gegevens` has every single question."""

    organisatie: str
    soort: Organisatiesoort
    contact: Contact
    op: date
    functionarissen: tuple[Functionaris, ...]
    regels: tuple[Registerregel, ...]
    maatregelen: tuple[Promise, ...]
    gegevens: tuple[Gegevensregel, ...]


def verwerkingsregister(actor: Actor) -> Verwerkingsregister:
    """Give the register of the actor's organisation, and record that it was looked at.

    Raises PermissionDenied when this role may not.
    """
    if actor.organisatie_id is None or not mag(actor.rol, Handeling.INZIEN, Deel.VERWERKINGEN):
        raise PermissionDenied
    naam, soort = organisatiebeeld(actor.organisatie_id)
    regels = tuple(_regels(actor.organisatie_id, soort))
    delen = {deel for regel in regels for deel in regel.verwerking.delen}
    audit.record(handeling=Handeling.INZIEN, actor=actor, dossier_id=None, onderdeel=Deel.VERWERKINGEN)
    return Verwerkingsregister(
        organisatie=naam,
        soort=soort,
        contact=contactgegevens(actor.organisatie_id),
        op=vandaag(),
        functionarissen=functionarissen(actor.organisatie_id),
        regels=regels,
        maatregelen=MAATREGELEN,
        gegevens=tuple(regel for regel in gegevensregels() if regel.deel in delen),
    )


def _regels(organisatie_id: UUID, soort: Organisatiesoort) -> Iterator[Registerregel]:
    samen = samenwerkingen(organisatie_id)
    termijnen = {termijn.regel.onderdeel: termijn for termijn in termijnen_van(organisatie_id)}
    for rij in VERWERKINGEN:
        if soort not in rij.verantwoordelijk:
            continue
        yield Registerregel(
            verwerking=rij,
            rollen=tuple(rol for rol in Rol if _leest(rol, rij)),
            anderen=tuple(_anderen(rij, samen)),
            bewaren=_termijn(termijnen[rij.bewaren]) if rij.bewaren else str(rij.einde),
        )


def _leest(rol: Rol, rij: Verwerking, *, behalve: AbstractSet[Deel] = frozenset()) -> bool:
    """Sending something to the bedrijfsarts opens an empty letter: who does, reads nothing."""
    return any(mag(rol, Handeling.INZIEN, deel) for deel in rij.delen - {Deel.AAN_BEDRIJFSARTS} - behalve)


def _anderen(rij: Verwerking, samen: tuple[Samenwerking, ...]) -> Iterator[str]:
    """What belongs to an organisation and to no dossier, another organisation reads of its own only."""
    for ander in samen:
        rollen = ROLLEN_VAN_DIENST[ander.dienst] if ander.is_opdrachtnemer else _BIJ_DE_WERKGEVER
        if any(_leest(rol, rij, behalve=VAN_DE_ORGANISATIE) for rol in rollen):
            yield f"{ander.naam} ({ander.dienst.label})"
    if rij.naam in _NAAR_UWV:
        yield _("UWV, voor zover een wet dat vraagt")


def _termijn(termijn: Termijnbeeld) -> str:
    jaren = termijn.gewone_jaren if termijn.eigen_jaren is None else termijn.eigen_jaren
    return _("%(jaren)s jaar na: %(begin)s") % {"jaren": jaren, "begin": termijn.regel.begint}
