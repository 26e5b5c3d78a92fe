"""Registration of this app with Django."""

from importlib import import_module

from django.apps import AppConfig


class DossiersConfig(AppConfig):
    """The heart: dossiers, their facts, acts and assessments."""

    name = "poortwijzer.dossiers"

    def ready(self) -> None:
        """Listen to what happens to accounts."""
        import_module("poortwijzer.dossiers.signalen")
