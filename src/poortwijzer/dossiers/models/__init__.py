"""Tables and constraints of the heart. No rules of law and no permissions: those are the core's and `toegang`'s."""

from poortwijzer.dossiers.models.accountbevestiging import Accountbevestiging
from poortwijzer.dossiers.models.beoordeling import Beoordeling, Onderhoud, Uitkomstsporen
from poortwijzer.dossiers.models.bewaren import (
    Bewaarblokkade,
    Bewaartermijn,
    Wisregel,
    Wisronde,
    Wissing,
)
from poortwijzer.dossiers.models.bijlage import Bijlage, Bijlageinhoud
from poortwijzer.dossiers.models.correctie import Correctieverzoek
from poortwijzer.dossiers.models.delegatie import Delegatie
from poortwijzer.dossiers.models.dossier import Betrokkene, Dossier, Werknemer
from poortwijzer.dossiers.models.feit import Feit, Ziekmelding
from poortwijzer.dossiers.models.taak import OP_VOLGORDE, Taak, Taakaantekening
from poortwijzer.dossiers.models.toestemming import Toestemming, Toestemmingskeuze
from poortwijzer.dossiers.models.waarneming import Waarneming

__all__ = [
    "OP_VOLGORDE",
    "Accountbevestiging",
    "Beoordeling",
    "Betrokkene",
    "Bewaarblokkade",
    "Bewaartermijn",
    "Bijlage",
    "Bijlageinhoud",
    "Correctieverzoek",
    "Delegatie",
    "Dossier",
    "Feit",
    "Onderhoud",
    "Taak",
    "Taakaantekening",
    "Toestemming",
    "Toestemmingskeuze",
    "Uitkomstsporen",
    "Waarneming",
    "Werknemer",
    "Wisregel",
    "Wisronde",
    "Wissing",
    "Ziekmelding",
]
