"""People and signing in: accounts, the second step, single sign-on, brakes and sessions. Part of `basis`."""

import os
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

AUTH_USER_MODEL = "accounts.Gebruiker"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["poortwijzer.config.wachtwoorden.Argon2Wachtwoord"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{naam}", "OPTIONS": opties}
    for naam, opties in (
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
AUTH_PASSWORD_VALIDATORS += [
    {"NAME": f"poortwijzer.config.wachtwoorden.{naam}", "OPTIONS": {}} for naam in ("GeenWoordenVanHier", "NietGelekt")
]
# A file with the hashes of leaked passwords, in order; "geen" says that an installation knows that it has none.
_gelekt = os.environ.get("GELEKTE_WACHTWOORDEN", "").strip()
ZONDER_GELEKTE_WACHTWOORDEN = _gelekt == "geen"
GELEKTE_WACHTWOORDEN = "" if ZONDER_GELEKTE_WACHTWOORDEN else _gelekt
# Words that make a password easy to guess here: those of this program, and of the installation.
WACHTWOORD_WOORDEN = [
    "arbodienst", "bedrijfsarts", "casemanager", "poortwachter", "poortwijzer", "re-integratie", "reintegratie",
    "verzuim", "wachtwoord", "welkom", "werkgever", "werknemer", "ziekte",
    *filter(None, (woord.strip() for woord in os.environ.get("WACHTWOORD_WOORDEN", "").split(","))),
]  # fmt: skip
PASSWORD_RESET_TIMEOUT = 60 * 60  # seconds; the mail says it too
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "poortwijzer.accounts.aanmelden.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "poortwijzer.accounts.forms.AanmeldenForm",
    "change_password": "poortwijzer.accounts.forms.WachtwoordWijzigenForm",
    "reauthenticate": "poortwijzer.accounts.forms.WachtwoordOpnieuwForm",
    "reset_password": "poortwijzer.accounts.forms.WachtwoordVergetenForm",
    "reset_password_from_key": "poortwijzer.accounts.forms.WachtwoordHerstellenForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_EMAIL_VERIFICATION = "none"  # the invitation proves the address
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60  # seconds

# --- the second step ------------------------------------------------------------------------------------

MFA_ADAPTER = "poortwijzer.accounts.tweede_stap.MFAAdapter"
MFA_FORMS = {
    "authenticate": "poortwijzer.accounts.forms.CodeForm",
    "reauthenticate": "poortwijzer.accounts.forms.CodeOpnieuwForm",
    "activate_totp": "poortwijzer.accounts.forms.AppInstellenForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Poortwijzer"
# A code works for half a minute and once. More tolerance would be longer than it is remembered as used.
MFA_TOTP_TOLERANCE = 0
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True

# --- single sign-on -------------------------------------------------------------------------------------

# One provider that speaks OpenID Connect, when an installation names it. OIDC_ADRES_GEVERIFIEERD=ja says that it proved
# the addresses it gives, for a provider that does not say so itself.
OIDC_SERVER = os.environ.get("OIDC_SERVER", "").strip()
OIDC_ADRES_GEVERIFIEERD = os.environ.get("OIDC_ADRES_GEVERIFIEERD", "").strip().lower() == "ja"
# The domains of which it may say who has an address, with commas; without any it speaks for everybody.
OIDC_DOMEINEN = frozenset(
    filter(None, (deel.strip().lower().lstrip("@") for deel in os.environ.get("OIDC_DOMEINEN", "").split(",")))
)
OIDC_APPS: list[dict[str, Any]] = (
    [
        {
            "provider_id": "organisatie",
            "name": os.environ.get("OIDC_NAAM", "").strip() or "uw organisatie",
            "client_id": os.environ.get("OIDC_CLIENT_ID", "").strip(),
            "secret": os.environ.get("OIDC_CLIENT_SECRET", "").strip(),
            "settings": {"server_url": OIDC_SERVER, "oauth_pkce_enabled": True},
        }
    ]
    if OIDC_SERVER
    else []
)
# A browser follows a form to these hosts only: ours, and the provider that the button leads to.
FORMULIEREN_NAAR = [f"{deel.scheme}://{deel.netloc}" for deel in [urlsplit(OIDC_SERVER)] if deel.netloc]
SOCIALACCOUNT_ADAPTER = "poortwijzer.accounts.eenmalig.EenmaligAanmelden"
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": OIDC_APPS}}
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False  # our adapter looks for the invited person itself
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_ONLY = False

# --- brakes ---------------------------------------------------------------------------------------------

# Counted in the database, so over all server processes and through a restart. `key` is the account that was tried,
# whether it exists or not. The page for who waits says a quarter of an hour too.
CACHES = {"default": {"BACKEND": "poortwijzer.accounts.geheugen.Gedeeldgeheugen"}}
ACCOUNT_RATE_LIMITS = {
    "login": "60/15m/ip",
    "login_failed": "20/15m/ip,5/15m/key,50/1d/key",
    "reset_password": "20/15m/ip,5/15m/key",
    "reset_password_from_key": "20/15m/ip",
    "change_password": "5/15m/user",
    "reauthenticate": "10/15m/user",
}
# The proxies that may say who the sender is, as addresses or networks with commas; from others nothing is believed.
VERTROUWDE_PROXIES = os.environ.get("VERTROUWDE_PROXIES", "").strip()
# Who opens more than so many dossiers in so short a time signs in again, and the privacy officer is told.
LEESGRENS_DOSSIERS = 60
LEESGRENS_DUUR = timedelta(minutes=10)
# Within so many days somebody who keeps watch judges each use of emergency access (NEN 7513).
NOODTOEGANG_BEOORDELEN_BINNEN = timedelta(days=int(os.environ.get("NOODTOEGANG_BEOORDELEN_DAGEN") or 7))

# --- sessions -------------------------------------------------------------------------------------------

SESSIE_STIL = timedelta(minutes=int(os.environ.get("SESSIE_STIL_MINUTEN") or 60))
SESSIE_LANGST = timedelta(minutes=int(os.environ.get("SESSIE_LANGST_MINUTEN") or 8 * 60))  # a working day
SESSION_ENGINE = "poortwijzer.accounts.sessieopslag"
SESSION_COOKIE_AGE = int(SESSIE_LANGST.total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = "poortwijzer_sessie"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # a cookie of its own would tell who it is
