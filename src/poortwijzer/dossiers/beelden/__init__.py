"""What pages, the API and the command line get to see: frozen read models without a single query in them.

Dates are dates and explanations are templates with typed arguments; who shows them makes sentences of them
(`lib.datums`, `lib.zinnen`) in the reader's language. Counting days ("nine days late") is the reader's work.
"""

from poortwijzer.dossiers.beelden.dossier import (
    Afwijkingbeeld,
    Betrokkenebeeld,
    Dossierbeeld,
    Feitbeeld,
    Momentbeeld,
    Periodebeeld,
    Periodesoort,
    Standpuntbeeld,
    Stukbeeld,
    Terugkoppelingbeeld,
)
from poortwijzer.dossiers.beelden.knoppen import (
    Knop,
    Knopsoort,
)
from poortwijzer.dossiers.beelden.lijsten import (
    Dossierlijst,
    Dossierregel,
    Verzuimstand,
    Werklijst,
    Werklijstregel,
    Werknemerbeeld,
    Werknemerlijst,
)
from poortwijzer.dossiers.beelden.oordeel import (
    Bevinding,
    Bijwerkverslag,
    Leeslogregel,
    Oordeelbeeld,
    Oordeelstand,
    Watalsbeeld,
    Watalsregel,
)
from poortwijzer.dossiers.beelden.opschudding import Opschudbeeld, Signaalbeeld
from poortwijzer.dossiers.beelden.portefeuille import Portefeuille, Portefeuilleregel, Volgorde
from poortwijzer.dossiers.beelden.redenen import (
    Andersgedaan,
    Grondfeit,
    Omslagbeeld,
    Openvraag,
    Redenbeeld,
    Stapbeeld,
    Weegpuntbeeld,
)

__all__ = [
    "Afwijkingbeeld",
    "Andersgedaan",
    "Betrokkenebeeld",
    "Bevinding",
    "Bijwerkverslag",
    "Dossierbeeld",
    "Dossierlijst",
    "Dossierregel",
    "Feitbeeld",
    "Grondfeit",
    "Knop",
    "Knopsoort",
    "Leeslogregel",
    "Momentbeeld",
    "Omslagbeeld",
    "Oordeelbeeld",
    "Oordeelstand",
    "Openvraag",
    "Opschudbeeld",
    "Periodebeeld",
    "Periodesoort",
    "Portefeuille",
    "Portefeuilleregel",
    "Redenbeeld",
    "Signaalbeeld",
    "Standpuntbeeld",
    "Stapbeeld",
    "Stukbeeld",
    "Terugkoppelingbeeld",
    "Verzuimstand",
    "Volgorde",
    "Watalsbeeld",
    "Watalsregel",
    "Weegpuntbeeld",
    "Werklijst",
    "Werklijstregel",
    "Werknemerbeeld",
    "Werknemerlijst",
]
