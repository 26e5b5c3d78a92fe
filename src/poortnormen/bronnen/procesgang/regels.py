"""Uitwerking van de Regeling procesgang eerste en tweede ziektejaar."""

from collections.abc import Sequence
from datetime import date

from poortnormen.feiten.stukken import Afwijking
from poortnormen.norm import bepaalt
from poortnormen.tijd import Weken, laatste_dag_binnen
from poortnormen.uitkomst import AndereDag, Mist, Nvt, mist, nvt
from poortnormen.ziektetijd import Ziektetijd


@bepaalt("PRG-2-2")
def uiterste_dag_oordeel(
    *,
    eerste_ziektedag: date,
    ziektetijd: Ziektetijd,
    dreigt_langdurig_verzuim: bool | None,
    oordeel_op: date | None,
    termijn_oordeel: Weken,
) -> date | Mist | Nvt:
    """De laatste dag waarop het oordeel van de bedrijfsarts op tijd is, als langdurig verzuim dreigt."""
    dag = ziektetijd.na(termijn_oordeel)
    if dreigt_langdurig_verzuim or oordeel_op is not None:
        return dag
    if dreigt_langdurig_verzuim is None:
        return mist("dreigt_langdurig_verzuim", mogelijk=(("ja", dag),))
    return nvt("geen_langdurig_verzuim")


@bepaalt("PRG-4-1")
def uiterste_dag_plan_van_aanpak(
    *, oordeel_op: date, heeft_mogelijkheden: bool | None, termijn_plan_van_aanpak: Weken
) -> date | Mist | Nvt:
    """De laatste dag waarop het plan van aanpak op tijd is."""
    dag = laatste_dag_binnen(na=oordeel_op, termijn=termijn_plan_van_aanpak)
    if heeft_mogelijkheden is None:
        return mist("heeft_mogelijkheden", mogelijk=(("ja", dag),))
    return dag if heeft_mogelijkheden else nvt("geen_mogelijkheden")


@bepaalt("PRG-5-1", per="afwijkingen")
def afgesproken_dagen(*, afwijking: Afwijking, afwijkbare_termijnen: Sequence[str]) -> AndereDag | Nvt:
    """De norm en de dag die werkgever en werknemer samen, met reden, in plaats van de termijn hebben afgesproken."""
    if afwijking.norm not in afwijkbare_termijnen:
        return nvt("niet_afwijkbaar")
    akkoord = afwijking.akkoord_werkgever_op is not None and afwijking.akkoord_werknemer_op is not None
    if not akkoord or not afwijking.reden.strip():
        return nvt("voorstel")
    return AndereDag(afwijking.norm, afwijking.nieuwe_dag)
