"""One fact of the core as a form, made from its type: a question for each field of the value."""

import dataclasses
import typing
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from poortnormen.feiten import FEITEN, Feitsoort
from poortnormen.feiten.soort import UWV
from poortnormen.omzetting import schrijf_getal, schrijf_waarde, veldsoorten, zonder_none
from poortwijzer.dossiers.beelden import Weegpuntbeeld
from poortwijzer.lib.formulier import Formulier
from poortwijzer.lib.zinnen import met_hoofdletter, woord
from poortwijzer.web.feitkeuzes import Keuzes
from poortwijzer.web.forms.feitvragen import VRAGEN
from poortwijzer.web.forms.velden import Dag, Dagen, Euro, Getal, JaNeeOnbekend, Keuze, Regels, Tekstvak
from poortwijzer.web.forms.vraagtekst import Vraagtekst
from poortwijzer.web.forms.weging import gelezen_weging, is_weegveld, weegvelden

HELE_WAARDE = "waarde"
HOOGSTE_GETAL = 1_000_000
GELDT_VANAF, VAN_WIE_KOMT_HET = "geldt_vanaf", "van_wie_komt_het"
RIJEN = 8  # of a list of things that have parts themselves


class FeitForm(Formulier):
    """The value of one fact, with its own question above it, and a reason when it corrects an earlier one."""

    ontbreekt: ClassVar = {
        "motivering": gettext_lazy("Schrijf uw reden op."),
        "van_wie_komt_het": gettext_lazy("Kies van wie dit gegeven komt."),
    }

    def __init__(
        self,
        naam: str,
        *args: Any,
        is_verbetering: bool = False,
        gever: str | None = None,
        keuzes: Keuzes = MappingProxyType({}),
        punten: Sequence[Weegpuntbeeld] = (),
        **kwargs: Any,
    ) -> None:
        """`gever` is in whose name this person records; without it nothing is asked but the value (what if).

        `keuzes` are, by field, what can be chosen where the answer points to another recorded fact.
        `punten` are what the source gives to weigh at this judgement; each may be left open.
        """
        super().__init__(*args, **kwargs)
        self.punten = tuple(punten)
        self.soort: Feitsoort = FEITEN[naam]
        for veld, soort in _velden(self.soort).items():
            self.fields.update(_vragen(veld, _vraagtekst(self.soort, veld), soort))
            if veld in keuzes:
                self.fields[veld] = _keuzeveld(self.fields[veld], soort, self.initial.get(veld), keuzes[veld])
        for veld, standaard in _standaarden(self.soort):
            self.fields[veld].initial = standaard
        if gever is not None:
            self.fields.update(_omstandigheden(self.soort, gever))
        if is_verbetering:
            self.fields["motivering"] = Tekstvak(_("Waarom verbetert u dit?"), hoogstens=1000)
        elif self.soort.is_oordeel and gever is not None:  # without a reason it does not count
            self.fields["motivering"] = Tekstvak(_("Waarom vindt u dat?"), hoogstens=1000)
        self.fields.update(weegvelden(self.punten))

    def waarde(self) -> object:
        """Give the value as JSON in the exchange format; only after `is_valid`. Empty fields are left out."""
        antwoorden = {veld: self._antwoord(veld, soort) for veld, soort in _velden(self.soort).items()}
        if HELE_WAARDE in antwoorden:
            return antwoorden[HELE_WAARDE]
        return {veld: antwoord for veld, antwoord in antwoorden.items() if antwoord is not None}

    def omstandigheden(self) -> dict[str, Any]:
        """Give since when it holds, in whose name it is recorded and why, as the act takes them."""
        gegeven = self.cleaned_data
        return {
            "op": gegeven.get(GELDT_VANAF),
            "gever": gegeven.get(VAN_WIE_KOMT_HET) or None,
            "motivering": gegeven.get("motivering", ""),
            "weging": gelezen_weging(self.punten, gegeven),
        }

    def hoofdvelden(self) -> list[forms.BoundField]:
        """Give the questions that are not about a single point of the source."""
        return [veld for veld in self if not is_weegveld(veld.name)]

    def weegvelden(self) -> list[forms.BoundField]:
        """Give the questions about the points of the source, which stand together."""
        return [veld for veld in self if is_weegveld(veld.name)]

    def _antwoord(self, veld: str, soort: object) -> object:
        rij = _rijsoort(soort)
        if rij is None:
            antwoord = _als_json(self.cleaned_data[veld])
            return None if antwoord == [] and zonder_none(soort)[1] else antwoord
        rijen = [
            {deel: _als_json(self.cleaned_data[f"{veld}-{nummer}-{deel}"]) for deel in veldsoorten(rij)}
            for nummer in range(RIJEN)
        ]
        gevuld = [{deel: inhoud for deel, inhoud in rij.items() if inhoud is not None} for rij in rijen]
        return [rij for rij in gevuld if rij]


def _omstandigheden(soort: Feitsoort, gever: str) -> Iterator[tuple[str, forms.Field]]:
    """Give the questions around the value: since when a state holds, and whether it comes from the UWV."""
    if not soort.op_uit:
        yield (
            GELDT_VANAF,
            Dag(
                _("Vanaf welke dag is dit zo? (mag leeg)"),
                required=False,
                hulp=_("Leeg: al die tijd. Was het eerst anders, dan vanaf vandaag."),
            ),
        )
    if UWV in soort.gevers and gever != UWV:
        keuzes = [(gever, met_hoofdletter(woord(gever))), (UWV, woord(UWV))]
        yield (
            VAN_WIE_KOMT_HET,
            forms.ChoiceField(
                label=_("Van wie komt dit gegeven?"), choices=keuzes, initial=gever, widget=forms.RadioSelect
            ),
        )


def beginwaarden(naam: str, waarde: object) -> dict[str, object]:
    """Give what a form for the fact `naam` begins with, from a value as JSON in the exchange format."""
    velden = _velden(FEITEN[naam])
    waarden = {HELE_WAARDE: waarde} if HELE_WAARDE in velden else waarde
    if not isinstance(waarden, Mapping):
        return {}
    begin: dict[str, object] = dict(waarden)
    for veld, soort in velden.items():
        if _rijsoort(soort) is not None and isinstance(begin.get(veld), list):
            rijen = begin.pop(veld)
            assert isinstance(rijen, list)  # noqa: S101  # looked at above
            begin |= {f"{veld}-{n}-{deel}": inhoud for n, rij in enumerate(rijen) for deel, inhoud in rij.items()}
    return begin


def _velden(soort: Feitsoort) -> Mapping[str, object]:
    if dataclasses.is_dataclass(soort.type):
        return veldsoorten(soort.type)
    return {HELE_WAARDE: soort.type}


def _standaarden(soort: Feitsoort) -> Iterator[tuple[str, object]]:
    """Give the choices that hold unless somebody says otherwise; yes and no begin empty."""
    if dataclasses.is_dataclass(soort.type):
        for veld in dataclasses.fields(soort.type):
            if isinstance(veld.default, StrEnum):
                yield veld.name, schrijf_waarde(veld.default)


def _rijsoort(soort: object) -> type | None:
    """Give the class of the rows of a list of things that have parts themselves."""
    kern, _mag_leeg = zonder_none(soort)
    if typing.get_origin(kern) is not tuple:
        return None
    deel = typing.get_args(kern)[0]
    return deel if isinstance(deel, type) and dataclasses.is_dataclass(deel) else None


def _vraagtekst(soort: Feitsoort, veld: str) -> Vraagtekst:
    if veld == HELE_WAARDE:
        return Vraagtekst(_(soort.vraag))
    return VRAGEN.get(soort.naam, {}).get(veld) or Vraagtekst(met_hoofdletter(woord(veld)))


def _vragen(veld: str, vraag: Vraagtekst, soort: object) -> dict[str, forms.Field]:
    rij = _rijsoort(soort)
    if veld.endswith("_centen"):
        moet = not zonder_none(soort)[1]
        return {
            veld: Euro(
                _mag_leeg(str(vraag.vraag), moet=moet), hulp=str(vraag.hulp), hoogstens=HOOGSTE_GETAL, required=moet
            )
        }
    if rij is None:
        return {veld: _veld(str(vraag.vraag), soort, hulp=str(vraag.hulp))}
    return {
        f"{veld}-{nummer}-{deel}": _veld(f"{nummer + 1}: {_in_rij(veld, deel)}", deelsoort, is_verplicht=False)
        for nummer in range(RIJEN)
        for deel, deelsoort in veldsoorten(rij).items()
    }


def _in_rij(veld: str, deel: str) -> str:
    return str(VRAGEN[veld][deel].vraag) if veld in VRAGEN else woord(deel)


def _veld(label: str, soort: object, *, hulp: str = "", is_verplicht: bool = True) -> forms.Field:
    kern, mag_leeg = zonder_none(soort)
    moet = is_verplicht and not mag_leeg
    veld: forms.Field
    if kern is bool:
        return JaNeeOnbekend(label, hulp=hulp)
    if is_verplicht:
        label = _mag_leeg(label, moet=moet)
    if kern is date:
        veld = Dag(label, required=moet)
    elif kern in {Fraction, int}:
        veld = Getal(label, hoogstens=HOOGSTE_GETAL, required=moet)
    elif typing.get_origin(kern) is tuple:
        veld = _lijstveld(label, typing.get_args(kern)[0])
    elif isinstance(kern, type) and issubclass(kern, StrEnum):
        veld = Keuze(label, kern, required=moet)
    else:
        veld = Tekstvak(label, rijen=2, hoogstens=2000, required=moet)
    veld.help_text = hulp or veld.help_text
    return veld


def _keuzeveld(getypt: forms.Field, soort: object, nu: object, keuzes: tuple[tuple[str, str], ...]) -> forms.Field:
    """Give a choice in the place of a field in which one would type; what is answered now stays possible."""
    is_lijst = typing.get_origin(zonder_none(soort)[0]) is tuple
    er_al = [str(deel) for deel in (nu if isinstance(nu, list) else [nu]) if deel]
    alle = [*keuzes, *((deel, deel) for deel in er_al if deel not in dict(keuzes))]
    opties: dict[str, Any] = {"label": getypt.label, "help_text": "", "required": getypt.required}
    if is_lijst:
        return forms.MultipleChoiceField(choices=alle, widget=forms.CheckboxSelectMultiple, **opties)
    return forms.ChoiceField(choices=[("", "–"), *alle], **opties)


def _mag_leeg(label: str, *, moet: bool) -> str:
    return label if moet else _("%(vraag)s (mag leeg)") % {"vraag": label}


def _lijstveld(label: str, deel: type) -> forms.Field:
    if issubclass(deel, StrEnum):
        keuzes = [(str(keuze), met_hoofdletter(woord(str(keuze)))) for keuze in deel]
        return forms.MultipleChoiceField(
            label=label, choices=keuzes, widget=forms.CheckboxSelectMultiple, required=False
        )
    return Dagen(label, required=False) if deel is date else Regels(label, required=False)


def _als_json(antwoord: object) -> object:
    if isinstance(antwoord, date):
        return antwoord.isoformat()
    if antwoord == "":
        return None
    return antwoord if isinstance(antwoord, bool | str | list | None) else schrijf_getal(Fraction(str(antwoord)))
