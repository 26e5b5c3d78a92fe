"""What is filled in about keeping and erasing."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from poortnormen.bewaarschema import bewaarschema
from poortnormen.wisverzoek import GEEN, wisuitzonderingen
from poortwijzer.dossiers.actions.bewaren import MEESTE_TEKENS, Wisverzoek
from poortwijzer.dossiers.keuzes import Blokkadegrond
from poortwijzer.dossiers.queries.bewaren import DELEN
from poortwijzer.kluis.vak import Vaksoort
from poortwijzer.lib.datums import gettext
from poortwijzer.lib.formulier import Formulier
from poortwijzer.web.forms.velden import Dag, Tekstvak

WISSEN, BLIJFT = "wissen", "blijft"


def uitzonderingen() -> list[tuple[str, str | Promise]]:
    """Give the exceptions of the law in our words, and that there is none."""
    lijst = [(een.sleutel, f"{gettext(een.naam)}. {gettext(een.tekst)}") for een in wisuitzonderingen().values()]
    return [(GEEN, _("Geen van deze kan hier spelen.")), *lijst]


class BlokkadeForm(Formulier):
    """Why a dossier stays, and until when."""

    ontbreekt: ClassVar = {
        "deel": _("Kies wat moet blijven."),
        "grond": _("Kies waarom dit moet blijven."),
        "vanaf": _("Vul de dag in vanaf wanneer dit moet blijven."),
    }

    deel = forms.ChoiceField(label=_("Wat moet blijven?"))
    grond = forms.ChoiceField(
        label=_("Waarom moet dit blijven?"), choices=Blokkadegrond.choices, widget=forms.RadioSelect
    )
    vanaf = Dag(_("Vanaf welke dag?"))
    tot = Dag(
        _("Tot welke dag? (mag leeg)"), hulp=_("Leeg: tot iemand het beëindigt. Kijk er elk half jaar naar."),
        required=False,
    )  # fmt: skip
    toelichting = Tekstvak(
        _("Toelichting (mag leeg)"),
        hulp=_("Alleen wie het dossier mag lezen ziet dit. Schrijf niets over de ziekte."),
        hoogstens=MEESTE_TEKENS,
        required=False,
    )

    def __init__(self, *args: Any, delen: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        deel = self.fields["deel"]
        assert isinstance(deel, forms.ChoiceField)  # noqa: S101  # declared so, above
        deel.choices = [(een, DELEN[een]) for een in delen]
        deel.required = "" not in dict(deel.choices)


class EigenTermijnForm(Formulier):
    """Another term than usual, and why."""

    ontbreekt: ClassVar = {
        "deel": _("Kies waarvan u de termijn verandert."),
        "jaren": _("Vul het aantal jaren in."),
        "motivering": _("Schrijf op waarom u afwijkt."),
    }

    deel = forms.ChoiceField(label=_("Waarvan wilt u de termijn veranderen?"), widget=forms.RadioSelect)
    jaren = forms.IntegerField(label=_("Hoeveel jaar?"), min_value=0, max_value=100)
    motivering = Tekstvak(
        _("Waarom wijkt u af?"), hulp=_("Dit staat bij de termijn, voor wie toezicht houdt."), hoogstens=MEESTE_TEKENS
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        deel = self.fields["deel"]
        assert isinstance(deel, forms.ChoiceField)  # noqa: S101  # declared so, above
        deel.choices = [(regel.onderdeel, regel.naam) for regel in bewaarschema().values()]


class WisverzoekForm(Formulier):
    """Which part of which dossier somebody asks to erase, since when, and what the law says against it."""

    ontbreekt: ClassVar = {
        "kenmerk": _("Vul het kenmerk van het dossier in."),
        "deel": _("Kies welk deel het is."),
        "verzocht_op": _("Vul in op welke dag het verzoek binnenkwam."),
        "uitzondering": _("Kies welke uitzondering u heeft gewogen, of dat er geen kan gelden."),
        "uitkomst": _("Kies wat uit de afweging kwam."),
    }

    kenmerk = forms.CharField(label=_("Kenmerk van het dossier"), max_length=40)
    deel = forms.ChoiceField(
        label=_("Welk deel?"), choices=[(deel.value, DELEN[deel]) for deel in Vaksoort], widget=forms.RadioSelect
    )
    verzocht_op = Dag(
        _("Op welke dag kwam het verzoek binnen?"), hulp=_("Binnen een maand hoort de werknemer wat u doet, en waarom.")
    )
    uitzondering = forms.ChoiceField(
        label=_("Welke uitzondering heeft u gewogen?"),
        help_text=_("De wet noemt er vijf (AVG, artikel 17, derde lid). Spelen er meer, kies dan de zwaarste."),
        choices=uitzonderingen,
        widget=forms.RadioSelect,
    )
    uitkomst = forms.ChoiceField(
        label=_("Wat kwam eruit?"),
        choices=[
            (WISSEN, _("De uitzondering geldt hier niet: het deel kan weg.")),
            (BLIJFT, _("De uitzondering geldt: het deel blijft. Vertel de werknemer waarom.")),
        ],
        widget=forms.RadioSelect,
    )

    def verzoek(self) -> Wisverzoek:
        """Give what was weighed, as the act takes it; only after `is_valid`."""
        return Wisverzoek(
            verzocht_op=self.cleaned_data["verzocht_op"],
            uitzondering=self.cleaned_data["uitzondering"],
            uitzondering_geldt=self.cleaned_data["uitkomst"] == BLIJFT,
        )
