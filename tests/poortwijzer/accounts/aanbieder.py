"""A provider of OpenID Connect on this machine, as an organisation has one: run as a program, with the test's folder.

`python aanbieder.py FOLDER REDIRECT_URI...` prints its address when it answers, and serves until it is ended.
"""

import logging
import sys
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.urls import URLResolver, include, path

WACHTWOORD = "het wachtwoord bij de organisatie"
MENSEN = {
    "noor@houtwerf.example": True,  # whether the provider proved the address
    "nieuw@houtwerf.example": True,
    "vreemd@elders.example": True,
    "onbewezen@houtwerf.example": False,
}
CLIENT, GEHEIM = "poortwijzer", "geheim-van-de-toets"
urlpatterns: list[URLResolver] = []  # filled after the settings


class Stil(WSGIRequestHandler):
    """Says nothing about each request."""

    def log_message(self, *_: object) -> None:
        """Drop it."""


def instellen(map_: Path) -> None:
    sleutel = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = sleutel.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    settings.configure(
        SECRET_KEY="a" * 50,
        ALLOWED_HOSTS=["localhost"],
        ROOT_URLCONF="__main__",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": map_ / "aanbieder.sqlite3"}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=[
            "allauth",
            "allauth.account",
            "allauth.idp.oidc",
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.messages",
            "django.contrib.sessions",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "allauth.account.middleware.AccountMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                    ]
                },
            }
        ],
        AUTHENTICATION_BACKENDS=["allauth.account.auth_backends.AuthenticationBackend"],
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        ACCOUNT_LOGIN_METHODS={"email"},
        ACCOUNT_SIGNUP_FIELDS=["email*", "password1*"],
        ACCOUNT_EMAIL_VERIFICATION="none",
        ACCOUNT_RATE_LIMITS=False,  # a whole module of tests signs in from one address
        IDP_OIDC_PRIVATE_KEY=pem,
        IDP_OIDC_ADAPTER="aanbieder_zegt.Adapter",
        USE_TZ=True,
    )
    django.setup()
    urlpatterns.extend([path("", include("allauth.idp.urls")), path("accounts/", include("allauth.account.urls"))])


def vul(terug: list[str]) -> None:
    from aanbieder_zegt import ANDERS  # noqa: PLC0415  # after the settings
    from allauth.account.models import EmailAddress  # noqa: PLC0415  # as above
    from allauth.idp.oidc.models import Client  # noqa: PLC0415  # as above
    from django.contrib.auth.hashers import make_password  # noqa: PLC0415  # as above
    from django.contrib.auth.models import User  # noqa: PLC0415  # as above

    call_command("migrate", verbosity=0)
    for adres, bewezen in {**MENSEN, **dict.fromkeys(ANDERS, True)}.items():
        gebruiker = User.objects.create_user(adres, adres, WACHTWOORD)
        EmailAddress.objects.create(user=gebruiker, email=adres, verified=bewezen, primary=True)
    Client.objects.create(
        id=CLIENT,
        name="Poortwijzer",
        secret=make_password(GEHEIM),
        scopes="openid\nprofile\nemail",
        redirect_uris="\n".join(terug),
        skip_consent=True,
    )


def main() -> None:
    """Make the provider in the folder of the first argument, and serve."""
    logging.disable()
    instellen(Path(sys.argv[1]))
    vul(sys.argv[2:])
    server = make_server("localhost", 0, get_wsgi_application(), handler_class=Stil)
    print(f"http://localhost:{server.server_port}", flush=True)  # noqa: T201  # what the test waits for
    server.serve_forever()


if __name__ == "__main__":
    main()
