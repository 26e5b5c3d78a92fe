"""An empty field says what is missing in it, on every form in the same way."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from django import forms
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Tekst: TypeAlias = "str | _StrPromise"
# For questions that are made from data; the first class that fits. A form that is written out has words of its own.
_PER_SOORT: tuple[tuple[type[forms.Field], Tekst], ...] = (
    (forms.FileField, _("Kies een bestand.")),
    (forms.MultipleChoiceField, _("Kies er minstens één.")),
    (forms.ChoiceField, _("Kies een antwoord.")),
    (forms.DateField, _("Vul een dag in.")),
    (forms.IntegerField, _("Vul een getal in.")),  # among them decimals
    (forms.EmailField, _("Vul een e-mailadres in.")),
    (forms.BooleanField, _("Zet hier een vinkje.")),
    (forms.Field, _("Vul hier een antwoord in.")),
)


class WatOntbreekt:
    """Mixin: `ontbreekt` says by the name of a field what to do when it was left empty."""

    ontbreekt: ClassVar[Mapping[str, Tekst]] = {}
    fields: dict[str, forms.Field]

    def full_clean(self) -> None:
        """Check the form, with these words at what was left empty."""
        for naam, veld in self.fields.items():
            veld.error_messages["required"] = str(self.ontbreekt.get(naam) or _woorden(veld))
        super().full_clean()  # type: ignore[misc]  # of the form that this is mixed into


class Formulier(WatOntbreekt, forms.Form):
    """The form that every form of the screens is."""


def _woorden(veld: forms.Field) -> Tekst:
    """Give the words of the field itself where it has them, else those of its kind."""
    eigen: Any = veld.error_messages.get("required", "")
    if eigen and eigen != forms.Field.default_error_messages["required"]:
        return str(eigen)
    return next(woorden for soort, woorden in _PER_SOORT if isinstance(veld, soort))
