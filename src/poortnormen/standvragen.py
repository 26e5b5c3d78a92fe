"""De vragen van de toets, beantwoord met de feiten van het dossier zoals die op de peildatum zijn.

Dit staat niet in de map van het beoordelingskader, omdat de toets de uitkomsten van alle bronnen samenneemt en bronnen
elkaar niet kennen. De vragen van het kader zelf staan er wel: `bronnen/beoordelingskader/oordeelvragen.py`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from poortnormen.beoordeling import Beoordeling
from poortnormen.bronnen.beoordelingskader.oordeelvragen import (
    GROND,
    INSPANNINGEN,
    MAATREGEL,
    MOGELIJKHEDEN,
    OVER_GROND,
    OVER_INSPANNINGEN,
    OVER_MAATREGEL,
    OVER_ONDERBOUWING,
    OVER_RESULTAAT,
    RESULTAAT,
    Oordeelvraag,
)
from poortnormen.bronnen.procesgang.regels.verslag import Deelstand, Verslagdeel, Verslagdelen
from poortnormen.catalogus import Catalogus
from poortnormen.feiten import FEITEN
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.soort import BEDRIJFSARTS, WERKGEVER, WERKNEMER
from poortnormen.feiten.stukken import Onderdeel
from poortnormen.feiten.wachttijd import VerkorteWachttijdbesluit
from poortnormen.norm import Gevolg
from poortnormen.standdelen import Antwoord, Reden
from poortnormen.tijd import EEN_DAG
from poortnormen.tijdlijn import Moment, momentnormen
from poortnormen.uitkomst import NietVanToepassing, Stand, Uiterlijk, Uitleg, Vastgesteld, vroegste
from poortnormen.ziektetijd import Ziektetijd

TOETS, COMPLEET = "toets", "compleet"

VERSLAGNORM, SANCTIENORM, AANVULNORM = "PRG-6-1", "WIA-25-11", "WIA-25-8"
GEEN_WIA_DOOR_AOW = "aow"
_BESLUITEN = ("verkorte_wachttijd_verzoeken", "verkorte_wachttijd_besluit", "toetsbesluit")
WAT_TE_MAKEN = "Zorg dat dit onderdeel van het verslag er komt: {stuk}."
WAT_TE_BEANTWOORDEN = "Geef een gemotiveerd oordeel. {vraag} Antwoord: {antwoord}."
_NIET_GEVRAAGD = "Hierover is nog geen oordeel gegeven. {vraag}"
_ZONDER_MOTIVERING = "Er is een oordeel gegeven, maar niet waarom. Zonder motivering telt het niet mee. {vraag}"
_VERSLAG_IN_TIJD = ("WIA-25-3", "ZW-38-2-2")


@dataclass(frozen=True, slots=True)
class OpenVraag:
    """Een vraag die een mens kan beantwoorden: het feit, en per antwoord van de toets wat er dan wordt gezegd."""

    feit: str
    keuzes: Mapping[Antwoord, Antwoord]


@dataclass(frozen=True, slots=True)
class Onderdeelvraag:
    """Een onderdeel van het re-integratieverslag: hoe het heet, de norm, wie het maakt en met welk feit het er is."""

    naam: str
    norm: str
    wie: tuple[str, ...]
    feit: str = "stukken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vragen:
    """Alle antwoorden op volgorde van de toets, met bij elke vraag die nog open is wie haar hoe kan beantwoorden."""

    redenen: Mapping[str, Reden]
    open: Mapping[str, OpenVraag]
    ontbrekende_onderdelen: tuple[Onderdeelvraag, ...]
    verslag_uiterlijk: date | None
    is_uit_dienst: bool
    is_aanvultijd_om: bool


_GEGEVENS = ("PRG-6-1", (WERKGEVER,), "verslaggegevens")
VERSLAG = {
    Onderdeel.A: Onderdeelvraag("administratieve gegevens", *_GEGEVENS),
    Onderdeel.B: Onderdeelvraag("aard van het bedrijf", *_GEGEVENS),
    Onderdeel.C: Onderdeelvraag("functie", *_GEGEVENS),
    Onderdeel.D: Onderdeelvraag("bekwaamheden", *_GEGEVENS),
    Onderdeel.E: Onderdeelvraag("eerste ziektedag", "PRG-6-1", (WERKGEVER,), "ziekmeldingen"),
    Onderdeel.F: Onderdeelvraag("oordeel en adviezen van de bedrijfsarts", "PRG-6-1", (BEDRIJFSARTS,)),
    Onderdeel.G: Onderdeelvraag("plan van aanpak", "PRG-6-1", (WERKGEVER, WERKNEMER)),
    Onderdeel.H: Onderdeelvraag("eerstejaarsevaluatie en laatste evaluatie", "PRG-6-1h", (WERKGEVER, WERKNEMER)),
    Onderdeel.I: Onderdeelvraag("oordeel over de arbeidsrelatie", "PRG-6-1j", (WERKGEVER, BEDRIJFSARTS)),
    Onderdeel.J: Onderdeelvraag("oordeel over verloop en belastbaarheid", "PRG-6-1j", (BEDRIJFSARTS,)),
    Onderdeel.K: Onderdeelvraag("oordeel over passend werk", "PRG-6-1j", (BEDRIJFSARTS, WERKGEVER)),
    Onderdeel.L: Onderdeelvraag("oordeel van de werknemer", "PRG-6-1l", (WERKNEMER,)),
}


def standnormen(catalogus: Catalogus) -> frozenset[str]:
    """De normen waarop de stand steunt, met die van de tijdlijn; voor `beoordeel(alleen=…)`."""
    return momentnormen(catalogus) | {VERSLAGNORM, SANCTIENORM, AANVULNORM}


def stel_vragen(beoordeling: Beoordeling, momenten: tuple[Moment, ...]) -> Vragen:
    """Beantwoord elke vraag van de toets, voor zover de feiten dat toelaten."""
    uiterlijk = _verslag_uiterlijk(momenten)
    aanvullen = _aan_te_vullen(beoordeling)
    onderdelen = tuple(_onderdelen(beoordeling, uiterlijk))
    weegbaar = (OVER_RESULTAAT, OVER_INSPANNINGEN, OVER_GROND, OVER_MAATREGEL)
    gewogen = {vraag.naam: _weeg(beoordeling, vraag) for vraag in weegbaar}
    redenen = {
        MOGELIJKHEDEN: _mogelijkheden(beoordeling),
        RESULTAAT: gewogen[RESULTAAT],
        COMPLEET: _compleet(beoordeling, tuple(reden for _, reden in onderdelen), uiterlijk),
        INSPANNINGEN: _met_onderliggend(gewogen[INSPANNINGEN], _procesgang(momenten)),
        GROND: gewogen[GROND],
        MAATREGEL: gewogen[MAATREGEL],
    }
    return Vragen(
        redenen={TOETS: _toets(beoordeling), **redenen},
        open=dict(_open_vragen(beoordeling, gewogen, weegbaar)),
        ontbrekende_onderdelen=tuple(vraag for vraag, reden in onderdelen if reden.uitkomst in _NOG_TE_DOEN),
        verslag_uiterlijk=uiterlijk,
        is_uit_dienst=_is_uit_dienst(beoordeling),
        is_aanvultijd_om=aanvullen is not None and beoordeling.peildatum > aanvullen,
    )


def _toets(beoordeling: Beoordeling) -> Reden:
    """Ja: UWV toetst. Nee: er is geen toets. Onbekend: het hangt af van een besluit van UWV dat niet is vastgelegd."""
    beeld = beoordeling.beeld
    verzoeken, verkort, besluit = (beeld[naam] for naam in _BESLUITEN)
    sanctiedag = beoordeling.uitkomst(SANCTIENORM)
    uiterlijk = sanctiedag.waarde if isinstance(sanctiedag, Vastgesteld) else None
    assert uiterlijk is None or isinstance(uiterlijk, date)  # noqa: S101  # zo gedeclareerd
    hersteld_op = _hersteld_op(beoordeling, uiterlijk)
    ontbreekt: tuple[str, ...] = ()
    if isinstance(verkort.waarde, VerkorteWachttijdbesluit) and verkort.waarde.einde is not None:
        antwoord, norm, zin = Antwoord.NEE, "WIA-66-2", "De wachttijd is verkort. Er is dan geen verslag en geen toets."
    elif verzoeken.waarde and verkort.waarde is None:
        antwoord, norm, ontbreekt = Antwoord.ONBEKEND, "WIA-66-2", ("verkorte_wachttijd_besluit",)
        zin = "Er is om een verkorte wachttijd gevraagd. UWV heeft nog niet beslist."
    elif hersteld_op is not None:
        antwoord, norm, zin = (
            Antwoord.NEE,
            "WIA-65-1",
            "De werknemer is hersteld sinds {hersteld_op}; er is geen toets.",
        )
    elif isinstance(sanctiedag, NietVanToepassing) and sanctiedag.reden == GEEN_WIA_DOOR_AOW:
        antwoord, norm = Antwoord.NEE, SANCTIENORM
        zin = "De werknemer bereikt de AOW-leeftijd voordat de WIA kan ingaan; er is geen toets."
    elif besluit.waarde is None and uiterlijk is not None and beoordeling.peildatum > uiterlijk:
        antwoord, norm, ontbreekt = Antwoord.ONBEKEND, SANCTIENORM, ("toetsbesluit",)
        zin = "UWV kon tot en met {uiterlijk} een loonsanctie opleggen. Wat UWV besliste, is niet vastgelegd."
    else:
        antwoord, norm, zin = Antwoord.JA, "WIA-65-1", "Bij een WIA-aanvraag toetst UWV wat er is gedaan."
    horizon = vroegste(
        *(deel.houdbaar_tot for deel in (verzoeken, verkort, besluit, sanctiedag)), _straks(beoordeling, uiterlijk)
    )
    return Reden(
        norm=norm, uitkomst=antwoord, uitleg=Uitleg(zin, {"hersteld_op": hersteld_op, "uiterlijk": uiterlijk}),
        feiten=(*verzoeken.uit, *verkort.uit, *besluit.uit), ontbreekt=ontbreekt, houdbaar_tot=horizon,
    )  # fmt: skip


def _hersteld_op(beoordeling: Beoordeling, uiterlijk: date | None) -> date | None:
    tijd = beoordeling.uitkomst("WIA-23-3")
    if not isinstance(tijd, Vastgesteld) or not isinstance(tijd.waarde, Ziektetijd):
        return None
    hersteld_op = tijd.waarde.hersteld_op
    return hersteld_op if hersteld_op is not None and not _ligt_na(hersteld_op, uiterlijk) else None


def _straks(beoordeling: Beoordeling, dag: date | None) -> date | None:
    """De dag na `dag`, als die nog moet komen: dan kan het antwoord anders zijn."""
    return dag + EEN_DAG if dag is not None and beoordeling.peildatum <= dag else None


def _ligt_na(dag: date, grens: date | None) -> bool:
    return grens is not None and dag > grens


def _mogelijkheden(beoordeling: Beoordeling) -> Reden:
    """Ja: er zijn mogelijkheden. Nee: die ontbreken, en dat is onderbouwd."""
    gelezen = beoordeling.beeld["heeft_mogelijkheden"]
    onder: tuple[Reden, ...] = ()
    ontbreekt: tuple[str, ...] = ()
    if gelezen.waarde is None:
        zin, antwoord = "Het is niet bekend of de bedrijfsarts mogelijkheden voor werk ziet.", Antwoord.ONBEKEND
        ontbreekt = ("heeft_mogelijkheden",)
    elif gelezen.waarde:
        zin, antwoord = "De bedrijfsarts ziet mogelijkheden voor werk.", Antwoord.JA
    else:
        onderbouwing = _weeg(beoordeling, OVER_ONDERBOUWING)
        zin, onder, ontbreekt = (
            "De bedrijfsarts ziet geen mogelijkheden voor werk.",
            (onderbouwing,),
            onderbouwing.ontbreekt,
        )
        antwoord = {Antwoord.JA: Antwoord.NEE, Antwoord.NEE: Antwoord.JA}.get(onderbouwing.uitkomst, Antwoord.ONBEKEND)
    return Reden(
        norm="BKP-3-27", uitkomst=antwoord, uitleg=Uitleg(zin, {}), feiten=gelezen.uit, ontbreekt=ontbreekt,
        houdbaar_tot=gelezen.houdbaar_tot, onderliggend=onder,
    )  # fmt: skip


def _open_vragen(
    beoordeling: Beoordeling, gewogen: Mapping[str, Reden], weegbaar: tuple[Oordeelvraag, ...]
) -> Iterator[tuple[str, OpenVraag]]:
    mogelijkheden = beoordeling.beeld["heeft_mogelijkheden"].waarde
    if mogelijkheden is None:
        yield MOGELIJKHEDEN, OpenVraag("heeft_mogelijkheden", {Antwoord.JA: Antwoord.JA})
    elif not mogelijkheden and _weeg(beoordeling, OVER_ONDERBOUWING).uitkomst is Antwoord.ONBEKEND:
        omgekeerd = {Antwoord.NEE: Antwoord.JA, Antwoord.JA: Antwoord.NEE}
        yield MOGELIJKHEDEN, OpenVraag(OVER_ONDERBOUWING.feit, omgekeerd)
    for vraag in weegbaar:
        if vraag.naam != MAATREGEL and gewogen[vraag.naam].uitkomst is Antwoord.ONBEKEND:
            yield vraag.naam, OpenVraag(vraag.feit, {Antwoord.JA: Antwoord.JA, Antwoord.NEE: Antwoord.NEE})


def _weeg(beoordeling: Beoordeling, vraag: Oordeelvraag) -> Reden:
    """Het gemotiveerde oordeel van een mens; zonder motivering is het antwoord niet bekend."""
    gelezen = beoordeling.beeld[vraag.feit]
    gegevens = {"vraag": FEITEN[vraag.feit].vraag}
    if gelezen.waarde is None:
        antwoord, sjabloon = Antwoord.ONBEKEND, _NIET_GEVRAAGD
    elif not gelezen.uit[-1].motivering.strip():
        antwoord, sjabloon = Antwoord.ONBEKEND, _ZONDER_MOTIVERING
    else:
        antwoord = Antwoord.JA if gelezen.waarde else Antwoord.NEE
        sjabloon = vraag.ja if gelezen.waarde else vraag.nee
    return Reden(
        norm=vraag.norm, uitkomst=antwoord, uitleg=Uitleg(sjabloon, gegevens), feiten=gelezen.uit,
        ontbreekt=(vraag.feit,) if antwoord is Antwoord.ONBEKEND else (), houdbaar_tot=gelezen.houdbaar_tot,
    )  # fmt: skip


def _verslag_uiterlijk(momenten: tuple[Moment, ...]) -> date | None:
    """De dag waarop het re-integratieverslag klaar moet zijn, voor zover die bekend is."""
    dagen = [m.uiterste_dag for m in momenten if m.norm in _VERSLAG_IN_TIJD and m.uiterste_dag is not None]
    return min(dagen, default=None)


def _onderdelen(beoordeling: Beoordeling, uiterlijk: date | None) -> Iterator[tuple[Onderdeelvraag, Reden]]:
    uitkomst = beoordeling.uitkomst(VERSLAGNORM)
    delen: Mapping[Onderdeel, Verslagdeel] = {}
    if isinstance(uitkomst, Vastgesteld) and isinstance(uitkomst.waarde, Verslagdelen):
        delen = {deel.onderdeel: deel for deel in uitkomst.waarde.delen}
    for letter, vraag in VERSLAG.items():
        deel = delen.get(letter, Verslagdeel(letter, Deelstand.ONBEKEND))
        antwoord, zin = _antwoord_over(deel, beoordeling.peildatum, uiterlijk)
        yield vraag, Reden(
            norm=vraag.norm, uitkomst=antwoord, uitleg=Uitleg(zin, {"stuk": vraag.naam, "uiterlijk": uiterlijk}),
            feiten=beoordeling.beeld[vraag.feit].uit if antwoord is Antwoord.JA else (),
            ontbreekt=(vraag.feit,) if antwoord in _NOG_TE_DOEN else (),
            houdbaar_tot=vroegste(uitkomst.houdbaar_tot, _straks(beoordeling, uiterlijk)),
        )  # fmt: skip


_NOG_TE_DOEN = frozenset({Antwoord.NEE, Antwoord.ONBEKEND})


def _antwoord_over(deel: Verslagdeel, peildatum: date, uiterlijk: date | None) -> tuple[Antwoord, str]:
    if deel.stand is Deelstand.AANWEZIG:
        return Antwoord.JA, "Dit onderdeel is er: {stuk}."
    if deel.stand in {Deelstand.NIET_NODIG, Deelstand.NOG_NIET}:
        return Antwoord.NIET_VAN_TOEPASSING, "Dit onderdeel is nog niet aan de orde, of niet nodig: {stuk}."
    if deel.stand is Deelstand.ONBEKEND:
        return Antwoord.ONBEKEND, "Het is niet bekend of dit onderdeel er is: {stuk}."
    if uiterlijk is None:
        return (
            Antwoord.ONBEKEND,
            "Dit onderdeel is er niet: {stuk}. De dag waarop het verslag klaar moet zijn is niet bekend.",
        )
    if peildatum <= uiterlijk:
        return Antwoord.ONBEKEND, "Dit onderdeel is er nog niet: {stuk}. Het kan nog tot en met {uiterlijk}."
    return Antwoord.NEE, "Dit onderdeel ontbreekt: {stuk}. Het verslag moest op {uiterlijk} klaar zijn."


def _compleet(beoordeling: Beoordeling, delen: tuple[Reden, ...], uiterlijk: date | None) -> Reden:
    antwoorden = {deel.uitkomst for deel in delen}
    aanvullen = _aan_te_vullen(beoordeling)
    if aanvullen is not None:
        antwoord = Antwoord.NEE
        zin = "UWV schreef dat het re-integratieverslag niet compleet is. Aanvullen kan tot en met {uiterlijk}."
    elif Antwoord.NEE in antwoorden:
        antwoord, zin = Antwoord.NEE, "Het re-integratieverslag is niet compleet. Het moest op {uiterlijk} klaar zijn."
    elif Antwoord.ONBEKEND in antwoorden:
        antwoord, zin = Antwoord.ONBEKEND, "Het re-integratieverslag is nog niet compleet."
    else:
        antwoord, zin = Antwoord.JA, "Alle onderdelen van het re-integratieverslag zijn er."
    uitkomst = beoordeling.uitkomst(AANVULNORM)
    return Reden(
        norm="BKP-5-01", uitkomst=antwoord, uitleg=Uitleg(zin, {"uiterlijk": aanvullen or uiterlijk}),
        ontbreekt=tuple(dict.fromkeys(naam for deel in delen for naam in deel.ontbreekt)),
        houdbaar_tot=vroegste(uitkomst.houdbaar_tot, _straks(beoordeling, aanvullen)), onderliggend=delen,
    )  # fmt: skip


def _aan_te_vullen(beoordeling: Beoordeling) -> date | None:
    """Tot en met welke dag de werkgever het verslag van UWV mag aanvullen, zolang dat niet is gebeurd."""
    uitkomst = beoordeling.uitkomst(AANVULNORM)
    waarde = uitkomst.waarde if isinstance(uitkomst, Vastgesteld) else None
    return waarde.dag if isinstance(waarde, Uiterlijk) and waarde.gedaan_op is None else None


def _procesgang(momenten: tuple[Moment, ...]) -> Reden:
    """De stappen van de procesgang; te laat telt alleen mee als er kansen door zijn gemist, en dat weegt een mens."""
    stappen = tuple(_stap(m) for m in momenten if m.gevolg is Gevolg.LOONSANCTIE and m.status in _STANDEN)
    if any(stap.uitkomst is Antwoord.NEE for stap in stappen):
        antwoord = Antwoord.NEE
        zin = "Niet elke stap was op tijd. Dat telt alleen als daardoor kansen zijn gemist; dat weegt een mens."
    elif stappen and all(stap.uitkomst is Antwoord.JA for stap in stappen):
        antwoord, zin = Antwoord.JA, "Alle stappen waren op tijd."
    else:
        antwoord, zin = Antwoord.ONBEKEND, "Niet van elke stap is bekend of zij op tijd was, of de stap komt nog."
    return Reden(norm="BKP-4-04", uitkomst=antwoord, uitleg=Uitleg(zin, {}), onderliggend=stappen)


def _stap(moment: Moment) -> Reden:
    return Reden(
        norm=moment.norm, uitkomst=_STANDEN[moment.status], uitleg=moment.uitleg, ontbreekt=moment.ontbreekt,
        houdbaar_tot=moment.houdbaar_tot,
    )  # fmt: skip


_STANDEN = {
    Stand.OP_TIJD: Antwoord.JA,
    Stand.TE_LAAT: Antwoord.NEE,
    Stand.TE_LAAT_GEDAAN: Antwoord.NEE,
    Stand.ONBEKEND: Antwoord.ONBEKEND,
    Stand.OPEN: Antwoord.ONBEKEND,
    Stand.NADERT: Antwoord.ONBEKEND,
}


def _met_onderliggend(reden: Reden, *onderliggend: Reden) -> Reden:
    return replace(reden, onderliggend=onderliggend)


def _is_uit_dienst(beoordeling: Beoordeling) -> bool:
    dienstverband = beoordeling.beeld["dienstverband"].waarde
    if not isinstance(dienstverband, Dienstverband) or dienstverband.einde is None:
        return False
    return dienstverband.einde <= beoordeling.peildatum
