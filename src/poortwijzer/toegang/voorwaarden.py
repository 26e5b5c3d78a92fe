"""How near a person in a role must be to a dossier before the policy table is even asked.

These are the names; `dossiers.access` makes queries of them, so that one dossier and a list answer alike.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from poortwijzer.toegang.rollen import Rol


class Voorwaarde(StrEnum):
    """Something that must be true between the person and the dossier.

    `EIGEN_DOSSIER`: the person is the sick employee. `EIGEN_ORGANISATIE`: the employer of the dossier is the
    organisation that the person acts for. `BETROKKEN_IN_ROL`: the person has this very role on the dossier and
    it runs today (from inclusive, until exclusive). `CONTRACT_LOOPT`: the person acts for the employer itself, or for
    an organisation that has a running contract with it for a service with this role, with a recorded secrecy ground.
    `NIET_VOOR_WERKGEVER`: the person speaks for the employer neither on the dossier nor at the employer itself,
    whichever role came first. `GEEN_DOSSIER` is never true.
    """

    EIGEN_DOSSIER = "eigen_dossier"
    NIET_EIGEN_DOSSIER = "niet_eigen_dossier"
    EIGEN_ORGANISATIE = "eigen_organisatie"
    BETROKKEN_IN_ROL = "betrokken_in_rol"
    CONTRACT_LOOPT = "contract_loopt"
    NIET_VOOR_WERKGEVER = "niet_voor_werkgever"
    GEEN_DOSSIER = "geen_dossier"

    @property
    def label(self) -> Promise:
        """The condition in words, translated when it is shown."""
        return _LABELS[self]


_BETROKKEN = frozenset({Voorwaarde.BETROKKEN_IN_ROL, Voorwaarde.CONTRACT_LOOPT, Voorwaarde.NIET_EIGEN_DOSSIER})
_WERKGEVER = frozenset({Voorwaarde.EIGEN_ORGANISATIE, Voorwaarde.NIET_EIGEN_DOSSIER})

# Who is ill may also be a manager or work at HR: in that role the own dossier stays closed.
VOORWAARDEN: Mapping[Rol, frozenset[Voorwaarde]] = MappingProxyType(
    {
        Rol.WERKNEMER: frozenset({Voorwaarde.EIGEN_DOSSIER}),
        Rol.LEIDINGGEVENDE: _BETROKKEN,
        Rol.WERKGEVER: _WERKGEVER,
        Rol.CASEMANAGER: _BETROKKEN,
        Rol.BEDRIJFSARTS: _BETROKKEN | {Voorwaarde.NIET_VOOR_WERKGEVER},  # nobody is at both sides of the medical wall
        Rol.ARBEIDSDESKUNDIGE: _BETROKKEN,
        # Reads what the employee keeps from the manager: who speaks for the employer is not neutral.
        Rol.PROCESBEGELEIDER: _BETROKKEN | {Voorwaarde.NIET_VOOR_WERKGEVER},
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
        Voorwaarde.CONTRACT_LOOPT: _("alleen voor de werkgever zelf, of onder een contract met geheimhouding"),
        Voorwaarde.NIET_VOOR_WERKGEVER: _("alleen wie daar niet ook voor de werkgever werkt"),
        Voorwaarde.GEEN_DOSSIER: _("geen enkel dossier"),
    }
)
