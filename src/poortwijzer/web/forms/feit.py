"""One fact of the core as a form, made from its type: a question for each field of the value."""

import dataclasses
import typing
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from poortnormen.feiten import FEITEN, Feitsoort
from poortnormen.omzetting import schrijf_getal, veldsoorten, zonder_none
from poortwijzer.lib.zinnen import woord
from poortwijzer.web.forms.velden import Dag, Getal, JaNeeOnbekend, Keuze, Tekstvak

HELE_WAARDE = "waarde"
HOOGSTE_GETAL = 1_000_000


class FeitForm(forms.Form):
    """The value of one fact, with its own question above it, and a reason when it corrects an earlier one."""

    def __init__(self, naam: str, *args: Any, is_verbetering: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.soort: Feitsoort = FEITEN[naam]
        for veld, soort in _velden(self.soort).items():
            self.fields[veld] = _veld(self._label(veld), soort)
        if is_verbetering:
            self.fields["motivering"] = Tekstvak(_("Waarom verbetert u dit?"), hoogstens=1000)

    def _label(self, veld: str) -> str:
        return self.soort.vraag if veld == HELE_WAARDE else woord(veld).capitalize()

    def waarde(self) -> object:
        """Give the value as JSON in the exchange format; only after `is_valid`. Empty fields are left out."""
        antwoorden = {veld: _als_json(self.cleaned_data[veld]) for veld in _velden(self.soort)}
        if HELE_WAARDE in antwoorden:
            return antwoorden[HELE_WAARDE]
        return {veld: antwoord for veld, antwoord in antwoorden.items() if antwoord is not None}


def beginwaarden(naam: str, waarde: object) -> dict[str, object]:
    """Give what a form for the fact `naam` begins with, from a value as JSON in the exchange format."""
    if HELE_WAARDE in _velden(FEITEN[naam]):
        return {HELE_WAARDE: waarde}
    return dict(waarde) if isinstance(waarde, Mapping) else {}


def _velden(soort: Feitsoort) -> Mapping[str, object]:
    if dataclasses.is_dataclass(soort.type):
        return veldsoorten(soort.type)
    return {HELE_WAARDE: soort.type}


def _veld(label: str, soort: object) -> forms.Field:
    kern, mag_leeg = zonder_none(soort)
    veld: forms.Field
    if kern is bool:
        veld = JaNeeOnbekend(label)
    elif kern is date:
        veld = Dag(label, required=not mag_leeg)
    elif kern in {Fraction, int}:
        veld = Getal(label, hoogstens=HOOGSTE_GETAL, required=not mag_leeg)
    elif typing.get_origin(kern) is tuple:
        keuzes = [(str(deel), woord(str(deel))) for deel in typing.get_args(kern)[0]]
        veld = forms.MultipleChoiceField(label=label, choices=keuzes, widget=forms.CheckboxSelectMultiple)
    elif isinstance(kern, type) and issubclass(kern, StrEnum):
        veld = Keuze(label, kern, required=not mag_leeg)
    else:
        veld = Tekstvak(label, rijen=2, hoogstens=2000, required=not mag_leeg)
    return veld


def _als_json(antwoord: object) -> object:
    if isinstance(antwoord, date):
        return antwoord.isoformat()
    if antwoord == "":
        return None
    return antwoord if isinstance(antwoord, bool | str | list | None) else schrijf_getal(Fraction(str(antwoord)))
