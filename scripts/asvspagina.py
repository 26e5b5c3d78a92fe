"""Make docs/uitleg/asvs.md from docs/uitleg/asvs.toml: what we hold ourselves to, and how it is shown.

Without options it is written; `--controleer` says with its exit code whether it is up to date.
"""

import sys
import tomllib
from collections import Counter
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[1]
GEGEVENS = WORTEL / "docs" / "uitleg" / "asvs.toml"
BLAD = WORTEL / "docs" / "uitleg" / "asvs.md"
STANDEN = {"voldaan": "met", "niet_van_toepassing": "not applicable", "open": "open"}
HOOFDSTUKKEN = {
    "1": "Encoding and sanitising",
    "2": "Validation and business logic",
    "3": "The browser",
    "4": "API and web service",
    "5": "Files",
    "6": "Signing in",
    "7": "Sessions",
    "8": "Authorisation",
    "9": "Tokens that carry their own content",
    "10": "OAuth and OpenID Connect",
    "11": "Cryptography",
    "12": "Lines",
    "13": "Configuration",
    "14": "Data",
    "15": "Code and architecture",
    "16": "Logs and errors",
    "17": "WebRTC",
}
KOP = """<!-- Made by scripts/asvspagina.py from asvs.toml. -->
# OWASP ASVS 5.0, levels 1 and 2

Every requirement by its number; what it asks stands at OWASP. *Met* names a test, a module or a page that shows it;
*open* says what is missing, here or in the hands of who runs an installation. It is our own judgement: nobody else has
looked at it yet.

"""


def lees() -> dict[str, dict[str, object]]:
    """Give the rows by their number."""
    return tomllib.loads(GEGEVENS.read_text(encoding="utf-8"))


def blad(rijen: dict[str, dict[str, object]]) -> str:
    """Give the page."""
    telling = Counter(str(rij["stand"]) for rij in rijen.values())
    met_toets = sum(heeft_toets(rij) for rij in rijen.values())
    regels = [f"| {woord} | {telling[stand]} |" for stand, woord in STANDEN.items()]
    delen = [KOP, "| | requirements |\n|---|---|\n", "\n".join(regels)]
    delen.append(f"\n\nOf those met, {met_toets} are shown by an automatic test.\n")
    for nummer, naam in HOOFDSTUKKEN.items():
        delen.append(f"\n## {nummer}. {naam}\n\n| number | stand | how | shown by |\n|---|---|---|---|\n")
        delen += [_regel(sleutel, rij) for sleutel, rij in rijen.items() if sleutel.split(".")[0] == nummer]
    return "".join(delen)


def heeft_toets(rij: dict[str, object]) -> bool:
    """Tell whether a test shows it."""
    return any("::" in str(bewijs) for bewijs in _bewijzen(rij))


def _bewijzen(rij: dict[str, object]) -> list[str]:
    bewijs = rij.get("bewijs", [])
    return [str(deel) for deel in bewijs] if isinstance(bewijs, list) else []


def _regel(sleutel: str, rij: dict[str, object]) -> str:
    bewijs = "<br>".join(_in_kort(deel) for deel in _bewijzen(rij))
    return f"| {sleutel} | {STANDEN[str(rij['stand'])]} | {rij['hoe']} | {bewijs} |\n"


def _in_kort(bewijs: str) -> str:
    pad, _, toets = bewijs.partition("::")
    if toets:
        return f"`{Path(pad).name}::{toets}`"
    return f"[{pad.partition('#')[0]}](../../{pad})" if pad.partition("#")[0].endswith(".md") else f"`{pad}`"


if __name__ == "__main__":
    nieuw = blad(lees())
    if "--controleer" in sys.argv[1:]:
        sys.exit(BLAD.read_text(encoding="utf-8") != nieuw)
    BLAD.write_text(nieuw, encoding="utf-8")
