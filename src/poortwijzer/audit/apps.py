"""Registration of this app with Django."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The append-only log of who did and read what."""

    name = "poortwijzer.audit"
