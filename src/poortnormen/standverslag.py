"""De onderdelen van het re-integratieverslag in de toets: wat er is, wat ontbreekt en wie het maakt."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from poortnormen.beoordeling import Beoordeling
from poortnormen.bronnen.beoordelingskader.regels.verslag import eerste_uiterste_dag, feit_van
from poortnormen.feiten.soort import BEDRIJFSARTS, WERKGEVER, WERKNEMER
from poortnormen.feiten.stukken import Onderdeel, Stuk, Stuksoort
from poortnormen.standdelen import Antwoord, Reden
from poortnormen.tijd import EEN_DAG
from poortnormen.uitkomst import Uiterlijk, Uitleg, Vastgesteld, vroegste
from poortnormen.verslag import Deelstand, Verslagdeel, Verslagdelen

VERSLAGNORM, AANVULNORM = "PRG-6-1", "WIA-25-8"
_VERSLAG_IN_TIJD = ("WIA-25-3", "ZW-38-2-2")
NOG_TE_DOEN = frozenset({Antwoord.NEE, Antwoord.ONBEKEND})


@dataclass(frozen=True, slots=True)
class Onderdeelvraag:
    """Een onderdeel van het re-integratieverslag: hoe het heet, de norm, wie het maakt en in welke stukken."""

    naam: str
    norm: str
    wie: tuple[str, ...]
    stukken: tuple[Stuksoort, ...] = ()


_GEGEVENS = ("PRG-6-1", (WERKGEVER,))
_OORDEEL = (Stuksoort.ACTUEEL_OORDEEL,)
ONDERDELEN: Mapping[Onderdeel, Onderdeelvraag] = {
    Onderdeel.A: Onderdeelvraag("administratieve gegevens", *_GEGEVENS),
    Onderdeel.B: Onderdeelvraag("aard van het bedrijf", *_GEGEVENS),
    Onderdeel.C: Onderdeelvraag("functie", *_GEGEVENS),
    Onderdeel.D: Onderdeelvraag("bekwaamheden", *_GEGEVENS),
    Onderdeel.E: Onderdeelvraag("eerste ziektedag", "PRG-6-1", (WERKGEVER,)),
    Onderdeel.F: Onderdeelvraag(
        "oordeel en adviezen van de bedrijfsarts", "PRG-6-1", (BEDRIJFSARTS,), (Stuksoort.PROBLEEMANALYSE,)
    ),
    Onderdeel.G: Onderdeelvraag("plan van aanpak", "PRG-6-1", (WERKGEVER, WERKNEMER), (Stuksoort.PLAN_VAN_AANPAK,)),
    Onderdeel.H: Onderdeelvraag(
        "eerstejaarsevaluatie en laatste evaluatie",
        "PRG-6-1h",
        (WERKGEVER, WERKNEMER),
        (Stuksoort.EERSTEJAARSEVALUATIE, Stuksoort.EINDEVALUATIE),
    ),
    Onderdeel.I: Onderdeelvraag("oordeel over de arbeidsrelatie", "PRG-6-1j", (WERKGEVER, BEDRIJFSARTS), _OORDEEL),
    Onderdeel.J: Onderdeelvraag("oordeel over verloop en belastbaarheid", "PRG-6-1j", (BEDRIJFSARTS,), _OORDEEL),
    Onderdeel.K: Onderdeelvraag("oordeel over passend werk", "PRG-6-1j", (BEDRIJFSARTS, WERKGEVER), _OORDEEL),
    Onderdeel.L: Onderdeelvraag("oordeel van de werknemer", "PRG-6-1l", (WERKNEMER,), (Stuksoort.OORDEEL_WERKNEMER,)),
}


def redenen_van_onderdelen(beoordeling: Beoordeling) -> tuple[Reden, ...]:
    """Van elk onderdeel of het er is, op volgorde van de letter."""
    uitkomst = beoordeling.uitkomst(VERSLAGNORM)
    uiterlijk = verslag_uiterlijk(beoordeling)
    return tuple(
        _reden(beoordeling, deel, uiterlijk, uitkomst.houdbaar_tot) for deel in verslagdelen(beoordeling).values()
    )


def verslagdelen(beoordeling: Beoordeling) -> Mapping[Onderdeel, Verslagdeel]:
    """De onderdelen van het verslag; zonder verslagnorm zijn zij alle onbekend."""
    uitkomst = beoordeling.uitkomst(VERSLAGNORM)
    waarde = uitkomst.waarde if isinstance(uitkomst, Vastgesteld) else None
    delen = {deel.onderdeel: deel for deel in waarde.delen} if isinstance(waarde, Verslagdelen) else {}
    return {letter: delen.get(letter, Verslagdeel(letter, Deelstand.ONBEKEND)) for letter in ONDERDELEN}


def ontbrekende_onderdelen(beoordeling: Beoordeling) -> Iterator[Onderdeel]:
    """De onderdelen die er nog moeten komen."""
    for letter, deel in verslagdelen(beoordeling).items():
        if deel.stand not in {Deelstand.AANWEZIG, Deelstand.NIET_NODIG, Deelstand.NOG_NIET}:
            yield letter


def te_maken_stuk(beoordeling: Beoordeling, onderdeel: Onderdeel) -> Stuksoort | None:
    """Het stuk waarmee een onderdeel er komt: het eerste dat er nog niet is; None als het geen stuk is."""
    soorten = ONDERDELEN[onderdeel].stukken
    er = {feit.waarde.soort for feit in beoordeling.beeld["stukken"].uit if isinstance(feit.waarde, Stuk)}
    return next((soort for soort in soorten if soort not in er), soorten[-1] if soorten else None)


def verslag_uiterlijk(beoordeling: Beoordeling) -> date | None:
    """De dag waarop het re-integratieverslag klaar moet zijn, voor zover die bekend is."""
    return eerste_uiterste_dag(*(beoordeling.uitkomst(norm) for norm in _VERSLAG_IN_TIJD))


def aan_te_vullen(beoordeling: Beoordeling) -> date | None:
    """Tot en met welke dag het verslag mag worden aangevuld, zolang dat niet is gebeurd."""
    uitkomst = beoordeling.uitkomst(AANVULNORM)
    waarde = uitkomst.waarde if isinstance(uitkomst, Vastgesteld) else None
    return waarde.dag if isinstance(waarde, Uiterlijk) and waarde.gedaan_op is None else None


def _reden(beoordeling: Beoordeling, deel: Verslagdeel, uiterlijk: date | None, houdbaar_tot: date | None) -> Reden:
    vraag, feit = ONDERDELEN[deel.onderdeel], feit_van(deel.onderdeel)
    antwoord, zin = _antwoord_over(deel, beoordeling.peildatum, uiterlijk)
    straks = uiterlijk + EEN_DAG if uiterlijk is not None and beoordeling.peildatum <= uiterlijk else None
    return Reden(
        norm=vraag.norm,
        uitkomst=antwoord,
        uitleg=Uitleg(zin, {"stuk": vraag.naam, "uiterlijk": uiterlijk}),
        feiten=beoordeling.beeld[feit].uit if antwoord is Antwoord.JA else (),
        ontbreekt=(feit,) if antwoord in NOG_TE_DOEN else (),
        vragen=(feit,) if antwoord in NOG_TE_DOEN else (),
        houdbaar_tot=vroegste(houdbaar_tot, straks),
        stuk=te_maken_stuk(beoordeling, deel.onderdeel) if antwoord in NOG_TE_DOEN else None,
    )


def _antwoord_over(deel: Verslagdeel, peildatum: date, uiterlijk: date | None) -> tuple[Antwoord, str]:
    if deel.stand is Deelstand.AANWEZIG:
        return Antwoord.JA, "Dit onderdeel is er: {stuk}."
    if deel.stand in {Deelstand.NIET_NODIG, Deelstand.NOG_NIET}:
        return Antwoord.NIET_VAN_TOEPASSING, "Dit onderdeel is nog niet aan de orde, of niet nodig: {stuk}."
    if deel.stand is Deelstand.ONBEKEND:
        return Antwoord.ONBEKEND, "Het is niet bekend of dit onderdeel er is: {stuk}."
    if uiterlijk is None:
        zin = "Dit onderdeel is er niet: {stuk}. De dag waarop het verslag klaar moet zijn is niet bekend."
        return Antwoord.ONBEKEND, zin
    if peildatum <= uiterlijk:
        return Antwoord.ONBEKEND, "Dit onderdeel is er nog niet: {stuk}. Het kan nog tot en met {uiterlijk}."
    return Antwoord.NEE, "Dit onderdeel ontbreekt: {stuk}. Het verslag moest op {uiterlijk} klaar zijn."
