"""Artikel 4, derde en vierde lid: afschriften van het plan, gesprekken met de bedrijfsarts en zijn advies."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from poortnormen.bronnen.procesgang.regels.plan import PLANNEN
from poortnormen.feiten.begeleiding import Advies, Consult
from poortnormen.feiten.stukken import Afschrift, Stuk
from poortnormen.norm import bepaalt
from poortnormen.uitkomst import Mist, Nvt, Onverwijld, mist, nvt


@bepaalt("PRG-4-3", per="stukken")
def afschriften_van_plan(
    *,
    eerste_ziektedag: date,
    stuk: Stuk,
    stukken: tuple[Stuk, ...],
    afschriften: tuple[Afschrift, ...],
    ontvangers_van_plan: Sequence[Sequence[str]],
) -> Onverwijld | Nvt:
    """Of werknemer, begeleider en bedrijfsarts of arbodienst een afschrift van een plan kregen, en wanneer de laatste.

    Een afschrift hoort bij de laatste versie die er op die dag van die soort was.
    """
    if stuk.soort not in PLANNEN:
        return nvt("geen_plan")
    if stuk.opgesteld_op < eerste_ziektedag:
        return nvt("eerder_verzuim")
    later = [ander.opgesteld_op for ander in stukken if ander.soort == stuk.soort]
    volgende = min((dag for dag in later if dag > stuk.opgesteld_op), default=date.max)
    gekregen: dict[str, date] = {
        afschrift.ontvanger: afschrift.verstrekt_op
        for afschrift in sorted(afschriften, key=lambda a: a.verstrekt_op, reverse=True)
        if afschrift.soort == stuk.soort and stuk.opgesteld_op <= afschrift.verstrekt_op < volgende
    }
    return _aan_allen(stuk.opgesteld_op, gekregen, ontvangers_van_plan)


@bepaalt("PRG-4-4", per="consulten")
def advies_na_consult(
    *,
    eerste_ziektedag: date,
    consult: Consult,
    adviezen: tuple[Advies, ...],
    ontvangers_van_advies: Sequence[Sequence[str]],
) -> Onverwijld | Mist | Nvt:
    """Of beide partijen advies kregen als het verloop volgens de bedrijfsarts een ander plan nodig maakt."""
    if consult.gehouden_op < eerste_ziektedag:
        return nvt("eerder_verzuim")
    if consult.is_ander_plan_nodig is None:
        return mist("consulten")
    if not consult.is_ander_plan_nodig:
        return nvt("geen_ander_plan_nodig")
    gekregen: dict[str, date] = {}
    for advies in sorted(adviezen, key=lambda a: a.gegeven_op):
        if advies.gegeven_op >= consult.gehouden_op:
            for ontvanger in advies.aan:
                gekregen.setdefault(ontvanger, advies.gegeven_op)
    return _aan_allen(consult.gehouden_op, gekregen, ontvangers_van_advies)


def _aan_allen(vanaf: date, gekregen: Mapping[str, date], ontvangers: Iterable[Sequence[str]]) -> Onverwijld:
    """Wanneer de laatste van de ontvangers iets kreeg; een ontvanger kan uit meer namen bestaan, één is genoeg."""
    dagen: list[date] = []
    nog_aan: list[str] = []
    for namen in ontvangers:
        eerste = min((gekregen[naam] for naam in namen if naam in gekregen), default=None)
        if eerste is None:
            nog_aan.append(namen[0])
        else:
            dagen.append(eerste)
    return Onverwijld(vanaf, gedaan_op=None if nog_aan else max(dagen), nog_aan=tuple(nog_aan))
