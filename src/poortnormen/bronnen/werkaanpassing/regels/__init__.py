"""De regels van de Werkwijzer, per stap bijeen."""

from poortnormen.bronnen.werkaanpassing.regels import aanvraag, afspraak, knelpunten, termijnen, voorbereiding, zicht

__all__ = ["aanvraag", "afspraak", "knelpunten", "termijnen", "voorbereiding", "zicht"]
