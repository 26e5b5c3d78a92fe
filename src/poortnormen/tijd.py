"""Alle rekenwerk met dagen: termijnen, perioden, werkdagen en het verschuiven van een laatste dag.

De eerste ziektedag is dag 1. `vanaf` telt mee, `tot` telt niet mee, `tot_en_met` telt mee. Wat een feestdag is en welke
termijn verschuift, staat in de Algemene termijnenwet en dus in de bron `termijnenwet`; hier staat alleen het rekenwerk.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

EEN_DAG = timedelta(days=1)
DAGEN_PER_WEEK = 7
MAANDEN_PER_JAAR = 12
MAANDAG, ZATERDAG = 0, 5  # zoals `date.weekday` telt


@dataclass(frozen=True, slots=True, order=True)
class Dagen:
    """Een duur in kalenderdagen."""

    aantal: int

    @property
    def dagen(self) -> int:
        """De duur in dagen."""
        return self.aantal


@dataclass(frozen=True, slots=True, order=True)
class Weken:
    """Een duur in weken van zeven dagen."""

    aantal: int

    @property
    def dagen(self) -> int:
        """De duur in dagen."""
        return self.aantal * DAGEN_PER_WEEK


@dataclass(frozen=True, slots=True, order=True)
class Maanden:
    """Een duur in kalendermaanden."""

    aantal: int


@dataclass(frozen=True, slots=True, order=True)
class Jaren:
    """Een duur in kalenderjaren."""

    aantal: int


Dagduur = Dagen | Weken
Duur = Dagen | Weken | Maanden | Jaren


@dataclass(frozen=True, slots=True)
class Periode:
    """Een aaneengesloten reeks dagen; zonder `tot_en_met` loopt zij nog.

    Raises:
        ValueError: als `tot_en_met` voor `vanaf` ligt.
    """

    vanaf: date
    tot_en_met: date | None = None

    def __post_init__(self) -> None:
        if self.tot_en_met is not None and self.tot_en_met < self.vanaf:
            raise ValueError(f"De periode eindigt ({self.tot_en_met}) voordat zij begint ({self.vanaf}).")

    def __contains__(self, dag: date) -> bool:
        return self.vanaf <= dag and (self.tot_en_met is None or dag <= self.tot_en_met)

    def aantal_dagen(self) -> int:
        """Het aantal dagen, begin en einde meegeteld; alleen voor een afgesloten periode."""
        if self.tot_en_met is None:
            raise ValueError("Een lopende periode heeft nog geen aantal dagen.")
        return (self.tot_en_met - self.vanaf).days + 1


def laatste_dag_binnen(*, na: date, termijn: Dagduur) -> date:
    """De laatste dag van een termijn die de dag na `na` begint: twee weken na 10 februari is 24 februari."""
    return na + timedelta(days=termijn.dagen)


def laatste_dag_van(*, vanaf: date, duur: Dagduur) -> date:
    """De laatste dag van een tijdvak waarvan `vanaf` de eerste dag is: 104 weken geeft vanaf + 727 dagen."""
    return vanaf + timedelta(days=duur.dagen - 1)


def eerste_dag_na(*, vanaf: date, duur: Dagduur) -> date:
    """De eerste dag na een tijdvak waarvan `vanaf` de eerste dag is: 42 weken geeft vanaf + 294 dagen."""
    return vanaf + timedelta(days=duur.dagen)


def terug_vanaf(*, dag: date, termijn: Dagduur) -> date:
    """De dag die een termijn vóór `dag` ligt: dertien weken voor de laatste dag van de wachttijd."""
    return dag - timedelta(days=termijn.dagen)


def dagen_later(dag: date, aantal: int) -> date:
    """De dag die `aantal` kalenderdagen na `dag` ligt (negatief: ervoor)."""
    return dag + timedelta(days=aantal)


def jaren_later(dag: date, duur: Jaren) -> date:
    """Dezelfde datum een aantal jaren later; 29 februari wordt 1 maart als dat jaar geen schrikkeldag heeft."""
    jaar = dag.year + duur.aantal
    try:
        return dag.replace(year=jaar)
    except ValueError:
        return date(jaar, 3, 1)


def maanden_later(dag: date, duur: Maanden) -> date:
    """Dezelfde dag een aantal maanden later; bestaat die niet, dan de laatste dag van die maand."""
    maanden = dag.year * MAANDEN_PER_JAAR + dag.month - 1 + duur.aantal
    jaar, maand = divmod(maanden, MAANDEN_PER_JAAR)
    volgende = date(jaar + (maand + 1) // MAANDEN_PER_JAAR, (maand + 1) % MAANDEN_PER_JAAR + 1, 1)
    return min(date(jaar, maand + 1, 1) + timedelta(days=dag.day - 1), volgende - EEN_DAG)


def pasen(jaar: int) -> date:
    """Eerste paasdag in de gregoriaanse kalender (rekenwijze van Meeus, Jones en Butcher)."""
    gulden = jaar % 19
    eeuw = jaar // 100
    correctie = (eeuw - eeuw // 4 - (8 * eeuw + 13) // 25 + 19 * gulden + 15) % 30
    maan = correctie - (correctie // 28) * (1 - (correctie // 28) * (29 // (correctie + 1)) * ((21 - gulden) // 11))
    weekdag = (jaar + jaar // 4 + maan + 2 - eeuw + eeuw // 4) % 7
    verschil = maan - weekdag
    maand = 3 + (verschil + 40) // 44
    dag = verschil + 28 - 31 * (maand // 4)
    return date(jaar, maand, dag)


@dataclass(frozen=True, slots=True)
class Feestdag:
    """Een dag die voor wettelijke termijnen niet als gewone werkdag telt."""

    dag: date
    naam: str
    zekerheid: str


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """Wat er met een laatste dag gebeurde: van welke dag naar welke, en welke dagen werden overgeslagen."""

    van: date
    naar: date
    overgeslagen: tuple[Feestdag, ...]

    @property
    def is_verschoven(self) -> bool:
        """Of de laatste dag een andere is geworden."""
        return self.van != self.naar


@dataclass(frozen=True, eq=False)
class Termijnkalender:
    """Werkdagen en feestdagen volgens de regels die de bron `termijnenwet` meegeeft.

    `vaste_dagen` zijn (maand, dag, naam), `paasdagen` zijn (dagen na eerste paasdag, naam), `koningsdag` is (maand,
    dag, dag als dat een zondag is, naam); `gelijkgesteld` zijn losse dagen bij koninklijk besluit en `onderzocht` de
    jaren waarvoor naar zulke besluiten is gekeken.
    """

    vaste_dagen: tuple[tuple[int, int, str], ...]
    paasdagen: tuple[tuple[int, str], ...]
    koningsdag: tuple[int, int, int, str]
    gelijkgesteld: tuple[Feestdag, ...] = ()
    onderzocht: tuple[Periode, ...] = ()
    zekerheid: str = ""

    def is_onderzocht(self, dag: date) -> bool:
        """Of voor die dag bekend is of zij bij besluit met een feestdag is gelijkgesteld."""
        return any(dag in periode for periode in self.onderzocht)

    def feestdag_op(self, dag: date) -> Feestdag | None:
        """De feestdag die op deze dag valt, of niets."""
        return _op_dag(self, dag.year).get(dag)

    def is_werkdag(self, dag: date) -> bool:
        """Of de dag geen zaterdag, zondag, feestdag of gelijkgestelde dag is."""
        return dag.weekday() < ZATERDAG and dag not in _op_dag(self, dag.year)

    def werkdag_op_of_voor(self, dag: date) -> date:
        """De laatste werkdag die niet na `dag` valt: de dag om op te mikken."""
        return _werkdag_op_of_voor(self, dag)

    def werkdag_op_of_na(self, dag: date) -> Verschuiving:
        """De eerste werkdag op of na `dag`, met de feestdagen die daarvoor zijn overgeslagen."""
        naar = dag
        overgeslagen = []
        while not self.is_werkdag(naar):
            if (feestdag := self.feestdag_op(naar)) is not None:
                overgeslagen.append(feestdag)
            naar += EEN_DAG
        return Verschuiving(dag, naar, tuple(overgeslagen))

    def werkdagen(self, periode: Periode) -> int:
        """Het aantal werkdagen in een afgesloten periode."""
        return sum(self.is_werkdag(dag) for dag in dagen_van(periode))


def dagen_van(periode: Periode) -> Iterator[date]:
    """De dagen van een afgesloten periode, op volgorde."""
    for nummer in range(periode.aantal_dagen()):
        yield periode.vanaf + timedelta(days=nummer)


@lru_cache(maxsize=512)
def _op_dag(kalender: Termijnkalender, jaar: int) -> dict[date, Feestdag]:
    """Alle feestdagen van een jaar; valt er meer dan één op een dag, dan telt de laatste van deze rij."""
    maand, dag, op_zondag, naam = kalender.koningsdag
    koningsdag = date(jaar, maand, dag)
    if koningsdag.isoweekday() == DAGEN_PER_WEEK:
        koningsdag = date(jaar, maand, op_zondag)
    paasdag = pasen(jaar)
    alle = [Feestdag(koningsdag, naam, kalender.zekerheid)]
    alle += [Feestdag(date(jaar, m, d), n, kalender.zekerheid) for m, d, n in kalender.vaste_dagen]
    alle += [Feestdag(dagen_later(paasdag, na), n, kalender.zekerheid) for na, n in kalender.paasdagen]
    alle += [feestdag for feestdag in kalender.gelijkgesteld if feestdag.dag.year == jaar]
    return {feestdag.dag: feestdag for feestdag in alle}


@lru_cache(maxsize=4096)
def _werkdag_op_of_voor(kalender: Termijnkalender, dag: date) -> date:
    while not kalender.is_werkdag(dag):
        dag -= EEN_DAG
    return dag
