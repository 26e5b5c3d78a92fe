"""De normen van de Wet verbetering Poortwachter als rekenbare, uitlegbare bibliotheek.

Zuivere kern: alleen de standaardbibliotheek, geen klok, geen invoer of uitvoer behalve de eigen gegevensbestanden.

Wat een ander programma nodig heeft, staat hier: lees een dossier, beoordeel het met de catalogus op een dag, en vraag
de uitkomst van een norm of de tijdlijn; `docs/uitleg/bibliotheek.md` heeft een voorbeeld. De namen `catalogus` en
`tijdlijn` zijn hier functies: wat verder in hun modules staat, komt met `from poortnormen.tijdlijn import ...`.
"""

from poortnormen.beoordeling import Beoordeling
from poortnormen.catalogus import Catalogus, catalogus
from poortnormen.dossier import Dossier, Dossierfout, lees_dossier, schrijf_dossier
from poortnormen.moment import Moment
from poortnormen.tijdlijn import tijdlijn
from poortnormen.uitkomst import NietGeldig, NietVanToepassing, Onbekend, Stand, Uitkomst, Vastgesteld

__all__ = [
    "Beoordeling",
    "Catalogus",
    "Dossier",
    "Dossierfout",
    "Moment",
    "NietGeldig",
    "NietVanToepassing",
    "Onbekend",
    "Stand",
    "Uitkomst",
    "Vastgesteld",
    "catalogus",
    "lees_dossier",
    "schrijf_dossier",
    "tijdlijn",
]
