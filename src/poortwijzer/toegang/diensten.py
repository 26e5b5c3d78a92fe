"""What one organisation can do for another under a contract, and what binds its people to secrecy.

A role that belongs to a service opens a dossier of another organisation only under a running contract for that
service with a recorded secrecy ground. What no service names, nobody does for another organisation.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from poortwijzer.toegang.rollen import Rol


class Dienst(StrEnum):
    """A kind of service for an employer."""

    VERZUIMBEGELEIDING = "verzuimbegeleiding"
    ARBEIDSDESKUNDIG_ONDERZOEK = "arbeidsdeskundig_onderzoek"
    RE_INTEGRATIE = "re_integratie"

    @property
    def label(self) -> Promise:
        """The name of the service on screens, translated when it is shown."""
        return _DIENSTEN[self]


class Geheimhoudingsgrond(StrEnum):
    """What binds somebody to secrecy: the four of the privacy law (UAVG 30, fourth paragraph)."""

    AMBT = "ambt"
    BEROEP = "beroep"
    WET = "wet"
    OVEREENKOMST = "overeenkomst"

    @property
    def label(self) -> Promise:
        """The ground on screens, translated when it is shown."""
        return _GRONDEN[self]


# In which roles people of the other organisation work under a contract for the service.
ROLLEN_VAN_DIENST: Mapping[Dienst, frozenset[Rol]] = MappingProxyType(
    {
        Dienst.VERZUIMBEGELEIDING: frozenset({Rol.BEDRIJFSARTS, Rol.ARBODIENST, Rol.PROCESBEGELEIDER, Rol.CASEMANAGER}),
        Dienst.ARBEIDSDESKUNDIG_ONDERZOEK: frozenset({Rol.ARBEIDSDESKUNDIGE}),
        Dienst.RE_INTEGRATIE: frozenset({Rol.RE_INTEGRATIEBEDRIJF}),
    }
)


def diensten_met(rol: Rol) -> frozenset[Dienst]:
    """Give the services under which somebody in `rol` works for another organisation."""
    return frozenset(dienst for dienst, rollen in ROLLEN_VAN_DIENST.items() if rol in rollen)


_DIENSTEN: Mapping[Dienst, Promise] = MappingProxyType(
    {
        Dienst.VERZUIMBEGELEIDING: _("begeleiding bij verzuim"),
        Dienst.ARBEIDSDESKUNDIG_ONDERZOEK: _("arbeidsdeskundig onderzoek"),
        Dienst.RE_INTEGRATIE: _("re-integratie en tweede spoor"),
    }
)
_GRONDEN: Mapping[Geheimhoudingsgrond, Promise] = MappingProxyType(
    {
        Geheimhoudingsgrond.AMBT: _("ambt"),
        Geheimhoudingsgrond.BEROEP: _("beroep (bijvoorbeeld als arts)"),
        Geheimhoudingsgrond.WET: _("wettelijk voorschrift"),
        Geheimhoudingsgrond.OVEREENKOMST: _("overeenkomst"),
    }
)
