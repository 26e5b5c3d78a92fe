"""Paragraaf 8: werken zonder loonwaarde duurt kort."""

from datetime import date

from poortnormen.feiten.verzuim import Hervatting
from poortnormen.norm import bepaalt
from poortnormen.tijd import Weken, laatste_dag_van
from poortnormen.uitkomst import Nvt, nvt


@bepaalt("BKP-8-13")
def laatste_dag_arbeidstherapie(
    *, eerste_ziektedag: date, hervattingen: tuple[Hervatting, ...], duur_arbeidstherapie: Weken
) -> date | Nvt:
    """De laatste dag van de laatste periode met arbeidstherapie, als die zo lang duurt als in de regel mag.

    Opvolgende hervattingen als therapie zijn samen één periode.
    """
    begin: date | None = None
    was_therapie = False
    for hervatting in sorted(hervattingen, key=lambda een: een.vanaf):
        if hervatting.vanaf < eerste_ziektedag:
            continue
        is_therapie = hervatting.is_therapeutisch and hervatting.uren_per_week > 0
        if is_therapie and not was_therapie:
            begin = hervatting.vanaf
        was_therapie = is_therapie
    return nvt("geen_therapie") if begin is None else laatste_dag_van(vanaf=begin, duur=duur_arbeidstherapie)
