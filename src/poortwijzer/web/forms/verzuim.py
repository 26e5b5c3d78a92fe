"""Reporting sick, resumption and recovery: only what an employer may ask."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from poortnormen.feiten.verzuim import Weekdag, Werk
from poortwijzer.dossiers.actions import Ziekmeldinggegevens
from poortwijzer.dossiers.keuzes import VerwachteDuur
from poortwijzer.lib.formulier import Formulier
from poortwijzer.web.forms.velden import Dag, Getal, JaNeeOnbekend, Keuze, Tekstvak

WEEKDAGEN = (
    (Weekdag.MA, _("maandag")),
    (Weekdag.DI, _("dinsdag")),
    (Weekdag.WO, _("woensdag")),
    (Weekdag.DO, _("donderdag")),
    (Weekdag.VR, _("vrijdag")),
    (Weekdag.ZA, _("zaterdag")),
    (Weekdag.ZO, _("zondag")),
)


class ZiekmeldingForm(Formulier):
    """A sick report. There is no question about the nature or cause, and no room to write it."""

    ontbreekt: ClassVar = {
        "eerste_ziektedag": _("Vul de eerste ziektedag in."),
    }

    eerste_ziektedag = Dag(
        _("Eerste ziektedag"),
        hulp=_("De eerste werkdag waarop door ziekte niet is gewerkt, of waarop het werk is gestopt."),
    )
    laatste_volledig_gewerkte_dag = Dag(_("Laatste dag waarop helemaal is gewerkt (mag leeg)"), required=False)
    werk_gestaakt_op = Dag(_("Gestopt tijdens het werk op (mag leeg)"), required=False)
    werkdagen = forms.MultipleChoiceField(
        label=_("Op welke dagen werkt de werknemer volgens afspraak? (mag leeg)"),
        choices=WEEKDAGEN,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    bereikbaar_op = forms.CharField(
        label=_("Telefoonnummer tijdens de ziekte (mag leeg)"), max_length=40, required=False
    )
    verblijfadres = forms.CharField(
        label=_("Adres tijdens de ziekte (mag leeg)"),
        help_text=_("Alleen als dit een ander adres is dan thuis."),
        max_length=200,
        required=False,
    )
    verwachte_duur = forms.ChoiceField(
        label=_("Hoe lang denkt de werknemer dat het duurt?"),
        choices=VerwachteDuur.choices,
        initial=VerwachteDuur.ONBEKEND,
        required=False,
    )
    lopend_werk = Tekstvak(
        _("Lopende afspraken en werk (mag leeg)"),
        hulp=_("Wat moet een collega overnemen?"),
        hoogstens=1000,
        required=False,
    )
    valt_onder_vangnet = JaNeeOnbekend(
        _("Valt de werknemer onder een vangnet van de Ziektewet?"),
        hulp=_("De werknemer hoeft niet te zeggen onder welk vangnet."),
    )
    is_arbeidsongeval = JaNeeOnbekend(_("Komt het verzuim door een arbeidsongeval?"))
    is_verkeersongeval_met_verhaal = JaNeeOnbekend(
        _("Komt het door een verkeersongeval waarbij een ander aansprakelijk kan zijn?")
    )

    def gegevens(self) -> Ziekmeldinggegevens:
        """Give what was filled in, as the act takes it; only after `is_valid`."""
        velden: dict[str, Any] = dict(self.cleaned_data)
        velden["werkdagen"] = tuple(Weekdag(dag) for dag in velden["werkdagen"])
        velden["verwachte_duur"] = VerwachteDuur(velden["verwachte_duur"] or VerwachteDuur.ONBEKEND)
        return Ziekmeldinggegevens(**velden)


class HervattingForm(Formulier):
    """Somebody works again, for some hours."""

    ontbreekt: ClassVar = {
        "vanaf": _("Vul de dag in waarop de werknemer weer begint."),
        "uren_per_week": _("Vul in hoeveel uur per week de werknemer werkt."),
        "werk": _("Kies in welk werk."),
    }

    vanaf = Dag(_("Vanaf welke dag?"))
    uren_per_week = Getal(_("Hoeveel uur per week?"), hoogstens=168)
    loonwaarde_pct = Getal(
        _("Loonwaarde in procenten (mag leeg)"),
        hulp=_("Welk deel van het loon is het werk in deze uren waard? Laat leeg als dat nog niet bekend is."),
        hoogstens=100,
        required=False,
    )
    werk = Keuze(_("In welk werk?"), Werk, widget=forms.RadioSelect, initial=Werk.EIGEN)
    is_therapeutisch = forms.BooleanField(
        label=_("Dit is werken op arbeidstherapeutische basis"),
        help_text=_("De bedrijfsarts heeft dat geadviseerd. De werknemer telt dan nog niet als hervat."),
        required=False,
    )
    motivering = Tekstvak(_("Waarom verbetert u dit?"), hoogstens=1000, required=False)

    def __init__(self, *args: Any, is_verbetering: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_verbetering:
            del self.fields["motivering"]


class HerstelForm(Formulier):
    """Somebody is fit for the own work again, for all hours."""

    ontbreekt: ClassVar = {
        "hersteld_op": _("Vul de eerste dag van volledig herstel in."),
    }

    hersteld_op = Dag(
        _("Eerste dag waarop de werknemer weer volledig hersteld was"),
        hulp=_("Hersteld voor het eigen werk en alle uren. Ook een vrije dag kan de eerste dag zijn."),
    )
