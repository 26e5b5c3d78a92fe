"""The roles in which a person can act. This is the one list; the UWV is a reader, not a role."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Rol(StrEnum):
    """A role. Its value is what is stored; `label` is what people read."""

    WERKNEMER = "werknemer"
    LEIDINGGEVENDE = "leidinggevende"
    WERKGEVER = "werkgever"
    CASEMANAGER = "casemanager"
    BEDRIJFSARTS = "bedrijfsarts"
    ARBEIDSDESKUNDIGE = "arbeidsdeskundige"
    PROCESBEGELEIDER = "procesbegeleider"
    RE_INTEGRATIEBEDRIJF = "re_integratiebedrijf"
    ARBODIENST = "arbodienst"
    PRIVACY_OFFICER = "privacy_officer"
    BEHEERDER = "beheerder"

    @property
    def label(self) -> Promise:
        """The name of the role on screens, translated when it is shown."""
        return _LABELS[self]

    @property
    def partij(self) -> str | None:
        """The word of the exchange format for who gave a fact; None for a role that gives none."""
        return None if self in _ZONDER_PARTIJ else str(self).replace("re_", "re-")


_LABELS: Mapping[Rol, Promise] = MappingProxyType(
    {
        Rol.WERKNEMER: _("werknemer"),
        Rol.LEIDINGGEVENDE: _("leidinggevende"),
        Rol.WERKGEVER: _("werkgever (HR)"),
        Rol.CASEMANAGER: _("casemanager"),
        Rol.BEDRIJFSARTS: _("bedrijfsarts"),
        Rol.ARBEIDSDESKUNDIGE: _("arbeidsdeskundige"),
        Rol.PROCESBEGELEIDER: _("procesbegeleider"),
        Rol.RE_INTEGRATIEBEDRIJF: _("re-integratiebedrijf"),
        Rol.ARBODIENST: _("arbodienst"),
        Rol.PRIVACY_OFFICER: _("functionaris gegevensbescherming"),
        Rol.BEHEERDER: _("beheerder"),
    }
)
# Who guards or manages says nothing about an illness.
_ZONDER_PARTIJ = frozenset({Rol.PRIVACY_OFFICER, Rol.BEHEERDER})
