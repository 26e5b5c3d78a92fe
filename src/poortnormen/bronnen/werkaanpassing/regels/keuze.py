"""B3: bedenken, beoordelen en kiezen. Kiezen doen de twee partijen; de begeleider brengt hoogstens ideeën in."""

from collections.abc import Iterator
from dataclasses import replace

from poortnormen.bronnen.werkaanpassing.bevinding import Bevinding
from poortnormen.bronnen.werkaanpassing.knelpunten import Gesprek
from poortnormen.bronnen.werkaanpassing.oplossingen import Keuzeformulier, Oplossing, Waardering
from poortnormen.bronnen.werkaanpassing.regels.knelpunten import rangorde
from poortnormen.bronnen.werkaanpassing.soorten import DEELNEMERS, PARTIJEN, Categorie, Duur, Fase, Rol, Score, Wijze
from poortnormen.norm import regelt

# Alleen voor een voorstel van volgorde; nooit als uitslag.
GETAL = {Score.MIN: -1, Score.PLUSMIN: 0, Score.PLUS: 1, Score.PLUS_PLUS: 2, Score.PLUS_PLUS_PLUS: 3}

BIJ_OPLOSSING = {
    "prioriteit_ontbreekt": "oplossing_zonder_prioriteit",
    "prioriteit_dubbel": "oplossing_prioriteit_dubbel",
    "prioriteit_met_gat": "oplossing_prioriteit_met_gat",
}


def gekozen(oplossing: Oplossing) -> bool:
    """Of beide partijen deze oplossing kiezen; wat de begeleider vindt, telt niet."""
    return set(PARTIJEN) <= set(oplossing.akkoord)


@regelt("WAP-B3-04")
def bijeenkomst_b3(*, gesprek: Gesprek) -> Iterator[Bevinding]:
    """De drie deelnemers zijn er, op de werkplek; mist een partij, dan kan er nog niets worden gekozen."""
    for rol in DEELNEMERS:
        if rol not in gesprek.aanwezig:
            yield Bevinding("afwezig_bij_b3", rol)
    if gesprek.wijze is not Wijze.WERKPLEK and not gesprek.reden.strip():
        yield Bevinding("b3_niet_op_werkplek")


def eigen_lijst(
    *, formulier: Keuzeformulier, knelpunten: tuple[str, ...], oplossingen_per_partij: int
) -> Iterator[Bevinding]:
    """Elke partij bedenkt bij elk knelpunt zelf een paar oplossingen."""
    for knelpunt in knelpunten:
        for partij in PARTIJEN:
            if _aantal(formulier, knelpunt, partij) < oplossingen_per_partij:
                yield Bevinding("weinig_eigen_oplossingen", f"{knelpunt}/{partij}")


def _aantal(formulier: Keuzeformulier, knelpunt: str, partij: Rol) -> int:
    return sum(
        oplossing.aangedragen_door is partij
        for waardering in formulier.waarderingen
        if waardering.knelpunt == knelpunt
        for oplossing in waardering.oplossingen
    )


@regelt("WAP-4.3-08")
def begeleider_wacht(*, formulier: Keuzeformulier) -> Iterator[Bevinding]:
    """De begeleider brengt pas iets in als beide partijen bij dat knelpunt zelf iets bedachten, en klaar zijn."""
    for waardering in formulier.waarderingen:
        for oplossing in waardering.oplossingen:
            if oplossing.aangedragen_door is Rol.PROCESBEGELEIDER and (
                not set(PARTIJEN) <= set(formulier.klaar)
                or not all(_aantal(formulier, waardering.knelpunt, partij) for partij in PARTIJEN)
            ):
                yield Bevinding("begeleider_te_vroeg", oplossing.id)


@regelt("WAP-B3-21", "WAP-4.3-02")
def wie_kiest(*, formulier: Keuzeformulier) -> Iterator[Bevinding]:
    """Akkoord geven alleen de twee partijen; een idee van de begeleider kunnen zij kiezen."""
    for oplossing in formulier.oplossingen():
        for rol in oplossing.akkoord:
            if rol not in PARTIJEN:
                yield Bevinding("ander_kiest", oplossing.id, {"rol": rol})


@regelt("WAP-B3-19")
def eerst_bedenken(*, formulier: Keuzeformulier) -> Iterator[Bevinding]:
    """Tijdens het bedenken wordt nog niets beoordeeld."""
    if formulier.fase is not Fase.BEDENKEN:
        return
    for waardering in formulier.waarderingen:
        if any((waardering.effectief, waardering.bestaat, waardering.haalbaar)):
            yield Bevinding("te_vroeg_beoordeeld", _plek(waardering))


@regelt("WAP-B3-07")
def zichtbare_oplossingen(*, formulier: Keuzeformulier, lezer: Rol) -> tuple[str, ...]:
    """Welke oplossingen een lezer ziet: tot beide partijen klaar zijn, alleen zijn eigen lijst."""
    open_ = set(PARTIJEN) <= set(formulier.klaar)
    return tuple(
        deel.id
        for deel in formulier.oplossingen()
        if (open_ and lezer in {*PARTIJEN, Rol.PROCESBEGELEIDER})
        or lezer is Rol.PROCESBEGELEIDER
        or (lezer in PARTIJEN and deel.aangedragen_door is lezer)
    )


@regelt("WAP-B3-25", "WAP-7.3-06", "WAP-7.3-07")
def rangorde_oplossingen(*, formulier: Keuzeformulier) -> Iterator[Bevinding]:
    """Rangnummers lopen over het hele formulier; een bundel heeft er een, en de volgorde van de rijen is vrij."""
    if any(waardering.prioriteit is not None for waardering in formulier.waarderingen):
        rangen = ((_plek(waardering), waardering.prioriteit) for waardering in formulier.waarderingen)
        for deel in rangorde(rangen):
            yield Bevinding(BIJ_OPLOSSING[deel.code], deel.plek, deel.gegevens)


@regelt("WAP-B3-24", "WAP-B3-23")
def scores(*, formulier: Keuzeformulier) -> Iterator[Bevinding]:
    """Elk criterium heeft een van de zes scores; een vraagteken vraagt om uit te zoeken hoe het zit."""
    for waardering in formulier.waarderingen:
        drie = {
            "effectief": waardering.effectief,
            "bestaat": waardering.bestaat,
            "haalbaar": waardering.haalbaar,
        }
        origineel = waardering.scores_origineel or ("", "", "")
        for (naam, score), stond in zip(drie.items(), origineel, strict=True):
            if score is None and stond:
                yield Bevinding("score_buiten_schaal", f"{_plek(waardering)}/{naam}", {"stond": stond})
            elif score is None:
                yield Bevinding("score_ontbreekt", f"{_plek(waardering)}/{naam}")
            elif score is Score.ONBEKEND:
                yield Bevinding("score_onbekend", f"{_plek(waardering)}/{naam}")


@regelt("WAP-4.4-03")
def voorstel_volgorde(*, formulier: Keuzeformulier) -> tuple[tuple[str, ...], ...]:
    """De rijen van meest naar minst belovend; wat gelijk is, staat bij elkaar.

    Telt de scores op, en zet bij gelijke som voorop wat de oorzaak wegneemt en snel kan. Een vraagteken telt niet mee.
    """
    gewogen = [(_som(waardering), _plek(waardering)) for waardering in formulier.waarderingen]
    return tuple(
        tuple(plek for som, plek in gewogen if som == niveau)
        for niveau in sorted({som for som, _ in gewogen}, reverse=True)
    )


def _som(waardering: Waardering) -> tuple[int, bool]:
    punten = sum(
        GETAL.get(score, 0) for score in (waardering.effectief, waardering.bestaat, waardering.haalbaar) if score
    )
    return punten, all(deel.pakt_bron_aan and deel.korte_termijn for deel in waardering.oplossingen)


@regelt("WAP-B3-09")
def gewogen_keuze(*, formulier: Keuzeformulier) -> Iterator[Bevinding]:
    """Een gekozen oplossing is op minstens een criterium gewogen, en naar gevolgen voor anderen is gekeken."""
    for waardering in formulier.waarderingen:
        for oplossing in filter(gekozen, waardering.oplossingen):
            if not any((waardering.effectief, waardering.bestaat, waardering.haalbaar)):
                yield Bevinding("gekozen_zonder_score", oplossing.id)
            if not oplossing.gevolgen_werkproces.strip() or not oplossing.gevolgen_collegas.strip():
                yield Bevinding("gevolgen_niet_bekeken", oplossing.id)


@regelt("WAP-B3-12")
def tijdelijk_of_blijvend(*, formulier: Keuzeformulier) -> Iterator[Bevinding]:
    """Van elke gekozen oplossing staat vast of zij tijdelijk of blijvend is, en wat tijdelijk is heeft een einddag."""
    for oplossing in filter(gekozen, formulier.oplossingen()):
        if oplossing.duur is None:
            yield Bevinding("duur_ontbreekt", oplossing.id)
        elif oplossing.duur is Duur.TIJDELIJK and oplossing.tot_en_met is None:
            yield Bevinding("einddag_ontbreekt", oplossing.id)


@regelt("WAP-B3-08", "WAP-B3-20")
def keuze_per_knelpunt(*, formulier: Keuzeformulier, knelpunten: tuple[str, ...]) -> Iterator[Bevinding]:
    """Bij elk knelpunt is een oplossing of meer gekozen, of er staat waarom niet."""
    met_reden = {deel.knelpunt for deel in formulier.zonder_keuze if deel.reden.strip()}
    for knelpunt in knelpunten:
        passend = [waardering for waardering in formulier.waarderingen if waardering.knelpunt == knelpunt]
        if knelpunt not in met_reden and not any(gekozen(deel) for rij in passend for deel in rij.oplossingen):
            yield Bevinding("niets_gekozen", knelpunt)


@regelt("WAP-B-08", "WAP-B-09")
def overeenstemming(*, formulier: Keuzeformulier) -> Iterator[Bevinding]:
    """Kiest een partij iets dat de ander nog niet kiest, dan is er nog geen overeenstemming."""
    for oplossing in formulier.oplossingen():
        mist = [partij for partij in PARTIJEN if partij not in oplossing.akkoord]
        if len(mist) == 1:
            yield Bevinding("geen_overeenstemming", f"{oplossing.id}/{mist[0]}")


@regelt("WAP-7.3-09")
def aantal_gekozen(*, formulier: Keuzeformulier, oplossingen_hoogstens: int) -> Iterator[Bevinding]:
    """Meer dan een handvol gekozen oplossingen is meer dan de methode bedoelt."""
    aantal = sum(map(gekozen, formulier.oplossingen()))
    if aantal > oplossingen_hoogstens:
        yield Bevinding("veel_gekozen", "", {"aantal": aantal, "hoogstens": oplossingen_hoogstens})


@regelt("WAP-4.3-12")
def aandeel_begeleider(*, formulier: Keuzeformulier) -> Iterator[Bevinding]:
    """Komt meer dan de helft van de gekozen oplossingen van de begeleider, dan neemt hij het werk over."""
    alle = [deel for deel in formulier.oplossingen() if gekozen(deel)]
    van_begeleider = sum(deel.aangedragen_door is Rol.PROCESBEGELEIDER for deel in alle)
    if 2 * van_begeleider > len(alle):
        yield Bevinding("begeleider_draagt_oplossingen", "", {"aantal": van_begeleider, "van": len(alle)})


@regelt("WAP-2-06")
def inbreng_werknemer(*, formulier: Keuzeformulier) -> tuple[int, int]:
    """Hoeveel van de gekozen oplossingen de werknemer aandroeg, en hoeveel er zijn gekozen."""
    alle = [deel for deel in formulier.oplossingen() if gekozen(deel)]
    return sum(deel.aangedragen_door is Rol.WERKNEMER for deel in alle), len(alle)


@regelt("WAP-B3-10", "WAP-4.1-04")
def akkoord_na_wijziging(*, eerder: Waardering, nu: Waardering, door: Rol) -> tuple[tuple[Rol, ...], ...]:
    """Wie na een wijziging nog akkoord is, per oplossing: alleen wie haar zelf maakte; zonder wijziging iedereen.

    De ander moet opnieuw bevestigen. Zo kan niemand iets veranderen waar de ander al ja op zei.
    """
    oud = {oplossing.id: oplossing for oplossing in eerder.oplossingen}
    zelfde_rij = _rij(eerder) == _rij(nu)
    return tuple(_akkoord(oud.get(deel.id), deel, door, zelfde_rij=zelfde_rij) for deel in nu.oplossingen)


def _akkoord(eerder: Oplossing | None, nu: Oplossing, door: Rol, *, zelfde_rij: bool) -> tuple[Rol, ...]:
    if eerder is None:
        return ()
    if zelfde_rij and replace(eerder, akkoord=()) == replace(nu, akkoord=()):
        return eerder.akkoord
    return tuple(rol for rol in eerder.akkoord if rol is door)


def _rij(waardering: Waardering) -> Waardering:
    return replace(waardering, oplossingen=())


@regelt("WAP-4.4-01")
def is_werkaanpassing(*, oplossing: Oplossing) -> bool:
    """Of een oplossing het werk zelf verandert; zonder aspect is zij een overige actie, en ook die mag."""
    return bool(oplossing.aspecten)


@regelt("WAP-4.4-10", "WAP-4.4-02", "WAP-4.4-04", "WAP-4.4-05", "WAP-4.4-06", "WAP-4.4-07", "WAP-4.4-08", "WAP-4.4-09")
def telling_per_categorie(*, oplossingen: tuple[Oplossing, ...]) -> dict[str, int]:
    """Hoeveel oplossingen in elk van de zes groepen vallen; zonder groep is 'niet ingedeeld'."""
    telling = {str(categorie): 0 for categorie in Categorie} | {"niet_ingedeeld": 0}
    for oplossing in oplossingen:
        telling[oplossing.categorie or "niet_ingedeeld"] += 1
    return telling


@regelt("WAP-B3-01")
def poort_naar_plan(
    *, formulier: Keuzeformulier, knelpunten: tuple[str, ...], oplossingen_per_partij: int
) -> Iterator[Bevinding]:
    """Wat aan de keuze mist voordat het plan vast kan staan."""
    yield from eigen_lijst(formulier=formulier, knelpunten=knelpunten, oplossingen_per_partij=oplossingen_per_partij)
    yield from keuze_per_knelpunt(formulier=formulier, knelpunten=knelpunten)
    yield from overeenstemming(formulier=formulier)
    yield from wie_kiest(formulier=formulier)
    yield from tijdelijk_of_blijvend(formulier=formulier)
    yield from gewogen_keuze(formulier=formulier)


def _plek(waardering: Waardering) -> str:
    return "+".join(deel.id for deel in waardering.oplossingen)
