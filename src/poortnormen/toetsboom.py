"""De boom van redenen: elke vraag van de toets met haar antwoord, de feiten erbij en de vragen waarop zij steunt.

De vorm van de boom volgt uit de uitwerkingen: een norm steunt op de normen van het beoordelingskader die zij vraagt.
"""

from collections.abc import Iterator

from poortnormen.beoordeling import Beoordeling
from poortnormen.catalogus import Catalogus
from poortnormen.dossier import Feit
from poortnormen.feiten import FEITEN
from poortnormen.feiten.stukken import Afwijking
from poortnormen.standdelen import Antwoord, Oordeel, Reden, Steun
from poortnormen.standverslag import redenen_van_onderdelen
from poortnormen.uitkomst import NietVanToepassing, Onbekend, Uitkomst, Uitleg, Vastgesteld
from poortnormen.uitwerking import Uitwerking
from poortnormen.weegpunten import toelichting_bij
from poortnormen.weegstand import puntstanden_van, weegopmerkingen

EINDOORDEEL, MAATREGEL, VOLLEDIG = "BKP-1-01", "BKP-3-25", "BKP-5-01"
TOETS, MOGELIJKHEDEN, RESULTAAT = "BKP-n2-03", "BKP-3-27", "BKP-3-03"
INZET, GROND = "BKP-3-17", "BKP-3-18"
VRAGEN = (TOETS, MOGELIJKHEDEN, RESULTAAT, VOLLEDIG, INZET, GROND, MAATREGEL)
_BRON = "beoordelingskader"

_NIET_GEVRAAGD = "Hierover is nog geen oordeel gegeven. {vraag}"
_NIET_BEKEND = "Dit is nog niet bekend. {vraag}"
_ZONDER_MOTIVERING = "Er is een oordeel gegeven, maar niet waarom. Zonder motivering telt het niet mee. {vraag}"
_ONEENS = (
    "Hierover zijn de partijen het niet eens. Ja zegt: {ja}. Nee zegt: {nee}. Een deskundigenoordeel kan helpen; "
    "UWV beslist. {vraag}"
)
_TEGENSPRAAK = (
    "Het oordeel over het geheel is {antwoord}, maar uit de onderdelen volgt iets anders. Weeg het opnieuw. {vraag}"
)
_HANGT_AF = "Dit hangt af van de vragen hieronder."


def redenen(regels: Catalogus, beoordeling: Beoordeling) -> tuple[Reden, ...]:
    """De hoofdvragen van de toets op volgorde, elk met haar boom."""
    return tuple(reden_van(regels, beoordeling, norm_id) for norm_id in VRAGEN)


def oordeel_van(beoordeling: Beoordeling) -> Oordeel:
    """Alleen het oordeel."""
    uitkomst = beoordeling.uitkomst(EINDOORDEEL)
    waarde = uitkomst.waarde if isinstance(uitkomst, Vastgesteld) else None
    return waarde if isinstance(waarde, Oordeel) else Oordeel.ONBEKEND


def reden_van(regels: Catalogus, beoordeling: Beoordeling, norm_id: str) -> Reden:
    """Eén vraag met wat eronder ligt."""
    uitkomst = beoordeling.uitkomst(norm_id)
    antwoord = antwoord_van(uitkomst)
    onder: tuple[Reden, ...] = ()
    if norm_id == VOLLEDIG:
        onder = redenen_van_onderdelen(beoordeling)
    elif antwoord is not Antwoord.NIET_VAN_TOEPASSING:
        onder = tuple(reden_van(regels, beoordeling, id_) for _, id_ in onderliggend(regels, norm_id))
    return Reden(
        norm=norm_id,
        uitkomst=antwoord,
        uitleg=_uitleg(beoordeling, uitkomst, heeft_vragen=bool(onder)),
        feiten=beoordeling.feiten_van(uitkomst),
        ontbreekt=uitkomst.ontbreekt if isinstance(uitkomst, Onbekend) else (),
        houdbaar_tot=uitkomst.houdbaar_tot,
        onderliggend=onder,
        vragen=_eigen_vragen(uitkomst, heeft_vragen=bool(onder)),
        aan_te_voeren=tuple(_aan_te_voeren(beoordeling, uitkomst)),
        steunt_op=tuple(_steun(regels, beoordeling, norm_id)),
        afwijkingen=_afwijkingen(regels, beoordeling, norm_id),
        weegpunten=puntstanden_van(beoordeling.beeld, norm_id),
        weegopmerkingen=weegopmerkingen(beoordeling.beeld, norm_id),
        toelichting=toelichting_bij(norm_id),
    )


def onderliggend(regels: Catalogus, norm_id: str) -> Iterator[tuple[str, str]]:
    """De vragen waarop een vraag rechtstreeks steunt: de naam van het argument en de norm."""
    for argument in regels.uitwerkingen[norm_id].uitkomsten:
        if argument.wil_uitkomst and is_toetsvraag(regels.uitwerkingen[argument.sleutel]):
            yield argument.naam, argument.sleutel


def is_toetsvraag(uitwerking: Uitwerking) -> bool:
    """Of een norm een vraag van het beoordelingskader is die voor het hele dossier één antwoord heeft."""
    return uitwerking.norm.bron == _BRON and uitwerking.per is None


def antwoord_van(uitkomst: Uitkomst) -> Antwoord:
    """Ja, nee of iets daartussen; een keuze is ja als zij zo heet, en een getal is een gegeven waar ja bij hoort."""
    match uitkomst:
        case Vastgesteld(waarde=bool() as waarde):
            return Antwoord.JA if waarde else Antwoord.NEE
        case Vastgesteld(waarde=str() as keuze):
            return Antwoord.JA if keuze == Antwoord.JA else Antwoord.NEE
        case Vastgesteld():
            return Antwoord.JA
        case Onbekend():
            return Antwoord.ONBEKEND
        case _:
            return Antwoord.NIET_VAN_TOEPASSING


def _uitleg(beoordeling: Beoordeling, uitkomst: Uitkomst, *, heeft_vragen: bool) -> Uitleg:
    if not isinstance(uitkomst, Onbekend):
        return uitkomst.uitleg
    vragen = _eigen_vragen(uitkomst, heeft_vragen=heeft_vragen)
    if not vragen:
        return Uitleg(_HANGT_AF, {})
    eigen = vragen[0]
    vraag = {"vraag": FEITEN[eigen].vraag}
    gelezen = beoordeling.beeld[eigen]
    if isinstance(gelezen.waarde, bool):
        return Uitleg(_TEGENSPRAAK, {**vraag, "antwoord": gelezen.waarde})
    if not FEITEN[eigen].is_oordeel:
        return Uitleg(_NIET_BEKEND, vraag)
    if not gelezen.uit:
        return Uitleg(_NIET_GEVRAAGD, vraag)
    ja, nee = _gevers(gelezen.uit, zegt=True), _gevers(gelezen.uit, zegt=False)
    return Uitleg(_ONEENS, {**vraag, "ja": ja, "nee": nee}) if ja and nee else Uitleg(_ZONDER_MOTIVERING, vraag)


def _eigen_vragen(uitkomst: Uitkomst, *, heeft_vragen: bool) -> tuple[str, ...]:
    """De ontbrekende feiten waar een vraag zelf om vraagt, en niet een vraag eronder."""
    if not isinstance(uitkomst, Onbekend):
        return ()
    return tuple(naam for naam in uitkomst.ontbreekt if naam in uitkomst.gebruikt or not heeft_vragen)


def _aan_te_voeren(beoordeling: Beoordeling, uitkomst: Uitkomst) -> Iterator[str]:
    """De oordelen die nog niemand gaf en waarmee een vraag die nu niet geldt, gaat gelden."""
    if isinstance(uitkomst, NietVanToepassing):
        for naam, waarde in uitkomst.gebruikt.items():
            if waarde is None and naam in beoordeling.beeld and FEITEN[naam].is_oordeel:
                yield naam


def _steunnormen(regels: Catalogus, norm_id: str) -> Iterator[str]:
    """De normen buiten de toets waarvan een vraag de uitkomst gebruikt, voor zover zij er één hebben."""
    for argument in regels.uitwerkingen[norm_id].uitkomsten:
        uitwerking = regels.uitwerkingen[argument.sleutel]
        if not is_toetsvraag(uitwerking) and uitwerking.per is None:
            yield argument.sleutel


def _steun(regels: Catalogus, beoordeling: Beoordeling, norm_id: str) -> Iterator[Steun]:
    for id_ in _steunnormen(regels, norm_id):
        uitkomst = beoordeling.uitkomst(id_)
        if isinstance(uitkomst, Vastgesteld) and uitkomst.uitleg.sjabloon:
            yield Steun(norm=id_, uitleg=uitkomst.uitleg)


def _afwijkingen(regels: Catalogus, beoordeling: Beoordeling, norm_id: str) -> tuple[Feit, ...]:
    normen = {norm_id, *_steunnormen(regels, norm_id)}
    return tuple(
        feit
        for feit in beoordeling.beeld["afwijkingen"].uit
        if isinstance(feit.waarde, Afwijking) and feit.waarde.norm in normen and _is_afgesproken(feit.waarde)
    )


def _is_afgesproken(afwijking: Afwijking) -> bool:
    return afwijking.akkoord_werkgever_op is not None and afwijking.akkoord_werknemer_op is not None


def _gevers(feiten: tuple[Feit, ...], *, zegt: bool) -> tuple[str, ...]:
    return tuple(feit.gever for feit in feiten if feit.waarde is zegt)
