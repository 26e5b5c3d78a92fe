"""Hoeveel loon er bij ziekte is (artikel 7:629, eerste, vierde, vijfde en negende lid)."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from operator import itemgetter

from poortnormen.bronnen.bw7.regels.loonduur import zekere_dag
from poortnormen.feiten.loon import Lezing, Loonafspraak, Loontijdvak, Loontrede
from poortnormen.loonstukken import (
    Bodem,
    Leeftijdstrede,
    Loonstuk,
    Toezegging,
    afspraak_op,
    bedrag_op,
    ingangsdagen,
    op,
    splits,
    wisseldagen,
)
from poortnormen.norm import bepaalt
from poortnormen.tijd import MAANDEN_PER_JAAR, Periode
from poortnormen.uitkomst import Mist, Nvt, Uitkomst, mist, nvt
from poortnormen.waarden import Waardenreeks
from poortnormen.ziektetijd import Onderbrekingsgrond, Ziektetijd

_WEKEN_PER_VIER_WEKEN = 4


def _dagen(ziektetijd: Ziektetijd, laatste_loondag: Uitkomst) -> Periode | None:
    laatste = zekere_dag(laatste_loondag)
    return None if laatste < ziektetijd.eerste_ziektedag else Periode(ziektetijd.eerste_ziektedag, laatste)


def _delen(
    afspraken: Sequence[Loonafspraak], dagen: Periode, maximum: Waardenreeks
) -> Iterator[tuple[Periode, Loonafspraak]]:
    for periode in splits(dagen, [*ingangsdagen(afspraken), *wisseldagen(maximum)]):
        afspraak = afspraak_op(afspraken, periode.vanaf)
        if afspraak is not None:
            yield periode, afspraak


@bepaalt("BW7-629-1-3")
def begrensd_loon(
    *,
    ziektetijd: Ziektetijd,
    laatste_loondag: Uitkomst,
    loonafspraken: tuple[Loonafspraak, ...],
    maximumdagloon: Waardenreeks,
    loondagen_per_jaar: int,
    loondagen_per_week: int,
) -> tuple[Loonstuk, ...] | Mist | Nvt:
    """Het loon per tijdvak dat bij ziekte meetelt: hooguit het maximumdagloon dat op die dagen geldt."""
    if not loonafspraken:
        return mist("loonafspraken")
    dagen = _dagen(ziektetijd, laatste_loondag)
    if dagen is None:
        return nvt("geen_loon")
    loondagen = {
        Loontijdvak.MAAND: Fraction(loondagen_per_jaar, MAANDEN_PER_JAAR),
        Loontijdvak.VIER_WEKEN: Fraction(loondagen_per_week * _WEKEN_PER_VIER_WEKEN),
        Loontijdvak.WEEK: Fraction(loondagen_per_week),
    }
    stukken = []
    for periode, afspraak in _delen(loonafspraken, dagen, maximumdagloon):
        hoogste = bedrag_op(maximumdagloon, periode.vanaf)
        grens = None if hoogste is None else hoogste.centen * loondagen[afspraak.per]
        centen = None if grens is None else min(Fraction(afspraak.loon_centen), grens)
        stukken.append(Loonstuk(periode, afspraak.per, centen))
    return tuple(stukken)


@bepaalt("BW7-629-1")
def wettelijk_ziekteloon(*, begrensd_loon: tuple[Loonstuk, ...], deel_ziekteloon: Fraction) -> tuple[Loonstuk, ...]:
    """Zeventig procent van het loon dat meetelt, per tijdvak."""
    return tuple(
        Loonstuk(stuk.periode, stuk.per, None if stuk.centen is None else stuk.centen * deel_ziekteloon)
        for stuk in begrensd_loon
    )


@bepaalt("BW7-629-1-2")
def bodem_eerste_jaar(
    *,
    bodem_per_uur: tuple[Bodem, ...] | None,
    bodem_per_tijdvak: tuple[Bodem, ...] | None,
    minimumjeugdloon: tuple[Leeftijdstrede, ...] | None,
) -> tuple[Loonstuk, ...]:
    """Het bedrag per tijdvak waar het ziekteloon in de eerste 52 weken niet onder komt."""
    treden = minimumjeugdloon or ()
    stukken = []
    for bodem in (*(bodem_per_tijdvak or ()), *(bodem_per_uur or ())):
        for periode in splits(bodem.periode, (trede.periode.vanaf for trede in treden)):
            trede = op(treden, periode.vanaf)
            stukken.append(Loonstuk(periode, bodem.per, bodem.centen(Fraction(1) if trede is None else trede.deel)))
    return tuple(stukken)


@bepaalt("BW7-629-4")
def verlof_zonder_ziekteloon(*, ziektetijd: Ziektetijd, laatste_loondag: Uitkomst) -> tuple[Periode, ...] | Nvt:
    """De dagen van zwangerschaps- en bevallingsverlof: dan betaalt UWV, en niet de werkgever."""
    laatste = zekere_dag(laatste_loondag)
    verlof = tuple(
        o.periode
        for o in ziektetijd.onderbrekingen
        if o.grond is Onderbrekingsgrond.VERLOF and o.periode.vanaf <= laatste
    )
    return verlof or nvt("geen_verlof")


@bepaalt("BW7-629-9")
def dagen_zonder_loon(*, ziektetijd: Ziektetijd, wachtdagen: int | None, hoogstens_wachtdagen: int) -> Periode | Nvt:
    """De eerste ziektedagen zonder loon: zoveel als afgesproken, hooguit twee, en een keer per verzuim."""
    aantal = min(wachtdagen or 0, hoogstens_wachtdagen)
    if not aantal:
        return nvt("niet_afgesproken")
    return Periode(ziektetijd.eerste_ziektedag, ziektetijd.dag(aantal - 1))


@bepaalt("BW7-629-9-2")
def toegezegd_deel(
    *,
    ziektetijd: Ziektetijd,
    laatste_loondag: Uitkomst,
    loontreden: tuple[Loontrede, ...],
    deel_ziekteloon: Fraction,
) -> tuple[Toezegging, ...] | Nvt:
    """Welk deel van het loon cao of contract in welke tijd geeft, en of dat minder is dan de wet."""
    dagen = _dagen(ziektetijd, laatste_loondag)
    if dagen is None or not loontreden:
        return nvt("geen_regeling")
    treden = sorted(((ziektetijd.dag(trede.vanaf_ziektedag - 1), trede) for trede in loontreden), key=itemgetter(0))
    stukken = []
    for periode in splits(dagen, (dag for dag, _ in treden)):
        lopend = [trede for dag, trede in treden if dag <= periode.vanaf]
        if lopend:
            trede = lopend[-1]
            deel = trede.loon_pct / 100
            stukken.append(Toezegging(periode, deel, trede.is_begrensd, is_lager_dan_wet=deel < deel_ziekteloon))
    return tuple(stukken)


@bepaalt("BW7-629-5-2")
def gebruikte_lezing(*, lezing_gedeeltelijk_werk: Lezing | None, standaardlezing_gedeeltelijk_werk: str) -> Lezing:
    """Hoe het loon bij gedeeltelijk werk wordt berekend: wat de organisatie koos, en anders de instelling."""
    return lezing_gedeeltelijk_werk or Lezing(standaardlezing_gedeeltelijk_werk)
