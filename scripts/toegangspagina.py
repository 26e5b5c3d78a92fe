"""Write `docs/uitleg/toegang.md`: the policy of access for people, from the policy itself.

With --controleer it only says whether the page is up to date.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from django.utils import translation

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "poortwijzer.config.settings.toets")
django.setup()

from poortwijzer.toegang.beleid import NA_BEVESTIGING, UITNODIGEN_ALS, VOOR_BEVESTIGING, handelingen  # noqa: E402  # labels need Django
from poortwijzer.toegang.delen import VAN_DE_ORGANISATIE, Deel, Handeling  # noqa: E402  # as above
from poortwijzer.toegang.matrix import matrix  # noqa: E402  # as above
from poortwijzer.toegang.organisaties import ROLLEN_BIJ  # noqa: E402  # as above
from poortwijzer.toegang.rollen import Rol  # noqa: E402  # as above
from poortwijzer.toegang.voorwaarden import VOORWAARDEN, Voorwaarde  # noqa: E402  # as above
from poortwijzer.toegang.werk import BINNENWERK, OPDRACHTEN, TAKEN  # noqa: E402  # as above

BESTAND = Path(__file__).resolve().parents[1] / "docs" / "uitleg" / "toegang.md"
KOP = """<!-- Made by scripts/toegangspagina.py from src/poortwijzer/toegang; do not edit. -->
# Wie mag wat

Wat hier niet staat, mag niet. Iemand werkt in één rol tegelijk. Eerst telt of die rol bij het dossier kan; kan dat
niet, dan is het antwoord hetzelfde als bij een dossier dat niet bestaat. Daarna telt wat de rol met elk deel mag.

Deze bladzijde komt uit het beleid zelf (`src/poortwijzer/toegang`). De toetsen gaan niet van het beleid uit, maar van
tabellen die mensen apart nalezen (`tests/toegang/verwacht`): wat elk adres aan elke rol antwoordt, en wie welk veld
ziet.
"""


def tekst() -> str:
    """Give what the page should hold."""
    with translation.override("nl"):
        wie_wat = [*_bereik(), *_lezen(), *_doen(), *_na_bevestiging()]
        return "\n".join([KOP, *wie_wat, *_uitnodigen(), *_organisaties(), *_werk()]) + "\n"


def _bereik() -> Iterator[str]:
    yield "## Bij welke dossiers een rol kan\n"
    yield "| Rol | Dossiers |"
    yield "|---|---|"
    for rol in Rol:
        voorwaarden = " en ".join(str(v.label) for v in Voorwaarde if v in VOORWAARDEN[rol])
        yield f"| {rol.label} | {voorwaarden} |"
    yield ""


def _lezen() -> Iterator[str]:
    rijen = {(regel.rol, regel.deel): Handeling.INZIEN in regel.handelingen for regel in matrix()}
    yield "## Wie wat kan lezen\n"
    yield f"| Deel | {' | '.join(str(rol.label) for rol in Rol)} |"
    yield f"|---|{':-:|' * len(Rol)}"
    for deel in Deel:
        yield f"| {deel.label} | {' | '.join('ja' if rijen[rol, deel] else '–' for rol in Rol)} |"
    yield "\nVan een stuk kan de soort bepalen dat een rol een enkel antwoord niet ziet."
    yield "Een concept is er alleen voor wie eraan werkt.\n"


def _doen() -> Iterator[str]:
    yield "## Wie wat kan doen\n"
    for rol in Rol:
        regels = [
            f"- {deel.label}: {', '.join(str(h.label) for h in Handeling if h in mag)}"
            for deel in Deel
            if (mag := handelingen(rol, deel) - {Handeling.INZIEN})
        ]
        yield f"### {str(rol.label).capitalize()}\n"
        yield from regels or ["Niets; deze rol leest alleen."]
        yield ""


def _na_bevestiging() -> Iterator[str]:
    yield "## Wat wacht tot het account van de werknemer is bevestigd\n"
    yield "De werkgever koppelt een account aan een werknemer; de bedrijfsarts bevestigt van wie het is"
    yield "([ADR 11](../adr/0011-van-wie-een-account-is.md)). Tot dan leest het account niet meer dan de werkgever.\n"
    yield f"- Helemaal dicht: {', '.join(str(deel.label) for deel in Deel if deel in NA_BEVESTIGING)}."
    mag = {h for deel in Deel if deel not in NA_BEVESTIGING for h in handelingen(Rol.WERKNEMER, deel)}
    yield f"- In de rest kan al: {', '.join(str(h.label) for h in Handeling if h in mag & VOOR_BEVESTIGING)}."
    yield f"- In de rest nog niet: {', '.join(str(h.label) for h in Handeling if h in mag - VOOR_BEVESTIGING)}.\n"


def _uitnodigen() -> Iterator[str]:
    yield "## Wie wie kan uitnodigen\n"
    delen = ", ".join(str(deel.label) for deel in Deel if deel in VAN_DE_ORGANISATIE)
    yield f"Dit hoort bij de organisatie, zoals ook: {delen}.\n"
    for rol, anderen in UITNODIGEN_ALS.items():
        yield f"- {rol.label}: {', '.join(str(ander.label) for ander in Rol if ander in anderen)}"
    yield ""


def _organisaties() -> Iterator[str]:
    yield "## Welke rollen een organisatie kan geven\n"
    yield "| Soort organisatie | Rollen |"
    yield "|---|---|"
    for soort, rollen in ROLLEN_BIJ.items():
        yield f"| {soort.label} | {', '.join(str(rol.label) for rol in Rol if rol in rollen)} |"
    yield ""


def _werk() -> Iterator[str]:
    yield "## Werk zonder persoon\n"
    yield "Taken en opdrachten van wie de installatie beheert. Geen ervan leest wat mensen in stukken schreven.\n"
    yield "| Taak of opdracht | Leest van dossiers | Wat ervan naar buiten komt |"
    yield "|---|---|---|"
    for naam, regel in {**TAKEN, **OPDRACHTEN}.items():
        delen = ", ".join(str(deel.label) for deel in Deel if deel in regel.leest) or "niets"
        yield f"| `{naam}` | {delen} | {str(regel.uitkomst).replace('_', ' ')} |"
    yield "\n## Wat het programma verder ziet dan wie het vraagt\n"
    yield "De database geeft iemand alleen rijen van de eigen organisatie, en van dossiers waar die een weg naar heeft"
    yield "([ADR 12](../adr/0012-een-tweede-slot-in-de-database.md)). Voor dit werk kijkt het programma zelf verder.\n"
    yield "| Werk | Waarom, en wat ervan naar buiten komt |"
    yield "|---|---|"
    for naam, reden in BINNENWERK.items():
        yield f"| {naam} | {reden} |"


def main() -> int:
    """Write the page, or with --controleer only compare."""
    nieuw = tekst()
    if "--controleer" in sys.argv[1:]:
        gelijk = BESTAND.exists() and BESTAND.read_text(encoding="utf-8") == nieuw
        print("toegang.md is up to date" if gelijk else "toegang.md is out of date: run scripts/toegangspagina.py")
        return 0 if gelijk else 1
    BESTAND.write_text(nieuw, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
