"""What the first-year evaluation looks at, as one role may see it."""

from dataclasses import dataclass
from datetime import date

from poortwijzer.dossiers.beelden.oordeel import Bevinding
from poortwijzer.dossiers.beelden.redenen import Grondfeit, Openvraag, Redenbeeld


@dataclass(frozen=True, slots=True, kw_only=True)
class Signaalbeeld:
    """One of the eight signals; without `reden` the facts under it are not for this role, and neither is the answer."""

    nummer: int
    norm: str
    tekst: str
    reden: Redenbeeld | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opschudbeeld:
    """The evaluation itself, the signals, whether the second track may wait, the goals, and what each party decided.

    `uitzonderingen` and `besluiten` are questions that are open; `doel` is the act to set a goal. What was answered
    stands in `doelen` and `besloten`, and below the questions.
    """

    peildatum: date
    momenten: tuple[Bevinding, ...]
    signalen: tuple[Signaalbeeld, ...]
    zonder_spoor2: Redenbeeld
    uitzonderingen: tuple[Openvraag, ...]
    koers: Redenbeeld
    besluiten: tuple[Openvraag, ...]
    besloten: tuple[Grondfeit, ...]
    doel: Openvraag
    doelen: tuple[Grondfeit, ...]
