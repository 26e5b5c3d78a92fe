"""Contracts with other organisations: what was agreed, what binds to secrecy, and the end."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from poortwijzer.accounts.actions.contracten import Contractgegevens
from poortwijzer.lib.formulier import Formulier
from poortwijzer.toegang.diensten import Dienst, Geheimhoudingsgrond
from poortwijzer.web.forms.velden import Dag

if TYPE_CHECKING:
    from poortwijzer.accounts.models import Organisatie

_GRONDEN = [("", _("Nog niet vastgelegd")), *((grond.value, grond.label) for grond in Geheimhoudingsgrond)]


class ContractForm(Formulier):
    """A new contract."""

    ontbreekt: ClassVar = {
        "opdrachtnemer_id": _("Kies met welke organisatie u het contract heeft."),
        "dienst": _("Kies voor welke dienst het contract is."),
        "kenmerk": _("Vul het kenmerk van de overeenkomst in."),
        "vanaf": _("Vul de dag in waarop het contract begint."),
    }

    opdrachtnemer_id = forms.ChoiceField(label=_("Met welke organisatie?"))
    dienst = forms.ChoiceField(
        label=_("Voor welke dienst?"), choices=[("", "–"), *((dienst.value, dienst.label) for dienst in Dienst)]
    )
    kenmerk = forms.CharField(
        label=_("Kenmerk van de overeenkomst"), help_text=_("Waarmee u de overeenkomst terugvindt."), max_length=80
    )
    vanaf = Dag(_("Vanaf welke dag?"))
    tot = Dag(_("Tot welke dag? (mag leeg)"), hulp=_("Op die dag geldt het contract niet meer."), required=False)
    geheimhouding = forms.ChoiceField(
        label=_("Waardoor zijn de mensen van deze organisatie tot geheimhouding verplicht?"),
        help_text=_("Zolang dit niet vaststaat, kan niemand van deze organisatie een dossier openen."),
        choices=_GRONDEN,
        required=False,
    )
    geheimhouding_op = Dag(_("Op welke dag is de geheimhouding vastgelegd? (mag leeg)"), required=False)
    verwerkersovereenkomst_op = Dag(
        _("Dag van de verwerkersovereenkomst (mag leeg)"),
        hulp=_("Een arbodienst is vaak zelf verantwoordelijk: dan is er geen nodig."),
        required=False,
    )

    def __init__(self, *args: Any, organisaties: "Iterable[Organisatie]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuze = self.fields["opdrachtnemer_id"]
        assert isinstance(keuze, forms.ChoiceField)  # noqa: S101  # declared so, above
        keuze.choices = [("", "–"), *((str(rij.pk), f"{rij.naam} ({rij.get_soort_display()})") for rij in organisaties)]

    def gegevens(self) -> Contractgegevens:
        """Give what was filled in, as the act takes it; only after `is_valid`."""
        gegeven = self.cleaned_data
        return Contractgegevens(
            opdrachtnemer_id=UUID(gegeven["opdrachtnemer_id"]),
            dienst=Dienst(gegeven["dienst"]),
            kenmerk=gegeven["kenmerk"],
            vanaf=gegeven["vanaf"],
            tot=gegeven["tot"],
            geheimhouding=Geheimhoudingsgrond(gegeven["geheimhouding"]) if gegeven["geheimhouding"] else None,
            geheimhouding_op=gegeven["geheimhouding_op"],
            verwerkersovereenkomst_op=gegeven["verwerkersovereenkomst_op"],
        )


class GeheimhoudingForm(Formulier):
    """What binds the people of the other organisation."""

    ontbreekt: ClassVar = {
        "grond": _("Kies waardoor deze mensen tot geheimhouding verplicht zijn."),
        "op": _("Vul de dag in waarop dat is vastgelegd."),
    }

    grond = forms.ChoiceField(
        label=_("Waardoor zijn de mensen van deze organisatie tot geheimhouding verplicht?"),
        choices=[(grond.value, grond.label) for grond in Geheimhoudingsgrond],
        widget=forms.RadioSelect,
    )
    op = Dag(_("Op welke dag is dat vastgelegd?"))
    kenmerk = forms.CharField(label=_("Kenmerk van de overeenkomst (mag leeg)"), max_length=80, required=False)


class EindeForm(Formulier):
    """From which day on a contract does not run."""

    ontbreekt: ClassVar = {
        "tot": _("Vul de eerste dag in waarop het contract niet meer geldt."),
    }

    tot = Dag(_("Vanaf welke dag geldt het contract niet meer?"))
