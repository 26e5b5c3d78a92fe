"""What is filled in about keeping and erasing."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from poortnormen.bewaarschema import bewaarschema
from poortwijzer.dossiers.actions.bewaren import MEESTE_TEKENS
from poortwijzer.dossiers.keuzes import Blokkadegrond
from poortwijzer.dossiers.queries.bewaren import DELEN
from poortwijzer.kluis.vak import Vaksoort
from poortwijzer.lib.formulier import Formulier
from poortwijzer.web.forms.velden import Dag, Tekstvak


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
    """Which part of which dossier somebody asks to erase."""

    ontbreekt: ClassVar = {
        "kenmerk": _("Vul het kenmerk van het dossier in."),
        "deel": _("Kies welk deel het is."),
    }

    kenmerk = forms.CharField(label=_("Kenmerk van het dossier"), max_length=40)
    deel = forms.ChoiceField(
        label=_("Welk deel?"), choices=[(deel.value, DELEN[deel]) for deel in Vaksoort], widget=forms.RadioSelect
    )
