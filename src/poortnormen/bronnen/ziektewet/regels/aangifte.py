"""Aangifte bij UWV: na 42 weken ziekte (artikel 38, eerste lid) en bij ziek uit dienst (tweede lid)."""

from datetime import date

from poortnormen.aow import aow_tot_en_met
from poortnormen.bronnen.ziektewet.regels.uit_dienst import laatste_dag_ziek_uit_dienst, sinds_ziek
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.stukken import Afschrift, Stuk
from poortnormen.feiten.uwv import Ziekteaangifte
from poortnormen.feiten.wachttijd import VerkorteWachttijdverzoek
from poortnormen.norm import bepaalt
from poortnormen.tijd import Dagen, Jaren, Weken, dagen_later, eerste_dag_na
from poortnormen.uitkomst import Mist, Nvt, Uiterlijk, mist, nvt, vroegste
from poortnormen.verslag import verslag_gereed_op
from poortnormen.ziektetijd import Ziektetijd


@bepaalt("ZW-38-1")
def uiterste_dag_ziekteaangifte(
    *,
    eerste_ziektedag: date,
    ziektetijd: Ziektetijd,
    dienstverband: Dienstverband | None,
    is_vangnetter: bool | None,
    aow_datum: date | None,
    geboortedatum: date | None,
    laagste_aow_leeftijd: Jaren,
    termijn_ziekteaangifte: Weken,
) -> date | Nvt:
    """De laatste dag voor de aangifte: de eerste dag nadat de ziekte 42 weken heeft geduurd."""
    dag = ziektetijd.na(termijn_ziekteaangifte)
    if is_vangnetter:
        return nvt("vangnet")
    if dienstverband is not None and dienstverband.einde is not None and dienstverband.einde < dag:
        return nvt("uit_dienst")
    aow = aow_tot_en_met(
        dag, aow_datum=aow_datum, geboortedatum=geboortedatum, laagste_aow_leeftijd=laagste_aow_leeftijd
    )
    return nvt("aow") if aow is not None else dag


@bepaalt("ZW-38-1-2")
def verschuiving_ziekteaangifte(*, ziektetijd: Ziektetijd, termijn_ziekteaangifte: Weken) -> Dagen:
    """Hoeveel dagen de aangifte later mag doordat dagen tussendoor niet meetellen."""
    zonder = eerste_dag_na(vanaf=ziektetijd.eerste_ziektedag, duur=termijn_ziekteaangifte)
    return Dagen((ziektetijd.na(termijn_ziekteaangifte) - zonder).days)


@bepaalt("ZW-38-8")
def aangifte_gedaan_op(
    *,
    eerste_ziektedag: date,
    ziekteaangifte: Ziekteaangifte | None,
    verkorte_wachttijd_verzoeken: tuple[VerkorteWachttijdverzoek, ...],
    verlenging_akkoord_werkgever_op: date | None,
    verlenging_akkoord_werknemer_op: date | None,
) -> date | Nvt:
    """De dag die als 42-wekenaangifte telt: van de aangifte zelf of van een verzoek dat daarvoor geldt."""
    dagen = [verzoek.gedaan_op for verzoek in verkorte_wachttijd_verzoeken]
    if ziekteaangifte is not None:
        dagen.append(ziekteaangifte.gedaan_op)
    if verlenging_akkoord_werkgever_op is not None and verlenging_akkoord_werknemer_op is not None:
        dagen.append(max(verlenging_akkoord_werkgever_op, verlenging_akkoord_werknemer_op))
    gedaan = vroegste(*(sinds_ziek(dag, eerste_ziektedag) for dag in dagen))
    return nvt("geen_aangifte") if gedaan is None else gedaan


@bepaalt("ZW-38-2")
def uiterste_dag_ziek_uit_dienst(
    *,
    eerste_ziektedag: date,
    ziektetijd: Ziektetijd,
    dienstverband: Dienstverband | None,
    is_eigenrisicodrager: bool | None,
    aangifte_ziek_uit_dienst_op: date | None,
) -> Uiterlijk | Mist | Nvt:
    """De laatste dag van het dienstverband: dan doet de werkgever aangifte."""
    einde = laatste_dag_ziek_uit_dienst(ziektetijd, dienstverband)
    if not isinstance(einde, date):
        return einde
    uiterlijk = Uiterlijk(einde, sinds_ziek(aangifte_ziek_uit_dienst_op, eerste_ziektedag))
    if is_eigenrisicodrager is None:
        return mist("is_eigenrisicodrager", mogelijk=(("nee", uiterlijk),))
    return nvt("eigenrisicodrager") if is_eigenrisicodrager else uiterlijk


@bepaalt("ZW-38-2-2")
def uiterste_dag_verslag_uit_dienst(
    *,
    eerste_ziektedag: date,
    ziektetijd: Ziektetijd,
    dienstverband: Dienstverband | None,
    is_eigenrisicodrager: bool | None,
    stukken: tuple[Stuk, ...],
    afschriften: tuple[Afschrift, ...],
    termijn_verslag_uit_dienst: Weken,
) -> Uiterlijk | Mist | Nvt:
    """De laatste dag van het dienstverband, als daar zes weken ziekte voor liggen: dan is er een verslag.

    Het verslag is pas klaar als de werknemer een afschrift heeft.
    """
    einde = laatste_dag_ziek_uit_dienst(ziektetijd, dienstverband)
    if not isinstance(einde, date):
        return einde
    eerste_verplichte = eerste_dag_na(vanaf=eerste_ziektedag, duur=termijn_verslag_uit_dienst)
    if einde == dagen_later(eerste_verplichte, -1):
        return nvt("voor_de_zekerheid")
    if einde < eerste_verplichte:
        return nvt("korter_ziek")
    uiterlijk = Uiterlijk(einde, verslag_gereed_op(stukken, afschriften, vanaf=eerste_ziektedag))
    if is_eigenrisicodrager is None:
        return mist("is_eigenrisicodrager", mogelijk=(("nee", uiterlijk),))
    return nvt("eigenrisicodrager") if is_eigenrisicodrager else uiterlijk
