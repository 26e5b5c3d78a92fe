"""Registration of this app with Django."""

from django.apps import AppConfig


class KluisConfig(AppConfig):
    """Keys and envelope encryption."""

    name = "poortwijzer.kluis"
