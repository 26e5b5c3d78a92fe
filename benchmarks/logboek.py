"""The log: how fast a chain is checked, and what one row costs."""

import time
import uuid
from collections.abc import Iterator

from benchmarks.meten import Telling

from poortwijzer import audit
from poortwijzer.audit.ankers import veranker

REGELS = 5_000


def metingen() -> Iterator[Telling]:
    """Write rows, one transaction each, and check them."""
    begin = time.perf_counter()
    for _ in range(REGELS):
        audit.record(handeling="inzien", actor=None, dossier_id=uuid.UUID(int=1), onderdeel="tijdlijn")
    schrijven = time.perf_counter() - begin
    veranker(audit.ZONDER_ORGANISATIE)  # as the daily job does: one anchor a day stays
    begin = time.perf_counter()
    fout = audit.controleer(audit.ZONDER_ORGANISATIE)
    nalopen = time.perf_counter() - begin
    if fout is not None:
        raise RuntimeError(f"the log that was just written is not whole: {fout}")
    yield Telling("log: rows written, committed and anchored", f"{REGELS / schrijven:,.0f} a second")
    yield Telling("log: rows checked (goal 100,000)", f"{REGELS / nalopen:,.0f} a second")
