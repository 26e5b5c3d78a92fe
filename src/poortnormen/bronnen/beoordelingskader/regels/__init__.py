"""Uitwerking van het Beoordelingskader poortwachter: van de vraag of UWV toetst tot het gevolg."""

from poortnormen.bronnen.beoordelingskader.regels import (
    arbeid,
    gevolg,
    grond,
    koers,
    medisch,
    mogelijkheden,
    nasanctie,
    partijen,
    proces,
    resultaat,
    signalen,
    therapie,
    tijdelijk,
    toets,
    verslag,
)

__all__ = [
    "arbeid",
    "gevolg",
    "grond",
    "koers",
    "medisch",
    "mogelijkheden",
    "nasanctie",
    "partijen",
    "proces",
    "resultaat",
    "signalen",
    "therapie",
    "tijdelijk",
    "toets",
    "verslag",
]
