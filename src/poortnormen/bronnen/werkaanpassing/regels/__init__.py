"""De regels van de Werkwijzer, per stap bijeen."""

from poortnormen.bronnen.werkaanpassing.regels import (
    aanvraag,
    afspraak,
    cijfers,
    evaluatie,
    keuze,
    knelpunten,
    plan,
    termijnen,
    voorbereiding,
    zicht,
)

__all__ = [
    "aanvraag",
    "afspraak",
    "cijfers",
    "evaluatie",
    "keuze",
    "knelpunten",
    "plan",
    "termijnen",
    "voorbereiding",
    "zicht",
]
