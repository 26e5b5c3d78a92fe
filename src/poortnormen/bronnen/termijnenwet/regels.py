"""Uitwerking van de Algemene termijnenwet: feestdagen en het verschuiven van de laatste dag van een termijn."""

from collections.abc import Mapping, Sequence

from poortnormen.norm import bepaalt
from poortnormen.tijd import Feestdag, Periode, Termijnkalender


@bepaalt("ATW-3-1")
def kalender(
    *,
    vaste_feestdagen: Sequence[tuple[int, int, str]],
    feestdagen_rond_pasen: Sequence[tuple[int, str]],
    dag_van_koningsdag: Sequence[int],
    gelijkgestelde_dagen: Mapping[str, object],
) -> Termijnkalender:
    """De feestdagen van elk jaar, met de dagen die bij besluit zijn gelijkgesteld."""
    dagen = gelijkgestelde_dagen["dagen"]
    onderzocht = gelijkgestelde_dagen["onderzocht"]
    assert isinstance(dagen, list)
    assert isinstance(onderzocht, list)
    maand, dag, op_zondag = dag_van_koningsdag
    return Termijnkalender(
        vaste_dagen=tuple((m, d, naam) for m, d, naam in vaste_feestdagen),
        paasdagen=tuple((na, naam) for na, naam in feestdagen_rond_pasen),
        koningsdag=(maand, dag, op_zondag, "Koningsdag"),
        gelijkgesteld=tuple(Feestdag(rij["datum"], "gelijkgestelde dag", rij["zekerheid"]) for rij in dagen),
        onderzocht=tuple(Periode(vanaf, tot_en_met) for vanaf, tot_en_met in onderzocht),
    )
