"""Kinds of questions that more forms ask, in one way of writing and with one kind of answer."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from poortwijzer.lib.formulier import Tekst
from poortwijzer.lib.zinnen import CENTEN_PER_EURO, met_hoofdletter, woord

JA_NEE = (("ja", gettext_lazy("Ja")), ("nee", gettext_lazy("Nee")), ("", gettext_lazy("Niet bekend")))
_MET_DUIZENDTALLEN = re.compile(r"\d{1,3}(\.\d{3})+(,\d{1,2})?")
EERSTE_DAG, LAATSTE_DAG = date(1950, 1, 1), date(2150, 12, 31)


class Dag(forms.DateField):
    """A day; the browser's own picker where it has one, typing `24-3-2026` where it has not."""

    def __init__(self, label: Tekst, *, hulp: Tekst = "", **opties: Any) -> None:
        super().__init__(
            label=label,
            help_text=hulp,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={
                "required": gettext_lazy("Vul een dag in."),
                "invalid": gettext_lazy("Dit is geen dag die wij kunnen lezen. Schrijf bijvoorbeeld 24-3-2026."),
            },
            **opties,
        )

    def clean(self, value: Any) -> date | None:
        """Give the day; raises ValidationError for one that is nobody's sick day by any chance."""
        dag = super().clean(value)
        if dag is not None and not EERSTE_DAG <= dag <= LAATSTE_DAG:
            raise forms.ValidationError(_("Controleer het jaar van deze dag."))
        assert dag is None or isinstance(dag, date)  # noqa: S101  # what a DateField gives
        return dag


class JaNeeOnbekend(forms.TypedChoiceField):
    """Yes, no, or not known; not known is an answer and gives None."""

    def __init__(self, label: Tekst, *, hulp: Tekst = "", **opties: Any) -> None:
        super().__init__(
            label=label,
            help_text=hulp,
            choices=JA_NEE,
            coerce=lambda antwoord: antwoord == "ja",
            empty_value=None,
            required=False,
            widget=forms.RadioSelect,
            **opties,
        )

    def prepare_value(self, value: object) -> object:
        """Show a stored answer as the choice that it is."""
        if isinstance(value, bool):
            return "ja" if value else "nee"
        return value or ""


class Keuze(forms.ChoiceField):
    """One of the words of the core."""

    def __init__(self, label: Tekst, soort: Iterable[StrEnum], *, hulp: Tekst = "", **opties: Any) -> None:
        keuzes = [(str(deel), met_hoofdletter(woord(str(deel)))) for deel in soort]
        # Without an empty first answer a list would answer by itself.
        leeg = [] if "widget" in opties else [("", "–")]
        super().__init__(label=label, help_text=hulp, choices=[*leeg, *keuzes], **opties)


class Getal(forms.DecimalField):
    """A number with at most two decimals, written with a comma or a point."""

    def __init__(self, label: Tekst, *, hulp: Tekst = "", hoogstens: int, **opties: Any) -> None:
        super().__init__(
            label=label,
            help_text=hulp,
            min_value=Decimal(0),
            max_value=Decimal(hoogstens),
            decimal_places=2,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "is-short", "autocomplete": "off"}),
            error_messages={
                "required": gettext_lazy("Vul een getal in."),
                "invalid": gettext_lazy("Dit is geen getal. Schrijf bijvoorbeeld 18,5."),
                "max_value": gettext_lazy("Vul een getal in van hoogstens %(limit_value)s."),
                "min_value": gettext_lazy("Vul een getal in van 0 of meer."),
            },
            **opties,
        )

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # the stubs say int
        """Read a comma as the decimal point."""
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


class Euro(Getal):
    """An amount, written as `2.520` or `2520,50`; the value is in whole cents."""

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # as above
        """Read points between thousands as what they are."""
        tekst = value.replace("€", "").strip() if isinstance(value, str) else value
        if isinstance(tekst, str) and _MET_DUIZENDTALLEN.fullmatch(tekst):
            tekst = tekst.replace(".", "")
        return super().to_python(tekst)

    def clean(self, value: Any) -> Decimal | None:
        """Give the amount in cents."""
        euro = super().clean(value)
        assert euro is None or isinstance(euro, Decimal)  # noqa: S101  # what a DecimalField gives
        return None if euro is None else euro * CENTEN_PER_EURO

    def prepare_value(self, value: Any) -> object:
        """Show stored cents as euros; what was typed stays as it was typed."""
        return f"{Decimal(value) / CENTEN_PER_EURO:.2f}".replace(".", ",") if isinstance(value, int) else value


GEEN_ZIEKTE = gettext_lazy("Schrijf niets over de ziekte zelf.")


class Tekstvak(forms.CharField):
    """Room for an own text. It says that no illness belongs in it, unless `is_medisch`."""

    def __init__(  # what a field of text is, all by name
        self,
        label: Tekst,
        *,
        hulp: Tekst = "",
        hoogstens: int = 5000,
        rijen: int = 4,
        is_medisch: bool = False,
        **opties: Any,
    ) -> None:
        if not is_medisch:
            hulp = format_lazy("{} {}", hulp, GEEN_ZIEKTE) if hulp else GEEN_ZIEKTE
        super().__init__(
            label=label, help_text=hulp, max_length=hoogstens, widget=forms.Textarea(attrs={"rows": rijen}), **opties
        )


class Regels(forms.CharField):
    """More answers, one on each line; gives a list of texts."""

    def __init__(self, label: Tekst, *, hoogstens: int = 5000, **opties: Any) -> None:
        super().__init__(
            label=label,
            help_text=gettext_lazy("Eén per regel."),
            max_length=hoogstens,
            widget=forms.Textarea(attrs={"rows": 3}),
            **opties,
        )

    def prepare_value(self, value: Any) -> Any:
        """Show a stored list line by line."""
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> Any:
        """Give the lines that are not empty."""
        return [regel.strip() for regel in str(super().clean(value)).splitlines() if regel.strip()]


class Dagen(Regels):
    """More days, one on each line; gives a list of days as `2026-03-24`."""

    def clean(self, value: Any) -> Any:
        """Read each line as a day; raises ValidationError for the first that is none."""
        dag = Dag("")
        return [gelezen.isoformat() for regel in super().clean(value) if (gelezen := dag.clean(regel)) is not None]


def breuk(getal: Decimal | None) -> Fraction | None:
    """Give the exact fraction of a number, as the core counts."""
    return None if getal is None else Fraction(getal)
