"""A new installation of the platform in a folder of its own. To be called before anything of Django is imported."""

import os
from pathlib import Path

import django
from django.core.management import call_command


def zet_op(map_: Path) -> None:
    """Make an installation as `make run` has it, with an empty database."""
    os.environ["POORTWIJZER_VAR"] = str(map_)
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{map_ / 'meting.sqlite3'}")
    os.environ["DJANGO_SETTINGS_MODULE"] = "poortwijzer.config.settings.demo"
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("migrate", "kluis", database="sleutels", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
