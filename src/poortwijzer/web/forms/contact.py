"""How to reach an organisation."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from poortwijzer.lib.formulier import Formulier


class ContactForm(Formulier):
    """The contact details of who answers for the data."""

    adres = forms.CharField(
        label=_("Postadres"), help_text=_("Straat en nummer of postbus, postcode en plaats."), max_length=200
    )
    email = forms.EmailField(label=_("E-mailadres van de organisatie"), max_length=254)
    telefoon = forms.CharField(label=_("Telefoonnummer (mag leeg)"), max_length=30, required=False)

    ontbreekt: ClassVar = {
        "adres": _("Vul het adres in waarop mensen uw organisatie kunnen schrijven."),
        "email": _("Vul het e-mailadres in waarop mensen uw organisatie vragen kunnen stellen over hun gegevens."),
    }
