"""Feiten over het dienstverband en de persoon."""

from dataclasses import dataclass
from datetime import date

from poortnormen.feiten.soort import UWV, WERKGEVER, WERKNEMER, Feitsoort


@dataclass(frozen=True, slots=True, kw_only=True)
class Dienstverband:
    """Begin en einde van het dienstverband; zonder einde is het voor onbepaalde tijd."""

    begin: date | None = None
    einde: date | None = None


FEITEN = (
    Feitsoort(
        naam="dienstverband",
        type=Dienstverband,
        vraag="Wanneer begon het dienstverband, en heeft het een laatste dag?",
        gevers=(WERKGEVER, WERKNEMER),
    ),
    Feitsoort(
        naam="is_eigenrisicodrager",
        type=bool,
        vraag="Is de werkgever eigenrisicodrager voor de Ziektewet?",
        gevers=(WERKGEVER,),
    ),
    Feitsoort(
        naam="aow_datum",
        type=date,
        vraag="Op welke dag bereikt de werknemer de AOW-leeftijd?",
        gevers=(WERKNEMER, WERKGEVER, UWV),
    ),
    Feitsoort(
        naam="geboortedatum",
        type=date,
        vraag="Wat is de geboortedatum van de werknemer?",
        gevers=(WERKNEMER, WERKGEVER),
    ),
)
