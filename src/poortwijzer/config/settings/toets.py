"""For the tests: as production where it matters, quick where it does not."""

import base64
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
KLUIS_SLEUTELS = "toets:" + base64.b64encode(b"k" * 32).decode()
AUDIT_SLEUTEL = afgeleide_sleutel(SECRET_KEY, "audit")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]

# A folder per process: every xdist worker, and every test run beside this one, has a database of its own.
VAR = Path(tempfile.gettempdir()) / f"poortwijzer-toets-{os.getpid()}"
STATIC_ROOT = VAR / "static"
MEDIA_ROOT = VAR / "media"
AUDIT_ANKERS = Path(os.environ.get("AUDIT_ANKERS") or VAR / "audit-ankers")
# The key store is of the same kind as the data, beside them, so that both are tested on both.
_gevraagd = os.environ.get("DATABASE_URL")
DATABASES = {
    "default": database(_gevraagd or f"sqlite:///{VAR / 'toets.sqlite3'}"),
    "sleutels": database(os.environ.get("SLEUTELS_URL") or _gevraagd or f"sqlite:///{VAR / 'sleutels.sqlite3'}"),
}
for _alias, _instellingen in DATABASES.items():
    if _instellingen["ENGINE"] == "django.db.backends.sqlite3":
        # A file, not memory: only a file has the write-ahead log and the locks that an installation has.
        _instellingen["TEST"] = {"NAME": str(VAR / f"test-{_alias}.sqlite3")}
    else:
        _instellingen["TEST"] = {"NAME": f"test_{_instellingen['NAME']}_{_alias}"}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # speed; no password here is a secret
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # a browser test has no certificate
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    # Without hashed names: a test needs no collectstatic. The demo and production settings use them.
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
