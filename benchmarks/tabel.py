"""The table that a run ends with."""

from collections.abc import Iterable

from benchmarks.meten import Meting, Telling

KOPPEN = ("what", "median", "p95", "x reference", "aim", "met")


def druk_af(titel: str, rijen: Iterable[Meting | Telling]) -> None:
    """Print one table; ratios are of medians, against the reference loop of the same rounds."""
    cellen = [_rij(rij) for rij in rijen]
    breedten = [max(len(rij[nummer]) for rij in [KOPPEN, *cellen]) for nummer in range(len(KOPPEN))]
    print(f"\n{titel}")
    for rij in [KOPPEN, tuple("-" * breedte for breedte in breedten), *cellen]:
        links = rij[0].ljust(breedten[0])
        print("  ".join([links, *(cel.rjust(breedte) for cel, breedte in zip(rij[1:], breedten[1:], strict=True))]))


def _rij(rij: Meting | Telling) -> tuple[str, ...]:
    gehaald = {True: "yes", False: "NO", None: ""}[rij.haalt]
    if isinstance(rij, Telling):
        return rij.wat, rij.waarde, "", "", rij.doel, gehaald
    ratio = f"{rij.mediaan / rij.referentie:.2f}"
    return rij.wat, _tijd(rij.mediaan), _tijd(rij.p95), ratio, rij.doel, gehaald


def _tijd(seconden: float) -> str:
    return f"{seconden * 1000:.2f} ms" if seconden < 1 else f"{seconden:.1f} s"
