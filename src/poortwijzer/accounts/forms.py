"""The forms of invitations. They check what was typed; what may be done stands in the actions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from poortwijzer.toegang.beleid import uit_te_nodigen
from poortwijzer.toegang.rollen import Rol

NAAM_TEKENS = 120


class UitnodigenForm(forms.Form):
    """Whom to invite, in which of the roles that the inviter may give."""

    naam = forms.CharField(label=_("Naam"), max_length=NAAM_TEKENS)
    email = forms.EmailField(label=_("E-mailadres"))
    rol = forms.ChoiceField(label=_("Rol"), choices=())

    def __init__(self, *args: Any, rol: Rol, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mogelijk = uit_te_nodigen(rol)
        keuze = self.fields["rol"]
        assert isinstance(keuze, forms.ChoiceField)  # noqa: S101  # declared above; mypy sees a plain field
        keuze.choices = [(mogelijke.value, mogelijke.label) for mogelijke in Rol if mogelijke in mogelijk]


class AanvaardenForm(forms.Form):
    """The name and the password of a new account."""

    naam = forms.CharField(
        label=_("Uw naam"),
        max_length=NAAM_TEKENS,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    wachtwoord = forms.CharField(
        label=_("Kies een wachtwoord"),
        help_text=_("Minstens 12 tekens. Een zin van een paar woorden is sterk en makkelijk te onthouden."),
        strip=False,
        max_length=1000,  # longer only costs time to hash
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
