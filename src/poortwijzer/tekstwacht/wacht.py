"""Asking before medical words are stored where the employer reads them.

`bewaak` goes round an act: it looks in every text that the act was given. When the act comes to its row in the log it
calls `verantwoord`, which stops an act whose words were not confirmed and records those that were. A confirmation is
one of a list and never free text: who keeps watch reads it, and may know nothing of the illness.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from enum import Enum, StrEnum
from types import MappingProxyType
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from poortwijzer import audit
from poortwijzer.tekstwacht.woordenlijst import Vondst, vind_in
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import MEDISCH, Deel, Handeling
from poortwijzer.toegang.rollen import Rol

# Arguments of acts that name something and are no text; `wijzigingen` of which the act itself says what is new, and
# `klad`, which nobody but its writer reads.
GEEN_TEKST = frozenset(
    {"actor", "gever", "grond", "kenmerk", "klad", "naam", "norm", "ontvanger", "soort", "standpunt", "wijzigingen"}
)
_WERKGEVERSKANT = (Rol.WERKGEVER, Rol.CASEMANAGER, Rol.LEIDINGGEVENDE)


class Bewaargrond(StrEnum):
    """Why a text with a medical word is stored all the same."""

    ANDERE_BETEKENIS = "andere_betekenis"
    NAAM = "naam"
    WET_VRAAGT_DIT = "wet_vraagt_dit"
    ANDERS_ONJUIST = "anders_onjuist"
    EIGEN_WOORDEN = "eigen_woorden"

    @property
    def label(self) -> Promise:
        """The ground on screens, translated when it is shown."""
        return _LABELS[self]


def gronden_voor(rol: Rol, deel: Deel) -> tuple[Bewaargrond, ...]:
    """Give the grounds on which a person in `rol` may store such a word in this part.

    The employee decides about the own words. What the bedrijfsarts lets the employer read holds no illness and no
    treatment, in whatever document (AVG-AP-3): there a word stays only when it is no such word.
    """
    if rol is Rol.WERKNEMER:
        return (Bewaargrond.EIGEN_WOORDEN,)
    if rol is Rol.BEDRIJFSARTS or deel is Deel.TERUGKOPPELING:
        return (Bewaargrond.ANDERE_BETEKENIS, Bewaargrond.NAAM)
    return tuple(grond for grond in Bewaargrond if grond is not Bewaargrond.EIGEN_WOORDEN)


class MedischeWoorden(Exception):  # an answer for a page, not a bug
    """A text holds medical words and nobody said why they must stay; nothing was stored.

    `teksten` are the texts in which they stand, `gronden` why they might stay. `dossier_id` is None where the act is
    about no dossier.
    """

    def __init__(
        self,
        vondsten: tuple[Vondst, ...],
        teksten: tuple[str, ...],
        dossier_id: UUID | None,
        gronden: tuple[Bewaargrond, ...],
    ) -> None:
        super().__init__(_("In de tekst staan medische woorden."))
        self.vondsten = vondsten
        self.teksten = teksten
        self.dossier_id = dossier_id
        self.gronden = gronden


@dataclasses.dataclass(slots=True)
class _Gehoord:
    """What was found in the act that is going on."""

    teksten: tuple[str, ...] = ()
    is_verantwoord: bool = False


_gehoord: ContextVar[_Gehoord | None] = ContextVar("tekstwacht", default=None)
_bevestigd: ContextVar[Bewaargrond | None] = ContextVar("bewaargrond", default=None)


@contextmanager
def bevestigd(grond: Bewaargrond | None) -> Iterator[None]:
    """Say for what is done inside why medical words must stay; None asks about them as usual."""
    teken = _bevestigd.set(grond)
    try:
        yield
    finally:
        _bevestigd.reset(teken)


@contextmanager
def bewaak(argumenten: Mapping[str, object]) -> Iterator[None]:
    """Look in every text among the arguments of an act, and see to it that what is found is accounted for.

    Raises MedischeWoorden when there are medical words and no ground (see `bevestigd`).
    """
    teksten = tuple(t for naam, waarde in argumenten.items() if naam not in GEEN_TEKST for t in teksten_in(waarde))
    gehoord = _Gehoord(teksten)
    teken = _gehoord.set(gehoord)
    try:
        yield
        actor = argumenten.get("actor")
        if not gehoord.is_verantwoord and isinstance(actor, Actor):
            verantwoord(actor, None, Deel.MEDEWERKERS)
    finally:
        _gehoord.reset(teken)


def hoor_ook(teksten: Iterable[str]) -> None:
    """Look in these texts too: what is stored by this act without being one of its arguments."""
    gehoord = _gehoord.get()
    assert gehoord is not None  # noqa: S101  # only called inside an act
    gehoord.teksten = (*gehoord.teksten, *teksten)


def verantwoord(actor: Actor, dossier_id: UUID | None, deel: Deel) -> None:
    """Account for the medical words in the act that is going on; does nothing outside one.

    Words that stay between the employee and others than the employer are nobody's concern, and neither are those of the
    medical record. The employee confirms the own words without being listed.

    Raises MedischeWoorden when there are some and no ground that this role can give.
    """
    gehoord = _gehoord.get()
    if gehoord is None or gehoord.is_verantwoord:
        return
    gehoord.is_verantwoord = True
    is_eigen = actor.rol is Rol.WERKNEMER
    if deel in MEDISCH or (is_eigen and not any(mag(rol, Handeling.INZIEN, deel) for rol in _WERKGEVERSKANT)):
        return
    vondsten = vind_in(gehoord.teksten)
    if not vondsten:
        return
    grond = _bevestigd.get()
    gronden = gronden_voor(actor.rol, deel)
    if grond not in gronden:
        met_woorden = tuple(tekst for tekst in gehoord.teksten if vind_in([tekst]))
        raise MedischeWoorden(vondsten, met_woorden, dossier_id, gronden)
    if not is_eigen:
        assert grond is not None  # noqa: S101  # it is one of the grounds
        soorten = sorted({vondst.soort for vondst in vondsten})
        audit.record(
            handeling=Handeling.MEDISCHE_WOORDEN_BEVESTIGEN,
            actor=actor,
            dossier_id=dossier_id,
            onderdeel=deel,
            reden=grond,
            doel=" ".join(soorten),
            rol=actor.rol,
        )


def teksten_in(waarde: object) -> Iterator[str]:
    """Give every text in a value, however deep; words of a list (enums) are none."""
    match waarde:
        case Enum():
            return
        case str():
            yield waarde
        case Mapping():
            for deel in waarde.values():
                yield from teksten_in(deel)
        case list() | tuple() | set() | frozenset():
            for deel in waarde:
                yield from teksten_in(deel)
        case _ if dataclasses.is_dataclass(waarde) and not getattr(waarde, "is_medisch", False):
            for veld in dataclasses.fields(waarde):
                yield from teksten_in(getattr(waarde, veld.name))


_LABELS: Mapping[Bewaargrond, Promise] = MappingProxyType(
    {
        Bewaargrond.ANDERE_BETEKENIS: gettext_lazy("het woord betekent hier iets anders"),
        Bewaargrond.NAAM: gettext_lazy("het is een naam, een functie of een afdeling"),
        Bewaargrond.WET_VRAAGT_DIT: gettext_lazy("de wet of het UWV vraagt hierom"),
        Bewaargrond.ANDERS_ONJUIST: gettext_lazy("zonder dit woord klopt het dossier niet"),
        Bewaargrond.EIGEN_WOORDEN: gettext_lazy("de werknemer wil dit zelf zeggen"),
    }
)
