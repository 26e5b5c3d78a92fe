"""Re-integratie in het eigen bedrijf en daarbuiten, en wat na de AOW-leeftijd niet meer hoeft (artikel 7:658a)."""

from datetime import date

from poortnormen.aow import aow_tot_en_met
from poortnormen.bronnen.bw7.regels.loonduur import zekere_dag
from poortnormen.norm import bepaalt
from poortnormen.tijd import EEN_DAG, Jaren, Periode
from poortnormen.uitkomst import Mist, Nvt, Onbekend, Uitkomst, Vastgesteld, mist, nvt


@bepaalt("BW7-658a-1")
def spoor_2_verplicht(
    *,
    kan_eigen_werk_niet_meer: bool | None,
    kan_eigen_werk_niet_meer_sinds: date | None,
    is_intern_geen_passend_werk: bool | None,
    is_intern_geen_passend_werk_sinds: date | None,
    laatste_loondag: Uitkomst,
    aow_datum: date | None,
    geboortedatum: date | None,
    laagste_aow_leeftijd: Jaren,
) -> Periode | Mist | Nvt:
    """De tijd waarin de werkgever ook bij een andere werkgever naar werk zoekt, zolang het loon loopt."""
    if kan_eigen_werk_niet_meer is False or is_intern_geen_passend_werk is False:
        return nvt("eigen_bedrijf")
    if kan_eigen_werk_niet_meer is None or is_intern_geen_passend_werk is None:
        beide = (
            ("kan_eigen_werk_niet_meer", kan_eigen_werk_niet_meer),
            ("is_intern_geen_passend_werk", is_intern_geen_passend_werk),
        )
        return mist(*(naam for naam, waarde in beide if waarde is None))
    if kan_eigen_werk_niet_meer_sinds is None or is_intern_geen_passend_werk_sinds is None:
        return mist("kan_eigen_werk_niet_meer_sinds", "is_intern_geen_passend_werk_sinds")
    begin = max(kan_eigen_werk_niet_meer_sinds, is_intern_geen_passend_werk_sinds)
    einde = zekere_dag(laatste_loondag)
    aow = aow_tot_en_met(
        einde, aow_datum=aow_datum, geboortedatum=geboortedatum, laagste_aow_leeftijd=laagste_aow_leeftijd
    )
    if aow is not None:
        einde = aow - EEN_DAG
    if begin > einde:
        return nvt("voorbij")
    if isinstance(laatste_loondag, Onbekend):
        return mist(*laatste_loondag.ontbreekt, mogelijk=(("zonder verlenging", Periode(begin, einde)),))
    return Periode(begin, einde)


@bepaalt("BW7-658a-3")
def einde_planplicht(
    *,
    laatste_dag_loonperiode: Uitkomst,
    laatste_loondag_zonder_verlenging: date,
    aow_datum: date | None,
    geboortedatum: date | None,
    laagste_aow_leeftijd: Jaren,
) -> date | Mist | Nvt:
    """De AOW-datum, als die in de tijd met loon ligt: vanaf die dag is er geen plan van aanpak meer nodig."""
    if aow_datum is None and geboortedatum is None:
        return mist("aow_datum")
    laatste = laatste_loondag_zonder_verlenging
    match laatste_dag_loonperiode:
        case Vastgesteld(waarde=date() as dag):
            laatste = max(laatste, dag)
        case Onbekend(ontbreekt=ontbreekt) if aow_datum is not None and aow_datum > laatste:
            return mist(*ontbreekt)
    aow = aow_tot_en_met(
        laatste, aow_datum=aow_datum, geboortedatum=geboortedatum, laagste_aow_leeftijd=laagste_aow_leeftijd
    )
    return nvt("aow_later") if aow is None else aow
