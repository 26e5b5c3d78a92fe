"""Het opzegverbod bij ziekte en de vergoeding van de transitievergoeding (artikelen 7:670 en 7:673e)."""

from datetime import date

from poortnormen.aow import aow_tot_en_met
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.verzuim import Verlof
from poortnormen.norm import bepaalt
from poortnormen.tijd import EEN_DAG, Dagen, Jaren, Weken, dagen_later, jaren_later
from poortnormen.uitkomst import FeitOntbreekt, Mist, Nvt, Onbekend, Uitkomst, Vastgesteld, mist, nvt
from poortnormen.ziektetijd import Ziektetijd


def _vanaf(ziektetijd: Ziektetijd, begin: date) -> Ziektetijd:
    """Dezelfde ziektetijd, maar geteld vanaf een latere dag die meetelt."""
    for onderbreking in ziektetijd.onderbrekingen:
        if begin in onderbreking.periode:
            if onderbreking.periode.tot_en_met is None:
                raise FeitOntbreekt("verloven")
            begin = onderbreking.periode.tot_en_met + EEN_DAG
    later = tuple(onderbreking for onderbreking in ziektetijd.onderbrekingen if onderbreking.periode.vanaf > begin)
    return Ziektetijd(begin, later, ziektetijd.hersteld_op)


def _twee_jaar(tijd: Ziektetijd, duur: Jaren) -> date:
    """Dezelfde datum zoveel jaren later, en later als er dagen tussen zitten die niet meetellen."""
    return tijd.dag((jaren_later(tijd.eerste_ziektedag, duur) - tijd.eerste_ziektedag).days)


@bepaalt("BW7-670-1-2")
def opzegverbodstijd(
    *,
    ziektetijd: Ziektetijd,
    verloven: tuple[Verlof, ...],
    is_ziekte_door_zwangerschap: bool | None,
    ziekte_door_zwangerschap_vanaf: date | None,
    begin_opzegverbod: date | None,
    duur_opzegverbod: Jaren,
) -> Ziektetijd | Mist | Nvt:
    """De telling voor het opzegverbod, zonder ziekte door zwangerschap voor het verlof en zonder het verlof.

    Verlof dat na de twee jaar begint, verandert er niets meer aan.
    """
    eerste = ziektetijd.eerste_ziektedag
    verlof = next((v for v in verloven if v.vanaf >= eerste), None)
    if verlof is not None and verlof.vanaf > _twee_jaar(ziektetijd, duur_opzegverbod):
        verlof = None
    if begin_opzegverbod is not None and begin_opzegverbod >= eerste:
        return _vanaf(ziektetijd, begin_opzegverbod)
    if is_ziekte_door_zwangerschap is False or (verlof is None and is_ziekte_door_zwangerschap is None):
        return ziektetijd
    if verlof is None or verlof.tot_en_met is None:
        return mist("verloven")
    na_verlof = _vanaf(ziektetijd, verlof.tot_en_met + EEN_DAG)
    ontbreekt = ""
    if is_ziekte_door_zwangerschap is None:
        ontbreekt = "is_ziekte_door_zwangerschap"
    elif ziekte_door_zwangerschap_vanaf is not None and ziekte_door_zwangerschap_vanaf > eerste:
        ontbreekt = "begin_opzegverbod"
    if ontbreekt:
        tellingen = (("vanaf de eerste ziektedag", ziektetijd), ("na het verlof", na_verlof))
        return mist(ontbreekt, mogelijk=tellingen)
    is_hersteld = na_verlof.hersteld_op is not None and na_verlof.hersteld_op <= na_verlof.eerste_ziektedag
    return nvt("niet_ziek_na_verlof") if is_hersteld else na_verlof


@bepaalt("BW7-670-1-3")
def eerste_opzegdag_door_aow(
    *,
    opzegverbodstijd: Ziektetijd,
    aow_datum: date | None,
    geboortedatum: date | None,
    laagste_aow_leeftijd: Jaren,
    duur_opzegverbod: Jaren,
    duur_opzegverbod_na_aow: Weken,
) -> date | Mist | Nvt:
    """De eerste dag waarop opzeggen weer mag als de AOW-leeftijd in de twee jaar valt: na zes weken."""
    twee_jaar = _twee_jaar(opzegverbodstijd, duur_opzegverbod)
    try:
        aow = aow_tot_en_met(
            twee_jaar, aow_datum=aow_datum, geboortedatum=geboortedatum, laagste_aow_leeftijd=laagste_aow_leeftijd
        )
    except FeitOntbreekt as fout:
        return mist(*fout.feiten, mogelijk=(("nog geen AOW", twee_jaar),), werkt_door=True)
    if aow is None:
        return nvt("aow_later")
    if opzegverbodstijd.eerste_ziektedag >= aow:
        return opzegverbodstijd.na(duur_opzegverbod_na_aow)
    return min(dagen_later(aow, duur_opzegverbod_na_aow.dagen), twee_jaar)


@bepaalt("BW7-670-11a")
def verlenging_opzegverbod(
    *, laatste_loondag_zonder_verlenging: date, laatste_dag_loonperiode: Uitkomst
) -> Dagen | Mist:
    """Hoeveel dagen het opzegverbod langer duurt: even lang als de loonperiode langer is dan 104 weken."""
    match laatste_dag_loonperiode:
        case Vastgesteld(waarde=date() as laatste):
            return Dagen(max(0, (laatste - laatste_loondag_zonder_verlenging).days))
        case Onbekend(ontbreekt=ontbreekt):
            return mist(*ontbreekt, mogelijk=(("zonder verlenging", Dagen(0)),), werkt_door=True)
        case _:
            return Dagen(0)


@bepaalt("BW7-670-1a")
def einde_opzegverbod(
    *,
    opzegverbodstijd: Ziektetijd,
    duur_opzegverbod: Jaren,
    eerste_opzegdag_door_aow: date | None,
    verlenging_opzegverbod: Dagen,
    dienstverband: Dienstverband | None,
) -> date | Nvt:
    """De eerste dag waarop opzeggen weer mag: na twee kalenderjaren ziekte, met de verlenging erbij."""
    dag = eerste_opzegdag_door_aow
    if dag is None:
        dag = dagen_later(_twee_jaar(opzegverbodstijd, duur_opzegverbod), verlenging_opzegverbod.dagen)
    is_voorbij = dienstverband is not None and dienstverband.einde is not None and dienstverband.einde < dag
    return nvt("uit_dienst") if is_voorbij else dag


@bepaalt("BW7-673e-1")
def peildag_transitievergoeding(
    *, opzegverbodstijd: Ziektetijd, duur_opzegverbod: Jaren, einde_opzegverbod: Uitkomst, opgezegd_op: date | None
) -> date | Mist | Nvt:
    """De dag waarnaar de hoogste vergoeding van UWV wordt berekend: na twee jaar, zonder verlenging."""
    dag = _twee_jaar(opzegverbodstijd, duur_opzegverbod)
    if opzegverbodstijd.hersteld_op is not None and opzegverbodstijd.hersteld_op <= dag:
        return nvt("eerder_hersteld")
    if opgezegd_op is None:
        return dag
    if opgezegd_op < dag:
        return nvt("opgezegd_tijdens_opzegverbod", einde=dag)
    match einde_opzegverbod:
        case Onbekend(ontbreekt=ontbreekt):
            return mist(*ontbreekt, mogelijk=(("zonder verlenging", dag),))
        case Vastgesteld(waarde=date() as einde) if opgezegd_op < einde:
            return nvt("opgezegd_tijdens_opzegverbod", einde=einde)
        case _:
            return dag
