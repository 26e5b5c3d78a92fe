"""Uitwerking van de Wet werk en inkomen naar arbeidsvermogen: wachttijd, verslag, aanvraag, loonsanctie en toets."""

from poortnormen.bronnen.wia.regels import (
    aanvraag,
    herstel,
    loonsanctie,
    spoor,
    verkorting,
    verlenging,
    verslag,
    wachttijd,
)

__all__ = ["aanvraag", "herstel", "loonsanctie", "spoor", "verkorting", "verlenging", "verslag", "wachttijd"]
