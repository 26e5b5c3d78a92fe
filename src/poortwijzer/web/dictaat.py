"""Words of a party that somebody else writes down: for whom that can be done, and what is still to be confirmed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise

from poortwijzer.formulieren.weergave import regels
from poortwijzer.lib.datums import gettext
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

if TYPE_CHECKING:
    from poortwijzer.formulieren.models import Formulier


@dataclass(frozen=True, slots=True, kw_only=True)
class TeBevestigen:
    """What was written down for one party and is not confirmed yet: label and text of each field."""

    rol: Rol
    label: Promise
    teksten: tuple[tuple[str, str], ...]


def namens(actor: Actor, stuk: "Formulier", gevraagd: str) -> Rol | None:
    """Give the party whose words this actor writes down; None for one's own, and for who may not."""
    return Rol(gevraagd) if gevraagd in te_kiezen(actor, stuk) else None


def te_kiezen(actor: Actor, stuk: "Formulier") -> tuple[Rol, ...]:
    """Give for whom this actor can write: who answers something in this document, when one draws it up oneself."""
    if stuk.is_definitief or not mag(actor.rol, Handeling.STUK_OPSTELLEN, Deel(stuk.soort)):
        return ()
    anderen = {rol for veld in stuk.vorm.velden() if actor.rol not in veld.gevers for rol in veld.gevers}
    return tuple(rol for rol in Rol if rol in anderen)


def dictaatcontext(actor: Actor, stuk: "Formulier", voor: Rol | None) -> dict[str, object]:
    """Give what the page of a draft shows of words written down for others."""
    open_ = tuple(_te_bevestigen(actor, stuk))
    return {
        "namens_rol": voor,
        "namens_keuzes": te_kiezen(actor, stuk),
        "te_bevestigen": open_,
        "is_eigen_dictaat": any(groep.rol is actor.rol for groep in open_),
    }


def _te_bevestigen(actor: Actor, stuk: "Formulier") -> Iterator[TeBevestigen]:
    per_rol: dict[Rol, list[str]] = {}
    for naam, dictaat in stuk.dictaten.items():
        if not dictaat.get("bevestigd_op"):
            per_rol.setdefault(Rol(dictaat["namens"]), []).append(naam)
    kan_ander = bool(te_kiezen(actor, stuk))
    for rol, namen in per_rol.items():
        if rol is actor.rol or kan_ander:
            velden = [stuk.vorm.veld(naam) for naam in namen]
            teksten = ((gettext(veld.label), "\n".join(regels(veld, stuk.inhoud.get(veld.naam)))) for veld in velden)
            yield TeBevestigen(rol=rol, label=rol.label, teksten=tuple(teksten))
