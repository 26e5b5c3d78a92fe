"""The copy of the own medical record: as data, and as a document to read. Apart from all that the employer keeps."""

from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from poortwijzer.documenten.afdrukken import maak_pdf
from poortwijzer.documenten.gegevens import Antwoord, Leemte, Partij, Regel, Sectie, Stukgegevens
from poortwijzer.formulieren.afdruk import afdruk
from poortwijzer.lib.datums import datum, tijdstip
from poortwijzer.lib.klok import nu
from poortwijzer.lib.zinnen import met_hoofdletter
from poortwijzer.lib.zipstroom import Zipdeel, json_deel
from poortwijzer.medisch.queries import Antwoordbeeld, Medischbeeld, Regelbeeld, medisch_dossier
from poortwijzer.medisch.regel import Regelsoort
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier

# The names of the files say nothing about anybody, and the folder keeps it apart from the rest.
MAP = "medisch"
# The order in which the insurance physician reads; what the employee sent in stays between those two.
_IN_VERSLAG = (
    Regelsoort.VERANTWOORDING,
    Regelsoort.KLACHTEN,
    Regelsoort.BEHANDELING,
    Regelsoort.MEDICATIE,
    Regelsoort.PROGNOSE,
    Regelsoort.CONSULT,
    Regelsoort.CORRESPONDENTIE,
)


def medische_uitvoer(actor: Actor, dossier: "Dossier") -> Iterator[Zipdeel]:
    """Give the record as this actor may read it; the dossier was opened for him. It is read and unsealed here."""
    beeld = medisch_dossier(actor, dossier)
    gegevens: dict[str, object] = {
        "regels": [_regel(rij) for rij in beeld.regels],
        "antwoorden_van_behandelaars": [asdict(antwoord) for antwoord in beeld.antwoorden],
        "overdrachten": [asdict(overdracht) for overdracht in beeld.overdrachten],
    }
    yield json_deel(f"{MAP}/medisch-dossier.json", _("uw medisch dossier, als gegevens"), gegevens)
    if beeld.regels or beeld.antwoorden:
        op_papier = _op_papier(dossier, beeld)
        yield Zipdeel(
            pad=f"{MAP}/medisch-dossier.pdf",
            wat=_("uw medisch dossier, om te lezen"),
            maak=partial(maak_pdf, op_papier),
        )


def medisch_deel(actor: Actor, dossier: "Dossier") -> Stukgegevens:
    """Give the medical part of the re-integratieverslag, as this actor may read it; the dossier was opened for him.

    The bedrijfsarts opens it with how he acted and what he judges now (BKP-7.2-10). Without that it says so.
    """
    beeld = medisch_dossier(actor, dossier)
    regels = [rij for soort in _IN_VERSLAG for rij in beeld.regels if rij.regel.soort is soort]
    secties = (*map(_sectie, regels), *map(_sectie_van_antwoord, beeld.antwoorden))
    gemaakt_op = nu()
    is_verantwoord = any(rij.regel.soort is Regelsoort.VERANTWOORDING for rij in regels)
    ontbreekt = Leemte(
        wat=_("De verantwoording van de bedrijfsarts ontbreekt: hoe is gehandeld en wat is nu het oordeel?"),
        norm="BKP-7.2-10",
    )
    return Stukgegevens(
        titel=_("Medisch deel van het re-integratieverslag"),
        onderdeel=None,
        kenmerk=dossier.kenmerk,
        dag=datum(gemaakt_op.date()),
        partijen=(Partij(rol=str(Rol.WERKNEMER.label), naam=dossier.werknemer.naam),),
        regels=(Regel(label=met_hoofdletter(str(Rol.WERKNEMER.label)), tekst=dossier.werknemer.naam),),
        secties=secties,
        leemten=() if is_verantwoord else (ontbreekt,),
        gemaakt_op=gemaakt_op,
        is_concept=False,
        noot=_("De werknemer stuurt dit deel zelf naar UWV. De werkgever krijgt het niet."),
        afdruk=afdruk({"secties": [asdict(sectie) for sectie in secties]}),
        taal=get_language() or "nl",
    )


def _regel(rij: Regelbeeld) -> dict[str, object]:
    return {
        **rij.regel.als_json(),
        "geschreven_door": rij.door,
        "als": str(rij.rol),
        "voor": rij.verantwoordelijke,
        "geschreven_op": rij.op,
        "eerdere_versies": [_regel(oud) for oud in rij.eerder],
    }


def _op_papier(dossier: "Dossier", beeld: Medischbeeld) -> Stukgegevens:
    secties = (*map(_sectie, beeld.regels), *map(_sectie_van_antwoord, beeld.antwoorden))
    gemaakt_op = nu()
    return Stukgegevens(
        titel=_("Medisch dossier"),
        onderdeel=None,
        kenmerk=dossier.kenmerk,
        dag=datum(gemaakt_op.date()),
        partijen=(Partij(rol=str(Rol.WERKNEMER.label), naam=dossier.werknemer.naam),),
        secties=secties,
        gemaakt_op=gemaakt_op,
        is_concept=False,
        noot=_("Dit is uw eigen afschrift. Uw werkgever krijgt dit niet en kan het niet opvragen."),
        afdruk=afdruk({"secties": [asdict(sectie) for sectie in secties]}),
        taal=get_language() or "nl",
    )


def _sectie(rij: Regelbeeld) -> Sectie:
    titel = _("%(dag)s, %(soort)s") % {"dag": datum(rij.regel.op), "soort": rij.regel.soort.label}
    versies = (_antwoord(rij, _("Tekst")), *(_antwoord(oud, _("Eerdere versie")) for oud in rij.eerder))
    return Sectie(titel=titel, blokken=versies)


def _antwoord(rij: Regelbeeld, label: str) -> Antwoord:
    door = f"{rij.door} ({rij.rol.label})"
    if rij.verantwoordelijke:
        door = _("%(door)s, voor %(arts)s") % {"door": door, "arts": rij.verantwoordelijke}
    waarover = (str(rij.regel.wijze.label) if rij.regel.wijze else "", rij.regel.van_wie, rij.regel.cas)
    alineas = (*filter(None, (" · ".join(filter(None, waarover)),)), *rij.regel.tekst.splitlines())
    return Antwoord(label=label, alineas=alineas, van=door, noot=tijdstip(rij.op))


def _sectie_van_antwoord(antwoord: Antwoordbeeld) -> Sectie:
    return Sectie(
        titel=_("Antwoord van %(wie)s") % {"wie": antwoord.gast},
        blokken=(
            Antwoord(label=_("De vraag"), alineas=tuple(antwoord.vraag.splitlines())),
            Antwoord(
                label=_("Het antwoord"), alineas=tuple(antwoord.antwoord.splitlines()), noot=tijdstip(antwoord.op)
            ),
        ),
    )
