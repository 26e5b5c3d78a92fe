"""Wanneer de laatste dag van een termijn opschuift, en waarheen; de grenzen komen uit de bron `termijnenwet`."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from poortnormen.norm import Aard, Hardheid, Telrichting
from poortnormen.tijd import (
    EEN_DAG,
    Dagduur,
    Dagen,
    Duur,
    Jaren,
    Maanden,
    Termijnkalender,
    Verschuiving,
    Weken,
    laatste_dag_binnen,
)
from poortnormen.uitkomst import WaardeOntbreekt

GELIJKGESTELD = "gelijkgestelde_dagen"


@dataclass(frozen=True, slots=True)
class Termijngrens:
    """De langste termijnen die nog opschuiven, per eenheid; een termijn in jaren schuift nooit op."""

    dagen: Dagen
    weken: Weken
    maanden: Maanden

    def omvat(self, termijn: Duur) -> bool:
        """Of een termijn kort genoeg is om op te schuiven."""
        match termijn:
            case Dagen():
                return termijn <= self.dagen
            case Weken():
                return termijn <= self.weken
            case Maanden():
                return termijn <= self.maanden
            case Jaren():
                return False


@dataclass(frozen=True, slots=True)
class Aanvulling:
    """Vanaf welke lengte een termijn wordt aangevuld tot hij genoeg werkdagen telt."""

    vanaf: Dagen
    werkdagen: int


@dataclass(frozen=True, slots=True, eq=False)
class Termijnregels:
    """De Algemene termijnenwet als rekenregel voor termijnen die vanaf een gebeurtenis vooruit lopen."""

    kalender: Termijnkalender
    grens: Termijngrens
    aanvulling: Aanvulling
    telrichtingen: tuple[Telrichting, ...]
    aarden: tuple[Aard, ...]

    def geldt_voor(self, *, aard: Aard, hardheid: Hardheid, telrichting: Telrichting, termijn: Duur | None) -> bool:
        """Of een termijn opschuift als zijn laatste dag geen gewone werkdag is.

        Dat hangt af van de bron (alleen wet en amvb), de hardheid, de telrichting en de lengte; zonder termijn is er
        niets dat kan opschuiven.
        """
        return (
            termijn is not None
            and hardheid is Hardheid.WETTELIJK
            and aard in self.aarden
            and telrichting in self.telrichtingen
            and self.grens.omvat(termijn)
        )

    def verschuif(self, dag: date) -> Verschuiving:
        """De eerste gewone werkdag op of na `dag`, met de feestdagen die daarvoor zijn overgeslagen.

        Raises:
            WaardeOntbreekt: als niet bekend is of een dag bij besluit met een feestdag is gelijkgesteld.
        """
        verschuiving = self.kalender.werkdag_op_of_na(dag)
        self._is_zekere_werkdag(verschuiving.naar)
        return verschuiving

    def laatste_dag(self, *, na: date, termijn: Dagduur) -> date:
        """De laatste dag van een wettelijke termijn die de dag na `na` begint en vooruit loopt.

        Eerst loopt het einde door tot een gewone werkdag, daarna wordt de termijn zo nodig aangevuld tot er genoeg
        werkdagen in zitten. Een termijn die te lang is, eindigt op de dag zelf.

        Raises:
            WaardeOntbreekt: als niet bekend is of een dag bij besluit met een feestdag is gelijkgesteld.
        """
        return _laatste_dag(self, na, termijn)

    def _laatste_dag(self, na: date, termijn: Dagduur) -> date:
        einde = laatste_dag_binnen(na=na, termijn=termijn)
        if not self.grens.omvat(termijn):
            return einde
        einde = self.verschuif(einde).naar
        if termijn.dagen < self.aanvulling.vanaf.dagen:
            return einde
        nodig, dag = self.aanvulling.werkdagen, na
        while nodig:
            dag += EEN_DAG
            nodig -= self._is_zekere_werkdag(dag)
        return max(dag, einde)

    def laatste_dag_van(self, *, vanaf: date, termijn: Dagduur) -> date:
        """De laatste dag van een wettelijke termijn waarvan `vanaf` zelf de eerste dag is: de vierde ziektedag.

        Raises:
            WaardeOntbreekt: als niet bekend is of een dag bij besluit met een feestdag is gelijkgesteld.
        """
        return self.laatste_dag(na=vanaf - EEN_DAG, termijn=termijn)

    def _is_zekere_werkdag(self, dag: date) -> bool:
        if not self.kalender.is_werkdag(dag):
            return False
        if not self.kalender.is_onderzocht(dag):
            raise WaardeOntbreekt(GELIJKGESTELD)
        return True


@lru_cache(maxsize=4096)
def _laatste_dag(regels: Termijnregels, na: date, termijn: Dagduur) -> date:
    """Onthouden: in veel dossiers beginnen termijnen op dezelfde dagen."""
    return regels._laatste_dag(na, termijn)  # noqa: SLF001  # het is hetzelfde, onthouden
