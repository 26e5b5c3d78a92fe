"""Responding to a document, and recording that somebody received a copy."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from poortnormen.feiten.stukken import Ontvanger
from poortwijzer.lib.formulier import Formulier
from poortwijzer.lib.zinnen import met_hoofdletter, woord
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.forms.velden import Dag, Tekstvak

ONEENS = "oneens"
EIGEN = (
    ("eens", _("Ik ben het ermee eens")),
    (ONEENS, _("Ik ben het er niet mee eens")),
    ("gezien", _("Ik heb het gezien, en zeg verder niets")),
)
ZIENSWIJZE = ("zienswijze", _("Ik wil alleen mijn eigen zienswijze erbij zetten"))
OVER_ANDER = ("niet_bereikbaar", _("Iemand anders is niet bereikbaar"))


class ReactieForm(Formulier):
    """What somebody says about a frozen document. `eigen` and `anderen` say what this person may record."""

    ontbreekt: ClassVar = {
        "standpunt": _("Kies wat u van dit document vindt."),
    }

    standpunt = forms.ChoiceField(label=_("Wat zegt u over dit document?"), widget=forms.RadioSelect)
    partij = forms.ChoiceField(label=_("Wie is niet bereikbaar?"), required=False)
    eigen_woorden = Tekstvak(
        _("In uw eigen woorden"),
        hulp=_("Nodig als u het er niet mee eens bent. Dit komt bij het document, precies zoals u het schrijft."),
        required=False,
    )

    def __init__(
        self, *args: Any, mag_eigen: bool, anderen: tuple[Rol, ...], is_werknemer: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        standpunt, partij = self.fields["standpunt"], self.fields["partij"]
        assert isinstance(standpunt, forms.ChoiceField)  # noqa: S101  # declared so, above
        assert isinstance(partij, forms.ChoiceField)  # noqa: S101  # declared so, above
        eigen = (*EIGEN, ZIENSWIJZE) if is_werknemer else EIGEN
        standpunt.choices = [*(eigen if mag_eigen else ()), *((OVER_ANDER,) if anderen else ())]
        partij.choices = [("", "–"), *((str(rol), rol.label) for rol in anderen)]
        if anderen:
            self.fields["eigen_woorden"].help_text = _(
                "Nodig als u het er niet mee eens bent. Is iemand niet bereikbaar? Schrijf dan op wat u heeft "
                "geprobeerd. Dit komt bij het document, precies zoals u het schrijft."
            )
        else:
            del self.fields["partij"]

    def clean(self) -> dict[str, Any]:
        """Ask who it is about when somebody cannot be reached, and why somebody disagrees."""
        is_oneens = self.cleaned_data.get("standpunt") == ONEENS
        if is_oneens and not (self.cleaned_data.get("eigen_woorden") or "").strip():
            self.add_error(
                "eigen_woorden", _("Schrijf op waar u het niet mee eens bent. Dan weet de ander wat u bedoelt.")
            )
        if self.cleaned_data.get("standpunt") == OVER_ANDER[0] and not self.cleaned_data.get("partij"):
            self.add_error("partij", _("Kies wie niet bereikbaar is."))
        return self.cleaned_data


class AfschriftForm(Formulier):
    """Somebody received a copy of a document."""

    ontbreekt: ClassVar = {
        "soort": _("Kies van welk document."),
        "ontvanger": _("Kies wie het kreeg."),
        "verstrekt_op": _("Vul de dag in waarop deze persoon het kreeg."),
    }

    ontvanger = forms.ChoiceField(label=_("Wie kreeg het?"))
    verstrekt_op = Dag(_("Op welke dag?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ontvanger = self.fields["ontvanger"]
        assert isinstance(ontvanger, forms.ChoiceField)  # noqa: S101  # declared so, above
        ontvanger.choices = [(str(wie), met_hoofdletter(woord(str(wie)))) for wie in Ontvanger]


class AfschriftEldersForm(AfschriftForm):
    """Somebody received a copy of a document that was made elsewhere, or is a file here."""

    field_order = ("soort", "ontvanger", "verstrekt_op")
    soort = forms.ChoiceField(label=_("Van welk document?"))

    def __init__(self, *args: Any, delen: Iterable[Deel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        soort = self.fields["soort"]
        assert isinstance(soort, forms.ChoiceField)  # noqa: S101  # declared so, above
        soort.choices = [(str(deel), met_hoofdletter(str(deel.label))) for deel in delen]
