"""Registration of this app with Django."""

from django.apps import AppConfig


class MedischConfig(AppConfig):
    """The heart: medisch, their facts, acts and assessments."""

    name = "poortwijzer.medisch"
