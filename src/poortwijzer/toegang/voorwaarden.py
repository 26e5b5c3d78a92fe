"""How near a person in a role must be to a dossier before the policy table is even asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from poortwijzer.toegang.rollen import Rol


class Voorwaarde(StrEnum):
    """Something that must be true between the person and the dossier."""

    EIGEN_DOSSIER = "eigen_dossier"
    NIET_EIGEN_DOSSIER = "niet_eigen_dossier"
    EIGEN_ORGANISATIE = "eigen_organisatie"
    BETROKKEN_IN_ROL = "betrokken_in_rol"
    GEEN_DOSSIER = "geen_dossier"

    @property
    def label(self) -> Promise:
        """The condition in words, translated when it is shown."""
        return _LABELS[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verhouding:
    """How the person stands to one dossier today, as the tables say.

    `is_eigen_dossier`: the person is the sick employee. `is_eigen_organisatie`: the dossier's employer is the
    organisation that the person acts for. `betrokken_als`: the roles that person has on this dossier and that
    run today (from inclusive, until exclusive).
    """

    is_eigen_dossier: bool
    is_eigen_organisatie: bool
    betrokken_als: frozenset[Rol]


_BETROKKEN = frozenset({Voorwaarde.BETROKKEN_IN_ROL, Voorwaarde.NIET_EIGEN_DOSSIER})
_WERKGEVER = frozenset({Voorwaarde.EIGEN_ORGANISATIE, Voorwaarde.NIET_EIGEN_DOSSIER})

# Who is ill may also be a manager or work at HR: in that role the own dossier stays closed.
VOORWAARDEN: Mapping[Rol, frozenset[Voorwaarde]] = MappingProxyType(
    {
        Rol.WERKNEMER: frozenset({Voorwaarde.EIGEN_DOSSIER}),
        Rol.LEIDINGGEVENDE: _BETROKKEN,
        Rol.WERKGEVER: _WERKGEVER,
        Rol.CASEMANAGER: _BETROKKEN,
        Rol.BEDRIJFSARTS: _BETROKKEN,
        Rol.ARBEIDSDESKUNDIGE: _BETROKKEN,
        Rol.PROCESBEGELEIDER: _BETROKKEN,
        Rol.RE_INTEGRATIEBEDRIJF: _BETROKKEN,
        Rol.ARBODIENST: _BETROKKEN,
        Rol.PRIVACY_OFFICER: frozenset({Voorwaarde.EIGEN_ORGANISATIE, Voorwaarde.NIET_EIGEN_DOSSIER}),
        Rol.BEHEERDER: frozenset({Voorwaarde.GEEN_DOSSIER}),
    }
)

_LABELS: Mapping[Voorwaarde, Promise] = MappingProxyType(
    {
        Voorwaarde.EIGEN_DOSSIER: _("alleen het eigen dossier"),
        Voorwaarde.NIET_EIGEN_DOSSIER: _("nooit het eigen dossier"),
        Voorwaarde.EIGEN_ORGANISATIE: _("alleen werknemers van de eigen organisatie"),
        Voorwaarde.BETROKKEN_IN_ROL: _("alleen zolang de rol op dit dossier loopt"),
        Voorwaarde.GEEN_DOSSIER: _("geen enkel dossier"),
    }
)


def bereikt(rol: Rol, verhouding: Verhouding) -> bool:
    """Tell whether a person in `rol` reaches a dossier to which he stands as `verhouding` says."""
    return all(_voldoet(voorwaarde, rol, verhouding) for voorwaarde in VOORWAARDEN[rol])


def _voldoet(voorwaarde: Voorwaarde, rol: Rol, verhouding: Verhouding) -> bool:
    match voorwaarde:
        case Voorwaarde.EIGEN_DOSSIER:
            return verhouding.is_eigen_dossier
        case Voorwaarde.NIET_EIGEN_DOSSIER:
            return not verhouding.is_eigen_dossier
        case Voorwaarde.EIGEN_ORGANISATIE:
            return verhouding.is_eigen_organisatie
        case Voorwaarde.BETROKKEN_IN_ROL:
            return rol in verhouding.betrokken_als
        case Voorwaarde.GEEN_DOSSIER:
            return False
