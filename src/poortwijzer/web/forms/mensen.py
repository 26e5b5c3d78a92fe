"""What is filled in about the people of an organisation."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from poortwijzer.lib.formulier import Formulier
from poortwijzer.toegang.diensten import Geheimhoudingsgrond
from poortwijzer.web.forms.velden import Dag


class ZwijgplichtForm(Formulier):
    """What binds one person to secrecy, and since when."""

    ontbreekt: ClassVar = {
        "grond": _("Kies waardoor deze persoon tot geheimhouding verplicht is."),
        "op": _("Vul de dag in waarop dat is vastgelegd."),
    }

    grond = forms.ChoiceField(
        label=_("Waardoor is deze persoon tot geheimhouding verplicht?"),
        help_text=_("Bij HR en leidinggevenden is dat meestal een overeenkomst, zoals een beding in het contract."),
        choices=[(grond.value, grond.label) for grond in Geheimhoudingsgrond],
        widget=forms.RadioSelect,
    )
    op = Dag(_("Op welke dag is dat vastgelegd?"))
