"""De regels van de Werkwijzer, per stap bijeen."""

from poortnormen.bronnen.werkaanpassing.regels import aanvraag, afspraak, termijnen, voorbereiding

__all__ = ["aanvraag", "afspraak", "termijnen", "voorbereiding"]
