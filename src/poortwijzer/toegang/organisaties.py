"""Which roles an organisation of a kind can give at all: nobody makes a bedrijfsarts of the own people of an employer.

An employer with an arbodienst of its own has two organisations here, each with its own key, and a contract between
them: so what is told to the doctor stays out of reach of who runs the employer's part.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from poortwijzer.toegang.rollen import Rol


class Organisatiesoort(StrEnum):
    """A kind of organisation. Its value is what is stored; `label` is what people read."""

    WERKGEVER = "werkgever"
    ARBODIENST = "arbodienst"
    ARBEIDSDESKUNDIG_BUREAU = "arbeidsdeskundig_bureau"
    RE_INTEGRATIEBEDRIJF = "re_integratiebedrijf"

    @property
    def label(self) -> Promise:
        """The kind on screens, translated when it is shown."""
        return _LABELS[self]


# Who guards and who manages accounts is there in every organisation.
_OVERAL = frozenset({Rol.PRIVACY_OFFICER, Rol.BEHEERDER})
_ADVIES = frozenset({Rol.ARBEIDSDESKUNDIGE, Rol.PROCESBEGELEIDER})
# An own arbeidsdeskundige or procesbegeleider of an employer reads nothing that the employer does not read.
ROLLEN_BIJ: Mapping[Organisatiesoort, frozenset[Rol]] = MappingProxyType(
    {
        Organisatiesoort.WERKGEVER: _OVERAL
        | _ADVIES
        | {Rol.WERKNEMER, Rol.LEIDINGGEVENDE, Rol.WERKGEVER, Rol.CASEMANAGER},
        Organisatiesoort.ARBODIENST: _OVERAL | _ADVIES | {Rol.BEDRIJFSARTS, Rol.ARBODIENST, Rol.CASEMANAGER},
        Organisatiesoort.ARBEIDSDESKUNDIG_BUREAU: _OVERAL | _ADVIES,
        Organisatiesoort.RE_INTEGRATIEBEDRIJF: _OVERAL | {Rol.RE_INTEGRATIEBEDRIJF},
    }
)


def past_bij(rol: Rol, soort: str) -> bool:
    """Tell whether an organisation of this kind can give this role."""
    return rol in ROLLEN_BIJ[Organisatiesoort(soort)]


_LABELS: Mapping[Organisatiesoort, Promise] = MappingProxyType(
    {
        Organisatiesoort.WERKGEVER: _("werkgever"),
        Organisatiesoort.ARBODIENST: _("arbodienst"),
        Organisatiesoort.ARBEIDSDESKUNDIG_BUREAU: _("arbeidsdeskundig bureau"),
        Organisatiesoort.RE_INTEGRATIEBEDRIJF: _("re-integratiebedrijf"),
    }
)
