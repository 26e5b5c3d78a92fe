"""Registration of this app with Django."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """The schedule of background work; the work itself stands in each app's tasks.py."""

    name = "poortwijzer.jobs"
