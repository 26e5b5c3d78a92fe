"""Welk deel van het minimumloon bij de leeftijd hoort (artikelen 7 en 8)."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from poortnormen.loonstukken import Leeftijdstrede, splits, wisseldagen
from poortnormen.norm import bepaalt
from poortnormen.tijd import Jaren, Periode, Weken, jaren_later
from poortnormen.uitkomst import Mist, Nvt, WaardeOntbreekt, mist, nvt
from poortnormen.waarden import Waardenreeks
from poortnormen.ziektetijd import Ziektetijd


def _leeftijd(geboortedatum: date, dag: date) -> int:
    """De leeftijd in hele jaren; de verjaardag zelf telt al mee."""
    jaren = dag.year - geboortedatum.year
    return jaren if jaren_later(geboortedatum, Jaren(jaren)) <= dag else jaren - 1


@bepaalt("WML-7-1")
def vol_minimumloon_vanaf(*, geboortedatum: date, leeftijd_vol_minimumloon: Waardenreeks) -> date:
    """De eerste dag waarop het volle minimumloon geldt.

    Raises:
        WaardeOntbreekt: als de tabel de leeftijd op die dag niet kent.
    """
    for rij in leeftijd_vol_minimumloon.rijen:
        assert isinstance(rij.waarde, int)  # noqa: S101  # een leeftijd in hele jaren
        dag = jaren_later(geboortedatum, Jaren(rij.waarde))
        if rij.vanaf is not None and dag < rij.vanaf:
            dag = rij.vanaf
        if rij.tot is None or dag < rij.tot:
            return dag
    raise WaardeOntbreekt(leeftijd_vol_minimumloon.naam)


@bepaalt("WML-8-3")
def minimumjeugdloon(
    *,
    ziektetijd: Ziektetijd,
    geboortedatum: date,
    leeftijd_vol_minimumloon: Waardenreeks,
    is_bbl: bool | None,
    duur_bodem: Weken,
    jeugdpercentage_minimumloon_20: Waardenreeks,
    jeugdpercentage_minimumloon_19: Waardenreeks,
    jeugdpercentage_minimumloon_18: Waardenreeks,
    jeugdpercentage_minimumloon_17: Waardenreeks,
    jeugdpercentage_minimumloon_16: Waardenreeks,
    jeugdpercentage_minimumloon_15: Waardenreeks,
    jeugdpercentage_minimumloon_bbl_20: Waardenreeks,
    jeugdpercentage_minimumloon_bbl_19: Waardenreeks,
    jeugdpercentage_minimumloon_bbl_18: Waardenreeks,
) -> tuple[Leeftijdstrede, ...] | Mist | Nvt:
    """Het deel van het minimumloon per leeftijd, in het eerste ziektejaar."""
    tabellen = {
        20: jeugdpercentage_minimumloon_20,
        19: jeugdpercentage_minimumloon_19,
        18: jeugdpercentage_minimumloon_18,
        17: jeugdpercentage_minimumloon_17,
        16: jeugdpercentage_minimumloon_16,
        15: jeugdpercentage_minimumloon_15,
    }
    bbl = {
        20: jeugdpercentage_minimumloon_bbl_20,
        19: jeugdpercentage_minimumloon_bbl_19,
        18: jeugdpercentage_minimumloon_bbl_18,
    }
    dagen = Periode(ziektetijd.eerste_ziektedag, ziektetijd.laatste_dag_van(duur_bodem))
    treden = []
    hoogste = max(_leeftijden(leeftijd_vol_minimumloon))
    grenzen = [*_verjaardagen(geboortedatum, dagen, hoogste), *wisseldagen(leeftijd_vol_minimumloon)]
    for periode in splits(dagen, grenzen):
        leeftijd = _leeftijd(geboortedatum, periode.vanaf)
        if _is_volwassen(leeftijd, leeftijd_vol_minimumloon, periode.vanaf):
            treden.append(Leeftijdstrede(periode, Fraction(1)))
        elif leeftijd in bbl and is_bbl is None:
            return mist("is_bbl")
        else:
            tabel = bbl[leeftijd] if leeftijd in bbl and is_bbl else tabellen.get(leeftijd)
            treden.append(Leeftijdstrede(periode, _deel(tabel, periode.vanaf)))
    return nvt("volwassen") if all(trede.deel == 1 for trede in treden) else tuple(treden)


def _verjaardagen(geboortedatum: date, dagen: Periode, hoogste: int) -> Iterator[date]:
    """De verjaardagen in een afgesloten periode, tot en met de hoogste leeftijd die ertoe doet."""
    assert dagen.tot_en_met is not None  # noqa: S101  # zo gemaakt
    for jaar in range(dagen.vanaf.year, dagen.tot_en_met.year + 1):
        if jaar - geboortedatum.year <= hoogste:
            yield jaren_later(geboortedatum, Jaren(jaar - geboortedatum.year))


def _leeftijden(tabel: Waardenreeks) -> Iterator[int]:
    return (rij.waarde for rij in tabel.rijen if isinstance(rij.waarde, int))


def _is_volwassen(leeftijd: int, tabel: Waardenreeks, dag: date) -> bool:
    """Of iemand oud genoeg is: op een dag die de tabel niet kent alleen wie dat volgens elke rij is."""
    rij = tabel.op(dag)
    grens = max(_leeftijden(tabel)) if rij is None else rij.waarde
    return isinstance(grens, int) and leeftijd >= grens


def _deel(tabel: Waardenreeks | None, dag: date) -> Fraction | None:
    rij = None if tabel is None else tabel.op(dag)
    if rij is None:
        return None
    assert isinstance(rij.waarde, Fraction)  # noqa: S101  # een percentage
    return rij.waarde
