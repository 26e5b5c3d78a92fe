"""Registration of this app with Django."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The append-only log of who did and read what."""

    name = "poortwijzer.audit"

    def ready(self) -> None:
        """Register the work of the day."""
        from poortwijzer.audit import tasks  # noqa: F401, PLC0415  # it needs the tables of this app
