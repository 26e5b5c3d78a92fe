"""Who covers for whom, and when."""

from collections.abc import Iterable
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from poortwijzer.accounts.queries import Persoon
from poortwijzer.lib.formulier import Formulier
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.forms.velden import Dag


class WaarnemingForm(Formulier):
    """`afwezige` is asked only of who arranges it for others."""

    ontbreekt: ClassVar = {
        "afwezige": _("Kies wie er niet is."),
        "waarnemer": _("Kies wie waarneemt."),
        "vanaf": _("Vul de dag in waarop de waarneming begint."),
        "tot": _("Vul de dag in waarop de waarneming stopt."),
    }

    afwezige = forms.ChoiceField(label=_("Wie is er niet?"))
    waarnemer = forms.ChoiceField(
        label=_("Wie neemt waar?"), help_text=_("Een collega met dezelfde rol bij uw organisatie.")
    )
    vanaf = Dag(_("Vanaf welke dag?"))
    tot = Dag(_("Tot welke dag?"), hulp=_("Op die dag heeft de waarnemer geen toegang meer. Hoogstens een half jaar."))

    def __init__(self, *args: Any, mensen: Iterable[Persoon], zelf: Persoon | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zelf = zelf
        keuzes = [
            ("", "–"),
            *((f"{p.rol}:{p.gebruiker_id}", f"{p.naam} ({p.rol.label})") for p in mensen if p != zelf),
        ]
        for naam in ("afwezige", "waarnemer"):
            veld = self.fields[naam]
            assert isinstance(veld, forms.ChoiceField)  # noqa: S101  # declared so, above
            veld.choices = keuzes
        if zelf is not None:
            del self.fields["afwezige"]

    def keuze(self) -> dict[str, Any]:
        """Give what the act takes; only after `is_valid`."""
        rol, _dubbelepunt, waarnemer = self.cleaned_data["waarnemer"].partition(":")
        afwezige = self.cleaned_data.get("afwezige", "").rpartition(":")[2]
        return {
            "afwezige_id": self.zelf.gebruiker_id if self.zelf else UUID(afwezige),
            "waarnemer_id": UUID(waarnemer),
            "rol": Rol(rol),
            "vanaf": self.cleaned_data["vanaf"],
            "tot": self.cleaned_data["tot"],
        }
