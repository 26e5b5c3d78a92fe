"""Getallen, termijnen en bedragen uit de bronnen, zo nodig per tijdvak; een dag buiten de tabel heeft geen waarde."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from poortnormen.geld import Bedrag, procent
from poortnormen.tijd import Dagen, Jaren, Maanden, Weken

_DUREN = {"dagen": Dagen, "weken": Weken, "maanden": Maanden, "jaren": Jaren}
_SLEUTELS_REEKS = {"omschrijving", "eenheid", "bron", "norm", "waarde", "zekerheid", "noot", "vanaf", "tot", "waarden"}
_SLEUTELS_RIJ = {"vanaf", "waarde", "zekerheid", "noot"}


@dataclass(frozen=True, slots=True)
class Waarderij:
    """Eén waarde met het tijdvak waarin zij geldt: `vanaf` telt mee, `tot` telt niet mee; leeg is zonder grens."""

    vanaf: date | None
    tot: date | None
    waarde: object
    zekerheid: str = ""
    noot: str = ""


@dataclass(frozen=True, slots=True)
class Waardenreeks:
    """Een waarde met naam, op volgorde van ingang en zonder gaten."""

    naam: str
    bron: str
    eenheid: str
    omschrijving: str
    rijen: tuple[Waarderij, ...]
    norm: str = ""

    @property
    def is_vast(self) -> bool:
        """Of de waarde op elke dag dezelfde is."""
        rij = self.rijen[0]
        return len(self.rijen) == 1 and rij.vanaf is None and rij.tot is None

    def op(self, dag: date) -> Waarderij | None:
        """De rij die op een dag geldt, of niets als de tabel die dag niet kent."""
        plaats = bisect_right([rij.vanaf or date.min for rij in self.rijen], dag) - 1
        if plaats < 0:
            return None
        rij = self.rijen[plaats]
        return rij if rij.tot is None or dag < rij.tot else None


def _waarde(ruw: object, eenheid: str) -> object:
    if eenheid in _DUREN:
        return _DUREN[eenheid](int(str(ruw)))
    if eenheid.startswith("euro"):
        return Bedrag.van_euro(str(ruw))
    if eenheid.startswith("procent"):
        return procent(str(ruw))
    if eenheid in {"jaar", "aantal"}:
        return int(str(ruw))
    if eenheid == "dag" and isinstance(ruw, date):
        return ruw
    if eenheid == "tabel":
        return ruw
    raise ValueError(f"De eenheid '{eenheid}' met de waarde {ruw!r} is niet te lezen.")


def lees_reeks(naam: str, bron: str, ruw: Mapping[str, Any]) -> Waardenreeks:
    """Lees een waarde of tabel uit `waarden.toml`.

    Raises:
        ValueError: bij een onbekende sleutel, een onleesbare waarde of rijen die niet op volgorde staan.
    """
    if vreemd := set(ruw) - _SLEUTELS_REEKS:
        raise ValueError(f"{bron}, waarde {naam}: onbekende sleutel {', '.join(sorted(vreemd))}.")
    eenheid = str(ruw["eenheid"])
    if "waarden" not in ruw:
        rij = Waarderij(
            ruw.get("vanaf"),
            ruw.get("tot"),
            _waarde(ruw["waarde"], eenheid),
            ruw.get("zekerheid", ""),
            ruw.get("noot", ""),
        )
        return Waardenreeks(naam, bron, eenheid, str(ruw.get("omschrijving", "")), (rij,), str(ruw.get("norm", "")))
    ruwe_rijen: list[Mapping[str, Any]] = list(ruw["waarden"])
    if any(set(rij) - _SLEUTELS_RIJ for rij in ruwe_rijen):
        raise ValueError(f"{bron}, waarde {naam}: een rij heeft alleen {', '.join(sorted(_SLEUTELS_RIJ))}.")
    begin = [rij["vanaf"] for rij in ruwe_rijen]
    if begin != sorted(set(begin)):
        raise ValueError(f"{bron}, waarde {naam}: de rijen staan niet op volgorde van ingang.")
    einden = [*begin[1:], ruw.get("tot")]
    rijen = tuple(
        Waarderij(rij["vanaf"], tot, _waarde(rij["waarde"], eenheid), rij["zekerheid"], rij.get("noot", ""))
        for rij, tot in zip(ruwe_rijen, einden, strict=True)
    )
    return Waardenreeks(naam, bron, eenheid, str(ruw.get("omschrijving", "")), rijen, str(ruw.get("norm", "")))
