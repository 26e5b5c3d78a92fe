"""Registration of this app with Django."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    """The schedule of background work; the work itself stands in each app's tasks.py."""

    name = "poortwijzer.jobs"

    def ready(self) -> None:
        """Load every app's tasks.py, so that each registers what is due daily."""
        autodiscover_modules("tasks")
