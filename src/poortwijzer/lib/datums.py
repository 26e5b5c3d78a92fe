"""Dates, periods and durations in words, the way every screen and the command line write them.

The texts are Dutch and go through gettext. Without Django's registry (the command line may run without it) the
Dutch text itself is the answer.
"""

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Protocol

from django.apps import apps
from django.utils import timezone, translation

_ISO_DAG = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


class Tijdvak(Protocol):
    """What `periode` needs of a period: its first day and its last, or no last day while it runs."""

    @property
    def vanaf(self) -> date:
        """The first day, counted in."""

    @property
    def tot_en_met(self) -> date | None:
        """The last day, counted in."""


def gettext(tekst: str) -> str:
    """Give `tekst` in the reader's language; Dutch where there is no translation or no Django."""
    return translation.gettext(tekst) if apps.ready and tekst else tekst


def ngettext(enkelvoud: str, meervoud: str, aantal: int) -> str:
    """Give the singular or plural text for `aantal`, in the reader's language."""
    if apps.ready:
        return translation.ngettext(enkelvoud, meervoud, aantal)
    return enkelvoud if aantal == 1 else meervoud


def _(tekst: str) -> str:
    """Mark a text for the translators; `gettext` looks it up when it is shown."""
    return tekst


WEEKDAGEN = (_("ma"), _("di"), _("wo"), _("do"), _("vr"), _("za"), _("zo"))
MAANDEN = (
    _("januari"), _("februari"), _("maart"), _("april"), _("mei"), _("juni"),
    _("juli"), _("augustus"), _("september"), _("oktober"), _("november"), _("december"),
)  # fmt: skip
TELWOORDEN = (
    _("nul"), _("een"), _("twee"), _("drie"), _("vier"), _("vijf"), _("zes"), _("zeven"), _("acht"), _("negen"),
    _("tien"), _("elf"), _("twaalf"),
)  # fmt: skip


def taal() -> str | None:
    """Give the reader's language, as a key for what is remembered per language."""
    return translation.get_language() if apps.ready else None


def datum(dag: date) -> str:
    """Write a day as `di 24 maart 2026`; of a moment, the day it is in the Netherlands."""
    return _datum(_als_dag(dag), taal())


def datum_zonder_weekdag(dag: date) -> str:
    """Write a day as `24 maart 2026`."""
    dag = _als_dag(dag)
    return f"{dag.day} {gettext(MAANDEN[dag.month - 1])} {dag.year}"


def tijdstip(moment: datetime) -> str:
    """Write a moment as `di 24 maart 2026, 14:05`, on the Dutch clock."""
    lokaal = timezone.localtime(moment, timezone.get_default_timezone())
    return f"{datum(lokaal)}, {lokaal:%H:%M}"


def periode(tijdvak: Tijdvak) -> str:
    """Write a period as `van ... tot en met ...`; one day as that day, a running period as `vanaf ...`."""
    if tijdvak.tot_en_met is None:
        return gettext("vanaf %(vanaf)s") % {"vanaf": datum(tijdvak.vanaf)}
    if tijdvak.tot_en_met == tijdvak.vanaf:
        return datum(tijdvak.vanaf)
    return gettext("van %(vanaf)s tot en met %(tot_en_met)s") % {
        "vanaf": datum(tijdvak.vanaf),
        "tot_en_met": datum(tijdvak.tot_en_met),
    }


def telwoord(aantal: int) -> str:
    """Write a count up to twelve as a word, a larger (or negative) one in figures."""
    return gettext(TELWOORDEN[aantal]) if 0 <= aantal < len(TELWOORDEN) else str(aantal)


def duur(aantal: int, eenheid: str) -> str:
    """Write a duration in words: `zes weken`, `27 dagen`, `twee jaar`; `eenheid` is dag, week, maand or jaar."""
    return _duur(aantal, eenheid, taal())


def over_dagen(dag: date, vandaag: date) -> str:
    """Say how far a day is from today: `vandaag`, `morgen`, `over 9 dagen`, `gisteren`, `9 dagen geleden`."""
    dagen = (dag - vandaag).days
    if dagen in _DICHTBIJ:
        return gettext(_DICHTBIJ[dagen])
    if dagen > 0:
        return ngettext("over %(aantal)s dag", "over %(aantal)s dagen", dagen) % {"aantal": dagen}
    return ngettext("%(aantal)s dag geleden", "%(aantal)s dagen geleden", -dagen) % {"aantal": -dagen}


def dagen_te_laat(uiterste_dag: date, op: date) -> str:
    """Say how many days `op` lies after the last day: `9 dagen te laat`."""
    dagen = (op - uiterste_dag).days
    return ngettext("%(aantal)s dag te laat", "%(aantal)s dagen te laat", dagen) % {"aantal": dagen}


_DICHTBIJ = {-1: _("gisteren"), 0: _("vandaag"), 1: _("morgen")}


@lru_cache(maxsize=4096)
def _datum(dag: date, _taal: str | None) -> str:
    """Remembered per language: a page writes the same days many times, and a list writes fifty of them."""
    return f"{gettext(WEEKDAGEN[dag.weekday()])} {datum_zonder_weekdag(dag)}"


@lru_cache(maxsize=1024)
def _duur(aantal: int, eenheid: str, _taal: str | None) -> str:
    zinnen = {
        "dag": ngettext("%(aantal)s dag", "%(aantal)s dagen", aantal),
        "week": ngettext("%(aantal)s week", "%(aantal)s weken", aantal),
        "maand": ngettext("%(aantal)s maand", "%(aantal)s maanden", aantal),
        "jaar": ngettext("%(aantal)s jaar", "%(aantal)s jaar", aantal),
    }
    return zinnen[eenheid] % {"aantal": telwoord(aantal)}


def _als_dag(dag: date) -> date:
    if isinstance(dag, datetime):
        return timezone.localtime(dag, timezone.get_default_timezone()).date() if dag.tzinfo else dag.date()
    return dag


def met_dagen_in_woorden(tekst: str) -> str:
    """Write the days in a message of the core (`2026-02-01`) as people read them; what is no day stays."""
    return _ISO_DAG.sub(_in_woorden, tekst)


def _in_woorden(treffer: re.Match[str]) -> str:
    try:
        return datum(date.fromisoformat(treffer[0]))
    except ValueError:
        return treffer[0]
