"""What every environment shares. Not to be used on its own: it has no secret key and no hosts."""

import os
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF

from poortwijzer.config.settings.aanmelden import *  # noqa: F403  # settings modules stack; that is how Django works
from poortwijzer.config.settings.aanmelden import FORMULIEREN_NAAR

PAKKET = Path(__file__).resolve().parents[2]
# What an installation writes (database, collected files) goes to var/, or where POORTWIJZER_VAR says.
VAR_IS_GEKOZEN = bool(os.environ.get("POORTWIJZER_VAR"))
VAR = Path(os.environ.get("POORTWIJZER_VAR") or PAKKET.parents[1] / "var")

POORTWIJZER_OMGEVING = "basis"
POORTWIJZER_DEMO = False
# The folder with dossiers in the exchange format that the demo data is loaded from.
POORTWIJZER_VOORBEELDEN = PAKKET.parents[1] / "voorbeelden"

# In the order of the layers, highest first, so that a higher app's templates win over those of a lower one.
INSTALLED_APPS = [
    "poortwijzer.config",
    "poortwijzer.web",
    "poortwijzer.medisch",
    "poortwijzer.werkaanpassing",
    "poortwijzer.dossiers",
    "poortwijzer.formulieren",
    "poortwijzer.documenten",
    "poortwijzer.accounts",
    "poortwijzer.kluis",
    "poortwijzer.audit",
    "poortwijzer.slot",
    "poortwijzer.jobs",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    # First: what another answers, such as a file or a refused host, passes these too.
    "poortwijzer.config.koppen.KoppenMiddleware",
    "csp.middleware.CSPMiddleware",
    "poortwijzer.accounts.proxies.ProxyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "poortwijzer.slot.middleware.SlotMiddleware",  # before anything asks the database
    "poortwijzer.kluis.middleware.KluisMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "poortwijzer.web.omvang.OmvangMiddleware",  # before anything reads what was sent
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Default deny: a page without a sign-in says so itself, with @login_not_required.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "poortwijzer.accounts.poort.PoortMiddleware",
    "poortwijzer.accounts.actor.ActorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "poortwijzer.web.kluisfouten.KluisfoutenMiddleware",
    "poortwijzer.web.woordenwacht.WoordenwachtMiddleware",
    "poortwijzer.web.opnieuw.OpnieuwAanmeldenMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "poortwijzer.config.urls"
WSGI_APPLICATION = "poortwijzer.config.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "poortwijzer.accounts.context.wie",
                "poortwijzer.web.context.scherm",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- database -------------------------------------------------------------------------------------------


def database(url: str) -> dict[str, Any]:
    """Give Django's settings for one database address, with what each kind needs to be safe under load.

    SQLite: write-ahead log, every commit on the disk, and a write lock from the start of a transaction, so
    that two writers wait for each other and do not fail. PostgreSQL: connections are kept and checked first.
    """
    instellingen: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True))
    if instellingen["ENGINE"] == "django.db.backends.postgresql":
        instellingen["ENGINE"] = "poortwijzer.slot.postgresql"  # it tells the database who asks (docs/adr/0012)
    if instellingen["ENGINE"] == "django.db.backends.sqlite3":
        instellingen["OPTIONS"] = {
            **instellingen.get("OPTIONS", {}),
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # secure_delete: what is removed is overwritten, and not only forgotten.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
        }
    return instellingen


def eigenaar(url: str) -> dict[str, Any]:
    """Give what is different for the owner of a database: how that role reaches it, not which database it is."""
    return {naam: waarde for naam, waarde in dj_database_url.parse(url).items() if naam in _TOEGANG}


_TOEGANG = ("USER", "PASSWORD", "HOST", "PORT")
DATABASE_URL = os.environ.get("DATABASE_URL") or f"sqlite:///{VAR / 'poortwijzer.sqlite3'}"
# The keys of what is sealed: apart from the data, with a backup cycle of its own (docs/adr/0008).
SLEUTELS_URL = os.environ.get("SLEUTELS_URL") or f"sqlite:///{VAR / 'sleutels.sqlite3'}"
DATABASES = {"default": database(DATABASE_URL), "sleutels": database(SLEUTELS_URL)}
# Who owns the tables and migrates them, where that is another role than the one that the program runs as.
DATABASE_EIGENAREN = {
    alias: eigenaar(os.environ[naam])
    for alias, naam in (("default", "DATABASE_OWNER_URL"), ("sleutels", "SLEUTELS_OWNER_URL"))
    if os.environ.get(naam)
}
# After so many days the last backup of the key store from before an erasure is gone; a certificate names that day.
KLUIS_KOPIE_DAGEN = int(os.environ.get("KLUIS_KOPIE_DAGEN") or 30)
# What the log was like, outside the database; in production best on another disk.
AUDIT_ANKERS = Path(os.environ.get("AUDIT_ANKERS") or VAR / "audit-ankers")
DATABASE_ROUTERS = ["poortwijzer.kluis.router.Sleutelrouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- what a browser may do ------------------------------------------------------------------------------

# No 'unsafe-inline', no 'unsafe-eval': htmx gets its settings from a meta element; attributes are data-hx-*.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF, *FORMULIEREN_NAAR],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

# --- language, time and files ---------------------------------------------------------------------------

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English"), ("pl", "Polski")]
LOCALE_PATHS = [PAKKET / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
WHITENOISE_ALLOW_ALL_ORIGINS = False  # no other site has a use for our files
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = VAR / "media"

# --- files from outside (docs/adr/0009) -------------------------------------------------------------------

# A virus scanner: `clamd:/run/clamav/clamd.ctl`, `clamd:host:port`, or `opdracht:` and a command that reads its input.
BIJLAGEN_SCAN = os.environ.get("BIJLAGEN_SCAN", "").strip()
# What is uploaded stays in memory until it is sealed: Django's other way leaves a readable file on the disk.
FILE_UPLOAD_HANDLERS = ["poortwijzer.web.inkomend.InHetGeheugen"]
DATA_UPLOAD_MAX_NUMBER_FILES = 1
