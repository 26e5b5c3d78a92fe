"""Registration of this app with Django."""

from django.apps import AppConfig

from poortwijzer.dossiers.wistabellen import Wistabel, registreer
from poortwijzer.kluis.vak import Vaksoort


class MedischConfig(AppConfig):
    """The heart: medisch, their facts, acts and assessments."""

    name = "poortwijzer.medisch"

    def ready(self) -> None:
        """Say which rows go when the medical part of a dossier is erased, and what counts as a change of it."""
        registreer(
            Wistabel(
                model="medisch.Medischeregel",
                dossier="dossier",
                deel=Vaksoort.MEDISCH,
                gewijzigd=("created_at",),
            )
        )
