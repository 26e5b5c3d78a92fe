"""From a document in the database to what is printed of it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from poortwijzer.accounts.queries import gebruiker_naam
from poortwijzer.documenten.gegevens import (
    Antwoord,
    Blok,
    Leemte,
    Lijst,
    Partij,
    Reactie,
    Regel,
    Sectie,
    Stukgegevens,
    Tabel,
)
from poortwijzer.formulieren.models import Formulier, Standpunt
from poortwijzer.formulieren.scherm import mag_zien
from poortwijzer.formulieren.services.standpunten import standpunten_tot
from poortwijzer.formulieren.services.vaststellen import ontbrekend
from poortwijzer.formulieren.soort import Veld, Veldtype
from poortwijzer.formulieren.waarden import Waarde, dag
from poortwijzer.formulieren.weergave import cellen, regels
from poortwijzer.lib.datums import datum, gettext, tijdstip
from poortwijzer.lib.datums import gettext as _
from poortwijzer.toegang.rollen import Rol


def stukgegevens(  # noqa: PLR0913  # what is printed, for whom and until when, all by name
    formulier: Formulier,
    *,
    voor: Rol,
    kenmerk: str,
    partijen: Sequence[Partij],
    taal: str = "nl",
    tot: datetime | None = None,
) -> Stukgegevens:
    """Give what the printed document shows to this role; `partijen` begins with the employee.

    Of a draft it shows what is missing, of a frozen document what was missing and why. With `tot` it shows what was
    said about it by that moment. Two queries at most.
    """
    return Stukgegevens(
        titel=gettext(formulier.vorm.titel),
        onderdeel=formulier.vorm.onderdeel,
        kenmerk=kenmerk,
        dag=_dag_van(formulier),
        partijen=tuple(partijen),
        regels=tuple(_regels(formulier, partijen)),
        secties=tuple(_secties(formulier, voor)),
        gemaakt_op=formulier.vastgesteld_op or formulier.updated_at,
        is_concept=not formulier.is_definitief,
        leemten=tuple(_leemten(formulier)),
        reacties=tuple(_reacties(formulier, tot)),
        noot=_("Dit is een eigen formulier. De vorm- en herkenbaarheidseisen van UWV moeten nog worden bevestigd.")
        if formulier.vorm.onderdeel
        else "",
        vorm=_("versie %(versie)s, formulier %(vorm)s")
        % {"versie": formulier.versienummer, "vorm": formulier.vormversie},
        afdruk=formulier.inhoud_hash,
        taal=taal,
    )


def _dag_van(formulier: Formulier) -> str:
    gevonden = formulier.opgesteld_op or dag(formulier.inhoud.get(formulier.vorm.dag))
    return datum(gevonden) if gevonden else ""


def _regels(formulier: Formulier, partijen: Sequence[Partij]) -> Iterator[Regel]:
    for partij in partijen:
        yield Regel(label=_hoofdletter(partij.rol), tekst=partij.naam)
    yield Regel(label=_("Dag van het stuk"), tekst=_dag_van(formulier) or _("nog niet ingevuld"))
    if formulier.vastgesteld_op:
        als = str(Rol(formulier.vastgesteld_als).label)
        yield Regel(
            label=_("Vastgesteld"),
            tekst=_("%(moment)s door de %(rol)s") % {"moment": tijdstip(formulier.vastgesteld_op), "rol": als},
        )


def _secties(formulier: Formulier, voor: Rol) -> Iterator[Sectie]:
    for sectie in formulier.vorm.secties:
        blokken = tuple(
            _blok(veld, formulier)
            for veld in sectie.velden
            if mag_zien(veld, voor) and _is_aan_de_orde(veld, formulier.inhoud)
        )
        titel = gettext(sectie.titel)
        if blokken:
            yield Sectie(titel=f"{sectie.onderdeel}. {titel}" if sectie.onderdeel else titel, blokken=blokken)


def _is_aan_de_orde(veld: Veld, inhoud: Mapping[str, Waarde]) -> bool:
    """A question that only counts after a certain answer is left out when that was not given."""
    als = veld.eis.als if veld.eis else None
    return veld.naam in inhoud or als is None or als.geldt(inhoud.get(als.veld))


def _blok(veld: Veld, formulier: Formulier) -> Blok:
    waarde: Waarde | None = formulier.inhoud.get(veld.naam)
    label = gettext(veld.label)
    van = _van_een_ander(veld, formulier)
    noot = _dictaatnoot(formulier.dictaten.get(veld.naam))
    if veld.type == Veldtype.TABEL:
        rijen = waarde if isinstance(waarde, list) else []
        return Tabel(
            label=label,
            koppen=tuple(gettext(kolom.label) for kolom in veld.kolommen),
            rijen=tuple(cellen(veld, rij) for rij in rijen if isinstance(rij, dict)),
            van=van,
            noot=noot,
        )
    if veld.type == Veldtype.MOMENTEN:
        return Lijst(label=label, punten=regels(veld, waarde), van=van, noot=noot)
    return Antwoord(label=label, alineas=regels(veld, waarde), van=van, noot=noot)


def _van_een_ander(veld: Veld, formulier: Formulier) -> str:
    """Name who gave an answer, where that is not the one who freezes the document."""
    rol = formulier.invullers.get(veld.naam)
    vaststeller = formulier.vastgesteld_als or formulier.vorm.vaststellers[0]
    return str(Rol(rol).label) if rol and rol != vaststeller else ""


def _dictaatnoot(dictaat: Mapping[str, str] | None) -> str:
    if dictaat is None:
        return ""
    if not dictaat.get("bevestigd_op"):
        return _("opgeschreven door een ander, niet bevestigd")
    moment = datum(datetime.fromisoformat(dictaat["bevestigd_op"]))
    noot = _("opgeschreven door een ander, bevestigd op %(dag)s") % {"dag": moment}
    return f"{noot} ({dictaat['wijze']})" if dictaat.get("wijze") else noot


def _leemten(formulier: Formulier) -> Iterator[Leemte]:
    if formulier.is_definitief:
        yield from (Leemte(wat=deel["wat"], reden=deel["reden"], norm=deel["norm"] or "") for deel in formulier.redenen)
        return
    yield from (Leemte(wat=deel.wat, norm=deel.norm or "") for deel in ontbrekend(formulier))


def _reacties(formulier: Formulier, tot: datetime | None) -> list[Reactie]:
    standpunten = standpunten_tot(formulier, tot)
    namen = gebruiker_naam({standpunt.door_id for standpunt in standpunten})
    laatste = {standpunt.partij: standpunt.pk for standpunt in standpunten}
    return [
        _reactie(standpunt, namen.get(standpunt.door_id, ""), is_laatste=laatste[standpunt.partij] == standpunt.pk)
        for standpunt in standpunten
    ]


def _reactie(standpunt: Standpunt, naam: str, *, is_laatste: bool) -> Reactie:
    keuze = str(Standpunt.Keuze(standpunt.standpunt).label)
    if standpunt.standpunt == Standpunt.Keuze.NIET_BEREIKBAAR and naam:
        naam = _("vastgelegd door %(naam)s") % {"naam": naam}
    return Reactie(
        partij=_hoofdletter(str(Rol(standpunt.partij).label)),
        standpunt=keuze if is_laatste else _("%(standpunt)s (later vervangen)") % {"standpunt": keuze},
        woorden=standpunt.eigen_woorden,
        naam=naam,
        op=tijdstip(standpunt.op),
    )


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]
