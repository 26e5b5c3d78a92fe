"""What lists show of a dossier: a projection of the last judgement, that sorts and filters in the database."""

from datetime import date

from poortnormen.beoordeling import Beoordeling as KernBeoordeling
from poortnormen.catalogus import catalogus
from poortnormen.kortbeeld import kort_van
from poortnormen.tijd import EEN_DAG
from poortnormen.tijdlijn import Moment
from poortnormen.uitkomst import Stand, vroegste
from poortwijzer.dossiers.models import Dossier
from poortwijzer.dossiers.verloop import verloop

LIJSTVELDEN = (
    "verzuimstand",
    "eerste_ziektedag",
    "niet_meetellende_dagen",
    "eerstvolgende_norm",
    "eerstvolgende_dag",
    "eerstvolgende_status",
    "aantal_te_laat",
    "oordeel",
    "zwakste_norm",
    "kantelpunt",
    "risico_vanaf",
    "risico_weken",
    "loonsanctie_tot",
    "beoordeeld_op",
    "houdbaar_tot",
    "catalogusversie",
)
_KOMT_NOG = frozenset({Stand.OPEN, Stand.NADERT, Stand.TE_LAAT})


def zet_lijstvelden(
    dossier: Dossier, kern: KernBeoordeling, momenten: tuple[Moment, ...], houdbaar_tot: date | None
) -> None:
    """Set the fields of the list from a judgement; who calls stores them."""
    _zet_tijdlijn(dossier, kern, momenten)
    kort = kort_van(catalogus(), kern)
    risico = kort.loonrisico
    dossier.oordeel = kort.oordeel
    dossier.zwakste_norm = kort.zwakste.norm if kort.zwakste else ""
    dossier.kantelpunt = kort.kantelpunt
    dossier.risico_vanaf = risico.eerste_dag if risico else None
    dossier.risico_weken = risico.hoogstens.aantal if risico else 0
    dossier.loonsanctie_tot = risico.tot_en_met if risico else None
    dossier.beoordeeld_op = kern.peildatum
    # The day after the turning point another one comes, also when no outcome changes on it.
    dossier.houdbaar_tot = vroegste(houdbaar_tot, kort.kantelpunt + EEN_DAG if kort.kantelpunt else None)
    dossier.catalogusversie = kern.catalogusversie


def _zet_tijdlijn(dossier: Dossier, kern: KernBeoordeling, momenten: tuple[Moment, ...]) -> None:
    loop = verloop(catalogus(), kern)
    komend = next((m for m in momenten if m.status in _KOMT_NOG and not m.is_informatief), None)
    dossier.verzuimstand = loop.stand
    dossier.eerste_ziektedag = loop.eerste_ziektedag
    dossier.niet_meetellende_dagen = loop.niet_meetellende_dagen
    dossier.eerstvolgende_norm = komend.norm if komend else ""
    dossier.eerstvolgende_dag = komend.uiterste_dag if komend else None
    dossier.eerstvolgende_status = komend.status if komend else ""
    dossier.aantal_te_laat = sum(moment.status is Stand.TE_LAAT for moment in momenten)
