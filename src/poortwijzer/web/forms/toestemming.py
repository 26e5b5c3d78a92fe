"""Asking for consent, and recording what an employee without an account said."""

from collections.abc import Iterable
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from poortwijzer.accounts.gasten import MEESTE_TEKENS
from poortwijzer.dossiers.actions import Genoteerd, Toestemmingsverzoek
from poortwijzer.lib.formulier import Formulier
from poortwijzer.toegang.toestemmingen import Keuze, Toestemmingsdoel, Wijze
from poortwijzer.web.forms.velden import Dag, Tekstvak


class ToestemmingVragenForm(Formulier):
    """For whom, and what exactly. A choice is a purpose, or a purpose with the document that it is about."""

    ontbreekt: ClassVar = {
        "wat": _("Kies waarvoor u toestemming vraagt."),
        "aan": _("Vul in om wie het gaat."),
    }

    wat = forms.ChoiceField(label=_("Waarvoor vraagt u toestemming?"), widget=forms.RadioSelect)
    aan = forms.CharField(
        label=_("Om wie gaat het?"), help_text=_("Bijvoorbeeld: huisarts Jansen, of coach De Wit."), max_length=120
    )
    onderwerp = Tekstvak(
        _("Wat wilt u precies vragen of bespreken?"),
        hulp=_(
            "De werknemer leest dit. Alleen dit mag daarna. Bij een document hoeft u niets in te vullen. "
            "Gaat uw vraag niet naar een behandelaar? Schrijf dan niets over de ziekte zelf."
        ),
        is_medisch=True,
        hoogstens=MEESTE_TEKENS,
        required=False,
    )

    def __init__(self, *args: Any, keuzes: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wat = self.fields["wat"]
        assert isinstance(wat, forms.ChoiceField)  # noqa: S101  # declared so, above
        wat.choices = list(keuzes)

    def verzoek(self) -> Toestemmingsverzoek:
        """Give what is asked for; only after `is_valid`."""
        gegeven = self.cleaned_data
        doel, _dubbelepunt, stuk_id = gegeven["wat"].partition(":")
        return Toestemmingsverzoek(
            doel=Toestemmingsdoel(doel),
            aan=gegeven["aan"],
            onderwerp=gegeven["onderwerp"],
            onderwerp_id=UUID(stuk_id) if stuk_id else None,
        )


class ToestemmingNoterenForm(Formulier):
    """What an employee without an account said, and how."""

    ontbreekt: ClassVar = {
        "keuze": _("Kies wat de werknemer zei."),
        "wijze": _("Kies hoe de werknemer dat zei."),
        "gezegd_op": _("Vul de dag in waarop de werknemer dit zei of tekende."),
    }

    keuze = forms.ChoiceField(
        label=_("Wat zei de werknemer?"),
        choices=[(keuze.value, keuze.label) for keuze in Keuze],
        widget=forms.RadioSelect,
    )
    wijze = forms.ChoiceField(
        label=_("Hoe?"),
        help_text=_("Een ja telt alleen op papier."),
        choices=[(wijze.value, wijze.label) for wijze in Wijze if wijze is not Wijze.ZELF],
        widget=forms.RadioSelect,
    )
    gezegd_op = Dag(_("Op welke dag zei of tekende de werknemer dit?"))
    vindplaats = forms.CharField(
        label=_("Waar ligt het papier?"),
        help_text=_("Bijvoorbeeld: personeelsdossier, map 12. Alleen nodig als het op papier staat."),
        max_length=80,
        required=False,
    )

    def genoteerd(self) -> Genoteerd:
        """Give what was noted; only after `is_valid`."""
        gegeven = self.cleaned_data
        return Genoteerd(
            keuze=Keuze(gegeven["keuze"]),
            wijze=Wijze(gegeven["wijze"]),
            gezegd_op=gegeven["gezegd_op"],
            vindplaats=gegeven["vindplaats"],
        )
