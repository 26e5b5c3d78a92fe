"""What templates need to write dates, sentences, icons and status marks."""

from collections.abc import Mapping
from datetime import date, datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from poortnormen.catalogus import catalogus
from poortnormen.norm import Hardheid
from poortnormen.tijdlijn import Moment
from poortnormen.uitkomst import Uitleg
from poortwijzer.dossiers.beelden import Knop, Oordeelstand, Verzuimstand
from poortwijzer.lib import datums, zinnen
from poortwijzer.web.adressen import adres
from poortwijzer.web.feitzinnen import in_een_zin
from poortwijzer.web.iconen import icoon
from poortwijzer.web.onthouden import VELD, merkteken
from poortwijzer.web.standen import OORDEELNAMEN, VERZUIMNAMEN, Standbeeld, merk, momentbeeld, standbeeld

register = template.Library()


@register.filter
def datum(dag: date | None) -> str:
    """Write a day as `di 24 maart 2026`; no day is an empty text."""
    return datums.datum(dag) if dag else ""


@register.filter
def tijdstip(moment: datetime | None) -> str:
    """Write a moment with its time of day."""
    return datums.tijdstip(moment) if moment else ""


@register.filter
def over_dagen(dag: date | None, vandaag: date) -> str:
    """Say how far a day is from today."""
    return datums.over_dagen(dag, vandaag) if dag else ""


@register.filter
def zin(uitleg: Uitleg | None) -> str:
    """Make the sentence of an explanation."""
    return zinnen.zin(uitleg) if uitleg else ""


@register.simple_tag
def reden(uitleg: Uitleg, norm_id: str) -> str:
    """Make the sentence of an explanation; where there is none yet, say what the norm says."""
    return zinnen.zin(uitleg) or catalogus().normen[norm_id].tekst


@register.filter
def waarde(inhoud: object, naam: str = "") -> str:
    """Write a value of the core in words."""
    return zinnen.waarde(inhoud, naam)


@register.filter
def woord(sleutel: object) -> str:
    """Write a name from the core as words."""
    return zinnen.woord(str(sleutel))


@register.filter
def hoofdletter(tekst: object) -> str:
    """Begin with a capital, as a sentence does; Django's `capfirst` is the same but not for lazy texts."""
    return zinnen.met_hoofdletter(str(tekst))


register.simple_tag(icoon)


@register.simple_tag
def stand(status: object, uiterste_dag: date | None, gedaan_op: date | None, vandaag: date) -> SafeString:
    """Mark how something stands: shape, word and, on top of it, colour."""
    return merk(standbeeld(status, uiterste_dag, gedaan_op, vandaag))


@register.simple_tag
def momentstand(moment: Moment, vandaag: date) -> SafeString:
    """Mark how a moment of the timeline stands."""
    return merk(momentbeeld(moment, vandaag))


@register.simple_tag
def merkje(klasse: str, icoon_naam: str, tekst: object) -> SafeString:
    """Draw a mark with a word of the caller's choice; `klasse` is good, warn, bad, brand or empty."""
    return merk(Standbeeld(klasse=f"is-{klasse}" if klasse else "", icoon=icoon_naam, tekst=str(tekst)))


@register.simple_tag
def merkbeeld(beeld: Standbeeld) -> SafeString:
    """Draw a mark that was made elsewhere."""
    return merk(beeld)


@register.filter
def uiterlijk(hardheid: object) -> str:
    """Say what a day is: the last one, or only advice."""
    return _("advies:") if hardheid == Hardheid.ADVIES else _("uiterlijk")


@register.filter
def ja_nee(antwoord: bool | None) -> str:  # noqa: FBT001  # a filter has no keywords
    """Write yes, no or not known."""
    return {True: _("ja"), False: _("nee"), None: _("niet bekend")}[antwoord]


@register.simple_tag(takes_context=True)
def van_wie(context: template.Context) -> SafeString:
    """Say in a form for whom it was made, so that it can be given back after an expired session."""
    return format_html('<input type="hidden" name="{}" value="{}">', VELD, merkteken(context["request"]))


@register.simple_tag
def knop_adres(knop: Knop, kenmerk: str, terug: str = "") -> str:
    """Give the address of the page on which an act is done; `terug` names the page that asks for it."""
    return adres(knop, kenmerk, terug)


@register.simple_tag
def in_zin(soort: str, inhoud: object) -> str:
    """Tell a recorded fact of the core, of the kind `soort`, as a sentence."""
    return in_een_zin(soort, inhoud)


@register.simple_tag
def verzuim(verzuimstand: Verzuimstand) -> SafeString:
    """Mark whether somebody is reported sick, partly back at work or recovered."""
    klasse, icoon_naam, tekst = VERZUIMNAMEN[verzuimstand]
    return merkje(klasse, icoon_naam, tekst)


@register.simple_tag
def oordeel(oordeelstand: Oordeelstand) -> SafeString:
    """Mark how a dossier stands for the UWV."""
    klasse, icoon_naam, tekst = OORDEELNAMEN[oordeelstand]
    return merkje(klasse, icoon_naam, tekst)


@register.filter
def sleutel(tabel: Mapping[object, object], naam: object) -> object:
    """Look something up; what is not there is an empty text."""
    return tabel.get(naam, "")
