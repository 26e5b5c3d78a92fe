"""An empty test database outside pytest, for scripts that try the program as its tests do."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django

MATRIX = Path(__file__).resolve().parents[1] / "tests" / "toegang"


@contextmanager
def proefdatabase() -> Iterator[None]:
    """Set Django up with the settings of the tests, and throw the databases away afterwards."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "poortwijzer.config.settings.toets"
    sys.path.insert(0, str(MATRIX))
    django.setup()
    # Only now is there something to ask.
    from django.conf import settings  # noqa: PLC0415  # needs the settings
    from django.test import utils  # noqa: PLC0415  # needs the settings

    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    utils.setup_test_environment()
    from poortwijzer.slot.wie import werk  # noqa: PLC0415  # as above

    with werk("toets"):
        oud = utils.setup_databases(verbosity=0, interactive=False)
        try:
            yield
        finally:
            utils.teardown_databases(oud, verbosity=0)
            shutil.rmtree(settings.VAR, ignore_errors=True)
