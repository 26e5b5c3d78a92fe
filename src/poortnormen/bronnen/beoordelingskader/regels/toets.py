"""Paragraaf 1 en voetnoot 2: of UWV bij dit dossier toetst."""

from datetime import date
from enum import StrEnum

from poortnormen.feiten.uwv import Toetsbesluit
from poortnormen.feiten.wachttijd import VerkorteWachttijdbesluit, VerkorteWachttijdverzoek
from poortnormen.norm import bepaalt
from poortnormen.tijd import EEN_DAG
from poortnormen.uitkomst import Mist, NietVanToepassing, Tot, Uitkomst, Vastgesteld, mist
from poortnormen.ziektetijd import Ziektetijd

GEEN_WIA_DOOR_AOW = "aow"
_ZONDER_VERSLAG_UIT_DIENST = frozenset({"korter_ziek", "voor_de_zekerheid", "niet_ziek"})


class Toetsvraag(StrEnum):
    """Of UWV toetst, en zo niet waarom."""

    JA = "ja"
    VERKORT = "verkort"
    HERSTELD = "hersteld"
    AOW = "aow"
    KORT_CONTRACT = "kort_contract"


@bepaalt("BKP-n2-03")
def komt_er_een_toets(
    *,
    peildatum: date,
    ziektetijd: Uitkomst,
    laatste_dag_voor_loonsanctie: Uitkomst,
    uiterste_dag_verslag_uit_dienst: Uitkomst,
    verkorte_wachttijd_verzoeken: tuple[VerkorteWachttijdverzoek, ...],
    verkorte_wachttijd_besluit: VerkorteWachttijdbesluit | None,
    toetsbesluit: Toetsbesluit | None,
) -> Toetsvraag | Tot | Mist:
    """Of UWV de inspanningen beoordeelt; na de laatste dag daarvoor hangt het af van wat UWV besliste."""
    besluit = verkorte_wachttijd_besluit
    if besluit is not None and besluit.einde is not None:
        return Toetsvraag.VERKORT
    if verkorte_wachttijd_verzoeken and besluit is None:
        return mist("verkorte_wachttijd_besluit")
    vervallen = _vervallen(ziektetijd, laatste_dag_voor_loonsanctie, uiterste_dag_verslag_uit_dienst)
    if vervallen is not None:
        return vervallen
    uiterlijk = _dag(laatste_dag_voor_loonsanctie)
    if uiterlijk is None or toetsbesluit is not None:
        return Toetsvraag.JA
    return Tot(Toetsvraag.JA, uiterlijk + EEN_DAG) if peildatum <= uiterlijk else mist("toetsbesluit")


def _vervallen(ziektetijd: Uitkomst, laatste_dag: Uitkomst, verslag_uit_dienst: Uitkomst) -> Toetsvraag | None:
    """Waarom er geen toets meer komt."""
    uiterlijk, hersteld_op = _dag(laatste_dag), _hersteld_op(ziektetijd)
    if hersteld_op is not None and (uiterlijk is None or hersteld_op <= uiterlijk):
        return Toetsvraag.HERSTELD
    if _reden(laatste_dag) == GEEN_WIA_DOOR_AOW:
        return Toetsvraag.AOW
    return Toetsvraag.KORT_CONTRACT if _reden(verslag_uit_dienst) in _ZONDER_VERSLAG_UIT_DIENST else None


def _hersteld_op(ziektetijd: Uitkomst) -> date | None:
    tijd = ziektetijd.waarde if isinstance(ziektetijd, Vastgesteld) else None
    return tijd.hersteld_op if isinstance(tijd, Ziektetijd) else None


def _dag(uitkomst: Uitkomst) -> date | None:
    return uitkomst.waarde if isinstance(uitkomst, Vastgesteld) and isinstance(uitkomst.waarde, date) else None


def _reden(uitkomst: Uitkomst) -> str:
    return uitkomst.reden if isinstance(uitkomst, NietVanToepassing) else ""
