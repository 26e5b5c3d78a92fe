"""What pages and files show of a trajectory, for one reader."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from poortnormen.bronnen.werkaanpassing.aanvraag import Aanvraag, Voorbereiding
from poortnormen.bronnen.werkaanpassing.bevinding import Bevinding, Reden
from poortnormen.bronnen.werkaanpassing.evaluatie import Afronding
from poortnormen.bronnen.werkaanpassing.knelpunten import Regel
from poortnormen.bronnen.werkaanpassing.oplossingen import Waardering
from poortnormen.bronnen.werkaanpassing.regels.termijnen import Termijnen
from poortnormen.bronnen.werkaanpassing.soorten import Rol, Stap, Variant
from poortwijzer.toegang.rollen import Rol as Platformrol
from poortwijzer.toegang.toestemmingen import Keuze
from poortwijzer.werkaanpassing.lezen import Ideeinhoud, Lijstinhoud, Regelinhoud


@dataclass(frozen=True, slots=True, kw_only=True)
class Overgangbeeld:
    """A step that was taken: from where to where, when, by whom, and why something was left open."""

    van: str
    naar: str
    op: date
    door: str
    redenen: tuple[Reden, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rondebeeld:
    """A round. `voorbereiding` holds of what was said in B1 only what this reader may know."""

    id: UUID
    nummer: int
    stap: Stap
    begonnen_op: date
    gesloten_op: date | None
    samen_op: datetime | None
    termijnen: Termijnen
    voorbereiding: Voorbereiding
    afronding: Afronding
    verloop: tuple[Overgangbeeld, ...]
    bevindingen: tuple[Bevinding, ...]
    klaar: tuple[Rol, ...]
    versie: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trajectbeeld:
    """A trajectory with its rounds, the newest first."""

    id: UUID
    stand: str
    aanvraag: Aanvraag
    aangevraagd_als: Platformrol
    aangevraagd_door: str
    begeleider: str
    begeleidt_zelf: bool
    rondes: tuple[Rondebeeld, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Knelpuntbeeld:
    """A row of a form: what everybody who may see it sees, and what only its own circle does (`eigen`).

    `vrijgave` is what the employee said about discussing it, and `woorden` in which words it was asked.
    """

    id: UUID
    regel: Regel
    eigen: Regelinhoud | None
    akkoord: tuple[Rol, ...]
    is_besproken: bool
    reden_niet_besproken: str
    versie: int
    vrijgave: Keuze | None = None
    is_gevraagd: bool = False
    woorden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijstbeeld:
    """One of the three forms. `vrijgegeven` is how many of how many, for who may know."""

    variant: Variant
    inhoud: Lijstinhoud
    knelpunten: tuple[Knelpuntbeeld, ...]
    bevestigd_door: tuple[Rol, ...]
    vastgesteld_op: datetime | None
    versie: int
    vrijgegeven: tuple[int, int] | None
    voorstel: tuple[tuple[UUID, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ideebeeld:
    """An idea with its marks."""

    id: UUID
    knelpunt_id: UUID
    aangedragen_door: Rol
    inhoud: Ideeinhoud
    waardering: Waardering
    versie: int
