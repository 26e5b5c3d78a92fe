"""What is filled in for visitors, by visitors, and in an emergency."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from poortwijzer.accounts.gasten import MEESTE_TEKENS, Gastverzoek
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.gasten import GELDIG_HOOGSTENS, GELDIG_STANDAARD, Gastdoel
from poortwijzer.toegang.nood import Noodgrond
from poortwijzer.web.forms.velden import Tekstvak

VRAAG = "vraag"


class GastlinkForm(forms.Form):
    """For whom a link is, what it opens and how long."""

    gast = forms.CharField(
        label=_("Voor wie is de link?"), help_text=_("Bijvoorbeeld: huisarts Jansen, of coach De Wit."), max_length=120
    )
    wat = forms.ChoiceField(label=_("Wat kan deze persoon ermee?"), widget=forms.RadioSelect)
    vraag = Tekstvak(
        _("Uw vraag (alleen als u iets vraagt)"),
        hulp=_("Vraag alleen wat u nodig heeft om te weten wat iemand kan."),
        hoogstens=MEESTE_TEKENS,
        required=False,
    )
    dagen = forms.IntegerField(
        label=_("Hoeveel dagen werkt de link?"),
        min_value=1,
        max_value=GELDIG_HOOGSTENS.days,
        initial=GELDIG_STANDAARD.days,
    )
    toestemming = forms.BooleanField(label=_("De werknemer vindt dit goed"), required=False)

    def __init__(self, *args: Any, keuzes: Iterable[tuple[str, str]], is_werknemer: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wat = self.fields["wat"]
        assert isinstance(wat, forms.ChoiceField)  # noqa: S101  # declared so, above
        wat.choices = list(keuzes)
        if is_werknemer:
            del self.fields["toestemming"]
        if VRAAG not in dict(wat.choices):
            del self.fields["vraag"]

    def verzoek(self) -> Gastverzoek:
        """Give what is asked for; only after `is_valid`."""
        gegeven = self.cleaned_data
        soort, _dubbelepunt, stuk_id = gegeven["wat"].partition(":")
        is_vraag = gegeven["wat"] == VRAAG
        return Gastverzoek(
            doel=Gastdoel.INFORMATIE_AANLEVEREN if is_vraag else Gastdoel.STUK_INZIEN,
            deel=Deel.GASTANTWOORDEN if is_vraag else Deel(soort),
            gast=gegeven["gast"].strip(),
            geldig=timedelta(days=gegeven["dagen"]),
            stuk_id=None if is_vraag else UUID(stuk_id),
            vraag=gegeven.get("vraag", "") if is_vraag else "",
        )


class GastantwoordForm(forms.Form):
    """What a visitor answers."""

    antwoord = Tekstvak(_("Uw antwoord"), hoogstens=MEESTE_TEKENS)


class NoodtoegangForm(forms.Form):
    """Which dossier somebody must open now, and why."""

    kenmerk = forms.CharField(label=_("Kenmerk van het dossier"), max_length=40)
    grond = forms.ChoiceField(
        label=_("Waarom kan dit niet wachten?"),
        choices=[(grond.value, grond.label) for grond in Noodgrond],
        widget=forms.RadioSelect,
    )
