"""The verdict in words: what the UWV would say, which questions decide it, and what turns it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from poortnormen.geld import Bedrag
from poortnormen.kortbeeld import LOON
from poortnormen.norm import Inspanning
from poortnormen.standdelen import NEGATIEF, Antwoord, Oordeel
from poortnormen.tijd import Weken
from poortwijzer.dossiers.beelden import (
    Andersgedaan,
    Grondfeit,
    Knop,
    Omslagbeeld,
    Oordeelbeeld,
    Openvraag,
    Redenbeeld,
    Stapbeeld,
)
from poortwijzer.lib.zinnen import opsomming, waarde, woord, zin
from poortwijzer.web.feitzinnen import in_een_zin
from poortwijzer.web.weging import Toelichtingregel, Weegregel, opmerkingen, toelichtingregels, weegregels

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
INSPANNINGEN: Mapping[Inspanning, Promise] = MappingProxyType(
    {
        Inspanning.VRAAG: _("een vraag beantwoorden"),
        Inspanning.STUK: _("een stuk maken"),
        Inspanning.STAP: _("een stap zetten"),
        Inspanning.TRAJECT: _("een traject doen"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feitregel:
    """A fact in words: what was asked and said, by whom, when it was recorded, and why."""

    vraag: str
    antwoord: str
    gever: str
    vastgelegd_op: date
    op: date | None
    motivering: str
    is_zonder_reden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraagregel:
    """A missing fact: the question, who answers it, and the act with which this actor does (or None)."""

    vraag: str
    van: str
    is_oordeel: bool
    knop: Knop | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapregel:
    """One step that helps to turn the verdict, or that repairs a no.

    `antwoord` is what is recorded once it is done; of a question the sentence itself says it.
    """

    zin: str
    wie: str
    norm: str
    kost: Promise
    antwoord: str
    uiterste_dag: date | None
    eerder_van: str
    knop: Knop | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Omslagregel:
    """What the verdict would become, the steps to it, and the day after which it is not sure that they help."""

    oordeel: Promise
    stappen: tuple[Stapregel, ...]
    uiterste_dag: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Redenblok:
    """One question of the test in words. `is_open`: it stands unfolded, because it decides."""

    icoon: str
    antwoord: Promise
    uitkomst: str
    zin: str
    norm: str
    tekst: str
    vindplaats: str
    bron: str
    hardheid: str
    houdbaar_tot: date | None
    feiten: tuple[Feitregel, ...]
    verborgen: int
    is_strijdig: bool
    vragen: tuple[Vraagregel, ...]
    aan_te_voeren: tuple[Vraagregel, ...]
    steunt_op: tuple[tuple[str, str], ...]
    afwijkingen: tuple[Andersgedaan, ...]
    herstel: Stapregel | None
    weegpunten: tuple[Weegregel, ...]
    weegopmerkingen: tuple[str, ...]
    toelichting: tuple[Toelichtingregel, ...]
    gronden: tuple["Redenblok", ...]
    overige: tuple["Redenblok", ...]
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Risicobeeld:
    """How long wage is at risk from which day, what that costs (empty: not known or not for this role), and why.

    `tot_en_met` is the last day of a loonsanctie that the UWV imposed; then nothing is to be expected any more.
    """

    eerste_dag: date
    tot_en_met: date | None
    duur: str
    bedrag: str
    aannames: tuple[str, ...]


def uwvstand(oordeel: Oordeelbeeld) -> dict[str, object]:
    """Give what the page shows of the verdict; ways to a better one apart from ways to a worse one."""
    beter = [omslag for omslag in oordeel.omslagen if omslag.oordeel not in NEGATIEF]
    slechter = [omslag for omslag in oordeel.omslagen if omslag.oordeel in NEGATIEF]
    return {
        "uwv_oordeel": OORDELEN[oordeel.uwv.oordeel],
        "maatregel": _maatregel(oordeel),
        "risico": _risico(oordeel),
        "zwakste": zin(oordeel.kort.zwakste.uitleg) if oordeel.kort.zwakste else "",
        "redenen": _redenen(oordeel.redenen),
        "omslagen": [_omslag(omslag) for omslag in beter],
        "risicos": [_omslag(omslag) for omslag in slechter],
    }


def _risico(oordeel: Oordeelbeeld) -> Risicobeeld | None:
    risico = oordeel.kort.loonrisico
    if risico is None:
        return None
    bedragen = risico.bedragen if oordeel.mag_loon else None
    aannames = risico.aannames if bedragen else [deel for deel in risico.aannames if deel.sjabloon != LOON]
    return Risicobeeld(
        eerste_dag=risico.eerste_dag,
        tot_en_met=risico.tot_en_met,
        duur=tussen(risico.minstens, risico.hoogstens),
        bedrag=tussen(*bedragen) if bedragen else "",
        aannames=tuple(zin(aanname) for aanname in aannames),
    )


def tussen(minstens: Weken | Bedrag, hoogstens: Weken | Bedrag) -> str:
    """Write a range of durations or amounts; a range without width as one, and from nothing as `hoogstens`."""
    if minstens == hoogstens:
        return waarde(minstens)
    if minstens in {Weken(0), Bedrag(0)}:
        return gettext("hoogstens %(hoogstens)s") % {"hoogstens": waarde(hoogstens)}
    woorden = {"minstens": waarde(minstens), "hoogstens": waarde(hoogstens)}
    return gettext("%(minstens)s tot %(hoogstens)s") % woorden


def _maatregel(oordeel: Oordeelbeeld) -> str:
    if oordeel.uwv.maatregel_werknemer is None:
        return ""
    if oordeel.uwv.maatregel_werknemer:
        return gettext("UWV kan de uitkering van de werknemer verlagen: er is te weinig meegewerkt.")
    return gettext("Voor een maatregel tegen de werknemer is geen reden.")


def _redenen(redenen: Iterable[Redenbeeld]) -> tuple[Redenblok, ...]:
    return tuple(redenblok(reden) for reden in redenen)


def redenblok(reden: Redenbeeld, antwoorden: Mapping[Antwoord, tuple[str, Promise]] = ANTWOORDEN) -> Redenblok:
    """Give one question in words; `antwoorden` are the marks for the question itself, not for those below it."""
    icoon, antwoord = antwoorden[reden.antwoord]
    return Redenblok(
        icoon=icoon,
        antwoord=antwoord,
        uitkomst=reden.antwoord.value,
        zin=zin(reden.uitleg) or reden.tekst,
        norm=reden.norm,
        tekst=reden.tekst,
        vindplaats=reden.vindplaats,
        bron=reden.bron,
        hardheid=woord(reden.hardheid.value),
        houdbaar_tot=reden.houdbaar_tot,
        feiten=tuple(feitregel(feit) for feit in reden.feiten),
        verborgen=reden.verborgen,
        is_strijdig=reden.is_strijdig,
        vragen=tuple(vraagregel(vraag) for vraag in reden.vragen),
        aan_te_voeren=tuple(vraagregel(vraag) for vraag in reden.aan_te_voeren),
        steunt_op=tuple((steun.norm, zin(steun.uitleg)) for steun in reden.steunt_op),
        afwijkingen=reden.afwijkingen,
        herstel=_stap(reden.herstel) if reden.herstel else None,
        weegpunten=weegregels(reden.weegpunten),
        weegopmerkingen=opmerkingen(reden.weegopmerkingen),
        toelichting=toelichtingregels(reden.toelichting),
        gronden=_redenen(reden.gronden),
        overige=_redenen(reden.overige),
        is_open=reden.antwoord is Antwoord.NEE or reden.is_strijdig,
    )


def feitregel(feit: Grondfeit) -> Feitregel:
    """Give a fact in words."""
    return Feitregel(
        vraag=feit.vraag,
        antwoord=in_een_zin(feit.naam, feit.waarde),
        gever=woord(feit.gever),
        vastgelegd_op=feit.vastgelegd_op,
        op=feit.op,
        motivering=feit.motivering,
        is_zonder_reden=feit.is_oordeel and not feit.motivering.strip(),
    )


def vraagregel(vraag: Openvraag) -> Vraagregel:
    """Give a missing fact in words."""
    van = opsomming(woord(gever) for gever in vraag.gevers)
    return Vraagregel(vraag=vraag.vraag, van=van, is_oordeel=vraag.is_oordeel, knop=vraag.knop)


def _omslag(omslag: Omslagbeeld) -> Omslagregel:
    return Omslagregel(
        oordeel=OORDELEN[omslag.oordeel],
        stappen=tuple(_stap(stap) for stap in omslag.stappen),
        uiterste_dag=omslag.uiterste_dag,
    )


def _stap(stap: Stapbeeld) -> Stapregel:
    return Stapregel(
        zin=zin(stap.wat),
        wie=opsomming(woord(partij) for partij in stap.wie),
        norm=stap.norm,
        kost=INSPANNINGEN[stap.inspanning],
        antwoord="" if stap.waarde is None or stap.inspanning is Inspanning.VRAAG else waarde(stap.waarde),
        uiterste_dag=stap.uiterste_dag,
        eerder_van=woord(stap.eerder_van) if stap.eerder_van else "",
        knop=stap.knop,
    )
