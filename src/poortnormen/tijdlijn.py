"""De momenten van een geval: voor elke norm met een laatste dag de stand op de peildatum en tot wanneer die geldt."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from poortnormen.afspraken import afspraken_over, gewogen
from poortnormen.beoordeling import Beoordeling
from poortnormen.catalogus import BEGIN_VERZUIM, Catalogus
from poortnormen.feiten import FEITEN
from poortnormen.moment import Invulling, Moment
from poortnormen.norm import Hardheid, Momentgegevens, Norm
from poortnormen.tijd import EEN_DAG, Termijnkalender, dagen_later
from poortnormen.uitkomst import (
    AndereDag,
    NietGeldig,
    NietVanToepassing,
    Onbekend,
    Onverwijld,
    Stand,
    Uiterlijk,
    Uitkomst,
    Uitleg,
    Vastgesteld,
    eerste_van,
    vroegste,
)
from poortnormen.ziektetijd import Ziektetijd

# De uitkomsten waarop elke tijdlijn steunt, met de naam van hun uitwerking.
KALENDER, ZIEKTETIJD, AFGESPROKEN = "kalender", "ziektetijd", "afgesproken_dagen"
HERSTELD = "Niet meer nodig: vanaf {hersteld_op} was de werknemer weer volledig geschikt voor het eigen werk."
AFGESPROKEN_DAG = (
    "Uit de regels volgt {wettelijke_dag}. Werkgever en werknemer spraken samen, met een reden, {afgesproken_dag} af."
)
AFSPRAAK_TE_LAAT = (
    "Uit de regels volgt {wettelijke_dag}. Op {afgesproken_op} spraken werkgever en werknemer {afgesproken_dag} af. "
    "Toen was de laatste dag al voorbij. Die blijft gelden."
)
UITGEBLEVEN = "Vast staat dat dit nooit is gebeurd. Een dag waarop het gebeurde is er dus niet."
GELDT_NOOIT = "Bij elk antwoord op de open vraag geldt dit hier niet."
JA_EN_NEE = frozenset({"ja", "nee"})
_GELDT_NIET = Invulling(status=Stand.NIET_VAN_TOEPASSING)

__all__ = ["Moment", "houdbaar_tot", "momentnormen", "tijdlijn"]


@dataclass(frozen=True, slots=True)
class _Grond:
    """Wat alle momenten van één beoordeling delen; `houdbaar_tot` geldt voor het herstel en de afspraken."""

    beoordeling: Beoordeling
    kalender: Termijnkalender
    hersteld_op: date | None
    herstel_houdbaar_tot: date | None
    afspraken: tuple[Uitkomst, ...]
    afspraak_houdbaar_tot: date | None
    namen: Mapping[str, str]

    def is_na_herstel(self, gegevens: Momentgegevens, uiterste: date) -> bool:
        """Of een moment door het herstel niet meer nodig is."""
        is_hersteld = self.hersteld_op is not None and uiterste >= self.hersteld_op
        return is_hersteld and not gegevens.blijft_na_herstel

    def is_vergeefs(self, norm: Norm) -> bool:
        """Of een advies niet meer zinnig is: een dag die voorbijging kan na het herstel niemand nog inhalen."""
        return self.hersteld_op is not None and norm.hardheid is Hardheid.ADVIES

    def maak_onnodig(self, dagen: Invulling) -> None:
        """Laat een moment niet meer gelden, met het herstel als uitleg."""
        dagen.status, dagen.ontbreekt = Stand.NIET_VAN_TOEPASSING, ()
        dagen.uitleg = Uitleg(HERSTELD, {"hersteld_op": self.hersteld_op})


@lru_cache(maxsize=8)
def momentnormen(catalogus: Catalogus) -> frozenset[str]:
    """De normen die op de tijdlijn staan, met de uitkomsten waarop elke tijdlijn steunt; voor `beoordeel(alleen=…)`."""
    verwezen = [catalogus.namen[naam] for naam in _verwezen(catalogus) if naam in catalogus.namen]
    vast = [catalogus.namen[naam] for naam in (KALENDER, ZIEKTETIJD, BEGIN_VERZUIM, AFGESPROKEN)]
    return frozenset([*(norm.id for norm, _ in _op_tijdlijn(catalogus)), *verwezen, *vast])


@lru_cache(maxsize=8)
def _op_tijdlijn(catalogus: Catalogus) -> tuple[tuple[Norm, Momentgegevens], ...]:
    op_volgorde = sorted(catalogus.normen.items())
    return tuple((norm, norm.moment) for _, norm in op_volgorde if norm.moment is not None)


def _verwezen(catalogus: Catalogus) -> Iterator[str]:
    for _, moment in _op_tijdlijn(catalogus):
        yield from filter(None, (moment.gedaan, moment.vroegst))


def tijdlijn(catalogus: Catalogus, beoordeling: Beoordeling) -> tuple[Moment, ...]:
    """De momenten op volgorde van hun uiterste dag; wat geen dag heeft staat achteraan.

    Een onderdeel waarvoor een norm niet geldt (een stuk dat geen plan is, bijvoorbeeld) geeft geen moment.
    """
    grond = _grond(catalogus, beoordeling)
    momenten = [
        Moment(norm, gegevens, uitkomst, _vul_in(grond, norm, gegevens, uitkomst))
        for norm, gegevens in _op_tijdlijn(catalogus)
        for uitkomst in beoordeling.uitkomsten(norm.id)
        if uitkomst.item is None or not isinstance(uitkomst, NietVanToepassing)
    ]
    return tuple(sorted(momenten, key=_plaats))


def _plaats(moment: Moment) -> date:
    """De dag waarop een moment staat; wat op dezelfde dag staat, blijft op volgorde van norm."""
    invulling = moment.invulling
    return invulling.uiterste_dag or invulling.streefdag or date.max


def houdbaar_tot(beoordeling: Beoordeling, momenten: tuple[Moment, ...]) -> date | None:
    """De eerste peildatum waarop een uitkomst of een stand op de tijdlijn anders kan zijn."""
    return vroegste(beoordeling.houdbaar_tot, *(moment.houdbaar_tot for moment in momenten))


def _grond(catalogus: Catalogus, beoordeling: Beoordeling) -> _Grond:
    namen = catalogus.namen
    kalender = beoordeling.uitkomst(namen[KALENDER])
    assert isinstance(kalender, Vastgesteld)  # noqa: S101  # de kalender hangt van geen feit af
    assert isinstance(kalender.waarde, Termijnkalender)  # noqa: S101  # zo gedeclareerd
    tijd = beoordeling.uitkomst(namen[ZIEKTETIJD])
    hersteld_op = None
    if isinstance(tijd, Vastgesteld) and isinstance(tijd.waarde, Ziektetijd):
        hersteld_op = tijd.waarde.hersteld_op
    afspraken = beoordeling.reeksen[namen[AFGESPROKEN]]
    return _Grond(
        beoordeling=beoordeling,
        kalender=kalender.waarde,
        hersteld_op=hersteld_op,
        herstel_houdbaar_tot=tijd.houdbaar_tot,
        afspraken=afspraken.uitkomsten,
        afspraak_houdbaar_tot=vroegste(afspraken.houdbaar_tot, *(u.houdbaar_tot for u in afspraken.uitkomsten)),
        namen=namen,
    )


def _vul_in(grond: _Grond, norm: Norm, gegevens: Momentgegevens, uitkomst: Uitkomst) -> Invulling:
    match uitkomst:
        case NietVanToepassing() | NietGeldig():
            return _GELDT_NIET
        case Vastgesteld(waarde=Onverwijld() as waarde):
            return _zonder_uitstel(grond, gegevens, waarde)
        case Vastgesteld():
            return _met_dag(grond, norm, gegevens, uitkomst.waarde)
        case Onbekend():
            return _onbekend(grond, gegevens, uitkomst)


def _onbekend(grond: _Grond, gegevens: Momentgegevens, uitkomst: Onbekend) -> Invulling:
    if not uitkomst.mogelijk and JA_EN_NEE.issubset(uitkomst.geldt_niet_bij):
        return Invulling(
            status=Stand.NIET_VAN_TOEPASSING, houdbaar_tot=grond.herstel_houdbaar_tot, uitleg=Uitleg(GELDT_NOOIT, {})
        )
    dagen = Invulling(ontbreekt=uitkomst.ontbreekt, houdbaar_tot=grond.herstel_houdbaar_tot)
    uiterste = dagen.uiterste_dag = _enige_mogelijke_dag(uitkomst)
    if uiterste is not None:
        dagen.streefdag = _streefdag(grond, gegevens, uiterste)
        if grond.is_na_herstel(gegevens, uiterste):
            grond.maak_onnodig(dagen)
            return dagen
    _stel_vragen(grond, gegevens, dagen)
    return dagen


def _stel_vragen(grond: _Grond, gegevens: Momentgegevens, dagen: Invulling) -> None:
    """Welke ontbrekende feiten nu tellen: een gebeurtenis pas als haar laatste dag voorbij is, de rest als die nadert.

    Wat nog kan gebeuren is geen vraag. Is er geen laatste dag, dan telt een toestand meteen.
    """
    vragen = []
    for naam in dagen.ontbreekt:
        vanaf = _vraag_vanaf(gegevens, dagen.uiterste_dag, naam)
        if vanaf is None:
            continue
        if grond.beoordeling.peildatum >= vanaf:
            vragen.append(naam)
        else:
            dagen.houdbaar_tot = eerste_van(dagen.houdbaar_tot, vanaf)
    dagen.vragen = tuple(vragen)


def _vraag_vanaf(gegevens: Momentgegevens, uiterste: date | None, naam: str) -> date | None:
    soort = FEITEN.get(naam)
    is_gebeurtenis = soort is not None and bool(soort.op_uit or soort.uit_stuk)
    if uiterste is None:
        return None if is_gebeurtenis else date.min
    return uiterste + EEN_DAG if is_gebeurtenis else dagen_later(uiterste, -gegevens.nadert_dagen)


def _met_dag(grond: _Grond, norm: Norm, gegevens: Momentgegevens, waarde: object) -> Invulling:
    dagen = _dagen(grond, gegevens, waarde)
    uiterste = dagen.uiterste_dag
    assert uiterste is not None  # noqa: S101  # `_dagen` vult haar
    if gegevens.is_afwijkbaar:
        dagen.houdbaar_tot = eerste_van(dagen.houdbaar_tot, grond.afspraak_houdbaar_tot)
        uiterste = _afgesproken_dag(dagen, uiterste, afspraken_over(norm.id, grond.afspraken))
    dagen.streefdag = _streefdag(grond, gegevens, uiterste)
    if dagen.gedaan_op is None:
        dagen.houdbaar_tot = eerste_van(dagen.houdbaar_tot, grond.herstel_houdbaar_tot)
        if grond.is_na_herstel(gegevens, uiterste) or grond.is_vergeefs(norm):
            grond.maak_onnodig(dagen)
            return dagen
    dagen.status, wissel = _stand(uiterste, dagen.gedaan_op, grond.beoordeling.peildatum, norm)
    dagen.houdbaar_tot = eerste_van(dagen.houdbaar_tot, wissel)
    if dagen.status is Stand.ONBEKEND:
        _laat_open(grond, gegevens, dagen)
    return dagen


def _afgesproken_dag(dagen: Invulling, wettelijk: date, afspraken: Sequence[AndereDag]) -> date:
    """De dag die geldt, met de uitleg erbij: een afspraak telt als de dag die zij verzet nog niet voorbij was."""
    dag = wettelijk
    for afspraak, telt in gewogen(wettelijk, afspraken):
        gebruikt = {
            "wettelijke_dag": wettelijk,
            "afgesproken_dag": afspraak.dag,
            "afgesproken_op": afspraak.afgesproken_op,
        }
        dagen.uitleg = Uitleg(AFGESPROKEN_DAG if telt else AFSPRAAK_TE_LAAT, gebruikt)
        if telt:
            dag = dagen.uiterste_dag = afspraak.dag
            dagen.wettelijke_dag = wettelijk
    return dag


def _laat_open(grond: _Grond, gegevens: Momentgegevens, dagen: Invulling) -> None:
    """Wat een ander moest doen en niet is vastgelegd: een vraag, behalve als vaststaat dat het nooit is gebeurd."""
    if gegevens.uitgebleven:
        gelezen = grond.beoordeling.beeld[gegevens.uitgebleven]
        dagen.houdbaar_tot = eerste_van(dagen.houdbaar_tot, gelezen.houdbaar_tot)
        if gelezen.waarde is True:
            dagen.status, dagen.uitleg = Stand.NIET_VAN_TOEPASSING, Uitleg(UITGEBLEVEN, {})
            return
    dagen.ontbreekt = dagen.vragen = (gegevens.gedaan,)


def _zonder_uitstel(grond: _Grond, gegevens: Momentgegevens, waarde: Onverwijld) -> Invulling:
    """De bron noemt geen dagen: dezelfde dag is op tijd, later is het oordeel van een mens."""
    dagen = Invulling(vroegste_dag=waarde.vanaf, streefdag=waarde.vanaf, gedaan_op=waarde.gedaan_op)
    if waarde.gedaan_op is None:
        dagen.status, dagen.houdbaar_tot = Stand.NADERT, grond.herstel_houdbaar_tot
        if grond.is_na_herstel(gegevens, waarde.vanaf):
            grond.maak_onnodig(dagen)
    elif waarde.gedaan_op <= waarde.vanaf:
        dagen.status = Stand.OP_TIJD
    else:
        oordeel = grond.beoordeling.beeld[gegevens.oordeel]
        dagen.houdbaar_tot = oordeel.houdbaar_tot
        if oordeel.waarde is None:
            dagen.ontbreekt = dagen.vragen = (gegevens.oordeel,)
        else:
            dagen.status = Stand.OP_TIJD if oordeel.waarde else Stand.TE_LAAT_GEDAAN
    return dagen


def _streefdag(grond: _Grond, gegevens: Momentgegevens, uiterste: date) -> date:
    return grond.kalender.werkdag_op_of_voor(dagen_later(uiterste, -gegevens.veilig_dagen))


def _enige_mogelijke_dag(uitkomst: Onbekend) -> date | None:
    """De uiterste dag als die bij elk antwoord dezelfde is; onbekend is dan alleen of de norm geldt."""
    waarden = (waarde.dag if isinstance(waarde, Uiterlijk) else waarde for _, waarde in uitkomst.mogelijk)
    dagen = {dag for dag in waarden if isinstance(dag, date)}
    return dagen.pop() if len(dagen) == 1 else None


def _dagen(grond: _Grond, gegevens: Momentgegevens, waarde: object) -> Invulling:
    """De uiterste dag, de dag waarop het gebeurde, de vroegste dag, en tot wanneer die zo blijven."""
    if isinstance(waarde, Uiterlijk):
        return Invulling(uiterste_dag=waarde.dag, gedaan_op=waarde.gedaan_op, vroegste_dag=waarde.vroegste_dag)
    assert isinstance(waarde, date)  # noqa: S101  # een norm op de tijdlijn geeft een dag, Uiterlijk of Onverwijld
    gedaan, gedaan_tot = _dag_van(grond, gegevens.gedaan)
    vroegst, vroegst_tot = _dag_van(grond, gegevens.vroegst)
    tot = eerste_van(gedaan_tot, vroegst_tot)
    return Invulling(uiterste_dag=waarde, gedaan_op=gedaan, vroegste_dag=vroegst, houdbaar_tot=tot)


def _dag_van(grond: _Grond, naam: str) -> tuple[date | None, date | None]:
    if not naam:
        return None, None
    if naam in FEITEN:
        gelezen = grond.beoordeling.beeld[naam]
        if isinstance(gelezen.waarde, date):
            return gelezen.waarde, gelezen.houdbaar_tot
        return (gelezen.uit[-1].telt_vanaf if gelezen.uit else None), gelezen.houdbaar_tot
    uitkomst = grond.beoordeling.uitkomst(grond.namen[naam])
    waarde = uitkomst.waarde if isinstance(uitkomst, Vastgesteld) else None
    dag = waarde.dag if isinstance(waarde, Uiterlijk) else waarde
    return (dag if isinstance(dag, date) else None), uitkomst.houdbaar_tot


def _stand(uiterste: date, gedaan: date | None, peildatum: date, norm: Norm) -> tuple[Stand, date | None]:
    """De stand, en de eerste peildatum waarop zij vanzelf anders wordt. Wat alleen advies is, wordt nooit te laat."""
    gegevens = norm.moment
    assert gegevens is not None  # noqa: S101  # de norm staat op de tijdlijn
    if gedaan is not None:
        return (Stand.OP_TIJD if gedaan <= uiterste else Stand.TE_LAAT_GEDAAN), None
    is_advies = norm.hardheid is Hardheid.ADVIES
    if peildatum > uiterste:
        if gegevens.is_informatief:
            return Stand.OP_TIJD, None
        if is_advies:
            return Stand.NADERT, None
        return (Stand.ONBEKEND if gegevens.is_extern else Stand.TE_LAAT), None
    nadert = dagen_later(uiterste, -gegevens.nadert_dagen)
    if peildatum >= nadert:
        is_blijvend = is_advies and not gegevens.is_informatief
        return Stand.NADERT, None if is_blijvend else uiterste + EEN_DAG
    return Stand.OPEN, nadert
