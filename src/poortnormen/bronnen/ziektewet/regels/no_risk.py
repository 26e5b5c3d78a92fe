"""De no-riskpolis: voor wie, tot wanneer, en hoeveel ziekengeld (artikel 29b)."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.vangnet import NoRiskgrond, Ziekengeldgegevens
from poortnormen.geld import Bedrag, rond_af_op_cent
from poortnormen.norm import bepaalt
from poortnormen.tijd import EEN_DAG, Jaren, Periode, Weken, jaren_later, terug_vanaf
from poortnormen.uitkomst import Mist, Nvt, mist, nvt
from poortnormen.ziektetijd import Ziektetijd

_VOOR_DEZE_BAAN = {
    NoRiskgrond.WIA_VOOR_DEZE_BAAN,
    NoRiskgrond.ONDERWIJS_JONGER_DAN_18,
    NoRiskgrond.ONDERWIJS_18_OF_OUDER,
}
_ZONDER_EINDE = {NoRiskgrond.WAJONG, NoRiskgrond.WSW, NoRiskgrond.BANENAFSPRAAK, NoRiskgrond.BESCHUT_WERK}


@dataclass(frozen=True, slots=True)
class NoRisk:
    """De tijd waarin een ziekte onder de no-riskpolis valt, en of deze ziekte erin begon."""

    periode: Periode
    is_gedekt: bool


@dataclass(frozen=True, slots=True)
class NoRiskbedrag:
    """Ziekengeld per dag: tot en met een dag het hoge bedrag, en daarna het gewone."""

    tot_en_met: date
    eerst: Bedrag
    daarna: Bedrag


def _gedekt(vanaf: date, duur: Jaren, eerste_ziektedag: date) -> NoRisk:
    periode = Periode(vanaf, jaren_later(vanaf, duur) - EEN_DAG)
    return NoRisk(periode, eerste_ziektedag in periode)


@bepaalt("ZW-29b-1")
def no_risk_vijf_jaar(
    *, eerste_ziektedag: date, no_riskgrond: NoRiskgrond, dienstverband: Dienstverband, duur_no_risk: Jaren
) -> NoRisk | Mist | Nvt:
    """De no-riskpolis van vijf jaar na het begin van het dienstverband."""
    if no_riskgrond not in _VOOR_DEZE_BAAN:
        return nvt("andere_grond")
    if dienstverband.begin is None:
        return mist("dienstverband")
    return _gedekt(dienstverband.begin, duur_no_risk, eerste_ziektedag)


@bepaalt("ZW-29b-1b")
def no_risk_na_wachttijd(
    *,
    laatste_dag_wachttijd: date,
    arbeidsongeschikt_na_wachttijd_pct: Fraction,
    kan_bij_eigen_werkgever_werken: bool,
    nieuwe_baan_op: date | None,
    had_andere_baan_al_bij_ziekte: bool | None,
    grens_no_risk_pct: Fraction,
    weken_zonder_andere_baan: Weken,
    termijn_nieuwe_baan: Jaren,
    duur_no_risk: Jaren,
) -> Periode | Mist | Nvt:
    """De no-riskpolis bij de volgende werkgever, voor wie na de wachttijd minder dan 35% arbeidsongeschikt is."""
    if arbeidsongeschikt_na_wachttijd_pct >= grens_no_risk_pct * 100:
        return nvt("te_veel_arbeidsongeschikt")
    if kan_bij_eigen_werkgever_werken:
        return nvt("kan_bij_eigen_werkgever")
    peildag = terug_vanaf(dag=laatste_dag_wachttijd, termijn=weken_zonder_andere_baan) + EEN_DAG
    na_wachttijd = laatste_dag_wachttijd + EEN_DAG
    laatste_begin = jaren_later(na_wachttijd, termijn_nieuwe_baan) - EEN_DAG
    if nieuwe_baan_op is None:
        return mist("nieuwe_baan_op", mogelijk=(("begint in deze tijd", Periode(peildag + EEN_DAG, laatste_begin)),))
    if nieuwe_baan_op > laatste_begin:
        return nvt("te_laat_begonnen")
    gedekt = Periode(nieuwe_baan_op, jaren_later(nieuwe_baan_op, duur_no_risk) - EEN_DAG)
    return gedekt if nieuwe_baan_op > peildag else _vroeg_begonnen(gedekt, had_andere_baan_al_bij_ziekte)


def _vroeg_begonnen(gedekt: Periode, was_er_al: bool | None) -> Periode | Mist | Nvt:  # noqa: FBT001  # een feit
    """Een baan van voor de peildag telt alleen als zij er op de eerste ziektedag al was."""
    if was_er_al is None:
        return mist("had_andere_baan_al_bij_ziekte")
    return gedekt if was_er_al else nvt("te_vroeg_begonnen")


@bepaalt("ZW-29b-2")
def no_risk_zonder_einde(
    *,
    eerste_ziektedag: date,
    no_riskgrond: NoRiskgrond,
    dienstverband: Dienstverband,
    no_riskregistratie_tot_en_met: date | None,
    geldt_no_risk_na_registratie: bool | None,
) -> NoRisk | Mist | Nvt:
    """De no-riskpolis zonder einde; eindigde de registratie voor de ziekte, dan beoordeelt UWV het."""
    if no_riskgrond not in _ZONDER_EINDE:
        return nvt("andere_grond")
    if dienstverband.begin is None:
        return mist("dienstverband")
    is_gedekt = eerste_ziektedag >= dienstverband.begin
    if no_riskregistratie_tot_en_met is not None and no_riskregistratie_tot_en_met < eerste_ziektedag:
        if geldt_no_risk_na_registratie is None:
            return mist("geldt_no_risk_na_registratie")
        is_gedekt = is_gedekt and geldt_no_risk_na_registratie
    return NoRisk(Periode(dienstverband.begin), is_gedekt)


@bepaalt("ZW-29b-4")
def no_risk_bij_eigen_werkgever(
    *, eerste_ziektedag: date, no_riskgrond: NoRiskgrond, wia_toegekend_per: date | None, duur_no_risk: Jaren
) -> NoRisk | Mist | Nvt:
    """De no-riskpolis van vijf jaar voor wie met een WIA-uitkering bij de eigen werkgever blijft."""
    if no_riskgrond is not NoRiskgrond.WIA_BIJ_EIGEN_WERKGEVER:
        return nvt("andere_grond")
    if wia_toegekend_per is None:
        return mist("wia_toegekend_per")
    return _gedekt(wia_toegekend_per, duur_no_risk, eerste_ziektedag)


@bepaalt("ZW-29b-5")
def ziekengeld_no_risk(
    *,
    ziektetijd: Ziektetijd,
    no_riskgrond: NoRiskgrond,
    ziekengeldgegevens: Ziekengeldgegevens,
    ziekengeld_pct: Fraction,
    verhoogd_ziekengeld_pct: Fraction,
    duur_verhoogd_ziekengeld: Weken,
) -> NoRiskbedrag | Mist | Nvt:
    """Het ziekengeld per dag bij de no-riskpolis, nooit meer dan het loon dat de werkgever moet betalen."""
    if no_riskgrond is NoRiskgrond.GEEN:
        return nvt("geen_no_risk")
    loon = ziekengeldgegevens.loon_bij_ziekte_centen
    if loon is None:
        return mist("ziekengeldgegevens")
    gewoon = min(Fraction(loon), ziekengeldgegevens.dagloon_centen * ziekengeld_pct)
    hoog = min(Fraction(loon), ziekengeldgegevens.dagloon_centen * verhoogd_ziekengeld_pct)
    return NoRiskbedrag(
        tot_en_met=ziektetijd.laatste_dag_van(duur_verhoogd_ziekengeld),
        eerst=Bedrag(rond_af_op_cent(hoog if ziekengeldgegevens.is_verhoging_gevraagd else gewoon)),
        daarna=Bedrag(rond_af_op_cent(gewoon)),
    )
