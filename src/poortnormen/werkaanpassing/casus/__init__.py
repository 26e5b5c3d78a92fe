"""De uitgewerkte casus van de Werkwijzer (bijlage 7.3), met alles wat er niet aan klopt, als drie CSV-bestanden."""

from importlib.resources import files

from poortnormen.bronnen.werkaanpassing.knelpunten import Knelpuntenformulier
from poortnormen.bronnen.werkaanpassing.oplossingen import Keuzeformulier, Plan
from poortnormen.bronnen.werkaanpassing.soorten import Variant
from poortnormen.werkaanpassing.schema import (
    KOLOMMEN_KNELPUNTEN,
    KOLOMMEN_OPLOSSINGEN,
    KOLOMMEN_PLAN,
    lees_csv,
    lees_knelpunten,
    lees_oplossingen,
    lees_plan,
)


def bestand(naam: str) -> str:
    """De tekst van een van de drie bestanden: `knelpunten`, `oplossingen` of `plan`."""
    return files(__package__).joinpath(f"{naam}.csv").read_bytes().decode("utf-8")


def knelpunten() -> Knelpuntenformulier:
    """Het knelpuntenschema; de bron zegt niet van wie het is, wij lezen het als dat van de werknemer."""
    return lees_knelpunten(lees_csv(bestand("knelpunten"), KOLOMMEN_KNELPUNTEN), Variant.WERKNEMER)


def oplossingen() -> Keuzeformulier:
    """Het oplossingenschema, zeven oplossingen waarvan twee met één waardering."""
    return lees_oplossingen(lees_csv(bestand("oplossingen"), KOLOMMEN_OPLOSSINGEN))


def plan() -> Plan:
    """Het plan van aanpak, zeven regels."""
    return lees_plan(lees_csv(bestand("plan"), KOLOMMEN_PLAN))
