"""The acts on the medical record: writing in it, and sending something to the bedrijfsarts."""

from poortwijzer.medisch.actions.insturen import stuur_in
from poortwijzer.medisch.actions.vastleggen import leg_medisch_vast

__all__ = ["leg_medisch_vast", "stuur_in"]
