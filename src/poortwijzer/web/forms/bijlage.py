"""Adding a file that came in from outside."""

import logging
from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from poortwijzer.bijlagen.afgekeurd import Afgekeurd, Reden
from poortwijzer.bijlagen.keuring import Goedgekeurd, keur
from poortwijzer.bijlagen.typen import ACCEPT, MEESTE_BYTES
from poortwijzer.bijlagen.woorden import WEIGERING
from poortwijzer.dossiers.actions import Ontvangst
from poortwijzer.dossiers.keuzes import Afzender
from poortwijzer.lib.formulier import Formulier
from poortwijzer.lib.klok import vandaag
from poortwijzer.lib.zinnen import met_hoofdletter
from poortwijzer.toegang.delen import STUKKEN, Deel
from poortwijzer.web.forms.velden import Dag, Tekstvak

logger = logging.getLogger(__name__)


class BijlageForm(Formulier):
    """A file, what it is about, and what the receiver knows of it. The file is looked through last."""

    ontbreekt: ClassVar = {
        "deel": _("Kies waar het bestand over gaat."),
        "van_op": _("Vul de dag in die op het stuk staat."),
        "ontvangen_op": _("Vul de dag in waarop u het kreeg."),
        "ontvangen_van": _("Kies van wie u het kreeg."),
        "bestand": _("Kies een bestand."),
    }

    deel = forms.ChoiceField(label=_("Waar gaat het bestand over?"))
    van_op = Dag(_("Van welke dag is het?"), hulp=_("De dag die op het stuk staat."))
    ontvangen_op = Dag(_("Op welke dag kreeg u het?"))
    ontvangen_van = forms.ChoiceField(label=_("Van wie kreeg u het?"), choices=[("", "–"), *Afzender.choices])
    telt_mee = forms.BooleanField(
        label=_("Dit is het document zelf, en het staat nog niet in dit dossier"),
        help_text=_("De tijdlijn telt het dan mee. Laat dit leeg bij een stuk dat er alleen bij hoort."),
        required=False,
    )
    toelichting = Tekstvak(
        _("Wat is het? (mag leeg)"),
        hulp=_("Schrijf niets over de ziekte. Wie dit deel van het dossier leest, leest dit ook."),
        hoogstens=500,
        rijen=2,
        required=False,
    )
    bestand = forms.FileField(
        label=_("Bestand"),
        help_text=_(
            "PDF, JPG, PNG, DOCX of ODT, hoogstens 10 MB. Van een foto bewaren wij niet waar en waarmee zij is gemaakt."
        ),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
    )

    def __init__(self, *args: Any, delen: Iterable[Deel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        deel = self.fields["deel"]
        assert isinstance(deel, forms.ChoiceField)  # noqa: S101  # declared so, above
        keuzes = tuple(delen)
        deel.choices = [("", "–"), *((str(keuze), met_hoofdletter(str(keuze.label))) for keuze in keuzes)]
        self.fields["ontvangen_op"].initial = vandaag
        if not set(keuzes) & set(STUKKEN):
            del self.fields["telt_mee"]

    def clean_bestand(self) -> Goedgekeurd | None:
        """Look the file through; what else is wrong is told first, without that work."""
        bestand = self.cleaned_data["bestand"]
        assert isinstance(bestand, UploadedFile)  # noqa: S101  # what a file field gives
        if self.errors:
            return None
        if (bestand.size or 0) > MEESTE_BYTES:
            raise forms.ValidationError(str(WEIGERING[Reden.TE_GROOT]))
        try:
            return keur(naam=bestand.name or "", mediatype=bestand.content_type or "", inhoud=bestand.read())
        except Afgekeurd as fout:
            logger.info("a file was refused: %s (%s)", fout.reden, fout.waar)
            raise forms.ValidationError(str(WEIGERING[fout.reden])) from None

    def ontvangst(self) -> Ontvangst:
        """Give what was told of it; only after `is_valid`."""
        gegeven = self.cleaned_data
        return Ontvangst(
            deel=Deel(gegeven["deel"]),
            van_op=gegeven["van_op"],
            ontvangen_op=gegeven["ontvangen_op"],
            ontvangen_van=Afzender(gegeven["ontvangen_van"]),
            telt_mee=bool(gegeven.get("telt_mee")),
            toelichting=gegeven["toelichting"],
        )
