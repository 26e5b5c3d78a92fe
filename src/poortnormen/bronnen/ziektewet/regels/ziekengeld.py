"""Ziekengeld van UWV of de eigenrisicodrager: wanneer het begint en eindigt, en wie het verhaalt (29, 29a, 39a)."""

from datetime import date

from poortnormen.aow import aow_tot_en_met
from poortnormen.bronnen.ziektewet.regels.uit_dienst import laatste_dag_ziek_uit_dienst
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.verzuim import Verlof
from poortnormen.norm import bepaalt
from poortnormen.tijd import EEN_DAG, Dagen, Jaren, Periode, Weken, dagen_later, laatste_dag_van
from poortnormen.uitkomst import Mist, Nvt, Onbekend, Uitkomst, Vastgesteld, mist, nvt
from poortnormen.ziektetijd import Ziektetijd


@bepaalt("ZW-29-2c")
def eerste_ziekengelddag(
    *,
    ziektetijd: Ziektetijd,
    dienstverband: Dienstverband | None,
    is_eigenrisicodrager: bool | None,  # de uitleg noemt wie betaalt
    wachtdagen_ziekengeld: Dagen,
) -> date | Mist | Nvt:
    """De eerste dag met ziekengeld na het einde van het dienstverband: op zijn vroegst de derde ziektedag."""
    einde = laatste_dag_ziek_uit_dienst(ziektetijd, dienstverband)
    if not isinstance(einde, date):
        return einde
    return max(einde + EEN_DAG, dagen_later(ziektetijd.eerste_ziektedag, wachtdagen_ziekengeld.dagen))


def _zonder_ziekengeld(is_vangnetter: bool | None, eerste_ziekengelddag: Uitkomst) -> Mist | Nvt | None:  # noqa: FBT001  # een feit
    """Waarom er geen ziekengeld is, of dat dat niet bekend is."""
    if is_vangnetter or isinstance(eerste_ziekengelddag, Vastgesteld):
        return None
    ontbreekt = eerste_ziekengelddag.ontbreekt if isinstance(eerste_ziekengelddag, Onbekend) else ()
    if is_vangnetter is None:
        ontbreekt = ("is_vangnetter", *ontbreekt)
    return mist(*ontbreekt) if ontbreekt else nvt("geen_ziekengeld")


@bepaalt("ZW-29-4")
def laatste_ziekengelddag_voor_aow(
    *, eerste_ziektedag: date, is_vangnetter: bool | None, eerste_ziekengelddag: Uitkomst, aow_datum: date | None
) -> date | Mist | Nvt:
    """De dag voor de AOW-datum, als de werknemer daarvoor ziek werd."""
    if (waarom := _zonder_ziekengeld(is_vangnetter, eerste_ziekengelddag)) is not None:
        return waarom
    if aow_datum is None:
        return mist("aow_datum")
    return nvt("ziek_na_aow") if eerste_ziektedag >= aow_datum else aow_datum - EEN_DAG


@bepaalt("ZW-29-5")
def laatste_ziekengelddag(
    *,
    ziektetijd: Ziektetijd,
    is_vangnetter: bool | None,
    eerste_ziekengelddag: Uitkomst,
    aow_datum: date | None,
    geboortedatum: date | None,
    laagste_aow_leeftijd: Jaren,
    duur_ziekengeld: Weken,
    duur_ziekengeld_na_aow: Weken,
) -> date | Mist | Nvt:
    """De laatste dag met ziekengeld: na 104 weken, of na zes weken voor wie op of na de AOW-leeftijd ziek werd."""
    if (waarom := _zonder_ziekengeld(is_vangnetter, eerste_ziekengelddag)) is not None:
        return waarom
    laatste = ziektetijd.laatste_dag_van(duur_ziekengeld)
    aow = aow_tot_en_met(
        laatste, aow_datum=aow_datum, geboortedatum=geboortedatum, laagste_aow_leeftijd=laagste_aow_leeftijd
    )
    if aow is None:
        return laatste
    if ziektetijd.eerste_ziektedag >= aow:
        return ziektetijd.laatste_dag_van(duur_ziekengeld_na_aow)
    return aow - EEN_DAG


@bepaalt("ZW-29a-1")
def ziekengeld_door_zwangerschap(
    *,
    ziektetijd: Ziektetijd,
    verloven: tuple[Verlof, ...],
    is_ziekte_door_zwangerschap: bool | None,
    ziekte_door_zwangerschap_vanaf: date | None,
    is_ziekte_door_bevalling: bool | None,
    duur_ziekengeld: Weken,
) -> tuple[Periode, ...] | Mist | Nvt:
    """De tijd met het volle dagloon: ziek door zwangerschap voor het verlof, of door de bevalling erna."""
    if is_ziekte_door_zwangerschap is None and is_ziekte_door_bevalling is None:
        return mist("is_ziekte_door_zwangerschap")
    hersteld_op = ziektetijd.hersteld_op
    laatste_dag = None if hersteld_op is None else hersteld_op - EEN_DAG
    verlof = next((v for v in verloven if v.vanaf >= ziektetijd.eerste_ziektedag), None)
    perioden: list[Periode] = []
    if is_ziekte_door_zwangerschap:
        vanaf = ziekte_door_zwangerschap_vanaf or ziektetijd.eerste_ziektedag
        voor_verlof = None if verlof is None else verlof.vanaf - EEN_DAG
        einden = [dag for dag in (voor_verlof, laatste_dag) if dag is not None]
        if not einden or vanaf <= min(einden):
            perioden.append(Periode(vanaf, min(einden, default=None)))
    if is_ziekte_door_bevalling and verlof is not None:
        if verlof.tot_en_met is None:
            return mist("verloven")
        na = verlof.tot_en_met + EEN_DAG
        hoogstens = laatste_dag_van(vanaf=na, duur=duur_ziekengeld)
        if laatste_dag is None or na <= laatste_dag:
            perioden.append(Periode(na, min(hoogstens, laatste_dag or hoogstens)))
    return tuple(perioden) if perioden else nvt("geen_verband")


@bepaalt("ZW-39a-1")
def verhaal_ziekengeld_hoogstens(
    *,
    ziektetijd: Ziektetijd,
    dienstverband: Dienstverband | None,
    is_eigenrisicodrager: bool | None,
    duur_verhaal_ziekengeld: Weken,
) -> Periode | Mist | Nvt:
    """De langste tijd waarover UWV ziekengeld op de werkgever kan verhalen; herstel maakt haar korter."""
    einde = laatste_dag_ziek_uit_dienst(ziektetijd, dienstverband)
    if not isinstance(einde, date):
        return einde
    if is_eigenrisicodrager:
        return nvt("eigenrisicodrager")
    laatste = laatste_dag_van(vanaf=einde + EEN_DAG, duur=duur_verhaal_ziekengeld)
    if ziektetijd.hersteld_op == einde + EEN_DAG:
        return nvt("hersteld")
    if ziektetijd.hersteld_op is not None:
        laatste = min(laatste, ziektetijd.hersteld_op - EEN_DAG)
    verhaal = Periode(einde + EEN_DAG, laatste)
    return mist("is_eigenrisicodrager", mogelijk=(("nee", verhaal),)) if is_eigenrisicodrager is None else verhaal
