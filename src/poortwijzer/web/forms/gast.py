"""What is filled in for visitors, by visitors, and in an emergency."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from poortwijzer.accounts.gasten import MEESTE_TEKENS, Gastverzoek
from poortwijzer.dossiers.queries.toestemmingen import Toestemmingbeeld
from poortwijzer.lib.formulier import Formulier
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.gasten import GELDIG_HOOGSTENS, GELDIG_STANDAARD, Gastdoel
from poortwijzer.toegang.nood import Noodgrond
from poortwijzer.toegang.toestemmingen import Toestemmingsdoel
from poortwijzer.web.forms.velden import Tekstvak


class GastlinkForm(Formulier):
    """For whom a link of the employee is, what it opens and how long."""

    ontbreekt: ClassVar = {
        "gast": _("Vul in voor wie de link is."),
        "wat": _("Kies wat deze persoon mag lezen."),
        "dagen": _("Vul in hoeveel dagen de link werkt."),
    }

    gast = forms.CharField(
        label=_("Voor wie is de link?"), help_text=_("Bijvoorbeeld: huisarts Jansen, of coach De Wit."), max_length=120
    )
    wat = forms.ChoiceField(label=_("Wat kan deze persoon ermee?"), widget=forms.RadioSelect)
    dagen = forms.IntegerField(
        label=_("Hoeveel dagen werkt de link?"),
        min_value=1,
        max_value=GELDIG_HOOGSTENS.days,
        initial=GELDIG_STANDAARD.days,
    )

    def __init__(self, *args: Any, keuzes: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wat = self.fields["wat"]
        assert isinstance(wat, forms.ChoiceField)  # noqa: S101  # declared so, above
        wat.choices = gekozen = list(keuzes)
        self.heeft_keuze = bool(gekozen)

    def verzoek(self) -> Gastverzoek:
        """Give what is asked for; only after `is_valid`."""
        gegeven = self.cleaned_data
        soort, _dubbelepunt, stuk_id = gegeven["wat"].partition(":")
        return Gastverzoek(
            doel=Gastdoel.STUK_INZIEN,
            deel=Deel(soort),
            gast=gegeven["gast"].strip(),
            geldig=timedelta(days=gegeven["dagen"]),
            stuk_id=UUID(stuk_id),
        )


class GastlinkMetToestemmingForm(Formulier):
    """Which consent a link rests on, and how long it works: whom and what it is for stands in the consent."""

    ontbreekt: ClassVar = {
        "toestemming": _("Kies voor wie en wat de link is."),
        "dagen": _("Vul in hoeveel dagen de link werkt."),
    }

    toestemming = forms.ChoiceField(
        label=_("Voor wie en wat is de link?"),
        help_text=_("U kiest uit wat de werknemer goed vindt."),
        widget=forms.RadioSelect,
    )
    dagen = forms.IntegerField(
        label=_("Hoeveel dagen werkt de link?"),
        min_value=1,
        max_value=GELDIG_HOOGSTENS.days,
        initial=GELDIG_STANDAARD.days,
    )

    def __init__(self, *args: Any, toestemmingen: Iterable[Toestemmingbeeld], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.toestemmingen = {str(toestemming.id): toestemming for toestemming in toestemmingen}
        keuze = self.fields["toestemming"]
        assert isinstance(keuze, forms.ChoiceField)  # noqa: S101  # declared so, above
        keuze.choices = [(sleutel, f"{wat.aan}: {wat.onderwerp}") for sleutel, wat in self.toestemmingen.items()]

    def verzoek(self) -> Gastverzoek:
        """Give what is asked for; only after `is_valid`."""
        toestemming = self.toestemmingen[self.cleaned_data["toestemming"]]
        is_vraag = toestemming.doel is Toestemmingsdoel.BEHANDELAAR_VRAGEN
        return Gastverzoek(
            doel=Gastdoel.INFORMATIE_AANLEVEREN if is_vraag else Gastdoel.STUK_INZIEN,
            deel=Deel.GASTANTWOORDEN if is_vraag else Deel(toestemming.deel),
            gast=toestemming.aan,
            geldig=timedelta(days=self.cleaned_data["dagen"]),
            stuk_id=toestemming.onderwerp_id,
            vraag=toestemming.onderwerp if is_vraag else "",
            toestemming_id=toestemming.id,
        )


class GastantwoordForm(Formulier):
    """What a visitor answers."""

    ontbreekt: ClassVar = {
        "antwoord": _("Schrijf uw antwoord op."),
    }

    antwoord = Tekstvak(_("Uw antwoord"), hoogstens=MEESTE_TEKENS, is_medisch=True)


class NoodtoegangForm(Formulier):
    """Which dossier somebody must open now, and why."""

    ontbreekt: ClassVar = {
        "kenmerk": _("Vul het kenmerk van het dossier in."),
        "grond": _("Kies waarom het niet kan wachten."),
    }

    kenmerk = forms.CharField(label=_("Kenmerk van het dossier"), max_length=40)
    grond = forms.ChoiceField(
        label=_("Waarom kan dit niet wachten?"),
        choices=[(grond.value, grond.label) for grond in Noodgrond],
        widget=forms.RadioSelect,
    )
