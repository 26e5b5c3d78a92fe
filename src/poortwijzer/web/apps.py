"""Registration of this app with Django."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Screens: server-rendered pages for every role."""

    name = "poortwijzer.web"
