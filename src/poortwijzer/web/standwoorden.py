"""The stand for the UWV in words: a summary, and the questions that are open."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import ngettext

from poortnormen.feiten import FEITEN
from poortwijzer.dossiers.beelden import Oordeelbeeld
from poortwijzer.dossiers.partijen import mag_beantwoorden
from poortwijzer.lib.zinnen import opsomming, woord
from poortwijzer.toegang.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """A question that is open: who can answer it, and where this actor can (empty: others must)."""

    tekst: str
    van: str
    adres: str


def samenvatting(oordeel: Oordeelbeeld) -> str:
    """Say how many terms are not in order and how many questions are open; nothing when there are none."""
    delen = []
    if oordeel.mist:
        aantal = len(oordeel.mist)
        delen.append(
            ngettext("%(n)s termijn is niet in orde.", "%(n)s termijnen zijn niet in orde.", aantal) % {"n": aantal}
        )
    if oordeel.vragen:
        aantal = len(oordeel.vragen)
        delen.append(ngettext("%(n)s vraag is nog open.", "%(n)s vragen zijn nog open.", aantal) % {"n": aantal})
    return " ".join(delen)


def vragen(actor: Actor, oordeel: Oordeelbeeld) -> tuple[Vraag, ...]:
    """Give the open questions that are not among those of the test, each with who can answer and where."""
    in_de_toets = {naam for reden in oordeel.uwv.redenen for naam in reden.ontbreekt}
    return tuple(
        Vraag(
            tekst=tekst,
            van=opsomming(woord(gever) for gever in FEITEN[naam].gevers),
            adres=_adres(actor, oordeel.kenmerk, naam),
        )
        for naam, tekst in oordeel.vragen
        if naam not in in_de_toets
    )


def _adres(actor: Actor, kenmerk: str, naam: str) -> str:
    return reverse("web:feit", args=[kenmerk, naam]) if mag_beantwoorden(actor.rol, naam) else ""
