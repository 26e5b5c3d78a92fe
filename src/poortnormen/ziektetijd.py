"""De telling van ziektedagen van één geval: welke dag de zoveelste is als sommige dagen niet meetellen."""

from collections.abc import Iterable
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


def voeg_samen(onderbrekingen: Iterable[Onderbreking]) -> tuple[Onderbreking, ...]:
    """Zet onderbrekingen op volgorde en tel elke dag één keer: wat later begint, verliest de overlap."""
    samen: list[Onderbreking] = []
    for onderbreking in sorted(onderbrekingen, key=lambda o: o.periode.vanaf):
        vanaf, tot_en_met = onderbreking.periode.vanaf, onderbreking.periode.tot_en_met
        if samen:
            vorige = samen[-1].periode.tot_en_met
            if vorige is None or (tot_en_met is not None and tot_en_met <= vorige):
                continue
            vanaf = max(vanaf, dagen_later(vorige, 1))
        samen.append(Onderbreking(Periode(vanaf, tot_en_met), onderbreking.grond))
    return tuple(samen)
