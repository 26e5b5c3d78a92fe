"""What somebody who keeps watch looks for in the log."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from poortwijzer.dossiers.logwoorden import GAST, rol_in_woorden
from poortwijzer.dossiers.queries.toezicht import Logfilter, Logsoort
from poortwijzer.lib.formulier import Formulier
from poortwijzer.lib.zinnen import met_hoofdletter
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.forms.velden import Dag

ALLES = _("Alles")


class LogfilterForm(Formulier):
    """Nothing has to be filled in: what is empty leaves nothing out."""

    ontbreekt: ClassVar = {}

    wie = forms.CharField(label=_("Wie"), max_length=100, required=False)
    rol = forms.ChoiceField(label=_("Rol"), required=False)
    toon = forms.ChoiceField(label=_("Wat"), required=False)
    kenmerk = forms.CharField(label=_("Kenmerk van het dossier"), max_length=40, required=False)
    van = Dag(_("Van"), required=False)
    tot_en_met = Dag(_("Tot en met"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam, keuzes in (
            ("rol", [*((rol.value, rol_in_woorden(rol)) for rol in Rol), (GAST, rol_in_woorden(GAST))]),
            ("toon", [(soort.value, str(soort.label)) for soort in Logsoort]),
        ):
            veld = self.fields[naam]
            assert isinstance(veld, forms.ChoiceField)  # noqa: S101  # declared so, above
            veld.choices = [("", ALLES), *((waarde, met_hoofdletter(label)) for waarde, label in keuzes)]
            veld.error_messages["invalid_choice"] = _("Kies een van de mogelijkheden.")

    def clean(self) -> dict[str, Any]:
        """Refuse days that leave nothing."""
        gevuld = super().clean() or {}
        van, tot_en_met = gevuld.get("van"), gevuld.get("tot_en_met")
        if van and tot_en_met and van > tot_en_met:
            self.add_error("tot_en_met", _("Deze dag is vroeger dan de eerste dag. Draai ze om, of laat er een leeg."))
        return gevuld

    def zoek(self) -> Logfilter:
        """Give what was filled in; only after `is_valid`."""
        gevuld = self.cleaned_data
        return Logfilter(
            wie=gevuld["wie"],
            rol=gevuld["rol"],
            soort=Logsoort(gevuld["toon"]) if gevuld["toon"] else None,
            kenmerk=gevuld["kenmerk"],
            vanaf=gevuld["van"],
            tot_en_met=gevuld["tot_en_met"],
        )
