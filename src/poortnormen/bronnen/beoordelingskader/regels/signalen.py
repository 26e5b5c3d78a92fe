"""Paragraaf 5: signalen dat de koers na een jaar anders moet, voor zover die uit feiten blijken; ja is een signaal."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise, zip_longest

from poortnormen.feiten.begeleiding import Gewerkteweek
from poortnormen.feiten.koers import Hervattingsdoel
from poortnormen.feiten.reintegratie import Deskundigenoordeel, ZichtOpTerugkeer
from poortnormen.feiten.stukken import Stuk, Stukdeel, Stuksoort
from poortnormen.feiten.verzuim import Hervatting, Ziekmelding
from poortnormen.norm import bepaalt
from poortnormen.tijd import EEN_DAG, Periode, Weken, dagen_later, terug_vanaf
from poortnormen.uitkomst import Mist, Nvt, Onbekend, Tot, Uitkomst, Vastgesteld, mist, nvt, vroegste
from poortnormen.ziektetijd import Ziektetijd

_PLANNEN = frozenset({Stuksoort.PLAN_VAN_AANPAK, Stuksoort.BIJSTELLING})
_DAGEN_PER_WEEK = 7


@bepaalt("BKP-5-33")
def blijft_hervatting_achter_bij_doel(
    *,
    peildatum: date,
    ziektetijd: Ziektetijd,
    stukken: tuple[Stuk, ...],
    hervattingen: tuple[Hervatting, ...],
    hervattingsdoelen: tuple[Hervattingsdoel, ...],
) -> bool | Tot | Mist | Nvt:
    """Signaal 1: het werk van nu is minder dan het laatste doel waarvan de dag voorbij is."""
    begin = ziektetijd.eerste_ziektedag
    if ziektetijd.hersteld_op is not None:
        return nvt("hersteld")
    doelen = [doel for doel in hervattingsdoelen if doel.gesteld_op >= begin]
    if not doelen:
        heeft_plan = any(stuk.soort in _PLANNEN and stuk.opgesteld_op >= begin for stuk in stukken)
        return mist("hervattingsdoelen") if heeft_plan else nvt("geen_plan")
    straks = vroegste(*(doel.uiterlijk_op + EEN_DAG for doel in doelen if doel.uiterlijk_op >= peildatum))
    voorbij = [doel for doel in doelen if doel.uiterlijk_op < peildatum]
    if not voorbij:
        return nvt("doel_loopt", houdbaar_tot=straks)
    doel = max(voorbij, key=lambda een: (een.uiterlijk_op, een.gesteld_op))
    werk = max((h for h in hervattingen if h.vanaf >= begin), key=lambda een: een.vanaf, default=None)
    haalt = _haalt(doel, werk)
    return Mist(("hervattingen",), houdbaar_tot=straks) if haalt is None else Tot(not haalt, straks)


def _haalt(doel: Hervattingsdoel, werk: Hervatting | None) -> bool | None:
    """Of het werk het doel haalt; None als de loonwaarde van het werk niet bekend is en het daarop aankomt."""
    if werk is None:
        return False
    if doel.uren_per_week is not None and werk.uren_per_week < doel.uren_per_week:
        return False
    if doel.loonwaarde_pct is None:
        return True
    return None if werk.loonwaarde_pct is None else werk.loonwaarde_pct >= doel.loonwaarde_pct


@bepaalt("BKP-5-34")
def is_er_geen_helder_doel(
    *, peildatum: date, eerste_ziektedag: date, stukken: tuple[Stuk, ...], uiterste_dag_plan_van_aanpak: Uitkomst
) -> bool | Mist | Nvt:
    """Signaal 2: er is geen plan, of het laatste plan noemt geen doel."""
    plannen = [stuk for stuk in stukken if stuk.soort in _PLANNEN and stuk.opgesteld_op >= eerste_ziektedag]
    if plannen:
        delen = max(plannen, key=lambda plan: plan.opgesteld_op).delen
        return mist("stukken") if delen is None else Stukdeel.DOELEN not in delen
    match uiterste_dag_plan_van_aanpak:
        case Vastgesteld(waarde=date() as dag):
            return True if peildatum > dag else nvt("kan_nog", houdbaar_tot=dag + EEN_DAG)
        case Onbekend(ontbreekt=ontbreekt):
            return mist(*ontbreekt)
        case _:
            return nvt("niet_nodig")


@bepaalt("BKP-5-35")
def is_hervatting_onstabiel(
    *,
    peildatum: date,
    gewerkte_uren: tuple[Gewerkteweek, ...],
    terugblik_op_uren: Weken,
    minste_terugvallen: int,
) -> bool | Tot | Mist | Nvt:
    """Signaal 3: de gewerkte uren per week werden in de laatste weken een paar keer minder."""
    vanaf = terug_vanaf(dag=peildatum, termijn=terugblik_op_uren)
    weken = sorted((week for week in gewerkte_uren if week.week_vanaf > vanaf), key=lambda week: week.week_vanaf)
    if not weken:
        return nvt("geen_uren")
    tot = dagen_later(weken[0].week_vanaf, terugblik_op_uren.dagen)
    minder = sum(volgende.uren < week.uren for week, volgende in pairwise(weken))
    if minder >= minste_terugvallen:
        return Tot(waarde=True, houdbaar_tot=tot)
    if any((volgende.week_vanaf - week.week_vanaf).days > _DAGEN_PER_WEEK for week, volgende in pairwise(weken)):
        return Mist(("gewerkte_uren",), houdbaar_tot=tot)
    return Tot(waarde=False, houdbaar_tot=tot)


@bepaalt("BKP-5-36")
def is_behandeling_gestokt(*, is_behandeling_vastgelopen: bool) -> bool:
    """Signaal 4: de bedrijfsarts zegt dat de behandeling is vastgelopen."""
    return is_behandeling_vastgelopen


@bepaalt("BKP-5-37")
def hielp_deskundigenoordeel_niet(
    *, deskundigenoordelen: tuple[Deskundigenoordeel, ...], is_stilstand_doorbroken: bool | None
) -> bool | Mist | Nvt:
    """Signaal 5: er is een deskundigenoordeel gevraagd, en toch staat het nog stil."""
    if not deskundigenoordelen:
        return nvt("niet_gevraagd")
    return mist("is_stilstand_doorbroken") if is_stilstand_doorbroken is None else not is_stilstand_doorbroken


@bepaalt("BKP-5-38")
def wisselen_werk_en_uitval_elkaar_af(
    *,
    peildatum: date,
    ziektetijd: Ziektetijd,
    ziekmeldingen: tuple[Ziekmelding, ...],
    terugblik_op_uitval: Weken,
    minste_terugvallen: int,
) -> bool | Tot:
    """Signaal 6: de werknemer viel in dit verzuim na herstel een paar keer opnieuw uit."""
    vanaf = max(terug_vanaf(dag=peildatum, termijn=terugblik_op_uitval), ziektetijd.eerste_ziektedag)
    terugvallen = [melding.eerste_ziektedag for melding in ziekmeldingen if melding.eerste_ziektedag > vanaf]
    if len(terugvallen) < minste_terugvallen:
        return False
    return Tot(waarde=True, houdbaar_tot=dagen_later(min(terugvallen), terugblik_op_uitval.dagen))


@bepaalt("BKP-5-39")
def duurde_arbeidstherapie_te_lang(
    *, peildatum: date, ziektetijd: Ziektetijd, hervattingen: tuple[Hervatting, ...], duur_arbeidstherapie: Weken
) -> bool | Tot | Nvt:
    """Signaal 7: alle arbeidstherapie samen duurde langer dan in de regel mag; één lange periode dus ook.

    Wie hersteld is, werkt niet meer als therapie.
    """
    hersteld_op = ziektetijd.hersteld_op
    if hersteld_op is not None:
        hervattingen = tuple(een for een in hervattingen if een.vanaf < hersteld_op)
    perioden = list(_therapie(hervattingen, ziektetijd.eerste_ziektedag))
    if not perioden:
        return nvt("geen_therapie")
    is_hersteld = hersteld_op is not None and hersteld_op <= peildatum
    tot_nu = hersteld_op - EEN_DAG if hersteld_op is not None and is_hersteld else peildatum
    dagen = sum(((periode.tot_en_met or tot_nu) - periode.vanaf).days + 1 for periode in perioden)
    over = duur_arbeidstherapie.dagen - dagen
    loopt_nog = perioden[-1].tot_en_met is None and not is_hersteld
    if over < 0 or not loopt_nog:
        return over < 0
    return Tot(waarde=False, houdbaar_tot=dagen_later(peildatum, over + 1))


def _therapie(hervattingen: Iterable[Hervatting], eerste_ziektedag: date) -> Iterator[Periode]:
    """De perioden met arbeidstherapie: elke duurt tot de volgende hervatting, de laatste loopt nog."""
    rij = sorted((h for h in hervattingen if h.vanaf >= eerste_ziektedag), key=lambda een: een.vanaf)
    for hervatting, volgende in zip_longest(rij, rij[1:]):
        if hervatting.is_therapeutisch and hervatting.uren_per_week:
            if volgende is None:
                yield Periode(hervatting.vanaf)
            elif volgende.vanaf > hervatting.vanaf:
                yield Periode(hervatting.vanaf, volgende.vanaf - EEN_DAG)


@bepaalt("BKP-5-40")
def is_werk_te_weinig_zonder_uitzicht(
    *, sluit_werk_aan_bij_mogelijkheden: bool, zicht_op_terugkeer: ZichtOpTerugkeer | None
) -> bool | Mist:
    """Signaal 8: het werk past niet bij wat de werknemer kan, en er is geen zicht op beter."""
    if sluit_werk_aan_bij_mogelijkheden:
        return False
    return mist("zicht_op_terugkeer") if zicht_op_terugkeer is None else not zicht_op_terugkeer.is_er
