"""Een moment op de tijdlijn: een norm met een laatste dag, en wat de feiten van een geval daarvan maken."""

from dataclasses import dataclass
from datetime import date

from poortnormen.norm import Gevolg, Momentgegevens, Norm
from poortnormen.uitkomst import Stand, Uitkomst, Uitleg, eerste_van
from poortnormen.vorm import onveranderlijk


@dataclass(slots=True, kw_only=True)
class Invulling:
    """Wat de feiten van een moment maken, stap voor stap ingevuld; de velden zijn die van `Moment`."""

    status: Stand = Stand.ONBEKEND
    houdbaar_tot: date | None = None
    vroegste_dag: date | None = None
    uiterste_dag: date | None = None
    wettelijke_dag: date | None = None
    streefdag: date | None = None
    gedaan_op: date | None = None
    ontbreekt: tuple[str, ...] = ()
    vragen: tuple[str, ...] = ()
    uitleg: Uitleg | None = None


@onveranderlijk()
class Moment:
    """Eén dag op de tijdlijn. `wettelijke_dag` is gevuld als partijen een andere dag hebben afgesproken.

    Bij de status onbekend kan `uiterste_dag` gevuld zijn: dan is niet zeker of de norm geldt, wel tot welke dag. Wat
    zonder uitstel moet, heeft alleen een `streefdag`.
    """

    regel: Norm
    gegevens: Momentgegevens
    uitkomst: Uitkomst
    invulling: Invulling

    @property
    def norm(self) -> str:
        """Het id van de norm."""
        return self.regel.id

    @property
    def naam(self) -> str:
        """Hoe het moment heet."""
        return self.gegevens.naam

    @property
    def wie(self) -> str:
        """Wie aan zet is."""
        return self.gegevens.wie

    @property
    def item(self) -> str | None:
        """Bij welk onderdeel het hoort, als de norm per onderdeel geldt."""
        return self.uitkomst.item

    @property
    def gevolg(self) -> Gevolg:
        """Wat er op het spel staat als de dag voorbijgaat."""
        return self.gegevens.gevolg

    @property
    def is_informatief(self) -> bool:
        """Of het vanzelf voorbijgaat."""
        return self.gegevens.is_informatief

    @property
    def schuift(self) -> bool:
        """Of de Algemene termijnenwet de laatste dag opschuift."""
        return bool(self.regel.schuift)

    @property
    def status(self) -> Stand:
        """Hoe het er op de peildatum voor staat."""
        return self.invulling.status

    @property
    def vroegste_dag(self) -> date | None:
        """De eerste dag waarop het kan."""
        return self.invulling.vroegste_dag

    @property
    def uiterste_dag(self) -> date | None:
        """De laatste dag waarop het op tijd is."""
        return self.invulling.uiterste_dag

    @property
    def wettelijke_dag(self) -> date | None:
        """De dag die uit de regels volgt, als een andere is afgesproken."""
        return self.invulling.wettelijke_dag

    @property
    def streefdag(self) -> date | None:
        """De werkdag om op te mikken."""
        return self.invulling.streefdag

    @property
    def gedaan_op(self) -> date | None:
        """De dag waarop het gebeurde."""
        return self.invulling.gedaan_op

    @property
    def ontbreekt(self) -> tuple[str, ...]:
        """De feiten die nodig zijn om de stand te kennen."""
        return self.invulling.ontbreekt

    @property
    def vragen(self) -> tuple[str, ...]:
        """De ontbrekende feiten die nu al te vragen zijn; de andere moeten nog gebeuren of doen er nog niet toe."""
        return self.invulling.vragen

    @property
    def uitleg(self) -> Uitleg:
        """Waarom het zo is: de uitleg van het moment zelf als die er is, en anders die van de norm."""
        return self.invulling.uitleg or self.uitkomst.uitleg

    @property
    def houdbaar_tot(self) -> date | None:
        """De eerste peildatum waarop het moment anders kan zijn."""
        return eerste_van(self.uitkomst.houdbaar_tot, self.invulling.houdbaar_tot)
