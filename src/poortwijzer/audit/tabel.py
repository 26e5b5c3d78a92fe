"""The way from the package's functions to its table."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from poortwijzer.audit.models import Auditregel


def auditregels() -> "type[Auditregel]":
    """Give the table, when it is asked for: Django loads this package, with its functions, before any table."""
    from poortwijzer.audit.models import Auditregel  # noqa: PLC0415  # see above

    return Auditregel
