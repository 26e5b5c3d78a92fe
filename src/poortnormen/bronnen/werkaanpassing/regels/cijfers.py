"""Stap C: cijfers over trajecten, zonder dat iemand uit een kleine groep te herkennen is, ook niet door aftrekken.

Wat in een te kleine groep zit, telt nergens in mee: in geen afdeling, in geen geheel en in geen gemiddelde. Dan valt er
niets af te trekken. Is er niet genoeg per afdeling, dan spreekt stap A af dat alleen de hele organisatie wordt getoond;
beide naast elkaar kan niet. Een trend is de reeks verslagen over perioden die elkaar niet overlappen.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from poortnormen.bronnen.werkaanpassing.afspraak import Indicator
from poortnormen.bronnen.werkaanpassing.bevinding import Bevinding
from poortnormen.bronnen.werkaanpassing.soorten import Antwoord, Categorie
from poortnormen.norm import regelt
from poortnormen.tijd import Maanden, maanden_later

ORGANISATIE = "organisatie"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trajectcijfer:
    """Wat van een traject meetelt: zonder naam, met een afdeling; alleen wat is afgerond komt in cijfers."""

    afdeling: str
    afgerond_op: date | None = None
    categorieen: tuple[Categorie, ...] = ()
    bedacht_werkorganisatie: int = 0
    gekozen_werkorganisatie: int = 0
    vroegtijdig: Antwoord | None = None
    duurzaam: Antwoord | None = None
    definitie: str = ""
    stappen_te_laat: tuple[str, ...] = ()
    cijfer: int | None = None


def _groep(deel: Trajectcijfer, *, per_afdeling: bool) -> str:
    return deel.afdeling if per_afdeling else ORGANISATIE


@regelt("WAP-C-06")
def gebruik(*, trajecten: tuple[Trajectcijfer, ...], per_afdeling: bool, kleinste_groep: int) -> dict[str, int]:
    """Hoe vaak de methode per groep is ingezet; een groep die te klein is, staat er niet bij."""
    telling = Counter(_groep(deel, per_afdeling=per_afdeling) for deel in trajecten if deel.afgerond_op is not None)
    return {groep: aantal for groep, aantal in sorted(telling.items()) if aantal >= kleinste_groep}


def _zichtbaar(
    trajecten: tuple[Trajectcijfer, ...], kleinste_groep: int, *, per_afdeling: bool
) -> tuple[Trajectcijfer, ...]:
    """De afgeronde trajecten in groepen die groot genoeg zijn."""
    groepen = gebruik(trajecten=trajecten, per_afdeling=per_afdeling, kleinste_groep=kleinste_groep)
    return tuple(
        deel
        for deel in trajecten
        if deel.afgerond_op is not None and _groep(deel, per_afdeling=per_afdeling) in groepen
    )


@regelt("WAP-4.1-01")
def aanpassingen(
    *, trajecten: tuple[Trajectcijfer, ...], per_afdeling: bool, kleinste_groep: int
) -> dict[str, dict[str, int]]:
    """In hoeveel trajecten elke groep aanpassingen is gekozen, per groep trajecten die groot genoeg is."""
    telling: dict[str, Counter[str]] = {}
    for deel in _zichtbaar(trajecten, kleinste_groep, per_afdeling=per_afdeling):
        groep = telling.setdefault(_groep(deel, per_afdeling=per_afdeling), Counter())
        groep.update(str(categorie) for categorie in set(deel.categorieen))
    return {
        groep: {str(categorie): aantallen[categorie] for categorie in Categorie if aantallen[categorie]}
        for groep, aantallen in sorted(telling.items())
    }


@regelt("WAP-C-08")
def terugkeer(*, trajecten: tuple[Trajectcijfer, ...], per_afdeling: bool, kleinste_groep: int) -> dict[str, Fraction]:
    """Het deel met vroege en met duurzame terugkeer, de laatste apart per betekenis; niets bij te weinig."""
    antwoorden: dict[str, list[Antwoord]] = {}
    for deel in _zichtbaar(trajecten, kleinste_groep, per_afdeling=per_afdeling):
        if deel.vroegtijdig is not None:
            antwoorden.setdefault("vroegtijdig", []).append(deel.vroegtijdig)
        if deel.duurzaam is not None:
            antwoorden.setdefault(f"duurzaam: {deel.definitie}", []).append(deel.duurzaam)
    return {
        soort: Fraction(sum(antwoord is Antwoord.JA for antwoord in gegeven), len(gegeven))
        for soort, gegeven in sorted(antwoorden.items())
        if len(gegeven) >= kleinste_groep
    }


@regelt("WAP-C-07")
def te_late_stappen(
    *, trajecten: tuple[Trajectcijfer, ...], per_afdeling: bool, kleinste_groep: int
) -> dict[str, Fraction]:
    """Bij welk deel van de trajecten elke stap te laat was."""
    zichtbaar = _zichtbaar(trajecten, kleinste_groep, per_afdeling=per_afdeling)
    telling = Counter(stap for deel in zichtbaar for stap in set(deel.stappen_te_laat))
    return {stap: Fraction(aantal, len(zichtbaar)) for stap, aantal in sorted(telling.items())}


@regelt("WAP-C-10")
def waardering(*, trajecten: tuple[Trajectcijfer, ...], per_afdeling: bool, kleinste_groep: int) -> Fraction | None:
    """Het gemiddelde cijfer; niets bij te weinig antwoorden."""
    zichtbaar = _zichtbaar(trajecten, kleinste_groep, per_afdeling=per_afdeling)
    cijfers = [deel.cijfer for deel in zichtbaar if deel.cijfer is not None]
    return Fraction(sum(cijfers), len(cijfers)) if len(cijfers) >= kleinste_groep else None


@regelt("WAP-7.1-10")
def aandeel_werkorganisatie(
    *, trajecten: tuple[Trajectcijfer, ...], per_afdeling: bool, kleinste_groep: int
) -> tuple[int, int]:
    """Hoeveel aanpassingen in de organisatie van het werk zijn gekozen, van hoeveel die zijn bedacht."""
    zichtbaar = _zichtbaar(trajecten, kleinste_groep, per_afdeling=per_afdeling)
    return (
        sum(deel.gekozen_werkorganisatie for deel in zichtbaar),
        sum(deel.bedacht_werkorganisatie for deel in zichtbaar),
    )


@regelt("WAP-C-04")
def te_tonen(*, indicatoren: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """Wat het verslag toont: wat in stap A is gekozen, en zonder afspraak alles."""
    return indicatoren or tuple(Indicator)


@regelt("WAP-C-03")
def terugkoppeling(
    *,
    vanaf: date,
    vorige_tot_en_met: date | None,
    ritme_maanden: int,
    verstuurd_op: date | None,
    advies: str,
    peildatum: date,
) -> Iterator[Bevinding]:
    """De terugkoppeling komt in het afgesproken ritme, heeft een advies, en overlapt niet met de vorige.

    Twee verslagen over deels dezelfde tijd zijn van elkaar af te trekken; dan is één traject te herkennen.
    """
    if vorige_tot_en_met is not None and vanaf <= vorige_tot_en_met:
        yield Bevinding("periode_overlapt")
    if verstuurd_op is None and peildatum > maanden_later(vanaf, Maanden(ritme_maanden)):
        yield Bevinding("terugkoppeling_te_laat")
    if verstuurd_op is not None and not advies.strip():
        yield Bevinding("terugkoppeling_zonder_advies")


@regelt("WAP-C-12")
def mag_begeleiding_zien(*, aantal_begeleiders: int, is_voor_werkgever: bool, minste_begeleiders: int) -> bool:
    """Of cijfers over de begeleiding getoond mogen worden: aan de werkgever alleen over meer begeleiders samen."""
    return not is_voor_werkgever or aantal_begeleiders >= minste_begeleiders
