"""De momenten van een geval: voor elke norm met een laatste dag de stand op de peildatum en tot wanneer die geldt."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from poortnormen.beoordeling import Beoordeling
from poortnormen.catalogus import Catalogus
from poortnormen.feiten import FEITEN
from poortnormen.norm import Gevolg, Momentgegevens, Norm
from poortnormen.tijd import EEN_DAG, Termijnkalender, dagen_later
from poortnormen.uitkomst import (
    NietGeldig,
    NietVanToepassing,
    Onbekend,
    Stand,
    Uiterlijk,
    Uitkomst,
    Uitleg,
    Vastgesteld,
    vroegste,
)
from poortnormen.ziektetijd import Ziektetijd

# De uitkomsten waarop elke tijdlijn steunt, met de naam van hun uitwerking.
KALENDER, ZIEKTETIJD, AFGESPROKEN = "kalender", "ziektetijd", "afgesproken_dagen"
HERSTELD = Uitleg(
    "Niet meer nodig: vanaf {hersteld_op} was de werknemer weer volledig geschikt voor het eigen werk.", {}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Eén dag op de tijdlijn. `wettelijke_dag` is gevuld als partijen een andere dag hebben afgesproken.

    Bij de status onbekend kan `uiterste_dag` gevuld zijn: dan is niet zeker of de norm geldt, wel tot welke dag.
    """

    norm: str
    naam: str
    wie: str
    item: str | None
    vroegste_dag: date | None
    uiterste_dag: date | None
    wettelijke_dag: date | None
    streefdag: date | None
    gedaan_op: date | None
    status: Stand
    schuift: bool
    uitleg: Uitleg
    ontbreekt: tuple[str, ...]
    gevolg: Gevolg
    is_informatief: bool
    houdbaar_tot: date | None
    uitkomst: Uitkomst


@dataclass(frozen=True, slots=True)
class _Grond:
    """Wat alle momenten van één beoordeling delen."""

    beoordeling: Beoordeling
    kalender: Termijnkalender
    hersteld_op: date | None
    afgesproken: dict[str, date]
    afspraak_houdbaar_tot: date | None
    namen: dict[str, str]


def momentnormen(catalogus: Catalogus) -> tuple[str, ...]:
    """De normen die op de tijdlijn staan, met de uitkomsten waarop elke tijdlijn steunt; voor `beoordeel(alleen=…)`."""
    staan = [norm.id for norm in catalogus.normen.values() if norm.moment is not None]
    gedaan = [catalogus.namen[n] for n in _verwezen(catalogus) if n in catalogus.namen]
    vast = [catalogus.namen[naam] for naam in (KALENDER, ZIEKTETIJD, AFGESPROKEN)]
    return tuple(dict.fromkeys([*staan, *gedaan, *vast]))


def _verwezen(catalogus: Catalogus) -> Iterator[str]:
    for norm in catalogus.normen.values():
        if norm.moment is not None:
            yield from filter(None, (norm.moment.gedaan, norm.moment.vroegst))


def tijdlijn(catalogus: Catalogus, beoordeling: Beoordeling) -> tuple[Moment, ...]:
    """De momenten op volgorde van hun uiterste dag; wat geen dag heeft staat achteraan."""
    grond = _grond(catalogus, beoordeling)
    momenten = [
        _moment(grond, norm, norm.moment, uitkomst)
        for norm_id in momentnormen(catalogus)
        if (norm := catalogus.normen[norm_id]).moment is not None
        for uitkomst in beoordeling.uitkomsten(norm.id)
    ]
    return tuple(sorted(momenten, key=lambda m: (m.uiterste_dag or date.max, m.norm, m.item or "")))


def houdbaar_tot(beoordeling: Beoordeling, momenten: tuple[Moment, ...]) -> date | None:
    """De eerste peildatum waarop een uitkomst of een stand op de tijdlijn anders kan zijn."""
    return vroegste(beoordeling.houdbaar_tot, *(moment.houdbaar_tot for moment in momenten))


def _grond(catalogus: Catalogus, beoordeling: Beoordeling) -> _Grond:
    namen = dict(catalogus.namen)
    kalender = beoordeling.uitkomst(namen[KALENDER])
    assert isinstance(kalender, Vastgesteld)  # noqa: S101  # de kalender hangt van geen feit af
    assert isinstance(kalender.waarde, Termijnkalender)  # noqa: S101  # zo gedeclareerd
    tijd = beoordeling.uitkomst(namen[ZIEKTETIJD])
    hersteld_op = None
    if isinstance(tijd, Vastgesteld) and isinstance(tijd.waarde, Ziektetijd):
        hersteld_op = tijd.waarde.hersteld_op
    afspraken = beoordeling.reeksen[namen[AFGESPROKEN]]
    afgesproken: dict[str, date] = {}
    for uitkomst in afspraken.uitkomsten:
        if isinstance(uitkomst, Vastgesteld):
            norm_id, dag = uitkomst.waarde  # type: ignore[misc]  # zo gedeclareerd: (norm, dag)
            afgesproken[norm_id] = dag
    tot = vroegste(afspraken.houdbaar_tot, *(uitkomst.houdbaar_tot for uitkomst in afspraken.uitkomsten))
    return _Grond(beoordeling, kalender.waarde, hersteld_op, afgesproken, tot, namen)


def _moment(grond: _Grond, norm: Norm, gegevens: Momentgegevens, uitkomst: Uitkomst) -> Moment:
    uiterste = vroegste_dag = gedaan = streefdag = wettelijk = None
    ontbreekt: tuple[str, ...] = ()
    uitleg, tot = uitkomst.uitleg, uitkomst.houdbaar_tot
    match uitkomst:
        case Vastgesteld():
            uiterste, gedaan, vroegste_dag, horizon = _dagen(grond, gegevens, uitkomst)
            tot = vroegste(tot, horizon)
            if gegevens.is_afwijkbaar and norm.id in grond.afgesproken:
                wettelijk, uiterste = uiterste, grond.afgesproken[norm.id]
            if gegevens.is_afwijkbaar:
                tot = vroegste(tot, grond.afspraak_houdbaar_tot)
            streefdag = grond.kalender.werkdag_op_of_voor(dagen_later(uiterste, -gegevens.veilig_dagen))
            if grond.hersteld_op is not None and gedaan is None and uiterste >= grond.hersteld_op:
                stand, uitleg = Stand.NIET_VAN_TOEPASSING, Uitleg(HERSTELD.sjabloon, {"hersteld_op": grond.hersteld_op})
            else:
                stand, wissel = _stand(uiterste, gedaan, grond.beoordeling.peildatum, gegevens)
                tot = vroegste(tot, wissel)
                if stand is Stand.ONBEKEND:
                    ontbreekt = (gegevens.gedaan,)
        case Onbekend():
            stand, ontbreekt = Stand.ONBEKEND, uitkomst.ontbreekt
            uiterste = _enige_mogelijke_dag(uitkomst)
            if uiterste is not None:
                streefdag = grond.kalender.werkdag_op_of_voor(dagen_later(uiterste, -gegevens.veilig_dagen))
        case NietVanToepassing() | NietGeldig():
            stand = Stand.NIET_VAN_TOEPASSING
    return Moment(
        norm=norm.id, naam=gegevens.naam, wie=gegevens.wie, item=uitkomst.item, vroegste_dag=vroegste_dag,
        uiterste_dag=uiterste, wettelijke_dag=wettelijk, streefdag=streefdag, gedaan_op=gedaan, status=stand,
        schuift=bool(norm.schuift), uitleg=uitleg, ontbreekt=ontbreekt, gevolg=gegevens.gevolg,
        is_informatief=gegevens.is_informatief, houdbaar_tot=tot, uitkomst=uitkomst,
    )  # fmt: skip


def _enige_mogelijke_dag(uitkomst: Onbekend) -> date | None:
    """De uiterste dag als die bij elk antwoord dezelfde is; onbekend is dan alleen of de norm geldt."""
    dagen = {dag for _, dag in uitkomst.mogelijk if isinstance(dag, date)}
    return dagen.pop() if len(dagen) == 1 else None


def _dagen(
    grond: _Grond, gegevens: Momentgegevens, uitkomst: Vastgesteld
) -> tuple[date, date | None, date | None, date | None]:
    """De uiterste dag, de dag waarop het gebeurde, de vroegste dag, en tot wanneer die zo blijven."""
    waarde = uitkomst.waarde
    if isinstance(waarde, Uiterlijk):
        return waarde.dag, waarde.gedaan_op, waarde.vroegste_dag, None
    assert isinstance(waarde, date)  # noqa: S101  # een norm op de tijdlijn geeft een dag of Uiterlijk
    gedaan, gedaan_tot = _dag_van(grond, gegevens.gedaan)
    vroegst, vroegst_tot = _dag_van(grond, gegevens.vroegst)
    return waarde, gedaan, vroegst, vroegste(gedaan_tot, vroegst_tot)


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


def _stand(uiterste: date, gedaan: date | None, peildatum: date, gegevens: Momentgegevens) -> tuple[Stand, date | None]:
    """De stand, en de eerste peildatum waarop zij vanzelf anders wordt."""
    if gedaan is not None:
        return (Stand.OP_TIJD if gedaan <= uiterste else Stand.TE_LAAT_GEDAAN), None
    if peildatum > uiterste:
        if gegevens.is_informatief:
            return Stand.OP_TIJD, None
        return (Stand.ONBEKEND if gegevens.is_extern else Stand.TE_LAAT), None
    nadert = dagen_later(uiterste, -gegevens.nadert_dagen)
    if peildatum >= nadert:
        return Stand.NADERT, uiterste + EEN_DAG
    return Stand.OPEN, nadert
