"""A form as a page needs it: sections with blocks that are filled in, or only read, in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from django.forms import BoundField

from poortwijzer.formulieren.soort import MEESTE_RIJEN, Sectie, Veld, Veldtype
from poortwijzer.formulieren.velden import Soortformulier
from poortwijzer.formulieren.weergave import cellen, regels
from poortwijzer.lib.datums import gettext
from poortwijzer.lib.datums import gettext as _
from poortwijzer.toegang.rollen import Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """One row of a table, or one moment: what it is called, its inputs, and the value of its "weg" button."""

    titel: str
    velden: tuple[BoundField, ...]
    knop_weg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Blok:
    """One question. `soort` says which part is filled: inputs, rows of inputs, or an answer to read.

    `van` names who supplies it when that is somebody else. `normen` are the norms it answers.
    """

    soort: Literal["invoer", "rijen", "lezen"]
    naam: str
    label: str
    hulp: str = ""
    normen: tuple[str, ...] = ()
    van: str = ""
    velden: tuple[BoundField, ...] = ()
    rijen: tuple[Rij, ...] = ()
    knop_erbij: str = ""
    regels: tuple[str, ...] = ()
    koppen: tuple[str, ...] = ()
    tabel: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sectiebeeld:
    """One section: heading, what to know, and its blocks."""

    naam: str
    titel: str
    toelichting: str
    blokken: tuple[Blok, ...]


def secties(formulier: Soortformulier) -> tuple[Sectiebeeld, ...]:
    """Give the page of a form: own fields to fill in, those of others to read; nothing that this role may not see."""
    gevonden = (_sectie(formulier, sectie) for sectie in formulier.soort.secties)
    return tuple(sectie for sectie in gevonden if sectie.blokken)


def mag_zien(veld: Veld, rol: Rol) -> bool:
    """Tell whether a role that may read the document may also read this field."""
    return not veld.zichtbaar_voor or rol in veld.zichtbaar_voor or rol in veld.gevers


def namen_van(gevers: tuple[Rol, ...]) -> str:
    """Write who supplies a field: `werkgever (HR) of leidinggevende`."""
    labels = [str(rol.label) for rol in gevers]
    if len(labels) == 1:
        return labels[0]
    return _("%(voor)s of %(laatste)s") % {"voor": ", ".join(labels[:-1]), "laatste": labels[-1]}


def _sectie(formulier: Soortformulier, sectie: Sectie) -> Sectiebeeld:
    titel = gettext(sectie.titel)
    return Sectiebeeld(
        naam=sectie.naam,
        titel=f"{sectie.onderdeel}. {titel}" if sectie.onderdeel else titel,
        toelichting=gettext(sectie.toelichting or ""),
        blokken=tuple(_blokken(formulier, sectie)),
    )


def _blokken(formulier: Soortformulier, sectie: Sectie) -> Iterator[Blok]:
    for veld in sectie.velden:
        if formulier.rol in veld.gevers:
            yield _rijenblok(formulier, veld) if veld.rijnaam else _invoerblok(formulier, veld)
        elif mag_zien(veld, formulier.rol):
            yield _leesblok(formulier, veld)


def _invoerblok(formulier: Soortformulier, veld: Veld) -> Blok:
    namen = [naam for naam in formulier.fields if naam == veld.naam or naam.startswith(f"{veld.naam}-")]
    return Blok(
        soort="invoer",
        naam=veld.naam,
        label=gettext(veld.label),
        normen=veld.normen,
        velden=tuple(formulier[naam] for naam in namen),
    )


def _rijenblok(formulier: Soortformulier, veld: Veld) -> Blok:
    aantal = formulier.aantal_rijen[veld.naam]
    return Blok(
        soort="rijen",
        naam=veld.naam,
        label=gettext(veld.label),
        hulp=gettext(veld.hulp),
        normen=veld.normen,
        rijen=tuple(_rij(formulier, veld, nummer) for nummer in range(aantal)),
        knop_erbij=veld.naam if aantal < MEESTE_RIJEN else "",
    )


def _rij(formulier: Soortformulier, veld: Veld, nummer: int) -> Rij:
    prefix = f"{veld.naam}-{nummer}"
    namen = [naam for naam in formulier.fields if naam == prefix or naam.startswith(f"{prefix}-")]
    return Rij(
        titel=f"{gettext(veld.rijnaam or '')} {nummer + 1}",
        velden=tuple(formulier[naam] for naam in namen),
        knop_weg=prefix if nummer < len(formulier.inhoud.get(veld.naam, ())) else "",
    )


def _leesblok(formulier: Soortformulier, veld: Veld) -> Blok:
    waarde = formulier.inhoud.get(veld.naam)
    is_tabel = veld.type == Veldtype.TABEL and isinstance(waarde, list)
    return Blok(
        soort="lezen",
        naam=veld.naam,
        label=gettext(veld.label),
        normen=veld.normen,
        van=namen_van(veld.gevers),
        regels=() if is_tabel else regels(veld, waarde),
        koppen=tuple(gettext(kolom.label) for kolom in veld.kolommen) if is_tabel else (),
        tabel=tuple(cellen(veld, rij) for rij in waarde if isinstance(rij, dict)) if isinstance(waarde, list) else (),
    )
