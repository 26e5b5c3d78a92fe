"""Responding to a document, and recording that somebody received a copy."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from poortnormen.feiten import PARTIJEN
from poortwijzer.lib.zinnen import woord
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.forms.velden import Dag, Tekstvak

EIGEN = (
    ("eens", _("Ik ben het ermee eens")),
    ("oneens", _("Ik ben het er niet mee eens")),
    ("gezien", _("Ik heb het gezien, en zeg verder niets")),
)
OVER_ANDER = ("niet_bereikbaar", _("Iemand anders is niet bereikbaar"))


class ReactieForm(forms.Form):
    """What somebody says about a frozen document. `eigen` and `anderen` say what this person may record."""

    standpunt = forms.ChoiceField(label=_("Wat zegt u over dit document?"), widget=forms.RadioSelect)
    partij = forms.ChoiceField(label=_("Wie is niet bereikbaar?"), required=False)
    eigen_woorden = Tekstvak(
        _("In uw eigen woorden (mag leeg)"),
        hulp=_("Dit komt bij het document te staan, precies zoals u het schrijft. Is iemand niet bereikbaar? Schrijf "
               "dan op wat u heeft geprobeerd."),
        required=False,
    )  # fmt: skip

    def __init__(self, *args: Any, mag_eigen: bool, anderen: tuple[Rol, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        standpunt, partij = self.fields["standpunt"], self.fields["partij"]
        assert isinstance(standpunt, forms.ChoiceField)  # noqa: S101  # declared so, above
        assert isinstance(partij, forms.ChoiceField)  # noqa: S101  # declared so, above
        standpunt.choices = [*(EIGEN if mag_eigen else ()), *((OVER_ANDER,) if anderen else ())]
        partij.choices = [("", "–"), *((str(rol), rol.label) for rol in anderen)]
        if not anderen:
            del self.fields["partij"]

    def clean(self) -> dict[str, Any]:
        """Ask who it is about when somebody cannot be reached."""
        if self.cleaned_data.get("standpunt") == OVER_ANDER[0] and not self.cleaned_data.get("partij"):
            self.add_error("partij", _("Kies wie niet bereikbaar is."))
        return self.cleaned_data


class AfschriftForm(forms.Form):
    """Somebody received a copy of a document."""

    ontvanger = forms.ChoiceField(label=_("Wie kreeg het?"))
    verstrekt_op = Dag(_("Op welke dag?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ontvanger = self.fields["ontvanger"]
        assert isinstance(ontvanger, forms.ChoiceField)  # noqa: S101  # declared so, above
        ontvanger.choices = [(partij, woord(partij).capitalize()) for partij in PARTIJEN]
