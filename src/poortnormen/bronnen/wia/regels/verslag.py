"""Artikel 25, tweede, derde en achtste lid: het plan nakomen, het re-integratieverslag en wat daaraan ontbreekt."""

from datetime import date

from poortnormen.bronnen.wia.regels.klok import einde_dienstverband, is_aow_voor_wia, is_verkort, loopt_verzoek
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.reintegratie import Nakoming, Planafspraak
from poortnormen.feiten.stukken import Afschrift, Stuk
from poortnormen.feiten.uwv import OnvolledigBericht
from poortnormen.feiten.wachttijd import VerkorteWachttijdbesluit, VerkorteWachttijdverzoek
from poortnormen.norm import bepaalt
from poortnormen.tijd import Weken, laatste_dag_binnen, terug_vanaf
from poortnormen.uitkomst import Mist, Nvt, Uiterlijk, mist, nvt
from poortnormen.verslag import verslag_gereed_op
from poortnormen.ziektetijd import Ziektetijd


@bepaalt("WIA-25-2", per="planafspraken")
def nakoming_van_afspraak(
    *, eerste_ziektedag: date, planafspraak: Planafspraak, nakomingen: tuple[Nakoming, ...]
) -> Uiterlijk | Mist | Nvt:
    """De dag waarop een afspraak uit het plan klaar moet zijn, en wanneer zij is nagekomen.

    Wat de een over de ander meldt, staat pas vast als die ander het bevestigt.
    """
    afspraak = planafspraak
    if afspraak.uiterlijk_op < eerste_ziektedag:
        return nvt("eerder_verzuim")
    onbevestigd = False
    for nakoming in nakomingen:
        if nakoming.kenmerk != afspraak.kenmerk:
            continue
        if nakoming.gemeld_door == afspraak.door or nakoming.is_bevestigd:
            return Uiterlijk(afspraak.uiterlijk_op, nakoming.gedaan_op)
        onbevestigd = True
    if onbevestigd:
        return mist("nakomingen", mogelijk=(("niet bevestigd", afspraak.uiterlijk_op),))
    return Uiterlijk(afspraak.uiterlijk_op)


@bepaalt("WIA-25-3")
def uiterste_dag_reintegratieverslag(
    *,
    ziektetijd: Ziektetijd,
    laatste_dag_wachttijd: date,
    einde_vrijwillige_verlenging: date | None,
    verkorte_wachttijd_verzoeken: tuple[VerkorteWachttijdverzoek, ...],
    verkorte_wachttijd_besluit: VerkorteWachttijdbesluit | None,
    dienstverband: Dienstverband | None,
    is_eigenrisicodrager: bool | None,
    aow_datum: date | None,
    stukken: tuple[Stuk, ...],
    afschriften: tuple[Afschrift, ...],
    termijn_verslag: Weken,
) -> Uiterlijk | Mist | Nvt:
    """De laatste dag voor het verslag, en wanneer het klaar was én de werknemer een afschrift had."""
    dag = terug_vanaf(dag=laatste_dag_wachttijd, termijn=termijn_verslag)
    gereed = verslag_gereed_op(stukken, afschriften, vanaf=ziektetijd.eerste_ziektedag)
    if is_verkort(verkorte_wachttijd_besluit):
        return nvt("verkorte_wachttijd")
    is_verlengd = einde_vrijwillige_verlenging is not None and einde_vrijwillige_verlenging > laatste_dag_wachttijd
    if is_verlengd or is_aow_voor_wia(laatste_dag_wachttijd, aow_datum):
        return nvt("verlengd" if is_verlengd else "aow")
    uit_dienst = einde_dienstverband(dienstverband)
    if uit_dienst is not None and uit_dienst < dag and not is_eigenrisicodrager:
        if is_eigenrisicodrager is None:
            return mist("is_eigenrisicodrager", mogelijk=(("ja", dag),))
        return nvt("uit_dienst")
    if gereed is None and loopt_verzoek(verkorte_wachttijd_verzoeken, verkorte_wachttijd_besluit):
        return mist("verkorte_wachttijd_besluit", mogelijk=(("geweigerd", dag),))
    return Uiterlijk(dag, gereed)


@bepaalt("WIA-25-8")
def uiterste_dag_aanvulling_verslag(
    *,
    bericht_onvolledig_verslag: OnvolledigBericht | None,
    verslag_aangevuld_op: date | None,
    termijn_aanvulling: Weken,
) -> Uiterlijk | Nvt:
    """De dag die UWV noemt om het verslag aan te vullen, en anders de week die UWV meestal geeft."""
    bericht = bericht_onvolledig_verslag
    if bericht is None:
        return nvt("geen_bericht")
    dag = bericht.uiterste_dag or laatste_dag_binnen(na=bericht.gedagtekend_op, termijn=termijn_aanvulling)
    aangevuld = verslag_aangevuld_op
    if aangevuld is not None and aangevuld < bericht.gedagtekend_op:
        aangevuld = None
    return Uiterlijk(dag, aangevuld)
