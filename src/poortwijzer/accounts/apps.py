"""Registration of this app with Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Organisations, people, their roles and sign-in."""

    name = "poortwijzer.accounts"
