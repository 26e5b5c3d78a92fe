"""The portfolio in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from poortnormen.standdelen import NEGATIEF, Oordeel
from poortwijzer.dossiers.beelden import Portefeuille, Portefeuilleregel, Volgorde
from poortwijzer.web.standen import Standbeeld
from poortwijzer.web.uwvstand import tussen

KORT: Mapping[Oordeel, Promise] = MappingProxyType(
    {
        Oordeel.GEEN_TOETS: _("geen toets"),
        Oordeel.GEEN_INSPANNINGEN_VEREIST: _("geen inspanningen nodig"),
        Oordeel.BEVREDIGEND: _("resultaat goed genoeg"),
        Oordeel.VOLDOENDE_INSPANNINGEN: _("genoeg gedaan"),
        Oordeel.DEUGDELIJKE_GROND: _("goede reden voor minder"),
        Oordeel.LOONSANCTIE_ADMINISTRATIEF: _("loonsanctie: verslag"),
        Oordeel.LOONSANCTIE_INHOUDELIJK: _("loonsanctie: te weinig gedaan"),
        Oordeel.AANVULLEN: _("verslag aanvullen"),
        Oordeel.VERHAAL_ZIEKENGELD: _("verhaal van ziekengeld"),
        Oordeel.ONBEKEND: _("nog niet te zeggen"),
    }
)
_VOLGORDES: Mapping[Volgorde, Promise] = MappingProxyType(
    {
        Volgorde.OORDEEL: _("het ergste oordeel eerst"),
        Volgorde.KANTELPUNT: _("wat het eerst kantelt"),
        Volgorde.RISICO: _("het meeste loon op het spel"),
        Volgorde.NAAM: _("op naam"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """One dossier with its verdict as a mark, and the weeks and amount at risk in words (empty: none)."""

    regel: Portefeuilleregel
    merk: Standbeeld
    weken: str
    bedrag: str
    is_verhaal: bool


def portefeuilleregels(lijst: Portefeuille) -> tuple[Rij, ...]:
    """Give the rows of a page."""
    return tuple(_rij(regel) for regel in lijst.regels)


def oordeelkeuzes(lijst: Portefeuille) -> tuple[tuple[str, str], ...]:
    """Give what the list can be narrowed to, with how many there are."""
    return (
        ("", gettext("alle oordelen")),
        *((str(oordeel), f"{KORT[oordeel]} ({lijst.per_oordeel.get(oordeel, 0)})") for oordeel in Oordeel),
    )


def volgordes() -> tuple[tuple[str, Promise], ...]:
    """Give what the list can be sorted by."""
    return tuple((str(volgorde), woorden) for volgorde, woorden in _VOLGORDES.items())


def _rij(regel: Portefeuilleregel) -> Rij:
    bedragen = regel.bedragen
    return Rij(
        regel=regel,
        merk=_merk(regel.oordeel),
        weken=tussen(regel.minstens, regel.hoogstens) if regel.hoogstens.aantal else "",
        bedrag=tussen(*bedragen) if bedragen else "",
        is_verhaal=regel.oordeel is Oordeel.VERHAAL_ZIEKENGELD,
    )


def _merk(oordeel: Oordeel | None) -> Standbeeld:
    if oordeel is None:
        return Standbeeld(klasse="", icoon="circle-question-mark", tekst=gettext("nog niet beoordeeld"))
    if oordeel in NEGATIEF:
        return Standbeeld(klasse="is-bad", icoon="x", tekst=str(KORT[oordeel]))
    if oordeel is Oordeel.ONBEKEND:
        return Standbeeld(klasse="", icoon="circle-question-mark", tekst=str(KORT[oordeel]))
    return Standbeeld(klasse="is-good", icoon="check", tekst=str(KORT[oordeel]))
