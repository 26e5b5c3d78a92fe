"""On which day, and with what was known when, one looks at the stand for the UWV."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from poortwijzer.lib.datums import datum
from poortwijzer.lib.formulier import Formulier
from poortwijzer.lib.klok import vandaag
from poortwijzer.web.forms.velden import Dag


class StandForm(Formulier):
    """Both days may stay empty: today, and all that is known."""

    op = Dag(gettext_lazy("Stand op welke dag? (mag leeg: vandaag)"), required=False)
    bekend_op = Dag(
        gettext_lazy("Met wat bekend was op? (mag leeg: alles)"),
        required=False,
        hulp=gettext_lazy("Alleen gegevens die op die dag waren vastgelegd, tellen dan mee."),
    )

    def __init__(self, *args: Any, eerste_ziektedag: date | None, eerst_vastgelegd: date | None, **kwargs: Any) -> None:
        """`eerste_ziektedag` and `eerst_vastgelegd` are the first days on which there is something to see."""
        super().__init__(*args, **kwargs)
        self._eerste_ziektedag = eerste_ziektedag
        self._eerst_vastgelegd = eerst_vastgelegd

    def clean_op(self) -> date | None:
        """Refuse a day before the illness: nothing had happened then."""
        op: date | None = self.cleaned_data["op"]
        if op is not None and self._eerste_ziektedag is not None and op < self._eerste_ziektedag:
            raise forms.ValidationError(
                _("Toen was de werknemer nog niet ziek. Kies een dag vanaf %(dag)s.")
                % {"dag": datum(self._eerste_ziektedag)}
            )
        return op

    def clean_bekend_op(self) -> date | None:
        """Refuse a day on which nothing was recorded yet."""
        bekend_op: date | None = self.cleaned_data["bekend_op"]
        if bekend_op is not None and bekend_op > vandaag():
            raise forms.ValidationError(_("Die dag moet nog komen. Kies vandaag of een eerdere dag."))
        if bekend_op is not None and self._eerst_vastgelegd is not None and bekend_op < self._eerst_vastgelegd:
            raise forms.ValidationError(
                _("Toen was er nog niets vastgelegd. Kies een dag vanaf %(dag)s.")
                % {"dag": datum(self._eerst_vastgelegd)}
            )
        return bekend_op
