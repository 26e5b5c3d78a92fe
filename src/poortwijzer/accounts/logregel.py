"""Rows of the log about how somebody signs in: they are about no dossier, and belong to one part."""

from typing import Literal

from poortwijzer import audit

AANMELDING = "aanmelding"  # the part, in the log; no part of the policy: everybody manages the own sign-in


def record_aanmelding(
    *,
    handeling: str,
    actor: audit.Handelende | None,
    uitkomst: Literal["gelukt", "geweigerd"] = "gelukt",
    reden: str = "",
    doel: str = "",
) -> None:
    """Write a row about signing in, a second step or a session; see `audit.record`."""
    audit.record(
        handeling=handeling,
        actor=actor,
        dossier_id=None,
        onderdeel=AANMELDING,
        uitkomst=uitkomst,
        reden=reden,
        doel=doel,
    )
