"""One's own account."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class TaalForm(forms.Form):
    """In which language somebody reads."""

    taal = forms.ChoiceField(label=_("Taal van de schermen"), choices=settings.LANGUAGES)
