"""Of iemand ziek uit dienst gaat: gedeeld door de meldingen en het ziekengeld."""

from datetime import date

from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.uitkomst import Mist, Nvt, mist, nvt
from poortnormen.ziektetijd import Ziektetijd


def _is_ziek_op(ziektetijd: Ziektetijd, dag: date) -> bool:
    """Of een dag vanaf de eerste ziektedag niet in een tijd van herstel of verlof ligt."""
    if ziektetijd.hersteld_op is not None and dag >= ziektetijd.hersteld_op:
        return False
    return not any(dag in onderbreking.periode for onderbreking in ziektetijd.onderbrekingen)


def laatste_dag_ziek_uit_dienst(ziektetijd: Ziektetijd, dienstverband: Dienstverband | None) -> date | Mist | Nvt:
    """De laatste dag van het dienstverband als de werknemer dan ziek is; anders waarom niet."""
    if dienstverband is None:
        return mist("dienstverband")
    einde = dienstverband.einde
    if einde is None:
        return nvt("geen_einde")
    if einde < ziektetijd.eerste_ziektedag:
        return nvt("al_uit_dienst")
    return einde if _is_ziek_op(ziektetijd, einde) else nvt("niet_ziek")


def sinds_ziek(gedaan_op: date | None, eerste_ziektedag: date) -> date | None:
    """De dag waarop iets gebeurde, als dat voor dit verzuim was en niet voor een eerder."""
    return gedaan_op if gedaan_op is not None and gedaan_op >= eerste_ziektedag else None
