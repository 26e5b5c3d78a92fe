"""What is filled in for the medical record."""

from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from poortwijzer.lib.formulier import Formulier
from poortwijzer.medisch.regel import MEESTE_TEKENS, Overdrachtsgrond, Regel, Regelsoort, Wijze
from poortwijzer.web.forms.velden import Dag, Tekstvak

WERKAANTEKENING = "werkaantekening"


class RegelForm(Formulier):
    """A row of the medical record. Free text without a hint: this is the place for it."""

    ontbreekt: ClassVar = {
        "soort": _("Kies waar het over gaat."),
        "op": _("Vul de dag in waarover u schrijft."),
        "tekst": _("Schrijf de tekst."),
    }

    soort = forms.ChoiceField(
        label=_("Waar gaat het over?"),
        choices=[(soort.value, soort.label) for soort in Regelsoort if soort is not Regelsoort.INGESTUURD],
    )
    op = Dag(_("Op welke dag?"))
    wijze = forms.ChoiceField(
        label=_("Hoe was het contact? (alleen bij contact met de werknemer)"),
        choices=[("", "–"), *((wijze.value, wijze.label) for wijze in Wijze)],
        required=False,
    )
    tekst = Tekstvak(_("Tekst"), hoogstens=MEESTE_TEKENS, rijen=8, is_medisch=True)
    van_wie = forms.CharField(
        label=_("Behandelaar of schrijver van de brief (mag leeg)"), max_length=200, required=False
    )
    cas = forms.CharField(label=_("CAS-code (mag leeg)"), max_length=20, required=False)
    werkaantekening = forms.BooleanField(
        label=_("Dit is een eigen werkaantekening"),
        help_text=_("Alleen u leest die. Moet een collega het weten, schrijf het dan in het dossier."),
        required=False,
    )

    def regel(self) -> Regel:
        """Give what was filled in; only after `is_valid`."""
        gegeven = self.cleaned_data
        return Regel(
            soort=Regelsoort(gegeven["soort"]),
            op=gegeven["op"],
            tekst=gegeven["tekst"].strip(),
            wijze=Wijze(gegeven["wijze"]) if gegeven["wijze"] else None,
            van_wie=gegeven["van_wie"].strip(),
            cas=gegeven["cas"].strip(),
        )


class VerbeterForm(RegelForm):
    """Another version of a row; whether it is a note of one's own does not change."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields[WERKAANTEKENING]


class OverdraagForm(Formulier):
    """To whom the record goes, and that the employee knows."""

    ontbreekt: ClassVar = {
        "naar": _("Kies aan welke organisatie u overdraagt."),
        "grond": _("Kies wat de werknemer zei."),
        "verteld_op": _("Vul de dag in waarop u het de werknemer vertelde."),
    }

    naar = forms.ChoiceField(
        label=_("Aan welke organisatie?"),
        help_text=_("Hier staan de andere organisaties die nu een bedrijfsarts bij dit dossier hebben."),
    )
    grond = forms.ChoiceField(
        label=_("Wat zei de werknemer?"),
        help_text=_("Maakt de werknemer bezwaar, dan draagt u het dossier niet over."),
        choices=[(grond.value, grond.label) for grond in Overdrachtsgrond],
        widget=forms.RadioSelect,
    )
    verteld_op = Dag(_("Wanneer heeft u het de werknemer verteld?"))

    def __init__(self, *args: Any, organisaties: Mapping[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        naar = self.fields["naar"]
        assert isinstance(naar, forms.ChoiceField)  # noqa: S101  # declared so, above
        naar.choices = [(str(organisatie_id), naam) for organisatie_id, naam in organisaties.items()]


class InstuurForm(Formulier):
    """A text for the bedrijfsarts."""

    ontbreekt: ClassVar = {
        "tekst": _("Schrijf uw tekst."),
    }

    tekst = Tekstvak(
        _("Uw tekst"),
        hulp=_("Alleen de bedrijfsarts en de werknemer lezen dit. U kunt het straks zelf niet meer lezen."),
        hoogstens=MEESTE_TEKENS,
        rijen=8,
        is_medisch=True,
    )
