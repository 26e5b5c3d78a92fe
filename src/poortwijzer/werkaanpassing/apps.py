"""Registration of this app with Django."""

from django.apps import AppConfig

from poortwijzer.dossiers import toestemmingsgevolgen, uitvoerdelen
from poortwijzer.dossiers.wistabellen import Wistabel, registreer
from poortwijzer.kluis.vak import Vaksoort
from poortwijzer.toegang.delen import Deel

# In the order in which their rows go: what names another row goes before it.
_TABELLEN = ("Oplossingregel", "Knelpuntregel", "Lijst", "Ronde", "Traject")


class WerkaanpassingConfig(AppConfig):
    """The trajectories werkaanpassing."""

    name = "poortwijzer.werkaanpassing"

    def ready(self) -> None:
        """Say which rows are erased, what a withdrawn consent undoes, and what somebody takes along."""
        # Here and not above: they read tables, which are there only now.
        from poortwijzer.werkaanpassing.actions.samen import haal_van_gezamenlijk  # noqa: PLC0415  # as above
        from poortwijzer.werkaanpassing.uitvoer import traject_uitvoer  # noqa: PLC0415  # as above

        toestemmingsgevolgen.registreer(haal_van_gezamenlijk)
        uitvoerdelen.registreer(uitvoerdelen.Uitvoerdeel(deel=Deel.WERKAANPASSING, maak=traject_uitvoer))
        registreer(
            *(
                Wistabel(model=f"werkaanpassing.{naam}", dossier="dossier", deel=Vaksoort.RE_INTEGRATIE)
                for naam in _TABELLEN
            )
        )
