"""Feiten die niet waar kunnen zijn: overlap, herstel zonder ziekte, een einde vóór het begin, een week zonder uren."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from poortnormen.feiten.koers import Hervattingsdoel
from poortnormen.feiten.loon import Loonafspraak, Loonmaatregel, Loontrede
from poortnormen.feiten.reintegratie import Planafspraak, ZichtOpTerugkeer
from poortnormen.feiten.uwv import Bekortingsverzoek, Herstelbesluit, OnvolledigBericht
from poortnormen.feiten.verzuim import EerderVerzuim, Hersteldmelding, Verlof, Ziekmelding

Genoemd = tuple[str, str, object]


def strijdig(feiten: Sequence[Genoemd]) -> Iterator[tuple[str, str]]:
    """Geef per feit dat niet kan het id en wat eraan te doen is; invoer is (id, naam, waarde)."""
    yield from _verzuim([(id_, waarde) for id_, _, waarde in feiten])
    yield from _verloven([(id_, waarde) for id_, _, waarde in feiten if isinstance(waarde, Verlof)])
    for id_, _, waarde in feiten:
        begin, einde = getattr(waarde, "begin", None), getattr(waarde, "einde", None)
        if isinstance(begin, date) and isinstance(einde, date) and einde < begin:
            yield id_, f"De laatste dag ({einde}) ligt voor de eerste ({begin}). Wissel of verbeter ze."
    yield from _loon(feiten)
    yield from _ziekte_en_herstel(feiten)
    yield from _uwv(feiten)
    yield from _reintegratie(feiten)


def _loon(feiten: Sequence[Genoemd]) -> Iterator[tuple[str, str]]:
    for id_, _, waarde in feiten:
        match waarde:
            case Loonafspraak() if waarde.uren_volle_week == 0:
                yield id_, "Een volle werkweek heeft meer dan nul uren. Laat het veld weg als u het niet weet."
            case Loontrede() if waarde.vanaf_ziektedag < 1:
                yield id_, "De eerste ziektedag heeft nummer 1. Begin daar of later."
            case Loonmaatregel() if waarde.tot_en_met is not None and waarde.tot_en_met < waarde.vanaf:
                yield id_, f"De maatregel eindigt ({waarde.tot_en_met}) voordat hij begint ({waarde.vanaf})."
            case _:
                pass


def _ziekte_en_herstel(feiten: Sequence[Genoemd]) -> Iterator[tuple[str, str]]:
    for id_, _, waarde in feiten:
        match waarde:
            case Hersteldmelding(is_betwist=False, hersteld_op_volgens_ander=date()):
                yield (
                    id_,
                    "Er staat een andere dag van herstel bij, maar de melding is niet betwist. Kies een van beide.",
                )
            case EerderVerzuim(is_er=False) if waarde.eerste_ziektedag or waarde.hersteld_op:
                yield id_, "Er was geen eerder verzuim, en toch staan er dagen bij. Haal de dagen weg of verbeter het."
            case EerderVerzuim(eerste_ziektedag=date() as eerste, hersteld_op=date() as hersteld) if hersteld <= eerste:
                yield id_, f"Het eerdere verzuim eindigt ({hersteld}) voordat het begint ({eerste}). Verbeter de dagen."
            case _:
                pass


def _uwv(feiten: Sequence[Genoemd]) -> Iterator[tuple[str, str]]:
    ontvangen: set[date] = set()
    for id_, _, waarde in feiten:
        match waarde:
            case OnvolledigBericht(uiterste_dag=date() as dag) if dag < waarde.gedagtekend_op:
                yield id_, f"De dag die UWV noemt ({dag}) ligt voor de dag van de brief. Verbeter de dagen."
            case Herstelbesluit() if waarde.besluit_op < waarde.verzoek_ontvangen_op:
                yield id_, f"UWV besliste ({waarde.besluit_op}) voordat het verzoek er was. Verbeter de dagen."
            case Bekortingsverzoek() if waarde.ontvangen_op in ontvangen:
                yield id_, f"Op {waarde.ontvangen_op} is al een melding van herstel vastgelegd. Vul die aan."
            case Bekortingsverzoek():
                ontvangen.add(waarde.ontvangen_op)
            case _:
                pass


def _reintegratie(feiten: Sequence[Genoemd]) -> Iterator[tuple[str, str]]:
    kenmerken: set[str] = set()
    for id_, _, waarde in feiten:
        match waarde:
            case Planafspraak() if waarde.kenmerk in kenmerken:
                yield (
                    id_,
                    f"Er is al een afspraak met het kenmerk '{waarde.kenmerk}'. Geef elke afspraak een eigen kenmerk.",
                )
            case Planafspraak():
                kenmerken.add(waarde.kenmerk)
                if waarde.uiterlijk_op < waarde.afgesproken_op:
                    yield (
                        id_,
                        f"De afspraak moet klaar zijn ({waarde.uiterlijk_op}) voordat zij is gemaakt. Verbeter dat.",
                    )
            case ZichtOpTerugkeer(is_er=True, tot_en_met=date() as dag) if dag < waarde.vastgesteld_op:
                yield (
                    id_,
                    f"Het zicht op terugkeer was al voorbij ({dag}) toen het werd vastgesteld. Verbeter de dagen.",
                )
            case Hervattingsdoel() if waarde.uiterlijk_op < waarde.gesteld_op:
                yield id_, f"Het doel moet gehaald zijn ({waarde.uiterlijk_op}) voordat het is gesteld. Verbeter dat."
            case Hervattingsdoel(uren_per_week=None, loonwaarde_pct=None):
                yield id_, "Een doel heeft een aantal uren per week, een loonwaarde of allebei. Vul er minstens een in."
            case _:
                pass


def _verzuim(feiten: Sequence[tuple[str, object]]) -> Iterator[tuple[str, str]]:
    """Ziek en hersteld wisselen elkaar af; opnieuw ziek op de dag van herstel sluit aan."""
    rij = sorted(
        [(waarde.hersteld_op, 0, id_) for id_, waarde in feiten if isinstance(waarde, Hersteldmelding)]
        + [(waarde.eerste_ziektedag, 1, id_) for id_, waarde in feiten if isinstance(waarde, Ziekmelding)]
    )
    is_ziek = False
    sinds: date | None = None
    for dag, is_ziekmelding, id_ in rij:
        if is_ziekmelding and is_ziek:
            yield (
                id_,
                f"Er loopt al een ziekteperiode sinds {sinds}. Leg eerst het herstel vast of vervang die melding.",
            )
        elif not is_ziekmelding and (not is_ziek or dag == sinds):
            yield (
                id_,
                f"Op {dag} liep er geen ziekteperiode. Leg eerst de ziekmelding vast of verbeter de dag.",
            )
        is_ziek, sinds = bool(is_ziekmelding), dag


def _verloven(feiten: Sequence[tuple[str, Verlof]]) -> Iterator[tuple[str, str]]:
    rij = sorted(feiten, key=lambda paar: paar[1].vanaf)
    for id_, verlof in rij:
        if verlof.tot_en_met is not None and verlof.tot_en_met < verlof.vanaf:
            yield id_, f"Het verlof eindigt ({verlof.tot_en_met}) voordat het begint ({verlof.vanaf})."
    for (_, eerste), (id_, tweede) in pairwise(rij):
        if eerste.tot_en_met is None or tweede.vanaf <= eerste.tot_en_met:
            yield id_, f"Dit verlof overlapt met het verlof vanaf {eerste.vanaf}. Verbeter de dagen."
