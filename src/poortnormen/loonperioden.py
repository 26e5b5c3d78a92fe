"""De perioden waarin de werkgever bij ziekte loon betaalt, gesplitst waar de loonwaarde verandert.

Wat per periode betaald moet worden volgt uit artikel 7:629 BW. Die rekenregel is nog niet uitgewerkt: het bedrag is
daarom niet bekend, en de periode zegt welke norm daarover gaat.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from poortnormen.beoordeling import Beoordeling
from poortnormen.catalogus import Catalogus
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.verzuim import Hervatting
from poortnormen.tijd import EEN_DAG, Periode
from poortnormen.uitkomst import FeitOntbreekt, Onbekend, Uitleg, Vastgesteld, vroegste
from poortnormen.ziektetijd import Ziektetijd

NORM_LOON = "BW7-629-1"
ZIEKTETIJD, LAATSTE_DAG = "ziektetijd", "laatste_dag_loonperiode"
NIET_HERVAT = Uitleg("De werknemer werkt nog niet; er is dan geen loonwaarde.", {})
HERVAT = Uitleg("Vanaf {vanaf} werkt de werknemer {uren_per_week} per week; de loonwaarde is {loonwaarde_pct}.", {})
ZONDER_WAARDE = Uitleg(
    "Vanaf {vanaf} werkt de werknemer {uren_per_week} per week. De loonwaarde is niet vastgelegd.", {}
)
THERAPIE = Uitleg("Vanaf {vanaf} werkt de werknemer bij wijze van therapie; dat heeft geen loonwaarde.", {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Loonperiode:
    """Dagen waarover hetzelfde loon geldt; een loonwaarde of bedrag dat er niet staat is niet bekend."""

    van: date
    tot_en_met: date
    loonwaarde_pct: Fraction | None
    bedrag_in_centen: int | None
    uitleg: Uitleg
    normen: tuple[str, ...]
    ontbreekt: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loonpad:
    """Alle perioden op volgorde; `ontbreekt` zegt waarom het pad niet verder gaat."""

    perioden: tuple[Loonperiode, ...]
    ontbreekt: tuple[str, ...]
    houdbaar_tot: date | None


def loonnormen(catalogus: Catalogus) -> tuple[str, ...]:
    """De normen waarop het loonpad steunt, voor `beoordeel(alleen=…)`."""
    return tuple(catalogus.namen[naam] for naam in (ZIEKTETIJD, LAATSTE_DAG))


def loonpad(catalogus: Catalogus, beoordeling: Beoordeling) -> Loonpad:
    """Geef de perioden van de eerste ziektedag tot het einde van de loonbetaling, zoals de feiten nu zijn."""
    uitkomsten = [beoordeling.uitkomst(catalogus.namen[naam]) for naam in (ZIEKTETIJD, LAATSTE_DAG)]
    hervattingen = beoordeling.beeld["hervattingen"]
    dienstverband = beoordeling.beeld["dienstverband"]
    houdbaar_tot = vroegste(
        *(u.houdbaar_tot for u in uitkomsten), hervattingen.houdbaar_tot, dienstverband.houdbaar_tot
    )
    ontbreekt = tuple(dict.fromkeys(n for u in uitkomsten if isinstance(u, Onbekend) for n in u.ontbreekt))
    tijd, laatste = uitkomsten
    if not isinstance(tijd, Vastgesteld) or not isinstance(laatste, Vastgesteld):
        return Loonpad((), ontbreekt, houdbaar_tot)
    assert isinstance(tijd.waarde, Ziektetijd)  # noqa: S101  # zo gedeclareerd
    assert isinstance(laatste.waarde, date)  # noqa: S101  # zo gedeclareerd
    einde = _einde(laatste.waarde, tijd.waarde, dienstverband.waarde)
    try:
        stukken = tuple(_betaalde_stukken(tijd.waarde, einde))
    except FeitOntbreekt as fout:
        return Loonpad((), fout.feiten, houdbaar_tot)
    verloop = _op_volgorde(hervattingen.waarde)
    return Loonpad(tuple(p for stuk in stukken for p in _splits(stuk, verloop)), (), houdbaar_tot)


def _einde(laatste: date, tijd: Ziektetijd, dienstverband: object) -> date:
    dagen = [laatste]
    if tijd.hersteld_op is not None:
        dagen.append(tijd.hersteld_op - EEN_DAG)
    if isinstance(dienstverband, Dienstverband) and dienstverband.einde is not None:
        dagen.append(dienstverband.einde)
    return min(dagen)


def _betaalde_stukken(tijd: Ziektetijd, einde: date) -> Iterator[Periode]:
    """De dagen van ziekte zonder de herstelde dagen en zonder verlof: daarover geldt een ander loon."""
    vanaf = tijd.eerste_ziektedag
    for onderbreking in tijd.onderbrekingen:
        if onderbreking.periode.vanaf > einde:
            break
        if onderbreking.periode.vanaf > vanaf:
            yield Periode(vanaf, onderbreking.periode.vanaf - EEN_DAG)
        if onderbreking.periode.tot_en_met is None:
            raise FeitOntbreekt("verloven")
        vanaf = onderbreking.periode.tot_en_met + EEN_DAG
    if vanaf <= einde:
        yield Periode(vanaf, einde)


def _op_volgorde(waarden: object) -> tuple[Hervatting, ...]:
    assert isinstance(waarden, Iterable)  # noqa: S101  # een meervoudig feit is een tuple
    return tuple(sorted((w for w in waarden if isinstance(w, Hervatting)), key=lambda hervatting: hervatting.vanaf))


def _splits(stuk: Periode, verloop: Sequence[Hervatting]) -> Iterator[Loonperiode]:
    assert stuk.tot_en_met is not None  # noqa: S101  # zo gemaakt
    geldend = next((h for h in reversed(verloop) if h.vanaf <= stuk.vanaf), None)
    vanaf = stuk.vanaf
    for hervatting in (h for h in verloop if stuk.vanaf < h.vanaf <= stuk.tot_en_met):
        if hervatting.vanaf > vanaf:
            yield _periode(Periode(vanaf, hervatting.vanaf - EEN_DAG), geldend)
        geldend, vanaf = hervatting, hervatting.vanaf
    yield _periode(Periode(vanaf, stuk.tot_en_met), geldend)


def _periode(periode: Periode, hervatting: Hervatting | None) -> Loonperiode:
    waarde: Fraction | None = Fraction(0)
    uitleg, ontbreekt = NIET_HERVAT, list[str]()
    if hervatting is not None and hervatting.is_therapeutisch:
        uitleg = Uitleg(THERAPIE.sjabloon, {"vanaf": hervatting.vanaf})
    elif hervatting is not None:
        waarde = hervatting.loonwaarde_pct if hervatting.uren_per_week else Fraction(0)
        sjabloon = ZONDER_WAARDE.sjabloon if waarde is None else HERVAT.sjabloon
        gegevens = {"vanaf": hervatting.vanaf, "uren_per_week": hervatting.uren_per_week, "loonwaarde_pct": waarde}
        uitleg = Uitleg(sjabloon, gegevens)
        ontbreekt = ["hervattingen"] if waarde is None else []
    assert periode.tot_en_met is not None  # noqa: S101  # zo gemaakt
    return Loonperiode(
        van=periode.vanaf, tot_en_met=periode.tot_en_met, loonwaarde_pct=waarde, bedrag_in_centen=None, uitleg=uitleg,
        normen=(NORM_LOON,), ontbreekt=tuple(ontbreekt),
    )  # fmt: skip
