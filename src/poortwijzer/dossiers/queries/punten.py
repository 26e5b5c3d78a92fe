"""Outcomes of norms as points of a page, cut to what the role may read."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from poortnormen.beoordeling import Beoordeling
from poortnormen.catalogus import catalogus
from poortnormen.feiten import FEITEN
from poortnormen.standdelen import Antwoord
from poortnormen.toetsboom import antwoord_van
from poortnormen.uitkomst import NietGeldig, NietVanToepassing, Onbekend, Uitkomst, Vastgesteld
from poortwijzer.dossiers.beelden import Knop
from poortwijzer.dossiers.beelden.punten import Punt
from poortwijzer.dossiers.knoppen import voor_feit
from poortwijzer.dossiers.partijen import deel_van_vraag, te_vragen
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Handeling
from poortwijzer.toegang.rollen import Rol


def punten(rol: Rol, kern: Beoordeling, normen: Iterable[str]) -> tuple[Punt, ...]:
    """Give what these norms say; a norm that does not apply, or rests on what this role may not read, stays away.

    A question that several norms wait for is asked once.
    """
    alle = [
        _punt(rol, kern, norm, uitkomst)
        for norm in normen
        if _mag_lezen(rol, norm)
        for uitkomst in kern.uitkomsten(norm)
        if not isinstance(uitkomst, NietVanToepassing | NietGeldig)
    ]
    eerste = {(punt.vraag, punt.over): punt for punt in reversed(alle) if punt.vraag}
    return tuple(punt for punt in alle if not punt.vraag or eerste[punt.vraag, punt.over] is punt)


def knoppen_voor(rol: Rol, namen: Iterable[str]) -> dict[str, Knop]:
    """Give by name of the fact the acts that this role can do."""
    return {naam: knop for naam in namen if (knop := voor_feit(rol, naam)) is not None}


def _mag_lezen(rol: Rol, norm: str) -> bool:
    return all(mag(rol, Handeling.INZIEN, deel_van_vraag(naam)) for naam in _feiten_van(norm))


def _feiten_van(norm: str) -> Iterator[str]:
    """Give the facts that a norm asks itself, and those below it."""
    uitwerking = catalogus().uitwerkingen[norm]
    yield from (argument.sleutel for argument in uitwerking.feiten)
    if uitwerking.per is not None:
        yield uitwerking.per.naam


def _punt(rol: Rol, kern: Beoordeling, norm: str, uitkomst: Uitkomst) -> Punt:
    per = catalogus().uitwerkingen[norm].per
    over = None
    if per is not None and uitkomst.item is not None:
        onderdelen = kern.beeld[per.naam].waarde
        assert isinstance(onderdelen, tuple)  # noqa: S101  # more of them stand in a tuple
        over = onderdelen[int(uitkomst.item) - 1]
    naam = te_vragen(uitkomst.ontbreekt[0]) if isinstance(uitkomst, Onbekend) and uitkomst.ontbreekt else None
    return Punt(
        norm=norm,
        antwoord=antwoord_van(uitkomst) if _is_ja_of_nee(uitkomst) else Antwoord.NIET_VAN_TOEPASSING,
        uitleg=uitkomst.uitleg,
        soort=per.naam if per is not None else "",
        over=over,
        vraag=_(FEITEN[naam].vraag) if naam is not None else "",
        knop=voor_feit(rol, naam) if naam is not None else None,
    )


def _is_ja_of_nee(uitkomst: Uitkomst) -> bool:
    """Tell whether there is good and bad news in it; a day, an amount or a choice only informs."""
    return isinstance(uitkomst, Onbekend) or (isinstance(uitkomst, Vastgesteld) and isinstance(uitkomst.waarde, bool))
