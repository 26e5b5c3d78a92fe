"""The forms of accounts. They check what was typed; what may be done stands in the actions."""

from collections.abc import Collection
from typing import Any

from allauth.account.forms import ResetPasswordForm
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from poortwijzer.accounts.tasks import verstuur_wachtwoordlink
from poortwijzer.toegang.rollen import Rol

NAAM_TEKENS = 120


class UitnodigenForm(forms.Form):
    """Whom to invite, in which of the roles that the inviter may give."""

    naam = forms.CharField(label=_("Naam"), max_length=NAAM_TEKENS)
    email = forms.EmailField(label=_("E-mailadres"))
    rol = forms.ChoiceField(label=_("Rol"), choices=())

    def __init__(self, *args: Any, rollen: Collection[Rol], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuze = self.fields["rol"]
        assert isinstance(keuze, forms.ChoiceField)  # noqa: S101  # declared above; mypy sees a plain field
        keuze.choices = [(mogelijke.value, mogelijke.label) for mogelijke in Rol if mogelijke in rollen]


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


class WachtwoordVergetenForm(ResetPasswordForm):  # type: ignore[misc]  # allauth ships no types
    """Asks for a link. The queue looks whose address it is: the page does as much for every address."""

    def clean_email(self) -> str:
        """Give the address in small letters."""
        return str(self.cleaned_data["email"]).strip().lower()

    def save(self, request: HttpRequest, **_kwargs: Any) -> str:
        """Queue the mail, and give the address."""
        email = str(self.cleaned_data["email"])
        verstuur_wachtwoordlink.enqueue(email=email, site=request.build_absolute_uri("/").rstrip("/"))
        return email


class _Codeveld:
    """A field for a code, as our pages show it."""

    uitleg = _("De zes cijfers uit de app, of een van uw herstelcodes.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["code"]  # type: ignore[attr-defined]  # of the form that this is mixed into
        veld.label = _("Code")
        veld.help_text = self.uitleg
        veld.widget.attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "maxlength": "20"}


class CodeForm(_Codeveld, AuthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """The second step of signing in."""


class CodeOpnieuwForm(_Codeveld, ReauthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """The second step once more, before something weighty."""


class AppInstellenForm(_Codeveld, ActivateTOTPForm):  # type: ignore[misc]  # allauth ships no types
    """The first code of an app that is being set up."""

    uitleg = _("De zes cijfers die de app nu laat zien.")
