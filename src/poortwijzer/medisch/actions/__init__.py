"""The acts on the medical record: writing in it, sending something to the bedrijfsarts, and handing it over."""

from poortwijzer.medisch.actions.insturen import stuur_in
from poortwijzer.medisch.actions.overdragen import draag_medisch_dossier_over
from poortwijzer.medisch.actions.vastleggen import leg_medisch_vast

__all__ = ["draag_medisch_dossier_over", "leg_medisch_vast", "stuur_in"]
