"""The acts on a trajectory: one function per act, keyword-only, with the actor. See `dossiers.actions`."""

from poortwijzer.werkaanpassing.actions.aanvraag import (
    Aanvraaggegevens,
    beslis_over_bezwaar,
    leg_bezwaar_vast,
    vraag_traject_aan,
)
from poortwijzer.werkaanpassing.actions.begeleiding import (
    leg_offerte_vast,
    leg_voorbereiding_vast,
    meld_behandelrelatie,
    neem_begeleiding_op,
)
from poortwijzer.werkaanpassing.actions.keuze import (
    beoordeel_oplossing,
    breng_oplossing_in,
    geef_akkoord_op_oplossing,
    meld_ideeen_klaar,
    verwijder_oplossing,
)
from poortwijzer.werkaanpassing.actions.lijst import (
    bevestig_lijst,
    bewaar_knelpunt,
    bewaar_lijst,
    verwijder_knelpunt,
    vraag_vrijgave,
)
from poortwijzer.werkaanpassing.actions.samen import geef_akkoord_op_knelpunt, stel_gezamenlijk_samen
from poortwijzer.werkaanpassing.actions.stappen import (
    geef_akkoord_op_afronding,
    leg_afronding_vast,
    sluit_ronde,
    stop_traject,
    zet_stap,
)

__all__ = [
    "Aanvraaggegevens",
    "beoordeel_oplossing",
    "beslis_over_bezwaar",
    "bevestig_lijst",
    "bewaar_knelpunt",
    "bewaar_lijst",
    "breng_oplossing_in",
    "geef_akkoord_op_afronding",
    "geef_akkoord_op_knelpunt",
    "geef_akkoord_op_oplossing",
    "leg_afronding_vast",
    "leg_bezwaar_vast",
    "leg_offerte_vast",
    "leg_voorbereiding_vast",
    "meld_behandelrelatie",
    "meld_ideeen_klaar",
    "neem_begeleiding_op",
    "sluit_ronde",
    "stel_gezamenlijk_samen",
    "stop_traject",
    "verwijder_knelpunt",
    "verwijder_oplossing",
    "vraag_traject_aan",
    "vraag_vrijgave",
    "zet_stap",
]
