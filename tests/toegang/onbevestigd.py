"""What differs for an employee whose account nobody confirmed yet: each address, beside what a confirmed one gets.

Only the differences are written down (`verwacht/onbevestigd.tsv`), for people to review: what is not in that table
answers the same, leaves the same rows in the log and offers the same. `scripts/toegangstabel.py --overnemen` writes it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from gevallen import Geval, gevallen
from proberen import ONBEVESTIGD, Antwoord, probeer
from proefwereld import Proefwereld, Relatie
from tabellen import MAP
from vloot import verdeel

from poortwijzer.toegang.rollen import Rol

BESTAND = MAP / "onbevestigd.tsv"
KOPPEN = ("route", "variant", "methode", "antwoord", "logboek", "niet meer", "erbij")
Sleutel = tuple[str, str, str]
# The answer, the rows of the log, and what the page offers no longer, or only then.
Verschil = tuple[str, str, str, str]
_METHODEN = frozenset({"GET", "POST"})


def gevallen_onbevestigd() -> list[Geval]:
    """Give the cases: everything an employee can ask or send about the own dossier."""
    return [
        replace(geval, relatie=ONBEVESTIGD)
        for geval in gevallen()
        if geval.relatie == Relatie.ZELF and geval.methode in _METHODEN
    ]


def verschillen(wereld: Proefwereld, keuze: Iterable[Geval]) -> dict[Sleutel, Verschil]:
    """Try these cases with and without the word of the medical side, and give what differs."""
    keuze = list(keuze)
    gevonden = zip(keuze, verdeel(partial(_verschil, wereld), keuze), strict=True)
    return {(geval.route, geval.variant, geval.methode): verschil for geval, verschil in gevonden if verschil}


def _verschil(wereld: Proefwereld, geval: Geval) -> Verschil | None:
    wel = probeer(wereld, replace(geval, relatie=str(Relatie.ZELF)), Rol.WERKNEMER)
    niet = probeer(wereld, geval, Rol.WERKNEMER)
    if (wel.code, wel.log, wel.wegen) == (niet.code, niet.log, niet.wegen):
        return None
    return niet.code, " ".join(niet.log), *_wegen(wel, niet)


def _wegen(wel: Antwoord, niet: Antwoord) -> tuple[str, str]:
    """Give what a page that is shown both times offers no longer, and what only then; a refusal offers nothing."""
    if niet.code != wel.code:
        return "", ""
    return ", ".join(sorted(wel.wegen - niet.wegen)), ", ".join(sorted(niet.wegen - wel.wegen))


def lees_onbevestigd() -> dict[Sleutel, Verschil]:
    """Give what is expected."""
    _kop, *regels = BESTAND.read_text(encoding="utf-8").splitlines()
    cellen = (regel.split("\t") for regel in regels)
    return {(route, variant, methode): tuple(rest) for route, variant, methode, *rest in cellen}


def schrijf_onbevestigd(gezien: Mapping[Sleutel, Verschil]) -> None:
    """Write what was seen."""
    regels = ["\t".join((*sleutel, *gezien[sleutel])) for sleutel in sorted(gezien)]
    BESTAND.write_text("\n".join(("\t".join(KOPPEN), *regels)) + "\n", encoding="utf-8")
