"""Registration of this app with Django."""

from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Organisations, people, their roles and sign-in."""

    name = "poortwijzer.accounts"

    def ready(self) -> None:
        """Listen to what sign-in tells."""
        import_module("poortwijzer.accounts.signalen")
