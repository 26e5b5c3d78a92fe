"""Artikel 4, tweede lid, onderdeel b: evalueren, met vaste regelmaat en aan het einde van het eerste ziektejaar."""

from datetime import date

from poortnormen.bronnen.procesgang.werkgever import neemt_uwv_over
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.stukken import Stuk, Stuksoort
from poortnormen.norm import bepaalt
from poortnormen.tijd import Weken, laatste_dag_binnen
from poortnormen.uitkomst import Mist, Nvt, Uiterlijk, nvt
from poortnormen.ziektetijd import Ziektetijd

GESPREKKEN = frozenset(
    {
        Stuksoort.PLAN_VAN_AANPAK,
        Stuksoort.BIJSTELLING,
        Stuksoort.EVALUATIE,
        Stuksoort.EERSTEJAARSEVALUATIE,
        Stuksoort.EINDEVALUATIE,
    }
)


@bepaalt("PRG-4-2b-2")
def uiterste_dag_eerstejaarsevaluatie(
    *,
    ziektetijd: Ziektetijd,
    stukken: tuple[Stuk, ...],
    heeft_mogelijkheden: bool | None,
    dienstverband: Dienstverband | None,
    is_eigenrisicodrager: bool | None,
    aow_datum: date | None,
    duur_eerste_ziektejaar: Weken,
    weken_tot_venster_eerstejaarsevaluatie: Weken,
) -> Uiterlijk | Mist | Nvt:
    """De laatste dag van het eerste ziektejaar, met de dag waarop de evaluatie al zin heeft (een gewoonte).

    Wat eerder is gemaakt, kijkt niet terug op het eerste ziektejaar en telt niet.
    """
    dag = ziektetijd.laatste_dag_van(duur_eerste_ziektejaar)
    venster = ziektetijd.na(weken_tot_venster_eerstejaarsevaluatie)
    gehouden = [s.opgesteld_op for s in stukken if s.soort is Stuksoort.EERSTEJAARSEVALUATIE]
    gehouden_op = min((op for op in gehouden if op >= venster), default=None)
    if gehouden_op is not None:
        return Uiterlijk(dag, gedaan_op=gehouden_op, vroegste_dag=venster)
    if aow_datum is not None and aow_datum <= dag:
        return nvt("aow")
    overgenomen = neemt_uwv_over(dag, dienstverband, is_eigenrisicodrager=is_eigenrisicodrager)
    if overgenomen is not None:
        return overgenomen
    if heeft_mogelijkheden is False:
        return nvt("geen_mogelijkheden")
    return Uiterlijk(dag, vroegste_dag=venster)


@bepaalt("PRG-4-2b-3")
def volgende_bespreking(
    *,
    eerste_ziektedag: date,
    stukken: tuple[Stuk, ...],
    laatste_dag_wachttijd: date,
    dienstverband: Dienstverband | None,
    is_eigenrisicodrager: bool | None,
    aow_datum: date | None,
    tijd_tussen_besprekingen: Weken,
) -> date | Mist | Nvt:
    """De dag waarop het plan volgens het advies van UWV weer wordt besproken."""
    gesprekken = [s.opgesteld_op for s in stukken if s.soort in GESPREKKEN and s.opgesteld_op >= eerste_ziektedag]
    if not gesprekken:
        return nvt("nog_geen_plan")
    dag = laatste_dag_binnen(na=max(gesprekken), termijn=tijd_tussen_besprekingen)
    if aow_datum is not None and aow_datum <= dag:
        return nvt("aow")
    if dag > laatste_dag_wachttijd:
        return nvt("na_wachttijd")
    overgenomen = neemt_uwv_over(dag, dienstverband, is_eigenrisicodrager=is_eigenrisicodrager)
    return dag if overgenomen is None else overgenomen
