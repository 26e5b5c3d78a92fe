"""De Regeling procesgang voor vangnetters zonder werkgever: UWV zet de stappen die anders de werkgever zet."""

from datetime import date

from poortnormen.bronnen.procesgang.werkgever import is_aan_uwv
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.norm import bepaalt
from poortnormen.tijd import EEN_DAG, Weken, laatste_dag_binnen
from poortnormen.uitkomst import Mist, Nvt, Tot, mist, nvt
from poortnormen.ziektetijd import Ziektetijd


@bepaalt("PRG-VN-2-1")
def uiterste_dag_oordeel_uwv(
    *,
    ziektetijd: Ziektetijd,
    dreigt_langdurig_verzuim: bool | None,
    dienstverband: Dienstverband | None,
    is_eigenrisicodrager: bool | None,
    termijn_oordeel_uwv: Weken,
) -> date | Mist | Nvt:
    """De laatste dag voor het oordeel van UWV over een zieke zonder werkgever."""
    dag = ziektetijd.na(termijn_oordeel_uwv)
    is_uwv = is_aan_uwv(dag, dienstverband, is_eigenrisicodrager=is_eigenrisicodrager)
    if is_uwv is None:
        return mist("is_eigenrisicodrager", mogelijk=(("nee", dag),))
    if not is_uwv:
        return nvt("werkgever_begeleidt")
    if dreigt_langdurig_verzuim is None:
        return mist("dreigt_langdurig_verzuim", mogelijk=(("ja", dag),))
    return dag if dreigt_langdurig_verzuim else nvt("geen_langdurig_verzuim")


@bepaalt("PRG-VN-4-1")
def uiterste_dag_plan_uwv(
    *,
    ziektetijd: Ziektetijd,
    oordeel_uwv_op: date | None,
    heeft_mogelijkheden: bool | None,
    dienstverband: Dienstverband | None,
    is_eigenrisicodrager: bool | None,
    termijn_oordeel_uwv: Weken,
    termijn_plan_uwv: Weken,
) -> date | Mist | Nvt:
    """De laatste dag voor het plan van aanpak van UWV met een zieke zonder werkgever."""
    ijkdag = oordeel_uwv_op or ziektetijd.na(termijn_oordeel_uwv)
    is_uwv = is_aan_uwv(ijkdag, dienstverband, is_eigenrisicodrager=is_eigenrisicodrager)
    if is_uwv is None:
        return mist("is_eigenrisicodrager")
    if not is_uwv:
        return nvt("werkgever_begeleidt")
    if oordeel_uwv_op is None:
        return mist("oordeel_uwv_op")
    dag = laatste_dag_binnen(na=oordeel_uwv_op, termijn=termijn_plan_uwv)
    if heeft_mogelijkheden is None:
        return mist("heeft_mogelijkheden", mogelijk=(("ja", dag),))
    return dag if heeft_mogelijkheden else nvt("geen_mogelijkheden")


@bepaalt("PRG-VN-5-1")
def einde_tijdvak_vangnet(
    *,
    peildatum: date,
    ziektetijd: Ziektetijd,
    dienstverband: Dienstverband | None,
    is_eigenrisicodrager: bool | None,
    tijdvak_herijking: Weken,
    aantal_herijkingen: int,
) -> Tot | Mist | Nvt:
    """De laatste dag van het tijdvak dat loopt; de dag erna begint de herijking van doel en aanpak."""
    is_uwv: bool | None = False
    for nummer in range(1, aantal_herijkingen + 1):
        einde = ziektetijd.laatste_dag_van(Weken(tijdvak_herijking.aantal * nummer))
        is_uwv = is_aan_uwv(einde, dienstverband, is_eigenrisicodrager=is_eigenrisicodrager)
        if is_uwv is None:
            return mist("is_eigenrisicodrager")
        if is_uwv and peildatum <= einde:
            return Tot(einde, einde + EEN_DAG)
    return nvt("geen_tijdvak_meer" if is_uwv else "werkgever_begeleidt")
