"""The rows of the work list, ready to show: a list that people open all day may not think per cell.

Everything that a template would look up, translate or resolve for each of fifty rows is worked out here once per row.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from poortnormen.catalogus import catalogus
from poortwijzer.dossiers.beelden import Werklijstregel
from poortwijzer.lib.datums import datum
from poortwijzer.lib.zinnen import woord, zin
from poortwijzer.web.acties import adres, pad
from poortwijzer.web.standen import merk, standbeeld


def werkregels(regels: Iterable[Werklijstregel], vandaag: date) -> list[dict[str, str | SafeString]]:
    """Give the rows as texts; of all of them only the mark is HTML. The stylesheet hides what is empty."""
    return [_regel(regel, vandaag) for regel in regels]


def _regel(regel: Werklijstregel, vandaag: date) -> dict[str, str | SafeString]:
    return {
        "wat": regel.wat,
        "werknemer": regel.werknemer or regel.kenmerk,
        "adres": pad("web:dossier", regel.kenmerk),
        "onder": "".join(f" · {deel}" for deel in _onder(regel)),
        "notitie": regel.notitie,
        "reden": zin(regel.reden) or catalogus().normen[regel.norm].tekst,
        "bron": f"{regel.vindplaats}, {regel.bron} · {woord(str(regel.hardheid))}",
        "norm": regel.norm,
        "norm_adres": pad("web:norm", regel.norm),
        "taak_adres": pad("web:taak", regel.taak_id),
        "stand": merk(standbeeld(regel.status, regel.uiterste_dag, None, vandaag)),
        "uiterlijk": _("uiterlijk %(dag)s") % {"dag": datum(regel.uiterste_dag)} if regel.uiterste_dag else "",
        "actie": regel.actie.label,
        "actie_adres": adres(regel.actie, regel.kenmerk),
    }


def _onder(regel: Werklijstregel) -> Iterator[str]:
    if regel.afdeling:
        yield regel.afdeling
    if regel.genomen_door:
        yield _("door u genomen") if regel.is_van_mij else regel.genomen_door
    if regel.uitgesteld_tot:
        yield _("uitgesteld tot %(dag)s") % {"dag": datum(regel.uitgesteld_tot)}
