"""The second lock is a Django app, so that it watches from the start."""

from django.apps import AppConfig
from django.core.checks import Tags, register


class SlotConfig(AppConfig):
    """Watches every connection that is opened; see `poortwijzer.slot`."""

    name = "poortwijzer.slot"

    def ready(self) -> None:
        """Begin to watch."""
        from poortwijzer.slot import wacht  # noqa: F401, PLC0415  # its receiver; after the settings are known
        from poortwijzer.slot.controle import controleer_slot  # noqa: PLC0415  # as above

        register(controleer_slot, Tags.database)
