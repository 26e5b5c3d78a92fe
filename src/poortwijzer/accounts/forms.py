"""The forms of accounts. They check what was typed; what may be done stands in the actions."""

from collections.abc import Collection
from typing import Any, ClassVar

from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
)
from allauth.account.forms import (
    ReauthenticateForm as WachtwoordForm,
)
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from poortwijzer.accounts.models import Gebruiker
from poortwijzer.accounts.tasks import verstuur_wachtwoordlink
from poortwijzer.lib.formulier import Formulier, WatOntbreekt
from poortwijzer.lib.ids import nieuw_id
from poortwijzer.toegang.rollen import Rol

NAAM_TEKENS = 120


class UitnodigenForm(Formulier):
    """Whom to invite, in which of the roles that the inviter may give."""

    ontbreekt: ClassVar = {
        "naam": _("Vul de naam in."),
        "email": _("Vul het e-mailadres in."),
        "rol": _("Kies een rol."),
    }

    naam = forms.CharField(label=_("Naam"), max_length=NAAM_TEKENS)
    email = forms.EmailField(label=_("E-mailadres"))
    rol = forms.ChoiceField(label=_("Rol"), choices=())

    def __init__(self, *args: Any, rollen: Collection[Rol], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuze = self.fields["rol"]
        assert isinstance(keuze, forms.ChoiceField)  # noqa: S101  # declared above; mypy sees a plain field
        keuze.choices = [(mogelijke.value, mogelijke.label) for mogelijke in Rol if mogelijke in rollen]


class AanvaardenForm(Formulier):
    """The name and the password of a new account."""

    ontbreekt: ClassVar = {
        "naam": _("Vul uw naam in."),
        "wachtwoord": _("Kies een wachtwoord."),
    }

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


class WachtwoordVergetenForm(WatOntbreekt, ResetPasswordForm):  # type: ignore[misc]  # allauth ships no types
    """Asks for a link. The page does as much for every address: see `verstuur_wachtwoordlink`."""

    ontbreekt: ClassVar = {"email": _("Vul uw e-mailadres in.")}

    def clean_email(self) -> str:
        """Give the address in small letters."""
        return str(self.cleaned_data["email"]).strip().lower()

    def save(self, request: HttpRequest, **_kwargs: Any) -> str:
        """Queue the mail, and give the address."""
        email = str(self.cleaned_data["email"])
        wie = Gebruiker.objects.filter(email=email).values_list("pk", flat=True).first() or nieuw_id()
        verstuur_wachtwoordlink.enqueue(gebruiker_id=str(wie), site=request.build_absolute_uri("/").rstrip("/"))
        return email


class AanmeldenForm(WatOntbreekt, LoginForm):  # type: ignore[misc]  # allauth ships no types
    """The first step of signing in."""

    ontbreekt: ClassVar = {"login": _("Vul uw e-mailadres in."), "password": _("Vul uw wachtwoord in.")}


class WachtwoordOpnieuwForm(WatOntbreekt, WachtwoordForm):  # type: ignore[misc]  # allauth ships no types
    """The password once more, before something weighty."""

    ontbreekt: ClassVar = {"password": _("Vul uw wachtwoord in.")}


class _NieuwWachtwoord(WatOntbreekt):
    """Another password, twice."""

    ontbreekt: ClassVar = {
        "oldpassword": _("Vul uw wachtwoord van nu in."),
        "password1": _("Kies een nieuw wachtwoord."),
        "password2": _("Vul het nieuwe wachtwoord nog een keer in."),
    }


class WachtwoordWijzigenForm(_NieuwWachtwoord, ChangePasswordForm):  # type: ignore[misc]  # allauth ships no types
    """Another password by who knows the old one."""


class WachtwoordHerstellenForm(_NieuwWachtwoord, ResetPasswordKeyForm):  # type: ignore[misc]  # allauth ships no types
    """Another password by who has the link."""


class _Codeveld(WatOntbreekt):
    """A field for a code, as our pages show it."""

    ontbreekt: ClassVar = {"code": _("Vul de code in.")}
    uitleg = _("De zes cijfers uit de app, of een van uw herstelcodes.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["code"]
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
