"""Wanneer een re-integratieverslag klaar is: gedeeld door de normen over het einde van wachttijd en dienstverband."""

from collections.abc import Sequence
from datetime import date

from poortnormen.feiten.stukken import Afschrift, Ontvanger, Stuk, Stuksoort


def verslag_gereed_op(
    stukken: Sequence[Stuk], afschriften: Sequence[Afschrift], *, vanaf: date | None = None
) -> date | None:
    """De dag waarop het eerste verslag vanaf een dag er was én de werknemer daar een afschrift van had."""
    soort = Stuksoort.REINTEGRATIEVERSLAG
    opgesteld = [s.opgesteld_op for s in stukken if s.soort is soort and (vanaf is None or s.opgesteld_op >= vanaf)]
    if not opgesteld:
        return None
    eerste = min(opgesteld)
    return min(
        (
            afschrift.verstrekt_op
            for afschrift in afschriften
            if afschrift.soort is soort
            if afschrift.ontvanger is Ontvanger.WERKNEMER and afschrift.verstrekt_op >= eerste
        ),
        default=None,
    )
