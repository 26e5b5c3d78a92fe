"""Read models for pages, API and commands: always scoped to the actor, in a fixed number of queries."""

from poortwijzer.dossiers.queries.dossierblad import dossierbeeld
from poortwijzer.dossiers.queries.inzage import leeslog
from poortwijzer.dossiers.queries.lijsten import dossierlijst, werknemer_voor_melding, werknemerslijst
from poortwijzer.dossiers.queries.oordeelblad import eerste_dagen, oordeelbeeld, stel_dat
from poortwijzer.dossiers.queries.opschudblad import opschudbeeld
from poortwijzer.dossiers.queries.portefeuille import portefeuille
from poortwijzer.dossiers.queries.weegblad import te_wegen_punten
from poortwijzer.dossiers.queries.werklijst import taak_voor, werklijst

__all__ = [
    "dossierbeeld",
    "dossierlijst",
    "eerste_dagen",
    "leeslog",
    "oordeelbeeld",
    "opschudbeeld",
    "portefeuille",
    "stel_dat",
    "taak_voor",
    "te_wegen_punten",
    "werklijst",
    "werknemer_voor_melding",
    "werknemerslijst",
]
