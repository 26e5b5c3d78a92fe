"""The portfolio in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from poortnormen.geld import Bedrag
from poortnormen.standdelen import NEGATIEF, Oordeel
from poortwijzer.dossiers.beelden import Portefeuille, Portefeuilleregel, Volgorde
from poortwijzer.lib.csvtekst import csv_tekst
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
    is_opgelegd: bool


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


def portefeuille_csv(regels: Iterable[Portefeuilleregel]) -> bytes:
    """Give the rows for a spreadsheet: days as 2026-03-24 and amounts as 1234,50, so that it can sort and add them."""
    koppen = (
        gettext("werknemer"), gettext("kenmerk"), gettext("afdeling"), gettext("werkgever"), gettext("oordeel"),
        gettext("zwakste punt"), gettext("norm"), gettext("kantelt op"), gettext("weken minstens"),
        gettext("weken hoogstens"), gettext("vanaf"), gettext("loonsanctie tot en met"), gettext("bedrag minstens"),
        gettext("bedrag hoogstens"),
    )  # fmt: skip
    return csv_tekst(koppen, (_csvrij(regel) for regel in regels))


def _csvrij(regel: Portefeuilleregel) -> tuple[object, ...]:
    weken = (regel.minstens.aantal, regel.hoogstens.aantal) if regel.hoogstens.aantal else ("", "")
    return (
        regel.werknemer, regel.kenmerk, regel.afdeling, regel.werkgever, _merk(regel.oordeel).tekst, regel.zwakste,
        regel.zwakste_norm, _dag(regel.kantelpunt), *weken, _dag(regel.risico_vanaf), _dag(regel.loonsanctie_tot),
        *(_euros(bedrag) for bedrag in regel.bedragen or (None, None)),
    )  # fmt: skip


def _dag(dag: date | None) -> str:
    return "" if dag is None else dag.isoformat()


def _euros(bedrag: Bedrag | None) -> str:
    return "" if bedrag is None else f"{bedrag.centen // 100},{bedrag.centen % 100:02}"


def _rij(regel: Portefeuilleregel) -> Rij:
    bedragen = regel.bedragen
    return Rij(
        regel=regel,
        merk=_merk(regel.oordeel),
        weken=tussen(regel.minstens, regel.hoogstens) if regel.hoogstens.aantal else "",
        bedrag=tussen(*bedragen) if bedragen else "",
        is_verhaal=regel.oordeel is Oordeel.VERHAAL_ZIEKENGELD,
        is_opgelegd=regel.loonsanctie_tot is not None,
    )


def _merk(oordeel: Oordeel | None) -> Standbeeld:
    if oordeel is None:
        return Standbeeld(klasse="", icoon="circle-question-mark", tekst=gettext("nog niet beoordeeld"))
    if oordeel in NEGATIEF:
        return Standbeeld(klasse="is-bad", icoon="x", tekst=str(KORT[oordeel]))
    if oordeel is Oordeel.ONBEKEND:
        return Standbeeld(klasse="", icoon="circle-question-mark", tekst=str(KORT[oordeel]))
    return Standbeeld(klasse="is-good", icoon="check", tekst=str(KORT[oordeel]))
