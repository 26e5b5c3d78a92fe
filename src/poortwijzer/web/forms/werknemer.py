"""Employees: adding one, and which account is whose."""

from collections.abc import Iterable
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from poortwijzer.accounts.queries import Persoon
from poortwijzer.dossiers.actions import Werknemergegevens
from poortwijzer.lib.formulier import Formulier
from poortwijzer.web.forms.velden import Dag, Getal


class WerknemerForm(Formulier):
    """What is kept of an employee; nothing about health."""

    ontbreekt: ClassVar = {
        "naam": _("Vul de naam van de werknemer in."),
    }

    naam = forms.CharField(label=_("Naam"), max_length=200)
    personeelsnummer = forms.CharField(label=_("Personeelsnummer (mag leeg)"), max_length=40, required=False)
    functie = forms.CharField(label=_("Functie (mag leeg)"), max_length=200, required=False)
    afdeling = forms.CharField(label=_("Afdeling (mag leeg)"), max_length=120, required=False)
    uren_per_week = Getal(_("Uren per week volgens contract (mag leeg)"), hoogstens=168, required=False)
    geboortedatum = Dag(_("Geboortedatum (mag leeg)"), hulp=_("Alleen nodig voor de AOW-leeftijd."), required=False)
    leidinggevende_id = forms.ChoiceField(label=_("Leidinggevende (mag leeg)"), required=False)

    def __init__(self, *args: Any, leidinggevenden: Iterable[Persoon], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["leidinggevende_id"]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101  # declared so, above
        veld.choices = [("", "–"), *((str(persoon.gebruiker_id), persoon.naam) for persoon in leidinggevenden)]

    def gegevens(self) -> Werknemergegevens:
        """Give what was filled in, as the act takes it; only after `is_valid`."""
        leidinggevende = self.cleaned_data["leidinggevende_id"]
        velden = {**self.cleaned_data, "leidinggevende_id": UUID(leidinggevende) if leidinggevende else None}
        return Werknemergegevens(**velden)


class AccountForm(Formulier):
    """Which account sees the dossiers of this employee."""

    ontbreekt: ClassVar = {
        "gebruiker_id": _("Kies het account van deze werknemer."),
    }

    gebruiker_id = forms.ChoiceField(
        label=_("Welk account is van deze werknemer?"),
        help_text=_("Staat het account er niet bij? Nodig de werknemer eerst uit bij Mensen, in de rol werknemer."),
    )

    def __init__(self, *args: Any, mensen: Iterable[Persoon], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["gebruiker_id"]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101  # declared so, above
        veld.choices = [("", "–"), *((str(persoon.gebruiker_id), persoon.naam) for persoon in mensen)]


class LoskoppelForm(Formulier):
    """That the linked account is of somebody else; which one the page showed goes along, unseen."""

    ontbreekt: ClassVar = {
        "gebruiker_id": _("Open deze bladzijde opnieuw: er staat niet bij om welk account het gaat."),
        "is_van_ander": _("Zet een vinkje als u zeker weet dat dit account van iemand anders is."),
    }

    is_van_ander = forms.BooleanField(label=_("Dit account is van iemand anders"))
    gebruiker_id = forms.UUIDField(widget=forms.HiddenInput)
