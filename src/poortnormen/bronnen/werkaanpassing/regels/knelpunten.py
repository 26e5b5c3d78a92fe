"""B2: is een knelpuntenformulier goed ingevuld, welke volgorde volgt uit de schalen, en zijn partijen het eens."""

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import inf

from poortnormen.bronnen.werkaanpassing.bevinding import Bevinding
from poortnormen.bronnen.werkaanpassing.knelpunten import Gesprek, Hoofdtaak, Knelpunt, Knelpuntenformulier, Wens
from poortnormen.bronnen.werkaanpassing.soorten import PARTIJEN, Rol, Variant, Wijze
from poortnormen.norm import regelt

AANWEZIG = {
    1: frozenset({Rol.WERKNEMER, Rol.PROCESBEGELEIDER}),
    2: frozenset({Rol.LEIDINGGEVENDE, Rol.PROCESBEGELEIDER}),
    3: frozenset({Rol.WERKNEMER, Rol.LEIDINGGEVENDE, Rol.PROCESBEGELEIDER}),
}
BEVESTIGER = {Variant.WERKNEMER: (Rol.WERKNEMER,), Variant.LEIDINGGEVENDE: (Rol.LEIDINGGEVENDE,)}


@regelt("WAP-B2-26", "WAP-B2-07", "WAP-B2-11")
def prioriteiten(*, formulier: Knelpuntenformulier) -> Iterator[Bevinding]:
    """Elk knelpunt heeft een eigen rangnummer: vanaf 1, zonder gat en zonder dubbel."""
    knelpunten = tuple(formulier.knelpunten())
    yield from rangorde((deel.id, deel.prioriteit) for deel in knelpunten)


def rangorde(rangnummers: Iterable[tuple[str, int | None]]) -> Iterator[Bevinding]:
    """Wat er mis is met een reeks rangnummers: leeg, nul, dubbel, of met een gat."""
    rij = tuple(rangnummers)
    aantal = Counter(rang for _, rang in rij if rang is not None)
    for plek, rang in rij:
        if rang is None:
            yield Bevinding("prioriteit_ontbreekt", plek)
        elif aantal[rang] > 1:
            yield Bevinding("prioriteit_dubbel", plek, {"rang": rang})
        elif rang < 1 or any(eerder not in aantal for eerder in range(1, rang)):
            yield Bevinding("prioriteit_met_gat", plek, {"rang": rang})


@regelt("WAP-B2-24")
def frequentie(*, formulier: Knelpuntenformulier, frequentieschaal: list[str]) -> Iterator[Bevinding]:
    """Hoe vaak het voorkomt: een tot en met vier sterren."""
    for deel in formulier.knelpunten():
        if deel.frequentie is None:
            yield Bevinding("frequentie_ontbreekt", deel.id)
        elif not 1 <= deel.frequentie <= len(frequentieschaal):
            yield Bevinding("frequentie_buiten_schaal", deel.id, {"hoogstens": len(frequentieschaal)})


@regelt("WAP-B2-25", "WAP-7.3-04")
def ernst(*, formulier: Knelpuntenformulier, ernstschaal: list[str]) -> Iterator[Bevinding]:
    """Hoe erg het is: een tot en met drie sterren; wat een oud formulier daarbuiten zei, blijft staan en telt niet."""
    for deel in formulier.knelpunten():
        if deel.ernst is not None and not 1 <= deel.ernst <= len(ernstschaal):
            yield Bevinding("ernst_buiten_schaal", deel.id, {"hoogstens": len(ernstschaal)})
        elif deel.ernst is None and deel.ernst_origineel:
            yield Bevinding("ernst_ingelezen_buiten_schaal", deel.id, {"stond": deel.ernst_origineel})
        elif deel.ernst is None:
            yield Bevinding("ernst_ontbreekt", deel.id)


def gewicht(knelpunt: Knelpunt) -> tuple[int, int] | None:
    """Frequentie maal ernst, en bij gelijke uitkomst de ernst; niets zolang een van beide ontbreekt.

    Wat een ingelezen formulier buiten de schaal zei, telt voor het voorstel mee zoals het er stond.
    """
    ernst_ = knelpunt.ernst or len(knelpunt.ernst_origineel) or None
    if knelpunt.frequentie is None or ernst_ is None:
        return None
    return knelpunt.frequentie * ernst_, ernst_


@regelt("WAP-7.3-03")
def voorgestelde_volgorde(*, formulier: Knelpuntenformulier) -> tuple[tuple[str, ...], ...]:
    """De knelpunten van zwaar naar licht; wat even zwaar is staat bij elkaar, en daarin kiest een mens."""
    gewogen = [(waarde, deel.id) for deel in formulier.knelpunten() if (waarde := gewicht(deel)) is not None]
    return tuple(
        tuple(id_ for waarde, id_ in gewogen if waarde == niveau)
        for niveau in sorted({waarde for waarde, _ in gewogen}, reverse=True)
    )


@regelt("WAP-B2-17")
def onderbouwing_prioriteit(*, formulier: Knelpuntenformulier) -> Iterator[Bevinding]:
    """Een rangnummer hoort bij beide schalen; wie van het voorstel afwijkt, ziet dat, en mag het."""
    gewogen = [(gewicht(deel), deel) for deel in formulier.knelpunten()]
    for waarde, deel in gewogen:
        if deel.prioriteit is None:
            continue
        if waarde is None:
            yield Bevinding("prioriteit_zonder_schaal", deel.id)
        elif any(
            ander.prioriteit is not None and meer is not None and ander.prioriteit > deel.prioriteit and meer > waarde
            for meer, ander in gewogen
        ):
            yield Bevinding("prioriteit_wijkt_af", deel.id)


@regelt("WAP-B2-23")
def opbouw(*, formulier: Knelpuntenformulier) -> Iterator[Bevinding]:
    """Een knelpunt hoort bij een werkzaamheid met een naam, en die bij een hoofdtaak met een naam."""
    for nummer, taak in enumerate(formulier.hoofdtaken, 1):
        if not taak.naam.strip():
            yield Bevinding("hoofdtaak_zonder_naam", str(nummer))
        for letter, werk in zip("abcdefghijklmnopqrstuvwxyz", taak.werkzaamheden, strict=False):
            if not werk.naam.strip():
                yield Bevinding("werkzaamheid_zonder_naam", f"{nummer}{letter}")


@regelt("WAP-B2-04")
def taken(*, formulier: Knelpuntenformulier, contracturen: Fraction, uren_speling: Fraction) -> Iterator[Bevinding]:
    """Elke hoofdtaak noemt tijd, handelingen en omstandigheden, en samen passen de uren bij het contract."""
    for nummer, taak in enumerate(formulier.hoofdtaken, 1):
        if taak.uren_per_week is None or not taak.handelingen.strip() or not taak.werkomstandigheden.strip():
            yield Bevinding("taak_onvolledig", str(nummer))
    uren = sum((taak.uren_per_week or Fraction(0) for taak in formulier.hoofdtaken), Fraction(0))
    if abs(uren - contracturen) > contracturen * uren_speling:
        yield Bevinding("uren_wijken_af", "", {"verschil": abs(uren - contracturen)})


@regelt("WAP-B2-09")
def verschil_in_uren(*, werknemer: tuple[Hoofdtaak, ...], leidinggevende: tuple[Hoofdtaak, ...]) -> Iterator[Bevinding]:
    """Waar de twee partijen voor dezelfde taak andere uren noemen."""
    volgens_leiding = {taak.naam.strip().casefold(): taak.uren_per_week for taak in leidinggevende}
    for taak in werknemer:
        uren = volgens_leiding.get(taak.naam.strip().casefold())
        if uren is not None and taak.uren_per_week is not None and uren != taak.uren_per_week:
            yield Bevinding("verschil_in_uren", taak.naam, {"verschil": abs(uren - taak.uren_per_week)})


@regelt("WAP-B2-05")
def rondgang(*, formulier: Knelpuntenformulier) -> Iterator[Bevinding]:
    """De werknemer liet zijn werkplek zien."""
    if formulier.variant is Variant.WERKNEMER and formulier.rondgang_op is None:
        yield Bevinding("geen_rondgang")


@regelt("WAP-2-08")
def kijk_van_leidinggevende(*, formulier: Knelpuntenformulier) -> Iterator[Bevinding]:
    """De leidinggevende zegt ook wat de werknemer kan en welke ruimte het werk heeft."""
    if formulier.variant is not Variant.LEIDINGGEVENDE:
        return
    if not formulier.mogelijkheden_werknemer.strip():
        yield Bevinding("mogelijkheden_ontbreken")
    if not formulier.ruimte_in_het_werk.strip():
        yield Bevinding("ruimte_ontbreekt")


@regelt("WAP-B-07", "WAP-7.1-01")
def eigen_inbreng(*, formulier: Knelpuntenformulier) -> Iterator[Bevinding]:
    """Een partij zonder eigen knelpunten bevestigt dat."""
    if not any(formulier.knelpunten()) and not formulier.bevestigt_geen_knelpunten:
        yield Bevinding("geen_eigen_knelpunten", formulier.variant)


@regelt("WAP-B2-08", "WAP-B2-12")
def bevestiging(*, formulier: Knelpuntenformulier) -> Iterator[Bevinding]:
    """Wie het formulier aangaat, bevestigt het: een partij haar eigen, en samen het gezamenlijke."""
    for rol in BEVESTIGER.get(formulier.variant, PARTIJEN):
        if rol not in formulier.bevestigd_door:
            yield Bevinding("niet_bevestigd_werknemer" if rol is Rol.WERKNEMER else "niet_bevestigd_leiding", rol)


@regelt("WAP-B2-18")
def drie_varianten(*, formulieren: tuple[Knelpuntenformulier, ...]) -> Iterator[Bevinding]:
    """Elke ronde heeft het formulier precies drie keer: van elke partij een, en een samen."""
    aantal = Counter(formulier.variant for formulier in formulieren)
    for variant in Variant:
        if not aantal[variant]:
            yield Bevinding("variant_ontbreekt", variant)
        elif aantal[variant] > 1:
            yield Bevinding("variant_dubbel", variant)


@regelt("WAP-B2-02")
def gesprekken_b2(*, gesprekken: tuple[Gesprek, ...]) -> Iterator[Bevinding]:
    """Drie gesprekken op de werkplek, in deze volgorde en met deze mensen."""
    per_nummer = {gesprek.nummer: gesprek for gesprek in gesprekken}
    vorige: Gesprek | None = None
    for nummer, wie in AANWEZIG.items():
        gesprek = per_nummer.get(nummer)
        if gesprek is None:
            yield Bevinding("gesprek_ontbreekt", str(nummer))
            continue
        if set(gesprek.aanwezig) - wie:
            yield Bevinding("te_veel_aanwezig", str(nummer))
        if wie - set(gesprek.aanwezig):
            yield Bevinding("te_weinig_aanwezig", str(nummer))
        if gesprek.wijze is not Wijze.WERKPLEK and not gesprek.reden.strip():
            yield Bevinding("niet_op_werkplek", str(nummer))
        if vorige is not None and gesprek.op < vorige.op and not gesprek.reden.strip():
            yield Bevinding("andere_volgorde", str(nummer))
        vorige = gesprek


@regelt("WAP-4.3-07")
def samenvattingen(*, gesprekken: tuple[Gesprek, ...]) -> Iterator[Bevinding]:
    """Elk gesprek heeft een samenvatting die de ander niet afwees."""
    for gesprek in gesprekken:
        if not gesprek.samenvatting.strip():
            yield Bevinding("samenvatting_ontbreekt", str(gesprek.nummer))
        elif gesprek.samenvatting_afgewezen:
            yield Bevinding("samenvatting_afgewezen", str(gesprek.nummer))


@regelt("WAP-4.1-02")
def wensen(*, wensen: tuple[Wens, ...]) -> Iterator[Bevinding]:
    """Beide partijen zeggen wat zij wensen en verwachten; 'geen' is een antwoord."""
    per_partij = {wens.partij: wens for wens in wensen}
    for partij in PARTIJEN:
        wens = per_partij.get(partij, Wens(partij=partij))
        if not wens.wensen.strip() or not wens.verwachtingen.strip():
            yield Bevinding("wensen_ontbreken", partij)


@regelt("WAP-B2-14")
def alles_besproken(*, formulier: Knelpuntenformulier) -> Iterator[Bevinding]:
    """Elk knelpunt op het gezamenlijke formulier is besproken, of er staat waarom niet."""
    for deel in formulier.knelpunten():
        if not deel.is_besproken and not deel.reden_niet_besproken.strip():
            yield Bevinding("niet_besproken", deel.id)


@regelt("WAP-B2-15")
def aan_te_pakken(*, formulier: Knelpuntenformulier) -> tuple[str, ...]:
    """De knelpunten waarover beide partijen het eens zijn, op rangnummer; de begeleider telt niet mee."""
    eens = [deel for deel in formulier.knelpunten() if set(PARTIJEN) <= set(deel.akkoord)]
    return tuple(deel.id for deel in sorted(eens, key=_rang))


@regelt("WAP-B2-01")
def poort_naar_b3(*, formulieren: tuple[Knelpuntenformulier, ...]) -> Iterator[Bevinding]:
    """B3 begint met drie bevestigde formulieren en minstens een knelpunt dat beide partijen willen aanpakken."""
    yield from drie_varianten(formulieren=formulieren)
    for formulier in formulieren:
        yield from bevestiging(formulier=formulier)
    samen = [formulier for formulier in formulieren if formulier.variant is Variant.GEZAMENLIJK]
    if not any(aan_te_pakken(formulier=formulier) for formulier in samen):
        yield Bevinding("geen_gezamenlijk_knelpunt")
    for formulier in samen:
        yield from alles_besproken(formulier=formulier)


@regelt("WAP-7.3-10")
def keuze_voorstel(
    *, werknemer: tuple[Knelpunt, ...], leidinggevende: tuple[Knelpunt, ...], knelpunten_per_partij: int
) -> tuple[str, ...]:
    """De belangrijkste knelpunten van elke partij; wat bij beide hetzelfde is, staat er een keer."""
    gekozen: list[str] = []
    for knelpunten in (werknemer, leidinggevende):
        for deel in _hoogste(knelpunten, knelpunten_per_partij):
            if deel.id not in gekozen and deel.zelfde_als not in gekozen:
                gekozen.append(deel.id)
    return tuple(gekozen)


@regelt("WAP-B3-18")
def niet_behandeld(*, gezamenlijk: tuple[Knelpunt, ...], gekozen: tuple[str, ...]) -> tuple[str, ...]:
    """Wat nu niet wordt uitgewerkt; het blijft staan en komt in een volgende ronde terug."""
    return tuple(deel.id for deel in gezamenlijk if deel.id not in gekozen)


@regelt("WAP-B3-17")
def genoeg_behandeld(
    *,
    behandeld: tuple[str, ...],
    werknemer: tuple[Knelpunt, ...],
    leidinggevende: tuple[Knelpunt, ...],
    knelpunten_per_partij: int,
) -> Iterator[Bevinding]:
    """Van elke partij worden de belangrijkste knelpunten behandeld, of er staat waarom niet."""
    for partij, knelpunten in zip(PARTIJEN, (werknemer, leidinggevende), strict=True):
        hoogste = _hoogste(knelpunten, knelpunten_per_partij)
        gedaan = sum(deel.id in behandeld or deel.zelfde_als in behandeld for deel in hoogste)
        if gedaan != len(hoogste):
            yield Bevinding("te_weinig_behandeld", partij)
        if len(hoogste) != knelpunten_per_partij:
            yield Bevinding("te_weinig_ingebracht", partij, {"aantal": len(hoogste)})


def _hoogste(knelpunten: tuple[Knelpunt, ...], aantal: int) -> list[Knelpunt]:
    gerangschikt = [deel for deel in knelpunten if deel.prioriteit is not None]
    return sorted(gerangschikt, key=_rang)[:aantal]


def _rang(knelpunt: Knelpunt) -> float:
    """Het rangnummer; wat er geen heeft, komt achteraan."""
    return inf if knelpunt.prioriteit is None else knelpunt.prioriteit
