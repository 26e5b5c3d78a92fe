"""Registration of this app with Django."""

from django.apps import AppConfig

from poortwijzer.dossiers import uitvoerdelen
from poortwijzer.dossiers.wistabellen import Wistabel, registreer
from poortwijzer.kluis.vak import Vaksoort
from poortwijzer.toegang.delen import Deel


class MedischConfig(AppConfig):
    """The medical record."""

    name = "poortwijzer.medisch"

    def ready(self) -> None:
        """Say which rows go when the medical part is erased and what changes it, and give the employee a copy of it."""
        # Here and not above: it reads tables, which are there only now.
        from poortwijzer.medisch.uitvoer import medische_uitvoer  # noqa: PLC0415  # as above

        uitvoerdelen.registreer(uitvoerdelen.Uitvoerdeel(deel=Deel.MEDISCH_DOSSIER, maak=medische_uitvoer))
        registreer(
            Wistabel(
                model="medisch.Medischeregel",
                dossier="dossier",
                deel=Vaksoort.MEDISCH,
                gewijzigd=("created_at",),
            ),
            Wistabel(model="medisch.Overdracht", dossier="dossier", deel=Vaksoort.MEDISCH),
        )
