"""One way to work for every page with a form: show, check, do, and on a fault show it again with all that was typed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from poortnormen.omzetting import Omzetfout
from poortwijzer.dossiers.actions import Conflict, Invoerfout
from poortwijzer.dossiers.facts import Feitfout
from poortwijzer.formulieren.services import Formulierfout
from poortwijzer.lib.datums import met_dagen_in_woorden
from poortwijzer.web.eenmaal import AlVerstuurd, doe_eenmaal
from poortwijzer.web.forms.bsn import weiger_bsn
from poortwijzer.web.onthouden import teruggave

F = TypeVar("F", bound=forms.Form)
ONVERWERKBAAR = 422


@dataclass(frozen=True, slots=True, kw_only=True)
class Leeg:
    """What stands in the place of a form in which there is nothing to choose: why, and what to do first."""

    kop: str | Promise
    tekst: str | Promise
    adres: str = ""
    knop: str | Promise = ""
    beeld: str = "link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """The words around a form. `terug` is where one goes without doing it; `klaar` is said when it is done.

    With `leeg` that stands there instead of the form. `extra` is what the template of one page needs besides.
    """

    kop: str | Promise
    knop: str | Promise
    klaar: str | Promise
    terug: str
    kruimels: tuple[tuple[str, str], ...] = ()
    onder_kop: str = ""
    uitleg: str | Promise = ""
    sjabloon: str = "web/formulierblad.html"
    leeg: Leeg | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


def formulierblad(
    request: HttpRequest, blad: Blad, maak: Callable[[QueryDict | None], F], doe: Callable[[F], str]
) -> HttpResponse:
    """Show the form that `maak` gives, or run `doe` on what was posted and go to the address that it returns.

    What an act refuses because of what was filled in is shown at the field, and everything typed is still there. The
    same form sent twice is done once.
    """
    if request.method == "POST":
        form = maak(request.POST)
        try:
            adres = _uitgevoerd(request, form, doe)
        except AlVerstuurd:
            messages.info(request, _("Dit formulier was al verstuurd. Het telt één keer. Kijk of het er goed staat."))
            return redirect(blad.terug)
        if adres:
            messages.success(request, str(blad.klaar))
            return redirect(adres)
    else:
        bewaard = teruggave(request)
        if bewaard is not None:
            messages.info(request, _("Uw tekst van voor het aanmelden staat er weer. Kijk hem na en verstuur opnieuw."))
        form = maak(bewaard)
    status = ONVERWERKBAAR if request.method == "POST" else 200
    return render(request, blad.sjabloon, {"form": form, **_woorden(blad)}, status=status)


def meld_fouten(form: forms.Form, fout: Exception) -> None:
    """Put what an act refused with the field that it is about, or above the form."""
    for veld, melding in _meldingen(fout):
        form.add_error(veld if veld in form.fields else None, melding)


def _uitgevoerd(request: HttpRequest, form: F, doe: Callable[[F], str]) -> str:
    if not form.is_valid() or weiger_bsn(form):
        return ""
    try:
        return doe_eenmaal(request, lambda: doe(form))
    except (Invoerfout, Feitfout, Omzetfout, Conflict, Formulierfout, ValidationError) as fout:
        meld_fouten(form, fout)
        return ""


def _meldingen(fout: Exception) -> Iterable[tuple[str, str]]:
    match fout:
        case Invoerfout():
            return [(fout.veld, fout.melding)]
        case ValidationError() if hasattr(fout, "error_dict"):
            return [(veld, melding) for veld, meldingen in fout.message_dict.items() for melding in meldingen]
        case Feitfout() | Omzetfout():
            return [(deel.pad.rpartition(".")[2], met_dagen_in_woorden(deel.melding)) for deel in fout.fouten]
        case _:
            return [("", str(fout))]


def _woorden(blad: Blad) -> dict[str, object]:
    return {
        "kop": blad.kop,
        "onder_kop": blad.onder_kop,
        "uitleg": blad.uitleg,
        "knop": blad.knop,
        "terug": blad.terug,
        "kruimels": blad.kruimels,
        "leeg": blad.leeg,
        **blad.extra,
    }
