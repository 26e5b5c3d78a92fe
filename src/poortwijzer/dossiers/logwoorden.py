"""The words of the log, for people."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from poortwijzer.tekstwacht.wacht import grond_in_woorden as bewaargrond_in_woorden
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.gasten import Gastdoel
from poortwijzer.toegang.nood import Noodgrond, Noodoordeel
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.voorwaarden import VOORWAARDEN, Voorwaarde

GAST = "gast:"
"""How the role of a visitor begins."""
# What is done around signing in, and is no act of the policy.
_HANDELINGEN: Mapping[str, Promise] = MappingProxyType(
    {
        "aanbieder_koppelen": _("aanmelden via de eigen organisatie koppelen"),
        "aanmelden": _("aanmelden"),
        "herstelcodes_maken": _("nieuwe herstelcodes maken"),
        "massaal_lezen": _("veel dossiers in korte tijd openen"),
        "sessie_beeindigen": _("zich elders afmelden"),
        "tweede_stap": _("tweede stap bij het aanmelden"),
        "tweede_stap_toevoegen": _("een tweede stap instellen"),
        "tweede_stap_weghalen": _("een tweede stap weghalen"),
        "uitnodiging_aanvaarden": _("een uitnodiging aanvaarden"),
        "uitnodiging_intrekken": _("een uitnodiging intrekken"),
        "wachtwoord_wijzigen": _("wachtwoord wijzigen"),
    }
)


OM_HET_AANMELDEN = frozenset(_HANDELINGEN)
# What brought somebody to a dossier, by the condition of the role that says so.
_GRONDEN: Mapping[Voorwaarde, Promise] = MappingProxyType(
    {
        Voorwaarde.EIGEN_DOSSIER: _("het is het eigen dossier"),
        Voorwaarde.BETROKKEN_IN_ROL: _("had deze rol op het dossier"),
        Voorwaarde.EIGEN_ORGANISATIE: _("werkt voor de werkgever"),
    }
)


def rol_in_woorden(rol: str) -> str:
    """Give the name of a role; that of a visitor says what the visitor came for."""
    if rol.startswith(GAST):
        doel = rol.removeprefix(GAST)
        return str(_("gast")) + (f": {Gastdoel(doel).label}" if doel in list(Gastdoel) else "")
    return str(Rol(rol).label) if rol in list(Rol) else rol


def handeling_in_woorden(handeling: str) -> str:
    """Give the name of an act."""
    if handeling in list(Handeling):
        return str(Handeling(handeling).label)
    return str(_HANDELINGEN.get(handeling, handeling))


def onderdeel_in_woorden(onderdeel: str) -> str:
    """Give the name of a part."""
    return str(Deel(onderdeel).label) if onderdeel in list(Deel) else onderdeel


def reden_in_woorden(reden: str) -> str:
    """Give why something was refused or allowed; the grounds of emergency access, and what was found of it, in full."""
    if reden in list(Noodoordeel):
        return str(Noodoordeel(reden).label)
    return str(Noodgrond(reden).label) if reden in list(Noodgrond) else bewaargrond_in_woorden(reden)


def grond_in_woorden(rol: str, *, is_nood: bool) -> str:
    """Give on what ground somebody in this role got in; empty where the log does not know the role."""
    if is_nood:
        return str(_("kwam binnen met noodtoegang"))
    if rol.startswith(GAST):
        return str(_("kwam binnen met een link"))
    if rol not in list(Rol):
        return ""
    return next((str(_GRONDEN[v]) for v in _GRONDEN if v in VOORWAARDEN[Rol(rol)]), "")
