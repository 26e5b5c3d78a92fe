"""The way from the package's functions to its tables."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from poortwijzer.audit.models import Auditregel, Snoeipunt


def auditregels() -> "type[Auditregel]":
    """Give the rows, when they are asked for: Django loads this package, with its functions, before any table."""
    from poortwijzer.audit.models import Auditregel  # noqa: PLC0415  # see above

    return Auditregel


def snoeipunten() -> "type[Snoeipunt]":
    """Give the points up to which chains were pruned; as above."""
    from poortwijzer.audit.models import Snoeipunt  # noqa: PLC0415  # see above

    return Snoeipunt
