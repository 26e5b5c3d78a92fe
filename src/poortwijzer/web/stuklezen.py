"""A document to read: every question that this role may see, with its answer and whose it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from poortwijzer.dossiers.meekijken import ziet_stuk
from poortwijzer.formulieren.scherm import Blok, Sectiebeeld, mag_zien, namen_van
from poortwijzer.formulieren.soort import Sectie, Veldtype
from poortwijzer.formulieren.weergave import cellen, regels
from poortwijzer.lib.datums import gettext
from poortwijzer.toegang.rollen import Rol

if TYPE_CHECKING:
    from poortwijzer.formulieren.models import Formulier


def leessecties(stuk: "Formulier", rol: Rol, *, ook: Rol | None = None) -> tuple[Sectiebeeld, ...]:
    """Give the sections of a document as this role may read them; a section without anything to see is left out.

    With `ook` only what that role may read as well.
    """
    beelden = (
        Sectiebeeld(
            naam=sectie.naam,
            titel=gettext(sectie.titel),
            toelichting="",
            blokken=tuple(_blokken(stuk, sectie, {rol, ook or rol})),
        )
        for sectie in stuk.vorm.secties
    )
    return tuple(beeld for beeld in beelden if beeld.blokken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vooruitblik:
    """What some roles will read of a document once it is frozen: for all of them the same."""

    namen: str
    secties: tuple[Sectiebeeld, ...]


def vooruitblik(stuk: "Formulier", rol: Rol) -> tuple[Vooruitblik, ...]:
    """Give what each of the readers that the kind names will read; those who read the same stand together."""
    per_beeld: dict[tuple[Sectiebeeld, ...], list[Rol]] = {}
    for lezer in stuk.vorm.lezers_vooraf:
        if ziet_stuk(lezer, stuk.soort):
            per_beeld.setdefault(leessecties(stuk, rol, ook=lezer), []).append(lezer)
    return tuple(
        Vooruitblik(namen=_(" en ").join(str(lezer.label) for lezer in lezers), secties=beeld)
        for beeld, lezers in per_beeld.items()
    )


def kijk_als(rol: Rol) -> Rol:
    """Give as whom a person in this role looks first at what others will see: the other side of the table."""
    return Rol.WERKGEVER if rol is Rol.WERKNEMER else Rol.WERKNEMER


def _blokken(stuk: "Formulier", sectie: Sectie, rollen: Iterable[Rol]) -> Iterator[Blok]:
    for veld in sectie.velden:
        if not all(mag_zien(veld, rol) for rol in rollen):
            continue
        waarde = stuk.inhoud.get(veld.naam)
        is_tabel = veld.type == Veldtype.TABEL and isinstance(waarde, list)
        rijen = waarde if isinstance(waarde, list) else []
        yield Blok(
            soort="lezen",
            naam=veld.naam,
            label=gettext(veld.label),
            normen=veld.normen,
            van=namen_van(veld.gevers),
            regels=() if is_tabel else regels(veld, waarde),
            koppen=tuple(gettext(kolom.label) for kolom in veld.kolommen) if is_tabel else (),
            tabel=tuple(cellen(veld, rij) for rij in rijen if isinstance(rij, dict)),
        )
