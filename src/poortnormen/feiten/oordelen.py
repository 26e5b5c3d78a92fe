"""Oordelen van mensen over de re-integratie: feiten met een gever, een dag en een motivering, nooit een uitkomst.

UWV weegt deze vragen; wie het dossier oefent, geeft er vooraf een eigen antwoord op. Zonder motivering telt een oordeel
niet mee in de stand voor het UWV.
"""

from poortnormen.feiten.soort import (
    ARBEIDSDESKUNDIGE,
    ARBODIENST,
    BEDRIJFSARTS,
    CASEMANAGER,
    UWV,
    WERKGEVER,
    WERKNEMER,
    Feitsoort,
)

_WEGERS = (WERKGEVER, WERKNEMER, CASEMANAGER, ARBEIDSDESKUNDIGE, UWV)

FEITEN = (
    Feitsoort(
        naam="is_ontbreken_mogelijkheden_onderbouwd",
        type=bool,
        vraag="Heeft de bedrijfsarts onderbouwd dat er geen mogelijkheden voor werk zijn?",
        gevers=(BEDRIJFSARTS, ARBODIENST, UWV),
    ),
    Feitsoort(
        naam="is_resultaat_bevredigend",
        type=bool,
        vraag="Past het werk ongeveer bij wat de werknemer nog kan, en blijft dat werk ook na de loonperiode bestaan?",
        gevers=_WEGERS,
    ),
    Feitsoort(
        naam="zijn_inspanningen_voldoende",
        type=bool,
        vraag="Heeft de werkgever genoeg gedaan om de werknemer aan passend werk te helpen?",
        gevers=_WEGERS,
    ),
    Feitsoort(
        naam="heeft_deugdelijke_grond",
        type=bool,
        vraag="Had de werkgever een goede reden om minder te doen dan nodig was?",
        gevers=_WEGERS,
    ),
    Feitsoort(
        naam="is_werknemer_verwijtbaar_in_gebreke",
        type=bool,
        vraag="Werkte de werknemer te weinig mee, ook na aansporing, en is dat de werknemer te verwijten?",
        gevers=_WEGERS,
    ),
)
