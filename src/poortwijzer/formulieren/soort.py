"""What a kind of document is: sections, fields, who supplies each, and what the regulation asks of it.

A kind is data (`soorten/*.toml`); these classes are its form. They refuse what they do not know, and are frozen.
All texts are Dutch msgids: who shows them translates them.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StringConstraints, model_validator

from poortwijzer.toegang.doelen import Doel, Gegevensklasse
from poortwijzer.toegang.rollen import Rol

Naam = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Tekst = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Normid = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,4}-\S+$")]
Gevers = Annotated[tuple[Rol, ...], Field(min_length=1)]
LANGSTE_REGEL = 300
LANGSTE_TEKST = 10_000
MEESTE_RIJEN = 100


class Veldtype(StrEnum):
    """What kind of answer a field takes."""

    TEKST = "tekst"
    LANGE_TEKST = "lange_tekst"
    DATUM = "datum"
    JA_NEE_ONBEKEND = "ja_nee_onbekend"
    KEUZE = "keuze"
    GETAL = "getal"
    PERCENTAGE = "percentage"
    PERSOON = "persoon"
    TABEL = "tabel"
    MOMENTEN = "momenten"
    STANDPUNT = "standpunt"


# What a cell of a table can hold: the types whose answer is one text.
ENKELVOUDIG = frozenset(Veldtype) - {Veldtype.TABEL, Veldtype.MOMENTEN, Veldtype.STANDPUNT}
MET_GRENZEN = frozenset({Veldtype.GETAL, Veldtype.PERCENTAGE})


class Vast(BaseModel):
    """The base: immutable, and an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Keuze(Vast):
    """One answer of a closed question."""

    waarde: Naam
    label: Tekst


class Voorwaarde(Vast):
    """Something counts only when a field has one of `waarden`; with `behalve` always, but for those answers."""

    veld: Naam
    waarden: tuple[str, ...] = ()
    behalve: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _is_een_van_twee(self) -> Self:
        if bool(self.waarden) is bool(self.behalve):
            raise ValueError("a condition has waarden or behalve, and not both")
        return self

    def geldt(self, antwoord: object) -> bool:
        """Tell whether it holds with this answer (none: not filled in)."""
        return antwoord in self.waarden if self.waarden else antwoord not in self.behalve


class Eis(Vast):
    """A field must be filled in: by which norm, what is missing, why it matters and what to do.

    `reden_volstaat` is false only where the document would be false without it (its own day).
    """

    norm: Normid | None = None
    wat: Tekst
    waarom: Tekst
    doe: Tekst
    als: Voorwaarde | None = None
    reden_volstaat: StrictBool = True


class Tabeleissoort(StrEnum):
    """What can be asked of the rows of a table."""

    RIJ_MET = "rij_met"
    """At least one row whose `kolom` has one of `waarden`."""
    GEVULD_BIJ = "gevuld_bij"
    """Every row that has something in `bij_kolom` also has something in `kolom`."""


class Tabeleis(Eis):
    """A demand on the rows of a table; `sleutel` tells it from the others of that table."""

    sleutel: Naam
    soort: Tabeleissoort
    kolom: Naam
    waarden: tuple[str, ...] = ()
    bij_kolom: Naam | None = None


class Groepseis(Eis):
    """At least one of these fields is filled in."""

    sleutel: Naam
    velden: Annotated[tuple[Naam, ...], Field(min_length=2)]


class Kolom(Vast):
    """One column of a table."""

    naam: Naam
    type: Veldtype
    label: Tekst
    hulp: Tekst | None = None
    keuzes: tuple[Keuze, ...] = ()
    eenheid: Tekst | None = None
    minstens: int | None = None
    hoogstens: int | None = None


class Veld(Kolom):
    """One question: who supplies the answer, which norms it answers, and what is asked of it.

    `zichtbaar_voor` empty: everybody who may read the document. `rijnaam` is what one row or moment is called.
    `is_nieuw_per_versie`: a next version asks it again and does not take over the old answer. `waarschuwing` is said
    whenever its condition holds, whatever is filled in here. `doel` and `klasse` are
    those of its section where it does not say.
    """

    hulp: Tekst
    gevers: Gevers
    zichtbaar_voor: tuple[Rol, ...] = ()
    normen: tuple[Normid, ...] = ()
    rijnaam: Tekst | None = None
    kolommen: tuple[Kolom, ...] = ()
    eis: Eis | None = None
    tabeleisen: tuple[Tabeleis, ...] = ()
    waarschuwing: Eis | None = None
    waarschuwing_afdeling: Eis | None = None
    is_nieuw_per_versie: StrictBool = False
    doel: Doel | None = None
    klasse: Gegevensklasse | None = None


class Sectie(Vast):
    """A group of questions under one heading; `onderdeel` is the letter of the re-integratieverslag.

    `doel` is what its answers may be used for and `klasse` what kind of data they are: no question gets in without.
    """

    naam: Naam
    titel: Tekst
    toelichting: Tekst | None = None
    doel: Doel
    klasse: Gegevensklasse
    onderdeel: Annotated[str, StringConstraints(pattern="^[a-l]$")] | None = None
    velden: Annotated[tuple[Veld, ...], Field(min_length=1)]
    groepseisen: tuple[Groepseis, ...] = ()


class Feitregel(Vast):
    """An answer that is also a fact of the core; `op` is the field with the day from which it holds."""

    naam: Naam
    veld: Naam
    op: Naam


class Stukregel(Vast):
    """How the document itself becomes a fact: its Stuksoort and which fields hold what the core asks about.

    `delen` names per Stukdeel of poortnormen the fields that must be filled in, and the demands on a table
    (`field.demand`) that must be met, for that part to be there.
    """

    soort: Naam
    visie_werkgever: Naam | None = None
    visie_werknemer: Naam | None = None
    evaluatiemomenten: Naam | None = None
    delen: dict[Naam, Annotated[tuple[str, ...], Field(min_length=1)]] = {}


class Soort(Vast):
    """A kind of document in one version of its form.

    `onderdeel` is its part letter in the re-integratieverslag (none: it is no part of that), `dag` the field with its
    day, `vaststellers` the roles that may freeze it, `lezers_vooraf` those for whom it is first shown what they will
    read, `standpunten_van` who is asked to agree or disagree, `volgende` the kind of its next version and `bij_oneens`
    what is offered when somebody disagrees. `verslaggegevens` names, per field of that fact of poortnormen, the answers
    that together are that part of the re-integratieverslag.
    """

    soort: Naam
    vormversie: Annotated[int, Field(ge=1)]
    titel: Tekst
    inleiding: Tekst
    onderdeel: Annotated[str, StringConstraints(pattern="^[a-l]([,-][a-l])*$")] | None = None
    normen: Annotated[tuple[Normid, ...], Field(min_length=1)]
    dag: Naam
    vaststellers: Gevers
    standpunten_van: tuple[Rol, ...] = ()
    lezers_vooraf: tuple[Rol, ...] = ()
    volgende: Naam
    bij_oneens: Tekst | None = None
    bij_oneens_normen: tuple[Normid, ...] = ()
    stuk: Stukregel
    feiten: tuple[Feitregel, ...] = ()
    verslaggegevens: dict[Naam, Annotated[tuple[Naam, ...], Field(min_length=1)]] = {}
    secties: Annotated[tuple[Sectie, ...], Field(min_length=1)]

    def velden(self) -> Iterator[Veld]:
        """Give every field in the order of the form."""
        for sectie in self.secties:
            yield from sectie.velden

    def veld(self, naam: str) -> Veld:
        """Give one field.

        Raises:
            KeyError: when this kind has no such field.
        """
        for veld in self.velden():
            if veld.naam == naam:
                return veld
        raise KeyError(naam)

    def alle_normen(self) -> frozenset[str]:
        """Give every norm that this kind says to answer."""
        normen = {*self.normen, *self.bij_oneens_normen}
        for veld in self.velden():
            normen.update(veld.normen)
        normen.update(eis.norm for eis in self.eisen() if eis.norm)
        return frozenset(normen)

    def eisen(self) -> Iterator[Eis]:
        """Give everything that is asked before the document is complete."""
        for sectie in self.secties:
            yield from sectie.groepseisen
        for veld in self.velden():
            yield from (eis for eis in (veld.eis, veld.waarschuwing, veld.waarschuwing_afdeling) if eis)
            yield from veld.tabeleisen
