"""Registration of this app with Django."""

from django.apps import AppConfig


class DossiersConfig(AppConfig):
    """The heart: dossiers, their facts, acts and assessments."""

    name = "poortwijzer.dossiers"
