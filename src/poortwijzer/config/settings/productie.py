"""For real use: an installation decides through the environment, and what is missing stops the start."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from poortwijzer.config.logboek import logging_instellingen
from poortwijzer.config.settings.basis import *  # noqa: F403  # settings modules stack; that is how Django works
from poortwijzer.config.sleutel import afgeleide_sleutel
from poortwijzer.kluis.installatiesleutel import GEEN, lees_sleutels


def verplicht(naam: str, uitleg: str) -> str:
    """Give the environment variable `naam`.

    Raises ImproperlyConfigured, with `uitleg` for whoever installs, when it is missing or empty.
    """
    waarde = os.environ.get(naam, "").strip()
    if not waarde:
        raise ImproperlyConfigured(f"The environment variable {naam} is missing: {uitleg}")
    return waarde


if os.environ.get("POORTWIJZER_DEMO", "").strip().lower() not in {"", "0", "false", "no"}:
    raise ImproperlyConfigured("POORTWIJZER_DEMO is set; production has no demo mode. Unset it.")

POORTWIJZER_OMGEVING = "productie"
POORTWIJZER_DEMO = False
DEBUG = False
SECRET_KEY = verplicht("SECRET_KEY", "a long random text that only this installation knows.")
if len(SECRET_KEY) < 50:  # noqa: PLR2004  # the length Django's own deployment check asks for
    raise ImproperlyConfigured("SECRET_KEY is shorter than 50 characters: make a longer random text.")
# The key of the log. Who renews SECRET_KEY sets this to the old outcome first, or the log no longer checks out.
AUDIT_SLEUTEL = os.environ.get("AUDIT_SLEUTEL", "").strip() or afgeleide_sleutel(SECRET_KEY, "audit")
if len(AUDIT_SLEUTEL) < 50:  # noqa: PLR2004  # as SECRET_KEY
    raise ImproperlyConfigured("AUDIT_SLEUTEL is shorter than 50 characters: make a longer random text.")
# What wraps the keys of what is sealed; from a file where secrets are files. `geen`: start, and refuse what is sealed.
KLUIS_SLEUTELS_BESTAND = os.environ.get("KLUIS_SLEUTELS_BESTAND", "").strip()
if KLUIS_SLEUTELS_BESTAND:
    KLUIS_SLEUTELS = Path(KLUIS_SLEUTELS_BESTAND).read_text(encoding="ascii").strip()
else:
    KLUIS_SLEUTELS = verplicht(
        "KLUIS_SLEUTELS", "make a key with `poortwijzer kluis nieuwe-sleutel`, or say `geen` to start without one."
    )
if not lees_sleutels(KLUIS_SLEUTELS) and KLUIS_SLEUTELS != GEEN:
    raise ImproperlyConfigured("KLUIS_SLEUTELS_BESTAND has no key: make one with `poortwijzer kluis nieuwe-sleutel`.")
if not VAR_IS_GEKOZEN and not all(os.environ.get(naam) for naam in ("DATABASE_URL", "SLEUTELS_URL", "AUDIT_ANKERS")):
    raise ImproperlyConfigured(
        "POORTWIJZER_VAR is missing: say in which folder the data lies. Without it, it would lie in the folder of the "
        "program itself, and go with the next version."
    )
ALLOWED_HOSTS = [
    naam.strip() for naam in verplicht("ALLOWED_HOSTS", "the host names people use, with commas.").split(",")
]
if "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS may not be '*': name the hosts of this installation.")
CSRF_TRUSTED_ORIGINS = [f"https://{naam}" for naam in ALLOWED_HOSTS]

# Without a word: a proxy on this machine. Its header says that the sender used TLS; from others it is dropped.
VERTROUWDE_PROXIES = os.environ.get("VERTROUWDE_PROXIES", "").strip() or "127.0.0.1, ::1"
SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # whether a domain joins the preload list is for its owner to say
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-poortwijzer_sessie"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-poortwijzer_csrf"

# Invitations and warnings; they are sent while somebody waits, so not for long.
EMAIL_HOST = verplicht("EMAIL_HOST", "the machine that sends the mail, or localhost.")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "").strip() or 587)
EMAIL_USE_SSL = EMAIL_PORT == 465  # noqa: PLR2004  # the port on which TLS comes first
EMAIL_USE_TLS = not EMAIL_USE_SSL and EMAIL_HOST not in {"localhost", "127.0.0.1", "::1"}
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_TIMEOUT = 10  # seconds
DEFAULT_FROM_EMAIL = SERVER_EMAIL = verplicht("DEFAULT_FROM_EMAIL", "the address that mail comes from.")

LOGGING = logging_instellingen(als_json=True, niveau=os.environ.get("LOG_LEVEL", "INFO"))
