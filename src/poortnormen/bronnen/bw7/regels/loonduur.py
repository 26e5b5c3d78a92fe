"""Tot en met welke dag de werkgever bij ziekte loon betaalt (artikel 7:629, tweede, tiende en elfde lid)."""

from datetime import date

from poortnormen.aow import aow_tot_en_met
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.norm import bepaalt
from poortnormen.tijd import EEN_DAG, Dagen, Jaren, Weken, dagen_later
from poortnormen.uitkomst import (
    FeitOntbreekt,
    Mist,
    Nvt,
    Onbekend,
    Uitkomst,
    Vastgesteld,
    WaardeOntbreekt,
    mist,
    nvt,
)
from poortnormen.ziektetijd import Ziektetijd


@bepaalt("BW7-629-10")
def laatste_loondag_zonder_verlenging(*, ziektetijd: Ziektetijd, duur_loondoorbetaling: Weken) -> date:
    """De laatste dag van 104 weken loon, waarin herstelde dagen en verlof niet meetellen."""
    return ziektetijd.laatste_dag_van(duur_loondoorbetaling)


@bepaalt("BW7-629-11a")
def laatste_loondag_na_late_aanvraag(
    *, laatste_loondag_zonder_verlenging: date, vertraging_wia_aanvraag: Dagen
) -> date | Nvt:
    """De laatste loondag als de WIA te laat is aangevraagd: een dag later voor elke dag vertraging."""
    if not vertraging_wia_aanvraag.aantal:
        return nvt("aanvraag_op_tijd")
    return dagen_later(laatste_loondag_zonder_verlenging, vertraging_wia_aanvraag.aantal)


@bepaalt("BW7-629-2a")
def laatste_loondag_huishoudelijk_werk(
    *,
    ziektetijd: Ziektetijd,
    is_huishoudelijk_werk: bool | None,
    huishoudelijke_dagen_per_week: int | None,
    grens_huishoudelijke_dagen: int,
    duur_loon_huishoudelijk_werk: Weken,
) -> date | Mist | Nvt:
    """De laatste loondag van wie op minder dan vier dagen per week in een huishouden werkt: na zes weken."""
    if not is_huishoudelijk_werk:
        return nvt("ander_werk")
    dag = ziektetijd.laatste_dag_van(duur_loon_huishoudelijk_werk)
    if huishoudelijke_dagen_per_week is None:
        return mist("huishoudelijke_dagen_per_week", mogelijk=(("minder dan vier dagen", dag),))
    return dag if huishoudelijke_dagen_per_week < grens_huishoudelijke_dagen else nvt("te_veel_dagen")


@bepaalt("BW7-629-2-2")
def duur_loon_na_aow(
    *,
    eerste_ziektedag: date,
    is_overgangstermijn_aow_toegepast: bool | None,
    begin_overgang_aow: date,
    einde_overgang_aow: date,
    weken_loon_na_aow: Weken,
    weken_loon_na_aow_in_overgang: Weken,
) -> Weken | Mist:
    """Hoe lang loon er na de AOW-leeftijd is; in de overgangstijd zegt een mens welke termijn is toegepast.

    Raises:
        WaardeOntbreekt: als de ziekte begon voordat deze regels er waren.
    """
    if eerste_ziektedag < begin_overgang_aow:
        raise WaardeOntbreekt("weken_loon_na_aow")
    if eerste_ziektedag >= einde_overgang_aow:
        return weken_loon_na_aow
    if is_overgangstermijn_aow_toegepast is None:
        mogelijk = (("nee", weken_loon_na_aow), ("ja", weken_loon_na_aow_in_overgang))
        return mist("is_overgangstermijn_aow_toegepast", mogelijk=mogelijk)
    return weken_loon_na_aow_in_overgang if is_overgangstermijn_aow_toegepast else weken_loon_na_aow


@bepaalt("BW7-629-2b")
def laatste_loondag_door_aow(
    *,
    ziektetijd: Ziektetijd,
    laatste_loondag_zonder_verlenging: date,
    aow_datum: date | None,
    geboortedatum: date | None,
    laagste_aow_leeftijd: Jaren,
    duur_loon_na_aow: Uitkomst,
) -> date | Mist | Nvt:
    """De laatste loondag als de AOW-leeftijd voor of in de 104 weken valt: na zes weken.

    Raises:
        WaardeOntbreekt: als de termijn voor deze eerste ziektedag niet bekend is.
    """
    hoogstens = laatste_loondag_zonder_verlenging
    aow = aow_tot_en_met(
        hoogstens, aow_datum=aow_datum, geboortedatum=geboortedatum, laagste_aow_leeftijd=laagste_aow_leeftijd
    )
    if aow is None:
        return nvt("aow_later")
    match duur_loon_na_aow:
        case Vastgesteld(waarde=Weken() as duur):
            return _na_aow(ziektetijd, aow, duur, hoogstens)
        case Onbekend(ontbreekt=ontbreekt, mogelijk=mogelijk):
            dagen = ((a, _na_aow(ziektetijd, aow, d, hoogstens)) for a, d in mogelijk if isinstance(d, Weken))
            return mist(*ontbreekt, mogelijk=tuple(dagen))
        case _:
            raise WaardeOntbreekt("weken_loon_na_aow")


def _na_aow(ziektetijd: Ziektetijd, aow: date, duur: Weken, hoogstens: date) -> date:
    if ziektetijd.eerste_ziektedag >= aow:
        return ziektetijd.laatste_dag_van(duur)
    return min(dagen_later(aow, duur.dagen) - EEN_DAG, hoogstens)


@bepaalt("BW7-629-11b")
def laatste_loondag(
    *,
    laatste_dag_loonperiode: Uitkomst,
    laatste_loondag_zonder_verlenging: date,
    laatste_loondag_huishoudelijk_werk: date | None,
    laatste_loondag_door_aow: date | None,
    dienstverband: Dienstverband | None,
    aow_datum: date | None,
    geboortedatum: date | None,
    laagste_aow_leeftijd: Jaren,
) -> date | Mist:
    """De laatste dag met loon: de 104 weken met elke verlenging, of eerder door AOW of het einde van het contract.

    Wordt de AOW-leeftijd in de verlenging bereikt, dan is er voor de zes weken daarna geen tijd meer over: het geheel
    kan dan niet langer zijn dan 104 weken. Het loon stopt op die dag.

    Raises:
        FeitOntbreekt: als de werknemer in de verlenging oud genoeg kan zijn en de AOW-datum niet is vastgelegd.
    """
    eerder = [dag for dag in (laatste_loondag_huishoudelijk_werk, laatste_loondag_door_aow) if dag is not None]
    if dienstverband is not None and dienstverband.einde is not None:
        eerder.append(dienstverband.einde)
    minstens = laatste_loondag_zonder_verlenging
    if eerder and min(eerder) <= minstens:
        return min(eerder)
    match laatste_dag_loonperiode:
        case Vastgesteld(waarde=date() as laatste):
            aow = aow_tot_en_met(
                laatste, aow_datum=aow_datum, geboortedatum=geboortedatum, laagste_aow_leeftijd=laagste_aow_leeftijd
            )
            if aow is not None:
                eerder.append(aow - EEN_DAG)
            return min([max(laatste, minstens), *eerder])
        case Onbekend(ontbreekt=ontbreekt):
            return mist(*ontbreekt, mogelijk=(("zonder verlenging", minstens),))
        case _:
            return minstens


def zekere_dag(uitkomst: Uitkomst) -> date:
    """De laatste dag, of de dag tot waar zij zeker is als een verlenging nog niet bekend is.

    Raises:
        FeitOntbreekt: als er geen dag is die zeker is.
    """
    match uitkomst:
        case Vastgesteld(waarde=date() as dag):
            return dag
        case Onbekend(ontbreekt=ontbreekt, mogelijk=mogelijk):
            dagen = [dag for _, dag in mogelijk if isinstance(dag, date)]
            if not dagen:
                raise FeitOntbreekt(*ontbreekt)
            return min(dagen)
        case _:
            raise WaardeOntbreekt("laatste_loondag")
