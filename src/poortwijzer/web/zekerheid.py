"""How sure we are of the text of a norm, in words."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_WOORDEN: Mapping[str, Promise] = MappingProxyType(
    {
        "V": _("in de gepubliceerde tekst gelezen"),
        "V26": _("gelezen in de tekst van 2026"),
        "V15": _("gelezen in de tekst van 2015"),
        "S": _("uit een andere bron"),
        "K": _("bekend, maar niet teruggevonden in een tekst"),
        "D": _("door ons berekend"),
    }
)


def in_woorden(zekerheid: str) -> str:
    """Write the mark of certainty in words; a mark with more parts (`V26, S`) part by part."""
    delen = (deel.strip() for deel in zekerheid.replace("/", ",").split(",") if deel.strip())
    return ", ".join(str(_WOORDEN.get(deel, deel)) for deel in delen)
