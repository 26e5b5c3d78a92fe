"""Emergency access: why somebody opens a dossier on which he has no role, and for how long.

Who may stands in the policy table (`Handeling.NOODTOEGANG`). It stays within the own role (nobody sees more than a
colleague who does have the role on the dossier) and within the own circle (a bedrijfsarts where the own arbodienst
works, a casemanager at the own employer), and it is told to the privacy officers and to the employee, always.
"""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DUUR = timedelta(minutes=60)


class Noodoordeel(StrEnum):
    """What who keeps watch finds of it afterwards."""

    TERECHT = "terecht"
    ONTERECHT = "onterecht"

    @property
    def label(self) -> Promise:
        """The finding on screens, translated when it is shown."""
        return _OORDELEN[self]


class Noodgrond(StrEnum):
    """Why somebody may not wait for a role."""

    WAARNEMING = "waarneming"
    TERMIJN = "termijn"
    VRAAG_WERKNEMER = "vraag_werknemer"

    @property
    def label(self) -> Promise:
        """The ground on screens, translated when it is shown."""
        return _LABELS[self]


_OORDELEN: Mapping[Noodoordeel, Promise] = MappingProxyType(
    {
        Noodoordeel.TERECHT: _("terecht gebruikt"),
        Noodoordeel.ONTERECHT: _("niet terecht gebruikt"),
    }
)
_LABELS: Mapping[Noodgrond, Promise] = MappingProxyType(
    {
        Noodgrond.WAARNEMING: _("waarneming: de collega is onverwacht afwezig"),
        Noodgrond.TERMIJN: _("een termijn loopt vandaag of morgen af"),
        Noodgrond.VRAAG_WERKNEMER: _("de werknemer vroeg nu om hulp"),
    }
)
