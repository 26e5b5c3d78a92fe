"""What a document shows, as plain values: every text is already in the reader's language and date style."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Partij:
    """Somebody the document is about or from: `rol` is what people read, such as `werknemer`."""

    rol: str
    naam: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A label with a short text: a date, a name, a number."""

    label: str
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoord:
    """One question and its answer; `alineas` empty means that it was not filled in. `van` names who supplied it."""

    label: str
    alineas: tuple[str, ...] = ()
    van: str = ""
    noot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """One question whose answer has rows; each row has as many texts as there are `koppen`."""

    label: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...] = ()
    van: str = ""
    noot: str = ""

    def __post_init__(self) -> None:
        """Refuse rows of another width: a printed table would shift."""
        if any(len(rij) != len(self.koppen) for rij in self.rijen):
            raise ValueError(f"{self.label}: every row needs {len(self.koppen)} cells")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijst:
    """One question whose answer is a list."""

    label: str
    punten: tuple[str, ...] = ()
    van: str = ""
    noot: str = ""


Blok = Antwoord | Tabel | Lijst


@dataclass(frozen=True, slots=True, kw_only=True)
class Sectie:
    """A heading with its questions."""

    titel: str
    blokken: tuple[Blok, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leemte:
    """A part that is missing: what, why it is not there (in the words of who froze it), and the norm that asks it."""

    wat: str
    reden: str = ""
    norm: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reactie:
    """What a party says about the document, in its own words."""

    partij: str
    standpunt: str
    woorden: str = ""
    naam: str = ""
    op: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stukgegevens:
    """One document; `dag` is its own day and `kenmerk` the dossier's.

    `onderdeel` is its letter in the re-integratieverslag, and none for a document that is no part of that.
    `is_concept` marks every page. `afdruk` is the fingerprint of the frozen content and `vorm` the version of the
    form. `gemaakt_op` is the moment in the file's own data (aware); the same data give the same file.

    Raises:
        ValueError: without a title, a letter, a day or a party: then nobody can tell which part this is.
    """

    titel: str
    onderdeel: str | None
    kenmerk: str
    dag: str
    partijen: tuple[Partij, ...]
    secties: tuple[Sectie, ...]
    gemaakt_op: datetime
    is_concept: bool
    regels: tuple[Regel, ...] = ()
    leemten: tuple[Leemte, ...] = ()
    reacties: tuple[Reactie, ...] = ()
    noot: str = ""
    vorm: str = ""
    afdruk: str = ""
    taal: str = "nl"

    def __post_init__(self) -> None:
        """Refuse what cannot be recognised as a part of the re-integratieverslag, or as a document beside it."""
        verplicht = {"titel": self.titel, "onderdeel": self.onderdeel != "", "partijen": self.partijen}
        if not self.is_concept:
            verplicht |= {"dag": self.dag, "afdruk": self.afdruk}
        if leeg := [naam for naam, waarde in verplicht.items() if not waarde]:
            raise ValueError(f"A document needs: {', '.join(leeg)}")
        if self.gemaakt_op.tzinfo is None:
            raise ValueError("gemaakt_op needs a time zone")
