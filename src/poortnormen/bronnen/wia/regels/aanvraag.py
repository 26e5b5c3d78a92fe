"""Artikel 64: de WIA-aanvraag, de brief van UWV daarover, en wat er van een late aanvraag komt."""

from datetime import date
from fractions import Fraction

from poortnormen.bronnen.wia.regels.klok import (
    einde_wacht_of_verlenging,
    is_aow_voor_wia,
    is_verkort,
    klok,
    loopt_verzoek,
)
from poortnormen.feiten.wachttijd import VerkorteWachttijdbesluit, VerkorteWachttijdverzoek
from poortnormen.norm import bepaalt
from poortnormen.termijnregels import Termijnregels
from poortnormen.tijd import EEN_DAG, Dagen, Maanden, Weken, terug_vanaf
from poortnormen.uitkomst import (
    Mist,
    NietGeldig,
    NietVanToepassing,
    Nvt,
    Onbekend,
    Tot,
    Uiterlijk,
    Uitkomst,
    Vastgesteld,
    WaardeOntbreekt,
    mist,
    nvt,
)
from poortnormen.ziektetijd import Ziektetijd

ZONDER_KENNISGEVING = "zonder_kennisgeving"


@bepaalt("WIA-64-1")
def is_wachten_op_wia_besluit(
    *,
    ziektetijd: Ziektetijd,
    wia_aanvraag_op: date | None,
    wia_besluit_op: date | None,
    kortste_aanvaarde_beslistijd: Weken,
    langste_aanvaarde_beslistijd: Weken,
) -> bool | Nvt:
    """Of de WIA is aangevraagd en UWV nog niet besliste; uit stilte volgt nooit een besluit."""
    aanvraag = ziektetijd.in_dit_verzuim(wia_aanvraag_op)
    if aanvraag is None:
        return nvt("geen_aanvraag")
    return nvt("beslist") if wia_besluit_op is not None and wia_besluit_op >= aanvraag else True


@bepaalt("WIA-64-2")
def uiterste_dag_kennisgeving(
    *,
    ziektetijd: Ziektetijd,
    persoonsklok: Uitkomst,
    laatste_dag_wachttijd: date,
    verkorte_wachttijd_besluit: VerkorteWachttijdbesluit | None,
    aow_datum: date | None,
    kennisgeving_ontvangen_op: date | None,
    duur_tot_kennisgeving: Weken,
) -> Uiterlijk | Nvt:
    """De dag waarop UWV de werknemer op zijn laatst moet hebben geschreven, en wanneer de brief kwam."""
    if is_verkort(verkorte_wachttijd_besluit):
        return nvt("verkorte_wachttijd")
    if is_aow_voor_wia(laatste_dag_wachttijd, aow_datum):
        return nvt("aow")
    dag = klok(persoonsklok, ziektetijd).laatste_dag_van(duur_tot_kennisgeving)
    return Uiterlijk(dag, ziektetijd.in_dit_verzuim(kennisgeving_ontvangen_op))


@bepaalt("WIA-64-3")
def uiterste_dag_wia_aanvraag(
    *,
    ziektetijd: Ziektetijd,
    laatste_dag_wachttijd: date,
    einde_vrijwillige_verlenging: date | None,
    verkorte_wachttijd_verzoeken: tuple[VerkorteWachttijdverzoek, ...],
    verkorte_wachttijd_besluit: VerkorteWachttijdbesluit | None,
    aow_datum: date | None,
    wia_aanvraag_op: date | None,
    aanvraag_tijdig_tot_en_met: Uitkomst,
    termijn_wia_aanvraag: Weken,
) -> Uiterlijk | Mist | Nvt:
    """De laatste dag voor de aanvraag, geteld vanaf het einde van de wachttijd of van de verlenging.

    Schreef UWV te laat of nooit, dan kan een aanvraag na die dag nog op tijd zijn.
    """
    if is_verkort(verkorte_wachttijd_besluit):
        return nvt("verkorte_wachttijd")
    einde = einde_wacht_of_verlenging(laatste_dag_wachttijd, einde_vrijwillige_verlenging)
    if is_aow_voor_wia(einde, aow_datum):
        return nvt("aow")
    dag = terug_vanaf(dag=einde, termijn=termijn_wia_aanvraag)
    aanvraag = ziektetijd.in_dit_verzuim(wia_aanvraag_op)
    if (aanvraag is None or aanvraag > dag) and (soepeler := _soepeler(aanvraag_tijdig_tot_en_met)):
        return nvt(soepeler)
    if aanvraag is None and loopt_verzoek(verkorte_wachttijd_verzoeken, verkorte_wachttijd_besluit):
        return mist("verkorte_wachttijd_besluit", mogelijk=(("geweigerd", dag),))
    return Uiterlijk(dag, aanvraag)


@bepaalt("WIA-64-6-2")
def laatste_dag_aangifte_met_bescherming(
    *,
    ziektetijd: Ziektetijd,
    persoonsklok: Uitkomst,
    uiterste_dag_kennisgeving: Uitkomst,
    uiterste_dag_ziekteaangifte: Uitkomst,
    aangifte_gedaan_op: date | None,
    duur_tot_verlies_bescherming: Weken,
) -> Uiterlijk | Nvt:
    """De laatste dag waarop de 42-wekenaangifte de bescherming bij een late brief van UWV nog bewaart.

    Hoeft de werkgever geen aangifte te doen, of UWV geen brief te sturen, dan is er niets te verliezen.
    """
    if isinstance(uiterste_dag_kennisgeving, NietVanToepassing):
        return nvt("geen_brief")
    if isinstance(uiterste_dag_ziekteaangifte, NietVanToepassing):
        return nvt("geen_aangifte_nodig")
    te_laat_vanaf = klok(persoonsklok, ziektetijd).laatste_dag_van(duur_tot_verlies_bescherming)
    return Uiterlijk(te_laat_vanaf - EEN_DAG, aangifte_gedaan_op)


@bepaalt("WIA-64-6")
def aanvraag_tijdig_tot_en_met(
    *,
    peildatum: date,
    ziektetijd: Ziektetijd,
    laatste_dag_wachttijd: date,
    einde_vrijwillige_verlenging: date | None,
    uiterste_dag_kennisgeving: Uiterlijk,
    laatste_dag_aangifte_met_bescherming: Uiterlijk | None,
    kennisgeving_gedagtekend_op: date | None,
    is_kennisgeving_uitgebleven: bool | None,
    wia_aanvraag_op: date | None,
    termijnregels: Termijnregels,
    termijn_na_kennisgeving: Weken,
    termijn_wia_aanvraag: Weken,
) -> Uiterlijk | Mist | Nvt:
    """Tot en met welke dag de aanvraag na een te late brief van UWV nog op tijd is; zonder brief is zij dat altijd."""
    brief, aangifte = uiterste_dag_kennisgeving, laatste_dag_aangifte_met_bescherming
    if brief.gedaan_op is None and not is_kennisgeving_uitgebleven:
        if peildatum <= brief.dag and kennisgeving_gedagtekend_op is None:
            return nvt("brief_kan_nog_komen", houdbaar_tot=brief.dag + EEN_DAG)
        return mist("kennisgeving_ontvangen_op")
    if brief.gedaan_op is None or brief.gedaan_op <= brief.dag or _is_te_laat(aangifte):
        return _zonder_termijn(brief, aangifte)
    dag = termijnregels.laatste_dag(na=brief.gedaan_op, termijn=termijn_na_kennisgeving)
    einde = einde_wacht_of_verlenging(laatste_dag_wachttijd, einde_vrijwillige_verlenging)
    if dag <= terug_vanaf(dag=einde, termijn=termijn_wia_aanvraag):
        return nvt("gewone_dag_is_later")
    if aangifte is not None and aangifte.gedaan_op is None:
        return mist("ziekteaangifte", mogelijk=(("aangifte op tijd", dag),))
    return Uiterlijk(dag, ziektetijd.in_dit_verzuim(wia_aanvraag_op))


def _zonder_termijn(brief: Uiterlijk, aangifte: Uiterlijk | None) -> Mist | Nvt:
    """Waarom er na de brief geen nieuwe termijn loopt: hij was op tijd, hij kwam nooit, of de bescherming is weg."""
    if brief.gedaan_op is not None and brief.gedaan_op <= brief.dag:
        return nvt("kennisgeving_op_tijd")
    if _is_te_laat(aangifte):
        return nvt("bescherming_vervallen")
    is_aangifte_onbekend = aangifte is not None and aangifte.gedaan_op is None
    return mist("ziekteaangifte") if is_aangifte_onbekend else nvt(ZONDER_KENNISGEVING)


def _is_te_laat(termijn: Uiterlijk | None) -> bool:
    return termijn is not None and termijn.gedaan_op is not None and termijn.gedaan_op > termijn.dag


def _soepeler(bescherming: Uitkomst) -> str:
    """Waarom de gewone laatste dag niet telt: er loopt een termijn na een late brief, of er kwam nooit een brief."""
    match bescherming:
        case Vastgesteld():
            return "late_brief"
        case NietVanToepassing(reden=reden) if reden == ZONDER_KENNISGEVING:
            return ZONDER_KENNISGEVING
        case _:
            return ""


@bepaalt("WIA-64-3-2")
def vertraging_wia_aanvraag(
    *,
    peildatum: date,
    ziektetijd: Ziektetijd,
    laatste_dag_wachttijd: date,
    einde_vrijwillige_verlenging: date | None,
    verkorte_wachttijd_verzoeken: tuple[VerkorteWachttijdverzoek, ...],
    verkorte_wachttijd_besluit: VerkorteWachttijdbesluit | None,
    aow_datum: date | None,
    wia_aanvraag_op: date | None,
    aanvraag_tijdig_tot_en_met: Uitkomst,
    termijn_wia_aanvraag: Weken,
    voorbeeld_vertraging: Dagen,
    voorbeeld_verlaging: Fraction,
    voorbeeld_duur_verlaging: Maanden,
) -> Dagen | Tot | Mist | Nvt:
    """Hoeveel dagen de aanvraag te laat is; nul als zij op tijd is, of als de laatste dag nog moet komen.

    Raises:
        WaardeOntbreekt: als niet bekend is tot wanneer de bescherming na een late brief van UWV loopt.
    """
    einde = einde_wacht_of_verlenging(laatste_dag_wachttijd, einde_vrijwillige_verlenging)
    if is_aow_voor_wia(einde, aow_datum):
        return nvt("aow")
    uiterste_dag = terug_vanaf(dag=einde, termijn=termijn_wia_aanvraag)
    aanvraag = ziektetijd.in_dit_verzuim(wia_aanvraag_op)
    lopend = loopt_verzoek(verkorte_wachttijd_verzoeken, verkorte_wachttijd_besluit)
    is_hersteld = ziektetijd.hersteld_op is not None and ziektetijd.hersteld_op <= uiterste_dag
    is_op_tijd = aanvraag is not None and aanvraag <= uiterste_dag
    if lopend or is_verkort(verkorte_wachttijd_besluit) or is_hersteld or is_op_tijd:
        return Dagen(0)
    if aanvraag is None:
        if peildatum <= uiterste_dag:
            return Tot(Dagen(0), uiterste_dag + EEN_DAG)
        return mist("wia_aanvraag_op", mogelijk=(("op tijd", Dagen(0)),), werkt_door=True)
    return _na_de_laatste_dag(aanvraag, Dagen((aanvraag - uiterste_dag).days), aanvraag_tijdig_tot_en_met)


def _na_de_laatste_dag(aanvraag: date, vertraging: Dagen, bescherming: Uitkomst) -> Dagen | Mist:
    match bescherming:
        case Onbekend():
            mogelijk = (("beschermd", Dagen(0)), ("niet beschermd", vertraging))
            return mist(*bescherming.ontbreekt, mogelijk=mogelijk, werkt_door=True)
        case NietGeldig():
            raise WaardeOntbreekt(bescherming.reden)
        case NietVanToepassing(reden=reden) if reden == ZONDER_KENNISGEVING:
            return Dagen(0)
        case Vastgesteld(waarde=Uiterlijk() as termijn) if aanvraag <= termijn.dag:
            return Dagen(0)
        case _:
            return vertraging


@bepaalt("WIA-64-11")
def eerste_wia_dag(
    *,
    ziektetijd: Ziektetijd,
    laatste_dag_loonperiode: date,
    aow_datum: date | None,
    wia_aanvraag_op: date | None,
    is_bijzonder_geval_late_aanvraag: bool | None,
    langste_terugwerking: Weken,
) -> date | Mist | Nvt:
    """De eerste dag waarover WIA kan worden toegekend: na de tijd met loon, en niet te lang voor de aanvraag."""
    dag = laatste_dag_loonperiode + EEN_DAG
    if is_aow_voor_wia(laatste_dag_loonperiode, aow_datum):
        return nvt("aow")
    aanvraag = ziektetijd.in_dit_verzuim(wia_aanvraag_op)
    if aanvraag is None:
        return dag
    grens = terug_vanaf(dag=aanvraag, termijn=langste_terugwerking)
    if grens <= dag:
        return dag
    if is_bijzonder_geval_late_aanvraag:
        return mist("wia_toegekend_per", mogelijk=(("zonder uitzondering", grens),))
    return grens
