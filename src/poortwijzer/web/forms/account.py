"""One's own account."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from poortwijzer.lib.formulier import Formulier


def beschikbare_talen() -> list[tuple[str, str]]:
    """Give the languages that these texts are in: Dutch, and each whose translation says that it is there."""

    def is_vertaald(taal: str) -> bool:
        with translation.override(taal):
            return pgettext("taal van de teksten", "nl") == taal

    return [(taal, naam) for taal, naam in settings.LANGUAGES if is_vertaald(taal)]


class CodeForm(Formulier):
    """The code that the bedrijfsarts gave."""

    ontbreekt: ClassVar = {
        "code": _("Vul de code van uw bedrijfsarts in."),
    }

    code = forms.CharField(
        label=_("Code van uw bedrijfsarts"),
        help_text=_("Tien letters en cijfers. Hoofdletters en streepjes maken niet uit."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )


class TaalForm(Formulier):
    """In which language somebody reads."""

    ontbreekt: ClassVar = {
        "taal": _("Kies een taal."),
    }

    taal = forms.ChoiceField(label=_("Taal van de schermen"), help_text=_("Andere talen volgen."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taal = self.fields["taal"]
        assert isinstance(taal, forms.ChoiceField)  # noqa: S101  # declared so, above
        taal.choices = beschikbare_talen()
