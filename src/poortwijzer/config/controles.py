"""Django system checks on the settings of an installation."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing

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


FULL = 2  # what SQLite calls its levels of `synchronous`: 0 OFF, 1 NORMAL, 2 FULL, 3 EXTRA


def controleer_duurzaamheid(app_configs: Sequence[AppConfig] | None = None, **_: object) -> list[CheckMessage]:
    """What SQLite has confirmed must be on the disk: below synchronous=FULL a power failure takes it away.

    The opening commands of each SQLite database are tried on an empty one in memory; nothing is opened.
    """
    del app_configs
    return [
        Error(
            f"The database '{naam}' runs with synchronous below FULL: a power failure loses what was confirmed.",
            hint="Take its settings from poortwijzer.config.settings.basis.database, or set synchronous=FULL.",
            id="poortwijzer.E002",
        )
        for naam, instellingen in settings.DATABASES.items()
        if instellingen["ENGINE"] == "django.db.backends.sqlite3"
        and _synchronous(instellingen.get("OPTIONS", {}).get("init_command", "")) < FULL
    ]


def _synchronous(opening: str) -> int:
    with closing(sqlite3.connect(":memory:")) as proef:
        for opdracht in opening.split(";"):
            proef.execute(opdracht)
        (stand,) = proef.execute("PRAGMA synchronous").fetchone()
    return int(stand)
