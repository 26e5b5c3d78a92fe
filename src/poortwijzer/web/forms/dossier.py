"""Proposals for another last day, answers to them, and who joins a dossier."""

from collections.abc import Iterable
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from poortwijzer.accounts.queries import Persoon
from poortwijzer.lib.formulier import Formulier
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.forms.velden import Dag, Tekstvak


class AfwijkingForm(Formulier):
    """Propose another last day."""

    ontbreekt: ClassVar = {
        "nieuwe_dag": _("Vul de dag in die u voorstelt."),
        "reden": _("Schrijf op waarom het niet eerder kan."),
    }

    nieuwe_dag = Dag(_("Welke dag stelt u voor?"))
    reden = Tekstvak(_("Waarom kan het niet eerder?"), hulp=_("De reden komt in het dossier te staan."), hoogstens=2000)


class AfwijkingAntwoordForm(Formulier):
    """Agree with another last day, or not."""

    ontbreekt: ClassVar = {
        "antwoord": _("Kies of u akkoord gaat."),
    }

    antwoord = forms.ChoiceField(
        label=_("Gaat u akkoord met deze dag?"),
        choices=(("ja", _("Ja, ik ga akkoord")), ("nee", _("Nee"))),
        widget=forms.RadioSelect,
    )
    eigen_woorden = Tekstvak(_("Waarom niet? (alleen bij nee)"), hoogstens=2000, required=False)


class RedenForm(Formulier):
    """Why something is withdrawn."""

    ontbreekt: ClassVar = {
        "motivering": _("Schrijf op waarom u dit intrekt."),
    }

    motivering = Tekstvak(_("Waarom trekt u dit in?"), hoogstens=1000)


class BetrokkeneForm(Formulier):
    """Somebody joins a dossier in a role, for a purpose."""

    ontbreekt: ClassVar = {
        "wie": _("Kies wie erbij komt."),
        "doel": _("Schrijf op waarvoor deze persoon erbij komt."),
    }

    wie = forms.ChoiceField(label=_("Wie?"))
    doel = forms.CharField(
        label=_("Waarvoor?"),
        help_text=_("Bijvoorbeeld: begeleiding tweede spoor. De werknemer ziet dit ook."),
        max_length=200,
    )
    tot = Dag(
        _("Tot welke dag? (mag leeg)"), hulp=_("Op die dag heeft deze persoon geen toegang meer."), required=False
    )

    def __init__(self, *args: Any, mensen: Iterable[Persoon], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wie = self.fields["wie"]
        assert isinstance(wie, forms.ChoiceField)  # noqa: S101  # declared so, above
        keuzes = [
            (f"{p.rol}:{p.gebruiker_id}:{p.organisatie_id}", f"{p.naam} ({p.rol.label}, {p.organisatie})")
            for p in mensen
        ]
        wie.choices = [("", "–"), *keuzes]

    def keuze(self) -> tuple[Rol, UUID, UUID]:
        """Give the role, the person and for whom, as they were chosen; only after `is_valid`."""
        rol, gebruiker_id, organisatie_id = self.cleaned_data["wie"].split(":")
        return Rol(rol), UUID(gebruiker_id), UUID(organisatie_id)
