"""Icons, drawn inline."""

from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe
from lucide.templatetags.lucide import lucide


@lru_cache(maxsize=256)
def icoon(naam: str) -> SafeString:
    """Draw an icon that says nothing to a screen reader: the word beside it does."""
    return mark_safe(lucide(naam, size=None, aria_hidden="true", focusable="false", **{"class": "icon"}))  # noqa: S308  # lucide's own drawings
