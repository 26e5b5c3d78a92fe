"""Django system checks on the settings of an installation."""

from collections.abc import Sequence

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error

OMGEVINGEN_MET_DEMO = frozenset({"demo", "toets"})


def controleer_demo(app_configs: Sequence[AppConfig] | None = None, **_: object) -> list[CheckMessage]:
    """Demo mode, with its one-click sign-in, exists only under the demo settings and in tests.

    Takes what Django hands to a check (unused: this looks at settings only) and returns the errors found.
    """
    del app_configs
    if settings.POORTWIJZER_DEMO and settings.POORTWIJZER_OMGEVING not in OMGEVINGEN_MET_DEMO:
        return [
            Error(
                f"POORTWIJZER_DEMO is on in the environment '{settings.POORTWIJZER_OMGEVING}': anybody could sign in.",
                hint="Remove POORTWIJZER_DEMO, or use the settings poortwijzer.config.settings.demo.",
                id="poortwijzer.E001",
            )
        ]
    return []
