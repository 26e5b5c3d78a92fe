"""Artikel 25, negende tot en met elfde lid, en artikel 43: de loonsanctie, het besluit daarover en het loon."""

from datetime import date

from poortnormen.bronnen.wia.regels.klok import (
    einde_dienstverband,
    einde_wacht_of_verlenging,
    is_aow_voor_wia,
    is_verkort,
)
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.uwv import Toetsbesluit
from poortnormen.feiten.verzuim import Verlof
from poortnormen.feiten.wachttijd import VerkorteWachttijdbesluit
from poortnormen.norm import bepaalt
from poortnormen.tijd import (
    EEN_DAG,
    Dagen,
    Periode,
    Weken,
    dagen_later,
    laatste_dag_van,
    terug_vanaf,
)
from poortnormen.uitkomst import (
    Mist,
    NietVanToepassing,
    Nvt,
    Onbekend,
    Uiterlijk,
    Uitkomst,
    Vastgesteld,
    WaardeOntbreekt,
    mist,
    nvt,
)
from poortnormen.ziektetijd import Onderbreking, Onderbrekingsgrond, Ziektetijd, voeg_samen


@bepaalt("WIA-25-10")
def uiterste_dag_loonsanctiebesluit(
    *,
    ziektetijd: Ziektetijd,
    laatste_dag_voor_loonsanctie: date,
    wia_aanvraag_op: date | None,
    vertraging_wia_aanvraag: Dagen,
    toetsbesluit: Toetsbesluit | None,
    termijn_loonsanctiebesluit: Weken,
) -> Uiterlijk | Mist | Nvt:
    """De laatste dag waarop UWV bij een tijdige aanvraag over een loonsanctie beslist, als die nog kan."""
    if vertraging_wia_aanvraag.aantal:
        return nvt("aanvraag_te_laat")
    dag = terug_vanaf(dag=laatste_dag_voor_loonsanctie, termijn=termijn_loonsanctiebesluit)
    if ziektetijd.in_dit_verzuim(wia_aanvraag_op) is None:
        return mist("wia_aanvraag_op", mogelijk=(("op tijd", dag),))
    return Uiterlijk(dag, _besloten_op(ziektetijd, toetsbesluit))


@bepaalt("WIA-25-11")
def laatste_dag_voor_loonsanctie(
    *,
    laatste_dag_wachttijd: date,
    einde_vrijwillige_verlenging: date | None,
    verkorte_wachttijd_besluit: VerkorteWachttijdbesluit | None,
    vertraging_wia_aanvraag: Dagen,
    dienstverband: Dienstverband | None,
) -> date | Nvt:
    """De laatste dag waarop UWV nog een loonsanctie kan opleggen: het einde van de tijd met loon zonder sanctie.

    Zonder re-integratieverslag of zonder dienstverband valt er geen loon te verlengen.
    """
    if is_verkort(verkorte_wachttijd_besluit):
        return nvt("verkorte_wachttijd")
    uit_dienst = einde_dienstverband(dienstverband)
    if uit_dienst is not None and uit_dienst < laatste_dag_wachttijd:
        return nvt("uit_dienst")
    einde = einde_wacht_of_verlenging(laatste_dag_wachttijd, einde_vrijwillige_verlenging)
    return dagen_later(einde, vertraging_wia_aanvraag.aantal)


@bepaalt("WIA-25-10-2")
def uiterste_dag_loonsanctiebesluit_na_vertraging(
    *,
    ziektetijd: Ziektetijd,
    laatste_dag_voor_loonsanctie: date,
    wia_aanvraag_op: date | None,
    vertraging_wia_aanvraag: Dagen,
    toetsbesluit: Toetsbesluit | None,
    termijn_loonsanctiebesluit: Weken,
) -> Uiterlijk | Mist | Nvt:
    """De laatste dag waarop UWV na een late aanvraag over een loonsanctie beslist."""
    if ziektetijd.in_dit_verzuim(wia_aanvraag_op) is None:
        return mist("wia_aanvraag_op") if ziektetijd.hersteld_op is None else nvt("hersteld")
    if not vertraging_wia_aanvraag.aantal:
        return nvt("aanvraag_op_tijd")
    dag = terug_vanaf(dag=laatste_dag_voor_loonsanctie, termijn=termijn_loonsanctiebesluit)
    return Uiterlijk(dag, _besloten_op(ziektetijd, toetsbesluit))


@bepaalt("WIA-25-9")
def langste_loonsanctie(
    *,
    ziektetijd: Ziektetijd,
    laatste_dag_voor_loonsanctie: Uitkomst,
    toetsbesluit: Toetsbesluit | None,
    loonsanctie_ingetrokken_op: date | None,
    duur_loonsanctie: Weken,
) -> Uiterlijk | Mist | Nvt:
    """De eerste en de laatste dag van de loonsanctie als er niets wordt hersteld; nooit langer dan 52 weken.

    Noemt UWV zelf een eerdere laatste dag, dan geldt die.

    Raises:
        WaardeOntbreekt: als het einde van de tijd met loon niet is uit te rekenen.
    """
    if toetsbesluit is None or not toetsbesluit.is_loonsanctie:
        return nvt("geen_loonsanctie")
    besloten = ziektetijd.in_dit_verzuim(toetsbesluit.besluit_op)
    if besloten is None:
        return nvt("geen_loonsanctie")
    if loonsanctie_ingetrokken_op is not None and loonsanctie_ingetrokken_op >= besloten:
        return nvt("ingetrokken")
    match laatste_dag_voor_loonsanctie:
        case Vastgesteld(waarde=date() as dag):
            return _sanctie_na(dag, toetsbesluit.einde, duur_loonsanctie)
        case Onbekend(ontbreekt=ontbreekt, mogelijk=mogelijk, werkt_door=werkt_door):
            sancties = (
                (antwoord, _sanctie_na(dag, toetsbesluit.einde, duur_loonsanctie))
                for antwoord, dag in mogelijk
                if isinstance(dag, date)
            )
            return mist(*ontbreekt, mogelijk=tuple(sancties), werkt_door=werkt_door)
        case NietVanToepassing():
            return nvt("kan_niet")
        case _:
            raise WaardeOntbreekt("laatste_dag_voor_loonsanctie")


def _sanctie_na(laatste_loondag: date, genoemd: date | None, duur: Weken) -> Uiterlijk:
    eerste = laatste_loondag + EEN_DAG
    laatste = laatste_dag_van(vanaf=eerste, duur=duur)
    if genoemd is not None:
        laatste = min(laatste, max(genoemd, laatste_loondag))
    return Uiterlijk(laatste, vroegste_dag=eerste)


@bepaalt("WIA-25-9-2")
def loonsanctie_met_verlof(*, langste_loonsanctie: Uiterlijk, verloven: tuple[Verlof, ...]) -> Uiterlijk | Nvt:
    """De eerste en de laatste dag van de loonsanctie als er zwangerschaps- of bevallingsverlof in valt.

    Raises:
        FeitOntbreekt: als van dat verlof de laatste dag niet bekend is.
    """
    eerste, laatste = langste_loonsanctie.vroegste_dag, langste_loonsanctie.dag
    if eerste is None:
        return nvt("geen_verlof")
    verlof = voeg_samen(
        Onderbreking(Periode(max(v.vanaf, eerste), v.tot_en_met), Onderbrekingsgrond.VERLOF)
        for v in verloven
        if v.tot_en_met is None or v.tot_en_met >= eerste
    )
    telling = Ziektetijd(eerste, verlof)
    verschoven = telling.dag((laatste - eerste).days)
    return nvt("geen_verlof") if verschoven == laatste else Uiterlijk(verschoven, vroegste_dag=telling.dag(0))


@bepaalt("WIA-43-b")
def laatste_dag_loonperiode(
    *,
    laatste_dag_wachttijd: date,
    laatste_dag_voor_loonsanctie: date | None,
    einde_loonsanctie: date | None,
    dienstverband: Dienstverband | None,
    is_loon_alleen_uit_ander_dienstverband: bool | None,
    aow_datum: date | None,
) -> date | Nvt:
    """De laatste dag zonder WIA: van de wachttijd, of van de tijd met loon die door verlenging of sanctie langer is.

    Eindigt het dienstverband in die langere tijd, dan eindigt zij daar.
    """
    if is_aow_voor_wia(laatste_dag_wachttijd, aow_datum):
        return nvt("aow")
    if is_loon_alleen_uit_ander_dienstverband:
        return laatste_dag_wachttijd
    laatste = einde_loonsanctie or laatste_dag_voor_loonsanctie or laatste_dag_wachttijd
    uit_dienst = einde_dienstverband(dienstverband)
    return laatste if uit_dienst is None else max(laatste_dag_wachttijd, min(laatste, uit_dienst))


def _besloten_op(ziektetijd: Ziektetijd, toetsbesluit: Toetsbesluit | None) -> date | None:
    return None if toetsbesluit is None else ziektetijd.in_dit_verzuim(toetsbesluit.besluit_op)
