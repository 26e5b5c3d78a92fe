"""Welke dag geldt als werkgever en werknemer samen van een termijn zijn afgeweken: gedeeld door tijdlijn en toets."""

from collections.abc import Iterable, Iterator
from datetime import date

from poortnormen.uitkomst import AndereDag, Uitkomst, Vastgesteld


def afspraken_over(norm: str, uitkomsten: Iterable[Uitkomst]) -> list[AndereDag]:
    """De afspraken over een norm, op de volgorde waarin zij zijn gemaakt."""
    gemaakt = [u.waarde for u in uitkomsten if isinstance(u, Vastgesteld) and isinstance(u.waarde, AndereDag)]
    return sorted((een for een in gemaakt if een.norm == norm), key=lambda een: een.afgesproken_op)


def gewogen(wettelijk: date, afspraken: Iterable[AndereDag]) -> Iterator[tuple[AndereDag, bool]]:
    """Elke afspraak met of zij telt: alleen als de dag die zij verzet toen nog niet voorbij was."""
    dag = wettelijk
    for afspraak in afspraken:
        telt = afspraak.afgesproken_op <= dag
        dag = afspraak.dag if telt else dag
        yield afspraak, telt


def geldende_dag(wettelijk: date, afspraken: Iterable[AndereDag]) -> date:
    """De dag die geldt: die van de laatste afspraak die telt, en anders die uit de regels."""
    return [wettelijk, *(afspraak.dag for afspraak, telt in gewogen(wettelijk, afspraken) if telt)][-1]
