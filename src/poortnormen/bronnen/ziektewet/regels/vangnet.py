"""Meldingen bij een vangnet en door de eigenrisicodrager (artikelen 38a, 38aa en 38b)."""

from datetime import date

from poortnormen.bronnen.ziektewet.regels.uit_dienst import laatste_dag_ziek_uit_dienst, sinds_ziek
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.loon import Loonmaatregel, Maatregel
from poortnormen.norm import bepaalt
from poortnormen.termijnregels import Termijnregels
from poortnormen.tijd import Dagen, Maanden, Periode, Weken, eerste_dag_na, maanden_later
from poortnormen.uitkomst import Mist, Nvt, Uiterlijk, Uitkomst, Vastgesteld, mist, nvt
from poortnormen.ziektetijd import Ziektetijd


@bepaalt("ZW-38a-1")
def uiterste_dag_ziekmelding_vangnet(
    *,
    eerste_ziektedag: date,
    is_vangnetter: bool | None,
    ziek_gemeld_bij_werkgever_op: date | None,
    termijnregels: Termijnregels,
    termijn_ziekmelding_vangnet: Dagen,
) -> Uiterlijk | Mist | Nvt:
    """De laatste dag waarop de werknemer met een vangnet zich bij de werkgever ziek meldt."""
    dag = termijnregels.laatste_dag_van(vanaf=eerste_ziektedag, termijn=termijn_ziekmelding_vangnet)
    uiterlijk = Uiterlijk(dag, sinds_ziek(ziek_gemeld_bij_werkgever_op, eerste_ziektedag))
    if is_vangnetter is None:
        return mist("is_vangnetter", mogelijk=(("ja", uiterlijk),))
    return uiterlijk if is_vangnetter else nvt("geen_vangnet")


def _na_duidelijkheid(dag: date, duidelijk_op: date | None, termijnregels: Termijnregels, termijn: Dagen) -> date:
    """De gewone laatste dag, of later als pas daarna duidelijk werd dat er een vangnet kan gelden."""
    if duidelijk_op is None:
        return dag
    return max(dag, termijnregels.laatste_dag(na=duidelijk_op, termijn=termijn))


@bepaalt("ZW-38a-2")
def uiterste_dag_vangnetmelding(
    *,
    eerste_ziektedag: date,
    is_vangnetter: bool | None,
    mag_vangnetmelding_wachten: bool | None,
    vangnet_duidelijk_op: date | None,
    vangnetmelding_op: date | None,
    termijnregels: Termijnregels,
    termijn_vangnetmelding: Dagen,
    termijn_na_duidelijkheid: Dagen,
) -> Uiterlijk | Mist | Nvt:
    """De laatste dag waarop de werkgever de zieke met een vangnet bij UWV meldt."""
    gewoon = termijnregels.laatste_dag_van(vanaf=eerste_ziektedag, termijn=termijn_vangnetmelding)
    dag = _na_duidelijkheid(gewoon, vangnet_duidelijk_op, termijnregels, termijn_na_duidelijkheid)
    uiterlijk = Uiterlijk(dag, sinds_ziek(vangnetmelding_op, eerste_ziektedag))
    if is_vangnetter is False:
        return nvt("geen_vangnet")
    if mag_vangnetmelding_wachten:
        return nvt("mag_wachten")
    if is_vangnetter is None:
        return mist("is_vangnetter", mogelijk=(("ja", uiterlijk),))
    if mag_vangnetmelding_wachten is None:
        return mist("mag_vangnetmelding_wachten", mogelijk=(("nee", uiterlijk),))
    return uiterlijk


@bepaalt("ZW-38a-3")
def uiterste_dag_vangnetmelding_na_zes_weken(
    *,
    eerste_ziektedag: date,
    is_vangnetter: bool | None,
    mag_vangnetmelding_wachten: bool | None,
    dienstverband: Dienstverband | None,
    vangnet_duidelijk_op: date | None,
    vangnetmelding_op: date | None,
    termijnregels: Termijnregels,
    termijn_late_vangnetmelding: Weken,
    termijn_na_duidelijkheid: Dagen,
) -> Uiterlijk | Mist | Nvt:
    """De laatste dag van de melding die mag wachten tot de ziekte zes weken duurt."""
    dag = termijnregels.laatste_dag(na=eerste_ziektedag, termijn=termijn_late_vangnetmelding)
    einde = None if dienstverband is None else dienstverband.einde
    na_zes_weken = eerste_dag_na(vanaf=eerste_ziektedag, duur=termijn_late_vangnetmelding)
    if einde is not None and eerste_ziektedag <= einde < na_zes_weken:
        dag = einde
    dag = _na_duidelijkheid(dag, vangnet_duidelijk_op, termijnregels, termijn_na_duidelijkheid)
    uiterlijk = Uiterlijk(dag, sinds_ziek(vangnetmelding_op, eerste_ziektedag))
    if is_vangnetter is False:
        return nvt("geen_vangnet")
    if mag_vangnetmelding_wachten is False:
        return nvt("mag_niet_wachten")
    if is_vangnetter is None:
        return mist("is_vangnetter", mogelijk=(("ja", uiterlijk),))
    if mag_vangnetmelding_wachten is None:
        return mist("mag_vangnetmelding_wachten", mogelijk=(("ja", uiterlijk),))
    return uiterlijk


@bepaalt("ZW-38a-5")
def uiterste_dag_herstelmelding(
    *,
    ziektetijd: Ziektetijd,
    is_vangnetter: bool | None,
    herstelmelding_ontvangen_op: date | None,
    herstel_doorgegeven_op: date | None,
    uiterste_dag_vangnetmelding_na_zes_weken: Uitkomst,
    termijnregels: Termijnregels,
    termijn_herstelmelding: Dagen,
) -> Uiterlijk | Mist | Nvt:
    """De laatste dag waarop de werkgever het herstel aan UWV doorgeeft; nooit eerder dan de ziekmelding."""
    if is_vangnetter is False:
        return nvt("geen_vangnet")
    hersteld_op = ziektetijd.hersteld_op
    if hersteld_op is None:
        return nvt("niet_hersteld")
    if is_vangnetter is None:
        return mist("is_vangnetter")
    ontvangen_op = sinds_ziek(herstelmelding_ontvangen_op, ziektetijd.eerste_ziektedag)
    if ontvangen_op is None:
        return mist("herstelmelding_ontvangen_op")
    dag = termijnregels.laatste_dag(na=ontvangen_op, termijn=termijn_herstelmelding)
    if isinstance(uiterste_dag_vangnetmelding_na_zes_weken, Vastgesteld):
        ziekmelding = uiterste_dag_vangnetmelding_na_zes_weken.waarde
        assert isinstance(ziekmelding, Uiterlijk)  # noqa: S101  # zo gedeclareerd
        dag = max(dag, ziekmelding.gedaan_op or ziekmelding.dag)
    return Uiterlijk(dag, sinds_ziek(herstel_doorgegeven_op, ontvangen_op))


@bepaalt("ZW-38a-7", per="loonmaatregelen")
def te_melden_loonstop(*, loonmaatregel: Loonmaatregel, is_vangnetter: bool | None) -> Periode | Mist | Nvt:
    """De tijd zonder loon die de werkgever bij een vangnet aan UWV meldt; ziekengeld is er dan ook niet."""
    if loonmaatregel.soort is Maatregel.OPSCHORTING:
        return nvt("opschorting")
    if is_vangnetter is None:
        return mist("is_vangnetter")
    if not is_vangnetter:
        return nvt("geen_vangnet")
    return Periode(loonmaatregel.vanaf, loonmaatregel.tot_en_met)


@bepaalt("ZW-38aa-1")
def uiterste_dag_melding_eigenrisicodrager(
    *,
    eerste_ziektedag: date,
    ziektetijd: Ziektetijd,
    dienstverband: Dienstverband | None,
    is_eigenrisicodrager: bool | None,
    melding_eigenrisicodrager_op: date | None,
    termijnregels: Termijnregels,
    termijn_melding_eigenrisicodrager: Weken,
) -> Uiterlijk | Mist | Nvt:
    """De laatste dag waarop de eigenrisicodrager een zieke ex-werknemer bij UWV meldt."""
    if is_eigenrisicodrager is False:
        return nvt("geen_eigenrisicodrager")
    vanaf = laatste_dag_ziek_uit_dienst(ziektetijd, dienstverband)
    if isinstance(vanaf, Nvt) and vanaf.reden == "al_uit_dienst":
        vanaf = eerste_ziektedag
    if not isinstance(vanaf, date):
        return vanaf
    dag = termijnregels.laatste_dag(na=vanaf, termijn=termijn_melding_eigenrisicodrager)
    uiterlijk = Uiterlijk(dag, sinds_ziek(melding_eigenrisicodrager_op, eerste_ziektedag))
    if is_eigenrisicodrager is None:
        return mist("is_eigenrisicodrager", mogelijk=(("ja", uiterlijk),))
    return uiterlijk


@bepaalt("ZW-38b-1")
def eerste_vraagdag_no_risk(*, dienstverband: Dienstverband, wachttijd_no_riskvraag: Maanden) -> date | Mist:
    """De eerste dag waarop de werkgever mag vragen of de no-riskpolis kan gelden."""
    if dienstverband.begin is None:
        return mist("dienstverband")
    return maanden_later(dienstverband.begin, wachttijd_no_riskvraag)
