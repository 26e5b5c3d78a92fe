"""Of de werkgever een stap nog moet zetten, of UWV omdat het dienstverband eerder eindigt."""

from datetime import date

from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.uitkomst import Mist, Nvt, mist, nvt


def neemt_uwv_over(
    dag: date, dienstverband: Dienstverband | None, *, is_eigenrisicodrager: bool | None
) -> Mist | Nvt | None:
    """Zeg waarom een stap met deze laatste dag niet (zeker) aan de werkgever is; None als hij het wel is."""
    is_uwv = is_aan_uwv(dag, dienstverband, is_eigenrisicodrager=is_eigenrisicodrager)
    if is_uwv is None:
        return mist("is_eigenrisicodrager", mogelijk=(("ja", dag),))
    return nvt("uwv_begeleidt") if is_uwv else None


def is_aan_uwv(dag: date, dienstverband: Dienstverband | None, *, is_eigenrisicodrager: bool | None) -> bool | None:
    """Of een stap met deze laatste dag aan UWV is; None als dat van het eigenrisicodragerschap afhangt.

    Een dienstverband zonder bekende laatste dag loopt door: een einde wordt vastgelegd als het er is.
    """
    if not is_uit_dienst_op(dag, dienstverband) or is_eigenrisicodrager:
        return False
    return None if is_eigenrisicodrager is None else True


def is_uit_dienst_op(dag: date, dienstverband: Dienstverband | None) -> bool:
    """Of het dienstverband vóór een dag is geëindigd."""
    return dienstverband is not None and dienstverband.einde is not None and dienstverband.einde < dag
