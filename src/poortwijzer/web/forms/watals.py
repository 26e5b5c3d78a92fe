"""Suppose another day, or one fact more."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from poortnormen.dossier import Feit
from poortnormen.feiten import FEITEN
from poortnormen.feiten.soort import UWV
from poortnormen.omzetting import lees_waarde
from poortwijzer.lib.formulier import Formulier
from poortwijzer.lib.zinnen import met_hoofdletter, woord
from poortwijzer.web.forms.feit import FeitForm
from poortwijzer.web.forms.velden import Dag

NIET_TE_VERONDERSTELLEN = frozenset({"afwijkingen"})


class WatAlsForm(Formulier):
    """The day on which one looks, and which fact to suppose besides."""

    peildatum = Dag(_("Op welke dag kijkt u? (mag leeg: vandaag)"), required=False)
    feit = forms.ChoiceField(label=_("Welk gegeven veronderstelt u? (mag leeg)"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        feit = self.fields["feit"]
        assert isinstance(feit, forms.ChoiceField)  # noqa: S101  # declared so, above
        namen = [n for n, soort in FEITEN.items() if not soort.uit_stuk and n not in NIET_TE_VERONDERSTELLEN]
        feit.choices = [("", _("geen")), *((naam, met_hoofdletter(woord(naam))) for naam in namen)]


def verondersteld(form: FeitForm, vandaag: date) -> Feit:
    """Give the supposed fact as the core takes it; only after `is_valid`. It holds from its own day, or today.

    Raises:
        Omzetfout: the value does not fit.
    """
    soort = form.soort
    # A judgement counts with a reason, and that of the UWV stands above those of the parties.
    return Feit(
        naam=soort.naam,
        waarde=lees_waarde(form.waarde(), soort.type, "$.waarde"),
        vastgelegd_op=vandaag,
        gever=UWV if soort.is_oordeel and UWV in soort.gevers else soort.gevers[0],
        id="wat-als",
        motivering=gettext("verondersteld") if soort.is_oordeel else "",
    )
