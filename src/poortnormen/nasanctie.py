"""Na een loonsanctie: de tekortkomingen als herstelplan, de meldingen aan UWV, de laatste dag en wat het loon kost.

De dagen komen uit de normen van de Wet WIA; hier staan zij bijeen. Anders dan een uitkomst telt dit vanaf de
peildatum: het is elke dag een ander.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from poortnormen.beoordeling import Beoordeling
from poortnormen.bronnen.beoordelingskader.regels.nasanctie import Herstelfase, is_volgens_werkgever_hersteld
from poortnormen.bronnen.wia.regels.herstel import Beslisdag
from poortnormen.catalogus import Catalogus
from poortnormen.feiten.nasanctie import Herstelstap
from poortnormen.feiten.stukken import Stuk
from poortnormen.feiten.uwv import Bekortingsverzoek, Herstelbesluit, Toetsbesluit
from poortnormen.geld import Bedrag, rond_af_op_cent
from poortnormen.loonpad import Loonperiode, loonnormen, loonpad
from poortnormen.loonstukken import WEKEN_PER_TIJDVAK
from poortnormen.termijnregels import Termijnregels
from poortnormen.tijd import DAGEN_PER_WEEK, EEN_DAG, Periode, Weken, dagen_later, laatste_dag_binnen
from poortnormen.uitkomst import Uiterlijk, Uitkomst, Vastgesteld, vroegste

FASENORM, INHOUDNORM, KADERNORM = "BKP-3-20", "BKP-3-21", "BKP-3-26"
LANGSTENORM, VERLOFNORM, EINDENORM, LAATSTE_BESLISDAG = "WIA-25-9", "WIA-25-9-2", "WIA-25-14-2", "WIA-25-11"
VERZOEKNORM, TOETSNORMEN = "WIA-25-13", ("WIA-25-10", "WIA-25-10-2")
W = TypeVar("W")


class Herstelstand(StrEnum):
    """Hoe ver het herstel van één tekortkoming is."""

    OPEN = "nog_niets_gedaan"
    BEZIG = "begonnen"
    VOLGENS_WERKGEVER = "hersteld_volgens_werkgever"
    GEMELD = "gemeld_bij_uwv"
    VASTGESTELD = "vastgesteld_door_uwv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekortkoming:
    """Wat UWV mist, wat UWV daarvoor vraagt (leeg: dat zegt het besluit niet), en wat er sindsdien is gedaan."""

    grond: str
    herstelwijze: str
    stand: Herstelstand
    stappen: tuple[Herstelstap, ...]

    @property
    def heeft_bewijs(self) -> bool:
        """Of bij een stap staat welk stuk haar bewijst."""
        return any((stap.bewijs or "").strip() for stap in self.stappen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beslissing:
    """Een besluit dat UWV binnen een termijn moest nemen; `dagen_te_laat` loopt op zolang het er niet is.

    `verzoek_van` is leeg bij het besluit over de loonsanctie zelf. `is_hersteld` is leeg zolang er geen besluit is.
    """

    norm: str
    verzoek_van: date | None
    uiterste_dag: date
    besluit_op: date | None
    dagen_te_laat: int
    is_hersteld: bool | None = None
    gronden_zonder_bewijs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanctiekosten:
    """Het loon over de loonsanctie: tot en met de peildatum, daarna, en wat vlug herstel bespaart; leeg is onbekend.

    Vanaf `geschat_vanaf` is een wettelijk bedrag nog niet vastgesteld en loopt het laatste bekende loon door.
    """

    tot_nu: Bedrag | None
    nog: Bedrag | None
    te_besparen: Bedrag | None
    geschat_vanaf: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NaSanctie:
    """Alles wat er na een loonsanctie toe doet.

    `langste_dag` is de laatste dag zonder herstel, `laatste_dag` die van nu, met eraf wat UWV te laat was;
    `snelste_dag` is de laatste dag als op de peildatum alles hersteld en gemeld is, en leeg als dat niets meer
    verandert. `is_besluit_te_laat`: het besluit kwam toen UWV de tijd met loon niet meer kon verlengen.
    """

    besluit: Toetsbesluit
    fase: Herstelfase
    is_besluit_te_laat: bool
    eerste_dag: date | None
    langste_dag: date
    laatste_dag: date
    snelste_dag: date | None
    tekortkomingen: tuple[Tekortkoming, ...]
    andere_stappen: tuple[Herstelstap, ...]
    stukken: tuple[Stuk, ...]
    beslissingen: tuple[Beslissing, ...]
    kosten: Sanctiekosten
    normen: tuple[str, ...]


def nasanctienormen(regels: Catalogus) -> frozenset[str]:
    """De normen waarop dit steunt; voor `beoordeel(alleen=…)`."""
    eigen = {FASENORM, INHOUDNORM, KADERNORM, LANGSTENORM, VERLOFNORM, EINDENORM, LAATSTE_BESLISDAG, VERZOEKNORM}
    return frozenset({*eigen, *TOETSNORMEN, *loonnormen(regels), regels.namen["termijnregels"]})


def nasanctie(regels: Catalogus, beoordeling: Beoordeling) -> NaSanctie | None:
    """Geef hoe het er na de loonsanctie voor staat; None als er geen is, of haar dagen nog niet bekend zijn."""
    besluit = beoordeling.beeld["toetsbesluit"].waarde
    langste = _van(beoordeling.uitkomst(VERLOFNORM), Uiterlijk) or _van(beoordeling.uitkomst(LANGSTENORM), Uiterlijk)
    laatste = _van(beoordeling.uitkomst(EINDENORM), date)
    fase = _van(beoordeling.uitkomst(FASENORM), Herstelfase)
    if not isinstance(besluit, Toetsbesluit) or langste is None or laatste is None or fase is None:
        return None
    stappen = [s for s in _onderdelen(beoordeling, "herstelstappen", Herstelstap) if s.gedaan_op >= besluit.besluit_op]
    beslissingen = tuple(_beslissingen(beoordeling, besluit))
    eerste = langste.vroegste_dag
    snelste = None
    if fase is not Herstelfase.VASTGESTELD and beoordeling.peildatum < laatste:
        snelste = _snelste(regels, beoordeling, beslissingen, eerste)
        snelste = snelste if snelste < laatste else None
    uiterst = _van(beoordeling.uitkomst(LAATSTE_BESLISDAG), date)
    return NaSanctie(
        besluit=besluit,
        fase=fase,
        is_besluit_te_laat=uiterst is not None and besluit.besluit_op > uiterst,
        eerste_dag=eerste,
        langste_dag=langste.dag,
        laatste_dag=laatste,
        snelste_dag=snelste,
        tekortkomingen=tuple(_tekortkomingen(beoordeling, besluit, fase, stappen)),
        andere_stappen=tuple(stap for stap in stappen if stap.grond not in besluit.gronden),
        stukken=tuple(
            stuk for stuk in _onderdelen(beoordeling, "stukken", Stuk) if stuk.opgesteld_op >= besluit.besluit_op
        ),
        beslissingen=beslissingen,
        kosten=_kosten(regels, beoordeling, eerste, laatste, snelste),
        normen=(FASENORM, INHOUDNORM, KADERNORM, LANGSTENORM, EINDENORM),
    )


def _van(uitkomst: Uitkomst, soort: type[W]) -> W | None:
    waarde = uitkomst.waarde if isinstance(uitkomst, Vastgesteld) else None
    return waarde if isinstance(waarde, soort) else None


def _onderdelen(beoordeling: Beoordeling, naam: str, soort: type[W]) -> Iterator[W]:
    waarden = beoordeling.beeld[naam].waarde
    assert isinstance(waarden, tuple)  # noqa: S101  # een meervoudig feit is altijd een tuple
    return (waarde for waarde in waarden if isinstance(waarde, soort))


def _tekortkomingen(
    beoordeling: Beoordeling, besluit: Toetsbesluit, fase: Herstelfase, stappen: Sequence[Herstelstap]
) -> Iterator[Tekortkoming]:
    gemeld: set[str] = set()
    if fase is Herstelfase.GEMELD:
        verzoeken = _onderdelen(beoordeling, "bekortingsverzoeken", Bekortingsverzoek)
        gemeld.update(max(verzoeken, key=lambda verzoek: verzoek.ontvangen_op).gronden_met_bewijs)
    for nummer, grond in enumerate(besluit.gronden):
        eigen = tuple(stap for stap in stappen if stap.grond == grond)
        yield Tekortkoming(
            grond=grond,
            herstelwijze=besluit.herstelwijzen[nummer] if nummer < len(besluit.herstelwijzen) else "",
            stand=_stand(eigen, is_gemeld=grond in gemeld, is_vastgesteld=fase is Herstelfase.VASTGESTELD),
            stappen=eigen,
        )


def _stand(stappen: Sequence[Herstelstap], *, is_gemeld: bool, is_vastgesteld: bool) -> Herstelstand:
    if is_vastgesteld:
        return Herstelstand.VASTGESTELD
    if is_gemeld:
        return Herstelstand.GEMELD
    if is_volgens_werkgever_hersteld(stappen):
        return Herstelstand.VOLGENS_WERKGEVER
    return Herstelstand.BEZIG if stappen else Herstelstand.OPEN


def _beslissingen(beoordeling: Beoordeling, besluit: Toetsbesluit) -> Iterator[Beslissing]:
    """De besluiten die UWV binnen een termijn moest nemen, op volgorde, met de dagen die UWV te laat was of is."""
    for norm in TOETSNORMEN:
        uiterlijk = _van(beoordeling.uitkomst(norm), Uiterlijk)
        if uiterlijk is not None:
            te_laat = max(0, (besluit.besluit_op - uiterlijk.dag).days)
            yield Beslissing(
                norm=norm,
                verzoek_van=None,
                uiterste_dag=uiterlijk.dag,
                besluit_op=besluit.besluit_op,
                dagen_te_laat=te_laat,
            )
    besluiten = {b.verzoek_ontvangen_op: b for b in _onderdelen(beoordeling, "herstelbesluiten", Herstelbesluit)}
    verzoeken = _onderdelen(beoordeling, "bekortingsverzoeken", Bekortingsverzoek)
    for verzoek, uitkomst in zip(verzoeken, beoordeling.uitkomsten(VERZOEKNORM), strict=True):
        beslisdag = _van(uitkomst, Beslisdag)
        if beslisdag is None:
            continue
        op_verzoek = besluiten.get(verzoek.ontvangen_op)
        yield Beslissing(
            norm=VERZOEKNORM,
            verzoek_van=verzoek.ontvangen_op,
            uiterste_dag=beslisdag.dag,
            besluit_op=beslisdag.gedaan_op,
            dagen_te_laat=max(0, ((beslisdag.gedaan_op or beoordeling.peildatum) - beslisdag.dag).days),
            is_hersteld=None if op_verzoek is None else op_verzoek.is_hersteld,
            gronden_zonder_bewijs=beslisdag.gronden_zonder_bewijs,
        )


def _snelste(
    regels: Catalogus, beoordeling: Beoordeling, beslissingen: Sequence[Beslissing], eerste: date | None
) -> date:
    """De laatste dag als alles nu is hersteld: UWV beslist op de laatste dag die mag, en dan loopt het loon nog even.

    Loopt er al een melding, dan telt die. De dagen die UWV te laat was of is, gaan eraf. Nooit voor vandaag, en nooit
    voor de dag waarop het loon ook zonder sanctie was geëindigd.
    """
    peildatum = beoordeling.peildatum
    open_ = [b.uiterste_dag for b in beslissingen if b.verzoek_van is not None and b.besluit_op is None]
    beslist = max(min(open_), peildatum) if open_ else _beslisdag(regels, beoordeling)
    einde = laatste_dag_binnen(na=beslist, termijn=_weken(regels, "termijn_einde_na_herstel", peildatum))
    einde = dagen_later(einde, -sum(beslissing.dagen_te_laat for beslissing in beslissingen))
    return max(einde, peildatum, *(() if eerste is None else (eerste - EEN_DAG,)))


def _beslisdag(regels: Catalogus, beoordeling: Beoordeling) -> date:
    """De laatste dag waarop UWV beslist als de melding op de peildatum aankomt."""
    termijnregels = _van(beoordeling.uitkomst(regels.namen["termijnregels"]), Termijnregels)
    assert termijnregels is not None  # noqa: S101  # de termijnregels hangen van geen feit af
    termijn = _weken(regels, "termijn_herstelbesluit", beoordeling.peildatum)
    return termijnregels.laatste_dag(na=beoordeling.peildatum, termijn=termijn)


def _weken(regels: Catalogus, naam: str, dag: date) -> Weken:
    rij = regels.waarden[naam].op(dag)
    assert rij is not None  # noqa: S101  # deze termijnen gelden altijd
    assert isinstance(rij.waarde, Weken)  # noqa: S101  # zo gedeclareerd
    return rij.waarde


def _kosten(
    regels: Catalogus, beoordeling: Beoordeling, eerste: date | None, laatste: date, snelste: date | None
) -> Sanctiekosten:
    if eerste is None:
        return Sanctiekosten(tot_nu=None, nog=None, te_besparen=None)
    morgen = beoordeling.peildatum + EEN_DAG
    loon, geschat_vanaf = _bekend_loon(loonpad(regels, beoordeling).perioden, eerste)
    return Sanctiekosten(
        tot_nu=_loon_over(loon, eerste, min(beoordeling.peildatum, laatste)),
        nog=_loon_over(loon, max(eerste, morgen), laatste),
        te_besparen=None if snelste is None else _loon_over(loon, max(eerste, snelste + EEN_DAG), laatste),
        geschat_vanaf=geschat_vanaf,
    )


def _bekend_loon(perioden: Sequence[Loonperiode], vanaf: date) -> tuple[list[tuple[Periode, Fraction]], date | None]:
    """Het loon per week in elke periode waarvan het bekend is, en vanaf welke dag het een schatting is.

    Ontbreekt alleen een wettelijk bedrag dat nog niet is vastgesteld, dan loopt het laatste bekende loon door.
    """
    loon: list[tuple[Periode, Fraction]] = []
    vorige: Fraction | None = None
    geschat_vanaf: date | None = None
    for deel in perioden:
        if deel.bedrag is not None and deel.per is not None:
            vorige = deel.bedrag.centen / WEKEN_PER_TIJDVAK[deel.per]
        elif deel.ontbreekt or deel.per is None:
            vorige = None
        elif vorige is not None and deel.tot_en_met >= vanaf:
            geschat_vanaf = vroegste(geschat_vanaf, max(deel.van, vanaf))
        if vorige is not None:
            loon.append((Periode(deel.van, deel.tot_en_met), vorige))
    return loon, geschat_vanaf


def _loon_over(loon: Sequence[tuple[Periode, Fraction]], van: date, tot_en_met: date) -> Bedrag | None:
    """Het loon over deze dagen, afgerond op hele centen; leeg als het over een deel ervan niet bekend is."""
    if tot_en_met < van:
        return Bedrag(0)
    centen, dagen = Fraction(0), 0
    for periode, per_week in loon:
        begin, einde = max(periode.vanaf, van), min(periode.tot_en_met or tot_en_met, tot_en_met)
        if begin <= einde:
            aantal = Periode(begin, einde).aantal_dagen()
            centen += per_week * Fraction(aantal, DAGEN_PER_WEEK)
            dagen += aantal
    return Bedrag(rond_af_op_cent(centen)) if dagen == Periode(van, tot_en_met).aantal_dagen() else None
