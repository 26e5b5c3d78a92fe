"""Registration of this app with Django."""

from django.apps import AppConfig


class DocumentenConfig(AppConfig):
    """Template and data in, printed document out; knows no tables."""

    name = "poortwijzer.documenten"
