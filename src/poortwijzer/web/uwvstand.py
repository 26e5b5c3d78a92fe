"""The verdict of the core in words: what the UWV would say, which questions decide it, and what turns it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from poortnormen.catalogus import catalogus
from poortnormen.standdelen import NEGATIEF, Antwoord, Omslag, Oordeel, Reden, StandVoorUwv, Stap
from poortwijzer.dossiers.beelden import Knop
from poortwijzer.dossiers.knoppen import voor_feit
from poortwijzer.lib.zinnen import opsomming, woord, zin
from poortwijzer.toegang.rollen import Rol

OORDELEN: Mapping[Oordeel, Promise] = MappingProxyType(
    {
        Oordeel.GEEN_TOETS: _("Er komt nu geen toets door UWV."),
        Oordeel.GEEN_INSPANNINGEN_VEREIST: _("Er zijn geen mogelijkheden voor werk: UWV vraagt geen inspanningen."),
        Oordeel.BEVREDIGEND: _("Het resultaat is goed genoeg."),
        Oordeel.VOLDOENDE_INSPANNINGEN: _("Er is genoeg gedaan."),
        Oordeel.DEUGDELIJKE_GROND: _("Er is minder gedaan dan nodig, maar met een goede reden."),
        Oordeel.LOONSANCTIE_ADMINISTRATIEF: _("Loonsanctie, omdat het verslag niet compleet is."),
        Oordeel.LOONSANCTIE_INHOUDELIJK: _("Loonsanctie, omdat er te weinig is gedaan."),
        Oordeel.AANVULLEN: _("UWV vraagt om het verslag aan te vullen."),
        Oordeel.VERHAAL_ZIEKENGELD: _("UWV kan ziekengeld verhalen op de werkgever."),
        Oordeel.ONBEKEND: _("Met wat nu bekend is, valt nog niet te zeggen wat UWV zou vinden."),
    }
)
ANTWOORDEN: Mapping[Antwoord, tuple[str, Promise]] = MappingProxyType(
    {
        Antwoord.JA: ("check", _("ja")),
        Antwoord.NEE: ("x", _("nee")),
        Antwoord.ONBEKEND: ("circle-question-mark", _("nog niet bekend")),
        Antwoord.NIET_VAN_TOEPASSING: ("minus", _("geldt hier niet")),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Redenbeeld:
    """One question of the gatekeeper test: the answer as a mark, why, its source and what this actor can do."""

    icoon: str
    antwoord: Promise
    zin: str
    norm: str
    vindplaats: str
    bron: str
    onderliggend: tuple["Redenbeeld", ...]
    knop: Knop | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapbeeld:
    """One step that helps to turn the verdict."""

    zin: str
    wie: str
    norm: str
    uiterste_dag: date | None
    knop: Knop | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Omslagbeeld:
    """What the verdict would become, and the steps to it."""

    oordeel: Promise
    stappen: tuple[Stapbeeld, ...]


def uwvstand(rol: Rol, stand: StandVoorUwv) -> dict[str, object]:
    """Give what the page shows of the verdict; ways to a better one apart from ways to a worse one."""
    beter = [omslag for omslag in stand.omslag if omslag.oordeel not in NEGATIEF]
    slechter = [omslag for omslag in stand.omslag if omslag.oordeel in NEGATIEF]
    return {
        "uwv_oordeel": OORDELEN[stand.oordeel],
        "redenen": _redenen(rol, stand.redenen),
        "omslagen": [_omslag(rol, omslag) for omslag in beter],
        "risicos": [_omslag(rol, omslag) for omslag in slechter],
    }


def _redenen(rol: Rol, redenen: Iterable[Reden]) -> tuple[Redenbeeld, ...]:
    return tuple(_reden(rol, reden) for reden in redenen)


def _reden(rol: Rol, reden: Reden) -> Redenbeeld:
    norm = catalogus().normen[reden.norm]
    icoon, antwoord = ANTWOORDEN[reden.uitkomst]
    knoppen = (voor_feit(rol, naam) for naam in reden.ontbreekt if naam != "stukken")
    return Redenbeeld(
        icoon=icoon,
        antwoord=antwoord,
        zin=zin(reden.uitleg),
        norm=reden.norm,
        vindplaats=norm.vindplaats,
        bron=catalogus().bronnen[norm.bron].naam,
        onderliggend=_redenen(rol, reden.gronden),
        knop=next((knop for knop in knoppen if knop is not None), None),
    )


def _omslag(rol: Rol, omslag: Omslag) -> Omslagbeeld:
    return Omslagbeeld(oordeel=OORDELEN[omslag.oordeel], stappen=tuple(_stap(rol, stap) for stap in omslag.stappen))


def _stap(rol: Rol, stap: Stap) -> Stapbeeld:
    return Stapbeeld(
        zin=zin(stap.wat),
        wie=opsomming(woord(partij) for partij in stap.wie),
        norm=stap.norm,
        uiterste_dag=stap.uiterste_dag,
        knop=voor_feit(rol, stap.feit) if stap.feit != "stukken" else None,
    )
