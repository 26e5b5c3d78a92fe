"""The rows of the work list, ready to show: a list that people open all day may not think per cell.

Everything that a template would look up, translate or resolve for each of fifty rows is worked out here once per row.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from poortnormen.catalogus import catalogus
from poortnormen.norm import Hardheid
from poortwijzer.dossiers.beelden import Werklijstregel
from poortwijzer.lib.datums import datum, taal
from poortwijzer.lib.zinnen import woord, zin
from poortwijzer.web.adressen import adres, pad
from poortwijzer.web.standen import merk, standbeeld

_NA_EEN_ZIN = re.compile(r"(?<=[.?!])\s+(?=[^\W\d_a-z]|[‘“€])")


def werkregels(regels: Iterable[Werklijstregel], vandaag: date) -> list[dict[str, str | SafeString]]:
    """Give the rows as texts; only the mark and the source are HTML. The stylesheet hides what is empty."""
    return [_regel(regel, vandaag) for regel in regels]


def _regel(regel: Werklijstregel, vandaag: date) -> dict[str, str | SafeString]:
    kort, rest = in_het_kort(zin(regel.reden) or catalogus().normen[regel.norm].tekst)
    return {
        "wat": regel.wat,
        "werknemer": regel.werknemer or regel.kenmerk,
        "adres": pad("web:dossier", regel.kenmerk),
        "onder": "".join(f" · {deel}" for deel in _onder(regel)),
        "notitie": regel.notitie,
        "reden": kort,
        "rest_van_reden": rest,
        "bron": _bron(regel.norm, taal()),
        "taak_adres": pad("web:taak", regel.taak_id),
        "stand": merk(standbeeld(regel.status, regel.uiterste_dag, None, vandaag)),
        "uiterlijk": _dag(regel),
        "knop": regel.knop.label,
        "knop_adres": adres(regel.knop, regel.kenmerk),
    }


def in_het_kort(reden: str) -> tuple[str, str]:
    """Cut a reason after its first sentence: that one shows in the list, the rest where somebody asks on."""
    kort, _wit, rest = _NA_EEN_ZIN.sub("\n", reden, count=1).partition("\n")
    return kort, rest


def _dag(regel: Werklijstregel) -> str:
    """Say which day it is about; a day that is only advice is no last day."""
    if regel.uiterste_dag is None:
        return ""
    tekst = _("advies: %(dag)s") if regel.hardheid is Hardheid.ADVIES else _("uiterlijk %(dag)s")
    return tekst % {"dag": datum(regel.uiterste_dag)}


@lru_cache(maxsize=1024)
def _bron(norm_id: str, _taal: str | None) -> SafeString:
    """Say where a norm stands and how hard it is, with the way to it; the same in every row that it is in."""
    norm = catalogus().normen[norm_id]
    bron = catalogus().bronnen[norm.bron].naam
    waar = f"{norm.vindplaats}, {bron} · {woord(str(norm.hardheid))}"
    return format_html('{} · <a href="{}">{}</a>', waar, pad("web:norm", norm_id), norm_id)


def _onder(regel: Werklijstregel) -> Iterator[str]:
    if regel.afdeling:
        yield regel.afdeling
    if regel.waarneming:
        yield _("u neemt waar voor %(naam)s") % {"naam": regel.waarneming}
    if regel.genomen_door:
        yield _("door u genomen") if regel.is_van_mij else regel.genomen_door
    if regel.uitgesteld_tot:
        yield _("uitgesteld tot %(dag)s") % {"dag": datum(regel.uitgesteld_tot)}
