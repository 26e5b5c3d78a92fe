"""Who gets which tasks of the bedrijfsarts, and until when."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from poortwijzer.accounts.queries import Persoon
from poortwijzer.lib.formulier import Formulier
from poortwijzer.toegang.delegatie import Deeltaak
from poortwijzer.web.forms.velden import Dag


class DelegatieForm(Formulier):
    """A colleague, tasks and an end."""

    ontbreekt: ClassVar = {
        "wie": _("Kies aan wie u de taken geeft."),
        "taken": _("Kies minstens één taak."),
        "tot": _("Vul de dag in waarop de delegatie stopt."),
    }

    wie = forms.ChoiceField(label=_("Aan wie?"))
    taken = forms.MultipleChoiceField(
        label=_("Welke taken?"),
        choices=[(taak.value, taak.label) for taak in Deeltaak],
        widget=forms.CheckboxSelectMultiple,
    )
    tot = Dag(_("Tot welke dag?"), hulp=_("Op die dag kan deze persoon er niet meer bij."))

    def __init__(self, *args: Any, mensen: Iterable[Persoon], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wie = self.fields["wie"]
        assert isinstance(wie, forms.ChoiceField)  # noqa: S101  # declared so, above
        wie.choices = [("", "–"), *((str(persoon.gebruiker_id), persoon.naam) for persoon in mensen)]
