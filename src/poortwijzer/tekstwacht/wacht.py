"""Asking before medical words are stored where the employer reads them.

`bewaak` goes round an act: it looks in every text that the act was given. When the act comes to its row in the log it
calls `verantwoord`, which stops an act whose words were not confirmed and records those that were. A confirmation is
one of a list: who keeps watch reads it, and may know nothing of the illness. Who has another reason explains it to
the privacy officer, in words that hold no medical ones.
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
MEESTE_TEKENS = 150  # of an explanation
MINSTE_TEKENS = 10
_WERKGEVERSKANT = (Rol.WERKGEVER, Rol.CASEMANAGER, Rol.LEIDINGGEVENDE)


class Bewaargrond(StrEnum):
    """Why a text with a medical word is stored all the same.

    The last two are not offered any more: no law lets an employer keep an illness because the file asks it. Rows of the
    log from before still say them.
    """

    ANDERE_BETEKENIS = "andere_betekenis"
    NAAM = "naam"
    NOODGEVAL = "noodgeval"
    ANDERS = "anders"
    EIGEN_WOORDEN = "eigen_woorden"
    WET_VRAAGT_DIT = "wet_vraagt_dit"
    ANDERS_ONJUIST = "anders_onjuist"

    @property
    def label(self) -> Promise:
        """The ground on screens, translated when it is shown."""
        return _LABELS[self]


def gronden_voor(rol: Rol, deel: Deel) -> tuple[Bewaargrond, ...]:
    """Give the grounds on which a person in `rol` may store such a word in this part.

    The employee decides about the own words. What the bedrijfsarts lets the employer read holds no illness and no
    treatment, in whatever document (AVG-AP-3): there a word stays only when it is no such word. For whatever else the
    employer keeps the law leaves little more (AVG-AP-2): colleagues must be able to help in an emergency and the
    employee asked for it, or a reason that the privacy officer judges.
    """
    if rol is Rol.WERKNEMER:
        return (Bewaargrond.EIGEN_WOORDEN,)
    if rol is Rol.BEDRIJFSARTS or deel is Deel.TERUGKOPPELING:
        return (Bewaargrond.ANDERE_BETEKENIS, Bewaargrond.NAAM)
    return (Bewaargrond.ANDERE_BETEKENIS, Bewaargrond.NAAM, Bewaargrond.NOODGEVAL, Bewaargrond.ANDERS)


def grond_in_woorden(reden: str) -> str:
    """Give a reason of the log for people, with the explanation where there is one; as it is when it is no ground."""
    grond, _streep, toelichting = reden.partition(": ")
    if grond not in set(Bewaargrond):
        return reden
    label = str(Bewaargrond(grond).label)
    return f"{label}: {toelichting}" if toelichting else label


class MedischeWoorden(Exception):  # an answer for a page, not a bug
    """A text holds medical words and nobody said why they must stay; nothing was stored.

    `teksten` are the texts in which they stand, `gronden` why they might stay. `dossier_id` is None where the act is
    about no dossier. `uitleg` is the explanation that was given, and what is wrong with it.
    """

    def __init__(
        self,
        vondsten: tuple[Vondst, ...],
        teksten: tuple[str, ...],
        dossier_id: UUID | None,
        gronden: tuple[Bewaargrond, ...],
        *,
        uitleg: tuple[str, str] = ("", ""),
    ) -> None:
        super().__init__(_("In de tekst staan medische woorden."))
        self.vondsten = vondsten
        self.teksten = teksten
        self.dossier_id = dossier_id
        self.gronden = gronden
        self.toelichting, self.bezwaar = uitleg


@dataclasses.dataclass(slots=True)
class _Gehoord:
    """What was found in the act that is going on."""

    teksten: tuple[str, ...] = ()
    is_verantwoord: bool = False


_gehoord: ContextVar[_Gehoord | None] = ContextVar("tekstwacht", default=None)
_bevestigd: ContextVar[tuple[Bewaargrond | None, str]] = ContextVar("bewaargrond", default=(None, ""))


@contextmanager
def bevestigd(grond: Bewaargrond | None, toelichting: str = "") -> Iterator[None]:
    """Say for what is done inside why medical words must stay; None asks about them as usual.

    `toelichting` goes with `Bewaargrond.ANDERS` and is for the privacy officer.
    """
    teken = _bevestigd.set((grond, " ".join(toelichting.split())))
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

    Raises MedischeWoorden when there are some and no ground that this role can give, or no fit explanation.
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
    grond, toelichting = _bevestigd.get()
    gronden = gronden_voor(actor.rol, deel)
    bezwaar = _bezwaar(toelichting) if grond is Bewaargrond.ANDERS else ""
    if grond not in gronden or bezwaar:
        met_woorden = tuple(tekst for tekst in gehoord.teksten if vind_in([tekst]))
        raise MedischeWoorden(vondsten, met_woorden, dossier_id, gronden, uitleg=(toelichting, bezwaar))
    if not is_eigen:
        assert grond is not None  # noqa: S101  # it is one of the grounds
        soorten = sorted({vondst.soort for vondst in vondsten})
        audit.record(
            handeling=Handeling.MEDISCHE_WOORDEN_BEVESTIGEN,
            actor=actor,
            dossier_id=dossier_id,
            onderdeel=deel,
            reden=f"{grond}: {toelichting}" if grond is Bewaargrond.ANDERS else grond,
            doel=" ".join(soorten),
            rol=actor.rol,
        )


def _bezwaar(toelichting: str) -> str:
    """Say what is wrong with an explanation; empty when it can go to the privacy officer, and stay in the log."""
    if not MINSTE_TEKENS <= len(toelichting) <= MEESTE_TEKENS:
        aantallen = {"minste": MINSTE_TEKENS, "meeste": MEESTE_TEKENS}
        return _("Leg uit waarom dit moet blijven staan, in %(minste)s tot %(meeste)s tekens.") % aantallen
    if vondsten := vind_in([toelichting]):
        woorden = ", ".join(sorted({vondst.woord for vondst in vondsten}))
        return _("Ook in uw uitleg staan medische woorden: %(woorden)s. Leg het uit zonder die woorden.") % {
            "woorden": woorden
        }
    if "\x00" in toelichting:
        return _("In uw uitleg staat een teken dat niet kan. Typ de tekst opnieuw.")
    return ""


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
        Bewaargrond.NAAM: gettext_lazy("het is een naam van iemand, een product, een functie of een afdeling"),
        Bewaargrond.NOODGEVAL: gettext_lazy(
            "collega's moeten dit weten om in een noodgeval te helpen, en de werknemer vroeg erom"
        ),
        Bewaargrond.ANDERS: gettext_lazy("er is een andere reden"),
        Bewaargrond.WET_VRAAGT_DIT: gettext_lazy("de wet of het UWV vraagt hierom"),
        Bewaargrond.ANDERS_ONJUIST: gettext_lazy("zonder dit woord klopt het dossier niet"),
        Bewaargrond.EIGEN_WOORDEN: gettext_lazy("de werknemer wil dit zelf zeggen"),
    }
)
