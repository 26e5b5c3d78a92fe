"""For the tests: as production where it matters, quick where it does not."""

import os
import tempfile
from pathlib import Path

from poortwijzer.config.settings.basis import *  # noqa: F403  # settings modules stack; that is how Django works
from poortwijzer.config.settings.basis import database
from poortwijzer.config.sleutel import afgeleide_sleutel

POORTWIJZER_OMGEVING = "toets"
POORTWIJZER_DEMO = True
DEBUG = False
SECRET_KEY = "x" * 50
AUDIT_SLEUTEL = afgeleide_sleutel(SECRET_KEY, "audit")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]

# A folder per process: every xdist worker, and every test run beside this one, has a database of its own.
VAR = Path(tempfile.gettempdir()) / f"poortwijzer-toets-{os.getpid()}"
STATIC_ROOT = VAR / "static"
MEDIA_ROOT = VAR / "media"
DATABASES = {"default": database(os.environ.get("DATABASE_URL") or f"sqlite:///{VAR / 'toets.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, not memory: only a file has the write-ahead log and the locks that an installation has.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR / "test.sqlite3")}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # speed; no password here is a secret
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    # Without hashed names: a test needs no collectstatic. The demo and production settings use them.
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
