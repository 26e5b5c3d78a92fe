"""For `make run`: a demo on this machine only, with invented people and one-click sign-in."""

from poortwijzer.config.logboek import logging_instellingen
from poortwijzer.config.settings.basis import *  # noqa: F403  # settings modules stack; that is how Django works
from poortwijzer.config.settings.basis import VAR
from poortwijzer.config.sleutel import afgeleide_sleutel, eigen_sleutel
from poortwijzer.kluis.installatiesleutel import lees_of_maak

POORTWIJZER_OMGEVING = "demo"
POORTWIJZER_DEMO = True
DEBUG = False
SECRET_KEY = eigen_sleutel(VAR / "geheime-sleutel")
AUDIT_SLEUTEL = afgeleide_sleutel(SECRET_KEY, "audit")
KLUIS_SLEUTELS = lees_of_maak(VAR / "kluis-sleutels")
# Only this machine: whoever reaches a demo is signed in with one click.
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # this machine has no certificate for itself
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR / "post"
LOGGING = logging_instellingen(als_json=False, niveau="WARNING")
