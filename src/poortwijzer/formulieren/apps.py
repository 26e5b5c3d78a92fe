"""Registration of this app with Django."""

from django.apps import AppConfig


class FormulierenConfig(AppConfig):
    """The engine for document kinds: drafts, versions and frozen documents."""

    name = "poortwijzer.formulieren"
