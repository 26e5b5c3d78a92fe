"""How to reach an organisation."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ContactForm(forms.Form):
    """The contact details of who answers for the data."""

    adres = forms.CharField(
        label=_("Postadres"), help_text=_("Straat en nummer of postbus, postcode en plaats."), max_length=200
    )
    email = forms.EmailField(label=_("E-mailadres van de organisatie"), max_length=254)
    telefoon = forms.CharField(label=_("Telefoonnummer (mag leeg)"), max_length=30, required=False)
