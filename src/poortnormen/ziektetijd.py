"""De telling van ziektedagen van één geval: welke dag de zoveelste is als sommige dagen niet meetellen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from poortnormen.tijd import Dagduur, Periode, dagen_later
from poortnormen.uitkomst import FeitOntbreekt


class Onderbrekingsgrond(StrEnum):
    """Waarom dagen niet meetellen."""

    HERSTELD = "hersteld"
    VERLOF = "verlof"


@dataclass(frozen=True, slots=True)
class Onderbreking:
    """Dagen die niet meetellen; zonder laatste dag is het einde nog niet bekend."""

    periode: Periode
    grond: Onderbrekingsgrond


@dataclass(frozen=True, slots=True)
class Ziektetijd:
    """Eerste ziektedag en de dagen die niet meetellen; `hersteld_op` als het herstel niet door ziekte is gevolgd.

    De eerste ziektedag is dag 0 in `dag` en `dagen_na`: `dag(294)` is de eerste dag nadat 42 weken vol zijn.
    """

    eerste_ziektedag: date
    onderbrekingen: tuple[Onderbreking, ...] = ()
    hersteld_op: date | None = None

    def dag(self, nummer: int) -> date:
        """De datum van de meetellende dag met dit nummer (0 is de eerste ziektedag).

        Raises:
            FeitOntbreekt: als een verlof zonder bekende laatste dag ervoor ligt.
        """
        dag = dagen_later(self.eerste_ziektedag, nummer)
        for onderbreking in self.onderbrekingen:
            if onderbreking.periode.vanaf > dag:
                break
            if onderbreking.periode.tot_en_met is None:
                raise FeitOntbreekt("verloven")
            dag = dagen_later(dag, onderbreking.periode.aantal_dagen())
        return dag

    def na(self, duur: Dagduur) -> date:
        """De eerste dag nadat de ziekte zo lang heeft geduurd: na 42 weken is D0 + 294 dagen zonder onderbreking."""
        return self.dag(duur.dagen)

    def laatste_dag_van(self, duur: Dagduur) -> date:
        """De laatste dag van de eerste zoveel weken ziekte: van 104 weken is D0 + 727 dagen zonder onderbreking."""
        return self.dag(duur.dagen - 1)

    def dagnummer(self, datum: date) -> int:
        """De hoeveelste ziektedag een datum is (de eerste is 1); op een dag die niet meetelt het nummer van ervoor."""
        niet_geteld = sum(
            (min(datum, o.periode.tot_en_met or datum) - o.periode.vanaf).days + 1
            for o in self.onderbrekingen
            if o.periode.vanaf <= datum
        )
        return (datum - self.eerste_ziektedag).days + 1 - niet_geteld

    @property
    def niet_meetellende_dagen(self) -> int:
        """Het aantal dagen dat niet meetelt, voor zover hun einde bekend is."""
        return sum(o.periode.aantal_dagen() for o in self.onderbrekingen if o.periode.tot_en_met is not None)

    def in_dit_verzuim(self, dag: date | None) -> date | None:
        """De dag van een gebeurtenis als die bij dit verzuim kan horen, en niets als zij van daarvoor is."""
        return dag if dag is not None and dag >= self.eerste_ziektedag else None


@dataclass(frozen=True, slots=True)
class Ziekteperiode:
    """Aaneengesloten ziekte: de eerste dag, en de eerste dag zonder ziekte als die bekend is."""

    vanaf: date
    hersteld_op: date | None = None


def ziekteperioden(eerste_dagen: Iterable[date], herstel: Iterable[date]) -> tuple[Ziekteperiode, ...]:
    """Maak van eerste ziektedagen en dagen van herstel de perioden; opnieuw ziek zonder herstel is dezelfde periode."""
    hersteld = sorted(herstel)
    perioden: list[Ziekteperiode] = []
    for dag in sorted(eerste_dagen):
        if perioden and (perioden[-1].hersteld_op is None or dag < perioden[-1].hersteld_op):
            continue
        perioden.append(Ziekteperiode(dag, next((h for h in hersteld if h > dag), None)))
    return tuple(perioden)


def splits_om_verlof(perioden: Iterable[Ziekteperiode], verloven: Iterable[Periode]) -> tuple[Ziekteperiode, ...]:
    """Laat elke periode eindigen waar een verlof begint en opnieuw beginnen waar het eindigt, als zij doorloopt.

    Raises:
        FeitOntbreekt: als van zo'n verlof de laatste dag niet bekend is.
    """
    delen = list(perioden)
    for verlof in sorted(verloven, key=lambda v: v.vanaf):
        laatste = next((p for p in reversed(delen) if p.vanaf < verlof.vanaf), None)
        if laatste is None or (laatste.hersteld_op is not None and laatste.hersteld_op <= verlof.vanaf):
            continue
        if verlof.tot_en_met is None:
            raise FeitOntbreekt("verloven")
        plaats, erna = delen.index(laatste), dagen_later(verlof.tot_en_met, 1)
        delen[plaats] = Ziekteperiode(laatste.vanaf, verlof.vanaf)
        if laatste.hersteld_op is None or laatste.hersteld_op > erna:
            delen.insert(plaats + 1, Ziekteperiode(erna, laatste.hersteld_op))
    return tuple(delen)


def ligt_verlof_ertussen(eerste: Ziekteperiode, tweede: Ziekteperiode, verloven: Iterable[Periode]) -> bool:
    """Of de ene periode direct voor een verlof ligt en de andere er direct na.

    Raises:
        FeitOntbreekt: als van dat verlof de laatste dag niet bekend is.
    """
    for verlof in verloven:
        if eerste.hersteld_op is None or not eerste.vanaf < verlof.vanaf <= eerste.hersteld_op:
            continue
        if verlof.tot_en_met is None:
            raise FeitOntbreekt("verloven")
        erna = dagen_later(verlof.tot_en_met, 1)
        if eerste.hersteld_op <= erna and tweede.vanaf <= erna:
            return True
    return False


def laatste_verzuim(
    perioden: Sequence[Ziekteperiode], verloven: Sequence[Periode], *, grens: Dagduur, hoort_om_verlof_samen: bool
) -> Ziektetijd:
    """Tel de laatste perioden die bij elkaar horen samen: met minder dan `grens` ertussen, of direct om een verlof.

    Raises:
        FeitOntbreekt: als van een verlof waar het op aankomt de laatste dag niet bekend is.
    """
    eerste, tussen, vorige = perioden[0].vanaf, list[Onderbreking](), perioden[0]
    for periode in perioden[1:]:
        assert vorige.hersteld_op is not None  # noqa: S101  # alleen de laatste periode kan nog lopen
        is_kort = (periode.vanaf - vorige.hersteld_op).days < grens.dagen
        if not is_kort and not (hoort_om_verlof_samen and ligt_verlof_ertussen(vorige, periode, verloven)):
            eerste, tussen = periode.vanaf, []
        elif periode.vanaf > vorige.hersteld_op:
            dagen = Periode(vorige.hersteld_op, dagen_later(periode.vanaf, -1))
            tussen.append(Onderbreking(dagen, Onderbrekingsgrond.HERSTELD))
        vorige = periode
    verlof = _verlof_in(verloven, eerste, vorige.hersteld_op)
    return Ziektetijd(eerste, voeg_samen([*verlof, *tussen]), vorige.hersteld_op)


def _verlof_in(verloven: Iterable[Periode], eerste: date, hersteld_op: date | None) -> Iterator[Onderbreking]:
    """Het verlof in dit verzuim; wat al liep op de eerste ziektedag telt vanaf die dag."""
    for verlof in verloven:
        is_voorbij = verlof.tot_en_met is not None and verlof.tot_en_met < eerste
        if not is_voorbij and (hersteld_op is None or verlof.vanaf < hersteld_op):
            periode = Periode(max(verlof.vanaf, eerste), verlof.tot_en_met)
            yield Onderbreking(periode, Onderbrekingsgrond.VERLOF)


def voeg_samen(onderbrekingen: Iterable[Onderbreking]) -> tuple[Onderbreking, ...]:
    """Zet onderbrekingen op volgorde en tel elke dag één keer: wat later begint, verliest de overlap.

    Verlof gaat voor op herstelde dagen die even vroeg beginnen.
    """
    samen: list[Onderbreking] = []
    for onderbreking in sorted(onderbrekingen, key=lambda o: (o.periode.vanaf, o.grond is Onderbrekingsgrond.HERSTELD)):
        vanaf, tot_en_met = onderbreking.periode.vanaf, onderbreking.periode.tot_en_met
        if samen:
            vorige = samen[-1].periode.tot_en_met
            if vorige is None or (tot_en_met is not None and tot_en_met <= vorige):
                continue
            vanaf = max(vanaf, dagen_later(vorige, 1))
        samen.append(Onderbreking(Periode(vanaf, tot_en_met), onderbreking.grond))
    return tuple(samen)
