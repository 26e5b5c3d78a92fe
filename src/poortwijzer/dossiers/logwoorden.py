"""The words of the log, for people."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.gasten import Gastdoel
from poortwijzer.toegang.nood import Noodgrond
from poortwijzer.toegang.rollen import Rol

_GAST = "gast:"
# What is done around signing in, and is no act of the policy.
_HANDELINGEN: Mapping[str, Promise] = MappingProxyType(
    {
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


def rol_in_woorden(rol: str) -> str:
    """Give the name of a role; that of a visitor says what the visitor came for."""
    if rol.startswith(_GAST):
        doel = rol.removeprefix(_GAST)
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
    """Give why something was refused or allowed; the grounds of emergency access in full."""
    return str(Noodgrond(reden).label) if reden in list(Noodgrond) else reden
