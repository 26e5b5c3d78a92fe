"""De vragen van het kader waarop een mens het antwoord geeft: bij welke norm, met welk feit en in welke woorden."""

from dataclasses import dataclass

MOGELIJKHEDEN, RESULTAAT = "mogelijkheden", "resultaat"
INSPANNINGEN, GROND, MAATREGEL = "inspanningen", "grond", "maatregel"


@dataclass(frozen=True, slots=True)
class Oordeelvraag:
    """Een vraag waarop een mens het antwoord geeft: het feit, de norm en de zin bij elk antwoord."""

    naam: str
    norm: str
    feit: str
    ja: str
    nee: str


OVER_ONDERBOUWING = Oordeelvraag(
    MOGELIJKHEDEN,
    "BKP-3-28",
    "is_ontbreken_mogelijkheden_onderbouwd",
    "De bedrijfsarts onderbouwt dat er geen mogelijkheden zijn.",
    "De bedrijfsarts onderbouwt niet dat er geen mogelijkheden zijn.",
)
OVER_RESULTAAT = Oordeelvraag(
    RESULTAAT,
    "BKP-3-03",
    "is_resultaat_bevredigend",
    "Het werk past bij wat de werknemer nog kan en blijft bestaan.",
    "Het werk past niet genoeg bij wat de werknemer nog kan, of blijft niet bestaan.",
)
OVER_INSPANNINGEN = Oordeelvraag(
    INSPANNINGEN,
    "BKP-3-17",
    "zijn_inspanningen_voldoende",
    "De werkgever heeft genoeg gedaan.",
    "De werkgever heeft niet genoeg gedaan.",
)
OVER_GROND = Oordeelvraag(
    GROND,
    "BKP-3-18",
    "heeft_deugdelijke_grond",
    "De werkgever had een goede reden om minder te doen.",
    "De werkgever had geen goede reden om minder te doen.",
)
OVER_MAATREGEL = Oordeelvraag(
    MAATREGEL,
    "BKP-3-25",
    "is_werknemer_verwijtbaar_in_gebreke",
    "De werknemer werkte verwijtbaar te weinig mee, ook na aansporing.",
    "De werknemer werkte genoeg mee, of te weinig meewerken is de werknemer niet te verwijten.",
)
