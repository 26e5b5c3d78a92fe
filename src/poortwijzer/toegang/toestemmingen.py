"""Consent of the employee, per item: what may be asked, by whom, in which words, and what opens only with it.

A consent is about one thing and one receiver. It is asked for, given, refused or withdrawn, and each of these stays on
record. Refusing has no effect but that the thing does not happen: no task, no term and no verdict asks for consent.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from poortwijzer.toegang.gasten import Gastdoel
from poortwijzer.toegang.rollen import Rol


class Toestemmingsdoel(StrEnum):
    """What consent can be asked for."""

    BEHANDELAAR_VRAGEN = "behandelaar_vragen"
    STUK_DELEN = "stuk_delen"
    KNELPUNT_BESPREKEN = "knelpunt_bespreken"

    @property
    def label(self) -> Promise:
        """The purpose on screens, translated when it is shown."""
        return _LABELS[self]


class Keuze(StrEnum):
    """What the employee said; the last one counts."""

    GEGEVEN = "gegeven"
    GEWEIGERD = "geweigerd"
    INGETROKKEN = "ingetrokken"

    @property
    def label(self) -> Promise:
        """The answer on screens, translated when it is shown."""
        return _KEUZES[self]


class Wijze(StrEnum):
    """How the answer came: here by the employee, or told to who asked, by an employee without an account."""

    ZELF = "zelf"
    MONDELING = "mondeling"
    SCHRIFTELIJK = "schriftelijk"

    @property
    def label(self) -> Promise:
        """The way on screens, translated when it is shown."""
        return _WIJZEN[self]


# Who may ask for what. The neutral guide discusses a bottleneck; the bedrijfsarts asks the treating sector.
VRAAGT: Mapping[Toestemmingsdoel, frozenset[Rol]] = MappingProxyType(
    {
        Toestemmingsdoel.BEHANDELAAR_VRAGEN: frozenset({Rol.BEDRIJFSARTS}),
        Toestemmingsdoel.STUK_DELEN: frozenset({Rol.BEDRIJFSARTS, Rol.CASEMANAGER, Rol.WERKGEVER}),
        Toestemmingsdoel.KNELPUNT_BESPREKEN: frozenset({Rol.PROCESBEGELEIDER}),
    }
)
# What a visitor can do only as long as such a consent is in force; the employee needs none for what he shares himself.
VOOR_GAST: Mapping[Gastdoel, Toestemmingsdoel] = MappingProxyType(
    {
        Gastdoel.INFORMATIE_AANLEVEREN: Toestemmingsdoel.BEHANDELAAR_VRAGEN,
        Gastdoel.STUK_INZIEN: Toestemmingsdoel.STUK_DELEN,
    }
)

# The words that were shown stay with the answer, with this number: a new text is a new number.
TEKSTVERSIE = 1
_SLOT = _(
    "U hoeft dit niet goed te vinden. Zegt u nee, dan heeft dat geen gevolgen voor uw loon of voor het oordeel over uw "
    "dossier. U kunt uw toestemming altijd intrekken. Vanaf dat moment gebeurt het niet meer. Wat al gedeeld was, kan "
    "niemand terughalen."
)
_TEKSTEN: Mapping[Toestemmingsdoel, Promise] = MappingProxyType(
    {
        Toestemmingsdoel.BEHANDELAAR_VRAGEN: _(
            "De %(rol)s wil iets vragen aan: %(aan)s. Het antwoord gaat alleen naar de bedrijfsarts, niet naar uw "
            "werkgever. U leest hieronder de hele vraag."
        ),
        Toestemmingsdoel.STUK_DELEN: _(
            "De %(rol)s wil één document laten lezen door: %(aan)s. Deze persoon leest alleen dit document, en alleen "
            "zolang de link werkt."
        ),
        Toestemmingsdoel.KNELPUNT_BESPREKEN: _(
            "De %(rol)s wil één punt uit het gesprek met u bespreken met: %(aan)s. Andere punten worden niet besproken."
        ),
    }
)

# The same for who asked: these readers are not the ones who decide.
_SLOT_VRAGER = _(
    "De werknemer hoeft dit niet goed te vinden. Zegt de werknemer nee, dan heeft dat geen gevolgen voor het loon of "
    "voor het oordeel over het dossier. De werknemer kan een ja altijd intrekken. Daarna gebeurt het niet meer."
)
_VOOR_VRAGER: Mapping[Toestemmingsdoel, Promise] = MappingProxyType(
    {
        Toestemmingsdoel.BEHANDELAAR_VRAGEN: _(
            "De %(rol)s vroeg de werknemer of er een vraag mag naar: %(aan)s. Het antwoord gaat alleen naar de "
            "bedrijfsarts, niet naar de werkgever."
        ),
        Toestemmingsdoel.STUK_DELEN: _(
            "De %(rol)s vroeg de werknemer of deze persoon één document mag lezen: %(aan)s. Alleen dit document, en "
            "alleen zolang de link werkt."
        ),
        Toestemmingsdoel.KNELPUNT_BESPREKEN: _(
            "De %(rol)s vroeg de werknemer of één punt uit het gesprek besproken mag worden met: %(aan)s. Andere "
            "punten worden niet besproken."
        ),
    }
)


def tekst_van(doel: Toestemmingsdoel, *, rol: Rol, aan: str) -> str:
    """Give the text to which the employee says yes or no, in the language of now; version `TEKSTVERSIE`."""
    return f"{_TEKSTEN[doel] % {'rol': rol.label, 'aan': aan}} {_SLOT}"


def tekst_voor_vrager(doel: Toestemmingsdoel, *, rol: Rol, aan: str) -> str:
    """Give what was asked, in the words for who asked it; what counts are the words that the employee read."""
    return f"{_VOOR_VRAGER[doel] % {'rol': rol.label, 'aan': aan}} {_SLOT_VRAGER}"


def mag_vragen(rol: Rol, doel: Toestemmingsdoel) -> bool:
    """Tell whether a person in `rol` may ask for this consent."""
    return rol in VRAAGT[doel]


def nodig_voor_gast(rol: Rol, doel: Gastdoel) -> Toestemmingsdoel | None:
    """Give the consent without which a visitor of this role may not do this; None for who is the employee."""
    return None if rol is Rol.WERKNEMER else VOOR_GAST[doel]


_LABELS: Mapping[Toestemmingsdoel, Promise] = MappingProxyType(
    {
        Toestemmingsdoel.BEHANDELAAR_VRAGEN: _("een behandelaar iets vragen"),
        Toestemmingsdoel.STUK_DELEN: _("een document laten lezen"),
        Toestemmingsdoel.KNELPUNT_BESPREKEN: _("een knelpunt bespreken"),
    }
)
_KEUZES: Mapping[Keuze, Promise] = MappingProxyType(
    {
        Keuze.GEGEVEN: _("toestemming gegeven"),
        Keuze.GEWEIGERD: _("geen toestemming"),
        Keuze.INGETROKKEN: _("toestemming ingetrokken"),
    }
)
_WIJZEN: Mapping[Wijze, Promise] = MappingProxyType(
    {
        Wijze.ZELF: _("door de werknemer zelf"),
        Wijze.MONDELING: _("mondeling gezegd"),
        Wijze.SCHRIFTELIJK: _("op papier gezegd"),
    }
)
