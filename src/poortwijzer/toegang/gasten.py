"""Visitors by guest link: a GP or a coach, without account. A visitor has a purpose, not a role.

`GASTBELEID` says which role may give a link for which purpose, over which parts. What a visitor can do is in
`GAST_MAG`: one act for each purpose, on the one part that the link names, and nothing besides.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from poortwijzer.toegang.delen import STUKKEN, Deel, Handeling
from poortwijzer.toegang.rollen import Rol

# Long enough for a practice to answer, short enough that a forgotten mail opens nothing.
GELDIG_STANDAARD = timedelta(days=14)
GELDIG_HOOGSTENS = timedelta(days=30)


class Gastdoel(StrEnum):
    """What a visitor comes for."""

    INFORMATIE_AANLEVEREN = "informatie_aanleveren"
    STUK_INZIEN = "stuk_inzien"

    @property
    def label(self) -> Promise:
        """The purpose on screens, translated when it is shown."""
        return _LABELS[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gast:
    """A visitor, as who acts: known by the link alone. `organisatie_id` is whose link it is, for the log."""

    link_id: UUID
    dossier_id: UUID
    doel: Gastdoel
    deel: Deel
    organisatie_id: UUID | None

    @property
    def gebruiker_id(self) -> UUID:
        """What the log names as who acted."""
        return self.link_id

    @property
    def rol(self) -> str:
        """What the log names as in which role: that of a visitor, with the purpose."""
        return f"gast:{self.doel}"


GAST_MAG: Mapping[Gastdoel, Handeling] = MappingProxyType(
    {
        Gastdoel.INFORMATIE_AANLEVEREN: Handeling.GAST_AANLEVEREN,
        Gastdoel.STUK_INZIEN: Handeling.INZIEN,
    }
)

# The employee shares what is his own. The bedrijfsarts asks the treating sector, and nobody else does. The employer
# shows a coach the plan and what became of it, not what the bedrijfsarts or the employee wrote.
GASTBELEID: Mapping[tuple[Rol, Gastdoel], frozenset[Deel]] = MappingProxyType(
    {
        (Rol.WERKNEMER, Gastdoel.STUK_INZIEN): frozenset(STUKKEN),
        (Rol.BEDRIJFSARTS, Gastdoel.INFORMATIE_AANLEVEREN): frozenset({Deel.GASTANTWOORDEN}),
        (Rol.BEDRIJFSARTS, Gastdoel.STUK_INZIEN): frozenset({Deel.PROBLEEMANALYSE}),
        (Rol.CASEMANAGER, Gastdoel.STUK_INZIEN): frozenset({Deel.PLAN_VAN_AANPAK, Deel.BIJSTELLING}),
        (Rol.WERKGEVER, Gastdoel.STUK_INZIEN): frozenset({Deel.PLAN_VAN_AANPAK, Deel.BIJSTELLING}),
    }
)

_NIETS: frozenset[Deel] = frozenset()


def mag_gast_uitnodigen(rol: Rol, doel: Gastdoel, deel: Deel) -> bool:
    """Tell whether a person in `rol` may give a visitor a link for `doel` on `deel`."""
    return deel in GASTBELEID.get((rol, doel), _NIETS)


def mag_gast(gast: Gast, handeling: Handeling, deel: Deel) -> bool:
    """Tell whether this visitor may do `handeling` to `deel`: only the act of the purpose, on the part of the link."""
    return GAST_MAG.get(gast.doel) is handeling and gast.deel is deel


_LABELS: Mapping[Gastdoel, Promise] = MappingProxyType(
    {
        Gastdoel.INFORMATIE_AANLEVEREN: _("een vraag beantwoorden"),
        Gastdoel.STUK_INZIEN: _("één stuk lezen"),
    }
)
