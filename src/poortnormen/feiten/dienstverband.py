"""Feiten over het dienstverband en de persoon."""

from dataclasses import dataclass
from datetime import date

from poortnormen.feiten.soort import (
    ARBEIDSDESKUNDIGE,
    BEDRIJFSARTS,
    CASEMANAGER,
    UWV,
    WERKGEVER,
    WERKNEMER,
    Feitsoort,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dienstverband:
    """Begin en einde van het dienstverband; zonder einde is het voor onbepaalde tijd."""

    begin: date | None = None
    einde: date | None = None


_VASTSTELLERS = (WERKGEVER, CASEMANAGER, ARBEIDSDESKUNDIGE, UWV)

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
    Feitsoort(
        naam="is_huishoudelijk_werk",
        type=bool,
        vraag="Werkt de werknemer (bijna) alleen in het huishouden van een particulier?",
        gevers=(WERKGEVER, WERKNEMER),
    ),
    Feitsoort(
        naam="huishoudelijke_dagen_per_week",
        type=int,
        vraag="Op hoeveel dagen per week werkt de werknemer in dat huishouden?",
        gevers=(WERKGEVER, WERKNEMER),
    ),
    Feitsoort(
        naam="opgezegd_op",
        type=date,
        vraag="Op welke dag heeft de werkgever het dienstverband opgezegd?",
        gevers=(WERKGEVER, WERKNEMER),
        op_uit="waarde",
    ),
    Feitsoort(
        naam="kan_eigen_werk_niet_meer",
        type=bool,
        vraag="Staat vast dat de werknemer het eigen werk niet meer kan doen, ook niet aangepast?",
        gevers=_VASTSTELLERS,
    ),
    Feitsoort(
        naam="kan_eigen_werk_niet_meer_sinds",
        type=date,
        vraag="Sinds welke dag staat vast dat de werknemer het eigen werk niet meer kan doen?",
        gevers=_VASTSTELLERS,
        sinds="kan_eigen_werk_niet_meer",
    ),
    Feitsoort(
        naam="is_intern_geen_passend_werk",
        type=bool,
        vraag="Staat vast dat er in het eigen bedrijf geen ander passend werk is?",
        gevers=_VASTSTELLERS,
    ),
    Feitsoort(
        naam="is_intern_geen_passend_werk_sinds",
        type=date,
        vraag="Sinds welke dag staat vast dat er in het eigen bedrijf geen ander passend werk is?",
        gevers=_VASTSTELLERS,
        sinds="is_intern_geen_passend_werk",
    ),
    Feitsoort(
        naam="begin_opzegverbod",
        type=date,
        vraag="Vanaf welke dag tellen de twee jaar van het opzegverbod? Alleen te beoordelen als gewone ziekte "
        "overging in ziekte door zwangerschap.",
        gevers=(BEDRIJFSARTS, UWV),
    ),
    Feitsoort(
        naam="medisch_dossier_gewijzigd_op",
        type=date,
        vraag="Op welke dag is het medisch dossier voor het laatst gewijzigd?",
        gevers=(BEDRIJFSARTS,),
        op_uit="waarde",
    ),
)
