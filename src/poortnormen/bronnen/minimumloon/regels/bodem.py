"""Het volle minimumloon bij de uren van het contract: per uur sinds 2024, en daarvoor per maand of week."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from poortnormen.feiten.loon import Loonafspraak, Loontijdvak
from poortnormen.loonstukken import Bodem, afspraak_op, bedrag_op, ingangsdagen, splits, wisseldagen
from poortnormen.norm import bepaalt
from poortnormen.tijd import EEN_DAG, MAANDEN_PER_JAAR, Periode, Weken
from poortnormen.uitkomst import Mist, Nvt, Tot, WaardeOntbreekt, mist, nvt
from poortnormen.waarden import Waardenreeks
from poortnormen.ziektetijd import Ziektetijd

_WEKEN_PER_VIER_WEKEN = 4


def _delen(
    afspraken: Sequence[Loonafspraak], dagen: Periode, *reeksen: Waardenreeks
) -> Iterator[tuple[Periode, Loonafspraak]]:
    for periode in splits(dagen, [*ingangsdagen(afspraken), *wisseldagen(*reeksen)]):
        afspraak = afspraak_op(afspraken, periode.vanaf)
        if afspraak is not None:
            yield periode, afspraak


@bepaalt("WML-8-1")
def bodem_per_uur(
    *,
    ziektetijd: Ziektetijd,
    loonafspraken: tuple[Loonafspraak, ...],
    minimumloon_uur: Waardenreeks,
    weken_per_jaar: int,
    duur_bodem: Weken,
) -> tuple[Bodem, ...] | Mist | Nvt:
    """Het volle minimumloon per tijdvak in het eerste ziektejaar sinds 2024: contracturen maal het uurloon."""
    if not loonafspraken:
        return mist("loonafspraken")
    begin = minimumloon_uur.rijen[0].vanaf
    laatste = ziektetijd.laatste_dag_van(duur_bodem)
    if begin is None or laatste < begin:
        return nvt("voor_het_uurloon")
    tijdvakken_per_week = {
        Loontijdvak.MAAND: Fraction(weken_per_jaar, MAANDEN_PER_JAAR),
        Loontijdvak.VIER_WEKEN: Fraction(_WEKEN_PER_VIER_WEKEN),
        Loontijdvak.WEEK: Fraction(1),
    }
    dagen = Periode(max(begin, ziektetijd.eerste_ziektedag), laatste)
    return tuple(
        Bodem(
            periode,
            afspraak.per,
            bedrag_op(minimumloon_uur, periode.vanaf),
            afspraak.uren_per_week * tijdvakken_per_week[afspraak.per],
        )
        for periode, afspraak in _delen(loonafspraken, dagen, minimumloon_uur)
    )


@bepaalt("WML-12-1")
def bodem_per_tijdvak(
    *,
    ziektetijd: Ziektetijd,
    loonafspraken: tuple[Loonafspraak, ...],
    minimumloon_maand: Waardenreeks,
    minimumloon_week: Waardenreeks,
    volle_werkweken: Sequence[int],
    duur_bodem: Weken,
) -> tuple[Bodem, ...] | Mist | Nvt:
    """Het volle minimumloon per tijdvak in het eerste ziektejaar tot en met 2023, naar de uren van een volle week."""
    if not loonafspraken:
        return mist("loonafspraken")
    einde = minimumloon_maand.rijen[-1].tot
    if einde is None or ziektetijd.eerste_ziektedag >= einde:
        return nvt("na_2023")
    dagen = Periode(ziektetijd.eerste_ziektedag, min(einde - EEN_DAG, ziektetijd.laatste_dag_van(duur_bodem)))
    delen = tuple(_delen(loonafspraken, dagen, minimumloon_maand, minimumloon_week))
    reeksen = (minimumloon_maand, minimumloon_week)
    if all(afspraak.uren_volle_week for _, afspraak in delen):
        return tuple(_bodem(periode, afspraak, afspraak.uren_volle_week, reeksen) for periode, afspraak in delen)
    mogelijk = tuple(
        (f"{uren} uur", tuple(_bodem(p, a, a.uren_volle_week or Fraction(uren), reeksen) for p, a in delen))
        for uren in volle_werkweken
    )
    return mist("loonafspraken", mogelijk=mogelijk)


def _bodem(
    periode: Periode,
    afspraak: Loonafspraak,
    uren_volle_week: Fraction | None,
    reeksen: tuple[Waardenreeks, Waardenreeks],
) -> Bodem:
    assert uren_volle_week  # noqa: S101  # wie aanroept heeft de uren
    per_maand, per_week = reeksen
    reeks = per_maand if afspraak.per is Loontijdvak.MAAND else per_week
    weken = _WEKEN_PER_VIER_WEKEN if afspraak.per is Loontijdvak.VIER_WEKEN else 1
    aantal = weken * afspraak.uren_per_week / uren_volle_week
    return Bodem(periode, afspraak.per, bedrag_op(reeks, periode.vanaf), aantal)


@bepaalt("WML-14-1")
def minimumuurloon_nu(*, peildatum: date, minimumloon_uur: Waardenreeks) -> Tot | Nvt:
    """Het volle minimumuurloon op de peildatum; na de laatste bekende wijziging is het niet bekend.

    Raises:
        WaardeOntbreekt: als het uurloon op de peildatum niet bekend is.
    """
    eerste = minimumloon_uur.rijen[0].vanaf
    if eerste is not None and peildatum < eerste:
        return nvt("voor_het_uurloon", houdbaar_tot=eerste)
    rij = minimumloon_uur.op(peildatum)
    if rij is None:
        raise WaardeOntbreekt(minimumloon_uur.naam)
    return Tot(rij.waarde, rij.tot)
