"""Feiten over het vangnet van de Ziektewet. De werkgever weet alleen óf er een vangnet geldt; de grond staat elders."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from poortnormen.feiten.soort import BEDRIJFSARTS, CASEMANAGER, UWV, WERKGEVER, WERKNEMER, Feitsoort


class NoRiskgrond(StrEnum):
    """Waarom voor een werknemer de no-riskpolis geldt."""

    GEEN = "geen"
    WIA_VOOR_DEZE_BAAN = "wia_voor_deze_baan"
    ONDERWIJS_JONGER_DAN_18 = "onderwijs_jonger_dan_18"
    ONDERWIJS_18_OF_OUDER = "onderwijs_18_of_ouder"
    MINDER_DAN_35_PROCENT = "minder_dan_35_procent"
    WAJONG = "wajong"
    WSW = "wsw"
    BANENAFSPRAAK = "banenafspraak"
    BESCHUT_WERK = "beschut_werk"
    WIA_BIJ_EIGEN_WERKGEVER = "wia_bij_eigen_werkgever"


class Meldingsoorzaak(StrEnum):
    """Waardoor een melding aan UWV te laat kwam, zonder iets over de ziekte."""

    DIGITALE_STORING = "digitale_storing"
    BUITEN_INVLOED_WERKGEVER = "buiten_invloed_werkgever"
    MINDER_TE_VERWIJTEN = "minder_te_verwijten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ziekengeldgegevens:
    """Bedragen in hele centen per dag: het dagloon volgens UWV en het loon dat de werkgever bij ziekte moet betalen."""

    dagloon_centen: int
    loon_bij_ziekte_centen: int | None = None
    is_verhoging_gevraagd: bool = False


_NIET_WERKGEVER = (BEDRIJFSARTS, UWV, WERKNEMER)

_MELDINGEN = (
    Feitsoort(
        naam="is_vangnetter",
        type=bool,
        vraag="Valt deze ziekte onder een vangnet van de Ziektewet? Alleen ja of nee, niet waarom.",
        gevers=(WERKNEMER, WERKGEVER, UWV, BEDRIJFSARTS),
    ),
    Feitsoort(
        naam="mag_vangnetmelding_wachten",
        type=bool,
        vraag="Mag de melding aan UWV wachten tot de ziekte zes weken duurt? Alleen ja of nee, niet waarom.",
        gevers=_NIET_WERKGEVER,
    ),
    Feitsoort(
        naam="vangnet_duidelijk_op",
        type=date,
        vraag="Op welke dag kon de werkgever voor het eerst weten dat er misschien een vangnet geldt?",
        gevers=(WERKGEVER,),
        op_uit="waarde",
    ),
    Feitsoort(
        naam="ziek_gemeld_bij_werkgever_op",
        type=date,
        vraag="Op welke dag meldde de werknemer zich ziek bij de werkgever?",
        gevers=(WERKGEVER, WERKNEMER),
        op_uit="waarde",
    ),
    Feitsoort(
        naam="vangnetmelding_op",
        type=date,
        vraag="Op welke dag meldde de werkgever de zieke bij UWV, vanwege het vangnet?",
        gevers=(WERKGEVER, UWV),
        op_uit="waarde",
    ),
    Feitsoort(
        naam="herstelmelding_ontvangen_op",
        type=date,
        vraag="Op welke dag hoorde de werkgever van de werknemer dat die hersteld was?",
        gevers=(WERKGEVER, WERKNEMER),
        op_uit="waarde",
    ),
    Feitsoort(
        naam="herstel_doorgegeven_op",
        type=date,
        vraag="Op welke dag gaf de werkgever het herstel door aan UWV?",
        gevers=(WERKGEVER, UWV),
        op_uit="waarde",
    ),
    Feitsoort(
        naam="aangifte_ziek_uit_dienst_op",
        type=date,
        vraag="Op welke dag meldde de werkgever bij UWV dat de werknemer ziek uit dienst gaat?",
        gevers=(WERKGEVER, UWV),
        op_uit="waarde",
    ),
    Feitsoort(
        naam="melding_eigenrisicodrager_op",
        type=date,
        vraag="Op welke dag meldde de eigenrisicodrager de zieke ex-werknemer bij UWV?",
        gevers=(WERKGEVER, UWV),
        op_uit="waarde",
    ),
    Feitsoort(
        naam="oorzaak_late_melding",
        type=Meldingsoorzaak,
        vraag="Waardoor kwam de melding aan UWV te laat? Noem niets over de ziekte.",
        gevers=(WERKGEVER, CASEMANAGER),
    ),
)

_GRONDEN = (
    Feitsoort(
        naam="is_ziekte_door_zwangerschap",
        type=bool,
        vraag="Was de ziekte voor het verlof een gevolg van de zwangerschap? (alleen ja of nee)",
        gevers=_NIET_WERKGEVER,
    ),
    Feitsoort(
        naam="ziekte_door_zwangerschap_vanaf",
        type=date,
        vraag="Vanaf welke dag was de ziekte een gevolg van de zwangerschap? Leeg: vanaf de eerste ziektedag.",
        gevers=_NIET_WERKGEVER,
    ),
    Feitsoort(
        naam="is_ziekte_door_bevalling",
        type=bool,
        vraag="Is de ziekte na het verlof een gevolg van de zwangerschap of de bevalling? (alleen ja of nee)",
        gevers=_NIET_WERKGEVER,
    ),
    Feitsoort(
        naam="no_riskgrond",
        type=NoRiskgrond,
        vraag="Op welke grond geldt voor de werknemer de no-riskpolis?",
        gevers=(WERKNEMER, UWV),
    ),
    Feitsoort(
        naam="no_riskregistratie_tot_en_met",
        type=date,
        vraag="Tot en met welke dag liep de registratie waarop de no-riskpolis steunt? Leeg: zij loopt nog.",
        gevers=(WERKNEMER, UWV),
    ),
    Feitsoort(
        naam="geldt_no_risk_na_registratie",
        type=bool,
        vraag="Geldt de no-riskpolis volgens UWV nog, nu de registratie voor de ziekte eindigde?",
        gevers=(UWV,),
    ),
    Feitsoort(
        naam="arbeidsongeschikt_na_wachttijd_pct",
        type=Fraction,
        vraag="Hoeveel procent arbeidsongeschikt is de werknemer na de wachttijd, volgens UWV?",
        gevers=(UWV,),
    ),
    Feitsoort(
        naam="nieuwe_baan_op",
        type=date,
        vraag="Op welke dag begint de werknemer bij een andere werkgever?",
        gevers=(WERKNEMER, WERKGEVER, UWV),
    ),
    Feitsoort(
        naam="had_andere_baan_al_bij_ziekte",
        type=bool,
        vraag="Had de werknemer die andere baan al op de eerste ziektedag?",
        gevers=(WERKNEMER, UWV),
    ),
    Feitsoort(
        naam="kan_bij_eigen_werkgever_werken",
        type=bool,
        vraag="Kan de werknemer na de wachttijd nog eigen of passend werk doen bij de eigen werkgever?",
        gevers=(UWV, BEDRIJFSARTS, WERKGEVER),
    ),
    Feitsoort(
        naam="wia_toegekend_per",
        type=date,
        vraag="Vanaf welke dag kende UWV de WIA-uitkering toe?",
        gevers=(UWV, WERKNEMER),
    ),
    Feitsoort(
        naam="ziekengeldgegevens",
        type=Ziekengeldgegevens,
        vraag="Wat is het dagloon volgens UWV, wat betaalt u per dag bij ziekte, en vroeg u om verhoging?",
        gevers=(WERKGEVER, UWV),
    ),
)

FEITEN = (*_MELDINGEN, *_GRONDEN)
