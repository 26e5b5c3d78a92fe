"""Production as it is: cookies, TLS behind a proxy, and a start that refuses what is unsafe."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from poortwijzer.config.veilig import controleer_productie
from poortwijzer.kluis.installatiesleutel import nieuwe_regel

GOED = {
    "SECRET_KEY": "een-lange-willekeurige-tekst-die-alleen-deze-toets-kent-0123456789",
    "ALLOWED_HOSTS": "dossier.example.nl",
    "KLUIS_SLEUTELS": nieuwe_regel(),
    "EMAIL_HOST": "localhost",
    "DEFAULT_FROM_EMAIL": "poortwijzer@example.nl",
    "POORTWIJZER_VAR": "/nergens",
    "BIJLAGEN_SCAN": "geen",
    "GELEKTE_WACHTWOORDEN": "geen",
}
PRODUCTIE = "poortwijzer.config.settings.productie"
# Signs somebody in with a password, under the real settings, and tells what a browser would get.
REIS = """
import django, json
django.setup()
from django.core.management import call_command
from django.test import Client
for alias in ("default", "sleutels"):
    call_command("migrate", database=alias, verbosity=0)
call_command("collectstatic", verbosity=0, interactive=False)
from poortwijzer.accounts.models import Gebruiker
Gebruiker.objects.maak(email="noor@example.nl", naam="Noor", wachtwoord="een stevige zin van vijf woorden")
via = {"HTTP_HOST": "dossier.example.nl", "HTTP_X_FORWARDED_PROTO": "https", "HTTP_X_FORWARDED_FOR": "203.0.113.9"}
browser = Client(enforce_csrf_checks=True, **via)
blad = browser.get("/account/login/")
teken = browser.cookies["__Host-poortwijzer_csrf"].value
velden = {"login": "noor@example.nl", "password": "een stevige zin van vijf woorden", "csrfmiddlewaretoken": teken}
klaar = browser.post("/account/login/", velden, HTTP_REFERER="https://dossier.example.nl/account/login/")
direct = Client(REMOTE_ADDR="198.51.100.1", **via).get("/account/login/")
print(json.dumps({
    "blad": blad.status_code, "hsts": blad["Strict-Transport-Security"], "klaar": klaar.status_code,
    "koekjes": {naam: koekje.OutputString() for naam, koekje in browser.cookies.items()},
    "direct": [direct.status_code, direct.get("Location", "")],
    "wachtwoord": Gebruiker.objects.get().password[:16],
}))
"""


def start(code: str, *argumenten: str, **omgeving: str) -> "subprocess.CompletedProcess[str]":
    kaal = {naam: os.environ[naam] for naam in ("PATH", "LANG") if naam in os.environ}
    alles = {**kaal, "DJANGO_SETTINGS_MODULE": PRODUCTIE, **GOED, **omgeving}
    return subprocess.run(
        [sys.executable, "-c", code, *argumenten], env=alles, capture_output=True, text=True, check=False
    )


def test_een_aanmelding_onder_de_echte_instellingen(tmp_path: Path):
    """Cookies that are ours alone, TLS that counts behind our proxy and not from a stranger, and argon2id."""
    klaar = start(REIS, POORTWIJZER_VAR=str(tmp_path))
    assert klaar.returncode == 0, klaar.stderr
    reis = json.loads(klaar.stdout.splitlines()[-1])

    assert set(reis["koekjes"]) == {"__Host-poortwijzer_sessie", "__Host-poortwijzer_csrf"}
    for koekje in reis["koekjes"].values():
        assert all(deel in koekje for deel in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/")), koekje
        assert "Domain" not in koekje
    assert (reis["blad"], reis["klaar"]) == (200, 302)
    assert reis["hsts"] == "max-age=31536000; includeSubDomains"
    assert reis["direct"] == [301, "https://dossier.example.nl/account/login/"]
    assert reis["wachtwoord"] == "argon2$argon2id$"


# What somebody could write below our settings, and the error that stops the start.
ONVEILIG = {
    "DEBUG = True": "E101",
    "CONTENT_SECURITY_POLICY = {'DIRECTIVES': {'script-src': [\"'unsafe-inline'\"]}}": "E102",
    "CONTENT_SECURITY_POLICY = {'DIRECTIVES': {'script-src': ['*']}}": "E102",
    "SECURE_HSTS_SECONDS = 60": "E103",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS = False": "E103",
    "SECURE_SSL_REDIRECT = False": "E104",
    "ALLOWED_HOSTS = ['*']": "E105",
    "ALLOWED_HOSTS = ['.nl']": "E105",
    "ALLOWED_HOSTS = ['dossier.example.nl', '.example.nl']": "E105",
    "SESSION_COOKIE_SECURE = False": "E106",
    "SESSION_COOKIE_DOMAIN = 'example.nl'": "E106",
    "CSRF_COOKIE_HTTPONLY = False": "E106",
    "CSRF_COOKIE_NAME = 'csrf'": "E106",
    "SESSION_COOKIE_SAMESITE = None": "E106",
    "PASSWORD_HASHERS = ['django.contrib.auth.hashers.MD5PasswordHasher']": "E107",
    "PASSWORD_HASHERS = ['django.contrib.auth.hashers.Argon2PasswordHasher']": "E107",
    "MFA_TOTP_INSECURE_BYPASS_CODE = '123456'": "E108",
    "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True": "E109",
    "ACCOUNT_RATE_LIMITS = False": "E110",
    "ACCOUNT_RATE_LIMITS = {'login_failed': None}": "E110",
    "CACHES = {'default': {'BACKEND': 'django.core.cache.backends.locmem.LocMemCache'}}": "E111",
    "SESSIE_LANGST = timedelta(days=30)": "E112",
    "SESSIE_STIL = timedelta(hours=20)": "E112",
    "SESSIE_STIL = timedelta(0)": "E112",
    "OIDC_SERVER = 'http://idp.example.nl'": "E113",
    "MIDDLEWARE = [laag for laag in settings.MIDDLEWARE if 'Poort' not in laag]": "E114",
    "MIDDLEWARE = settings.MIDDLEWARE[::-1]": "E114",
    "SECRET_KEY = 'django-insecure-' + SECRET_KEY": "E117",
    "SECRET_KEY = 'wachtwoord' * 8": "E117",
    "AUDIT_SLEUTEL = 'logboek!' * 8": "E117",
    "AUDIT_SLEUTEL = 'a' * 64": "E117",
    "SECRET_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnop'": "E117",
    "SECRET_KEY = 'zyxwvutsrqponmlkjihgfedcba9876543210zyxwvutsrqponmlk'": "E117",
    "SECRET_KEY = 'Tr0ub4dor&3-is-geen-sleutel!' * 2": "E117",
    "AUDIT_SLEUTEL = SECRET_KEY": "E133",
    "KLUIS_SLEUTELS = kluis(bytes(32))": "E130",
    "KLUIS_SLEUTELS = kluis(bytes(range(32)))": "E130",
    "KLUIS_SLEUTELS = kluis(b'Een zin van een mens, 32 tekens!')": "E130",
    "KLUIS_SLEUTELS = settings.KLUIS_SLEUTELS + chr(10) + kluis(bytes(range(0, 128, 4)))": "E130",
    "KLUIS_KOPIE_DAGEN = -5": "E131",
    "KLUIS_KOPIE_DAGEN = 99999": "E131",
    "NOODTOEGANG_BEOORDELEN_BINNEN = timedelta(days=99999)": "E132",
    "NOODTOEGANG_BEOORDELEN_BINNEN = timedelta(days=-1)": "E132",
    "OIDC_APPS = [{'client_id': 'p', 'secret': ''}]": "E134",
    "OIDC_APPS = [{'client_id': '', 'secret': 'g'}]": "E134",
    "DATABASES = {'default': postgres('/run'), 'sleutels': {**postgres('/run'), 'USER': 'ander'}}": "E129",
    "DATABASES = {'default': postgres('localhost'), 'sleutels': {**postgres('127.0.0.1'), 'PORT': 5432}}": "E129",
    "DATABASES = {'default': sqlite('/nergens/a/../p'), 'sleutels': sqlite('/nergens/p')}": "E129",
    "KLUIS_SLEUTELS_BESTAND = OPEN_BESTAND": "E118",
    "DATABASES = {'default': postgres('db.example.nl')}": "E119",
    "DATABASES = {'default': postgres('db.example.nl', sslmode='require')}": "E119",
    "EMAIL_BACKEND = 'django.core.mail.backends.console.EmailBackend'": "E120",
    "EMAIL_HOST = 'mail.example.nl'": "E121",
    "AUDIT_ANKERS = settings.STATIC_ROOT / 'ankers'": "E122",
    "AUDIT_ANKERS = settings.VAR": "E123",
    "AUDIT_ANKERS = settings.VAR.parent": "E123",
    "FILE_UPLOAD_HANDLERS = ['django.core.files.uploadhandler.TemporaryFileUploadHandler']": "E124",
    "BIJLAGEN_SCAN = 'clamscan'": "E125",
    "DATABASES = {'default': {**postgres('/run'), 'ENGINE': 'django.db.backends.postgresql'}}": "E126",
    "INSTALLED_APPS = [app for app in settings.INSTALLED_APPS if app != 'poortwijzer.slot']": "E127",
    "GELEKTE_WACHTWOORDEN = '/nergens/lijst.txt'": "E128",
    "GELEKTE_WACHTWOORDEN = EIGEN_BESTAND": "E128",
    "VERTROUWDE_PROXIES = 'proxy'": "E115",
    "VERTROUWDE_PROXIES = '192.0.2.1, 0.0.0.0/0'": "E116",
    "VERTROUWDE_PROXIES = ', '.join(f'10.{i}.0.0/16' for i in range(2))": "E116",
}
# What looks the same and is safe.
VEILIG = (
    "DATABASES = {'default': postgres('db.example.nl', sslmode='verify-full')}",
    "DATABASES = {'default': postgres('/var/run/postgresql')}",
    "DATABASES = {'default': postgres('/run'), 'sleutels': {**postgres('/run'), 'NAME': 'q'}}",
    "DATABASES = {'default': postgres('/run'), 'sleutels': {**postgres('/run'), 'PORT': 5433}}",
    "KLUIS_SLEUTELS = 'geen'",
    "KLUIS_KOPIE_DAGEN = 0",
    "OIDC_APPS = [{'client_id': 'p', 'secret': 'g'}]",
    "VERTROUWDE_PROXIES = '10.1.0.0/17, 10.2.0.0/17'",
    "BIJLAGEN_SCAN = 'clamd:/run/clamav/clamd.ctl'",
    "KLUIS_SLEUTELS_BESTAND = EIGEN_BESTAND",
)
LANGS = """
import base64, django, json, os, sys, tempfile
django.setup()
from datetime import timedelta
from django.conf import settings
from django.test import override_settings
from poortwijzer.config.veilig import controleer_productie
SECRET_KEY = settings.SECRET_KEY
def bestand(rechten):
    naam = tempfile.mkstemp()[1]
    os.chmod(naam, rechten)
    return naam
OPEN_BESTAND, EIGEN_BESTAND = bestand(0o644), bestand(0o600)
def postgres(host, **opties):
    return {"ENGINE": "poortwijzer.slot.postgresql", "NAME": "p", "HOST": host, "OPTIONS": opties}
def sqlite(naam):
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": naam}
def kluis(sleutel):
    return "k9:" + base64.b64encode(sleutel).decode()
gevonden = {"": [fout.id for fout in controleer_productie()]}
for regel in json.loads(sys.argv[1]):
    naam, _, waarde = regel.partition(" = ")
    with override_settings(**{naam: eval(waarde)}):
        gevonden[regel] = [fout.id for fout in controleer_productie()]
print(json.dumps(gevonden))
"""


@pytest.mark.norm("AVG-NEN7512-1", waar="poortwijzer.config.veilig.controleer_productie")
def test_elke_onveilige_instelling_heeft_een_eigen_fout():
    klaar = start(LANGS, json.dumps([*ONVEILIG, *VEILIG]))
    assert klaar.returncode == 0, klaar.stderr
    verwacht = {regel: [f"poortwijzer.{nummer}"] for regel, nummer in ONVEILIG.items()}
    assert json.loads(klaar.stdout) == {"": [], **verwacht, **{regel: [] for regel in VEILIG}}


def test_een_aanbieder_wordt_zonder_bewijs_alleen_voor_eigen_adressen_geloofd():
    oidc = {"OIDC_SERVER": "https://login.example.nl", "OIDC_CLIENT_ID": "p", "OIDC_CLIENT_SECRET": "g"}
    geloofd = {**oidc, "OIDC_ADRES_GEVERIFIEERD": "ja"}
    begin = "import django; django.setup(); from poortwijzer.config.veilig import controleer_productie as c; "
    zeg = begin + "from django.conf import settings as s; print([f.id for f in c()], sorted(s.OIDC_DOMEINEN))"
    assert start(zeg, **oidc).stdout.strip() == "[] []"
    klaar = start("import poortwijzer.config.wsgi", **geloofd)
    assert (klaar.returncode, "for every address in production" in klaar.stderr) == (1, True)
    ruim = start(zeg, **geloofd, OIDC_DOMEINEN=" @Houtwerf.example, linde.example,")
    assert ruim.stdout.strip() == "[] ['houtwerf.example', 'linde.example']"


def test_wie_iets_onveilig_maakt_start_niet(tmp_path: Path):
    """Also behind a server that runs no system checks."""
    eigen = f"from {PRODUCTIE} import *\nSECURE_SSL_REDIRECT = False\nDEBUG = True\n"
    (tmp_path / "eigen.py").write_text(eigen, encoding="utf-8")
    klaar = start("import poortwijzer.config.wsgi", DJANGO_SETTINGS_MODULE="eigen", PYTHONPATH=str(tmp_path))
    assert klaar.returncode != 0
    assert "DEBUG is on" in klaar.stderr
    assert "Requests without TLS are answered in production." in klaar.stderr


def test_buiten_productie_zegt_de_controle_niets():
    assert controleer_productie() == []


def test_de_browser_volgt_een_formulier_alleen_naar_ons_en_naar_de_eigen_aanbieder():
    code = "from django.conf import settings as s; print(s.CONTENT_SECURITY_POLICY['DIRECTIVES']['form-action'])"
    assert start(code).stdout.strip() == "[\"'self'\"]"
    met = start(code, OIDC_SERVER="https://login.example.nl/realms/x", OIDC_CLIENT_ID="p", OIDC_CLIENT_SECRET="g")
    assert met.stdout.strip() == "[\"'self'\", 'https://login.example.nl']"


def test_de_opdracht_zegt_of_de_instellingen_in_orde_zijn(tmp_path: Path):
    opdracht = [str(Path(sys.executable).parent / "poortwijzer"), "controleer-instellingen", "--json"]
    kaal = {naam: os.environ[naam] for naam in ("PATH", "LANG") if naam in os.environ}

    def draai(**omgeving: str) -> "subprocess.CompletedProcess[str]":
        alles = {**kaal, "POORTWIJZER_VAR": str(tmp_path), **omgeving}
        return subprocess.run(opdracht, env=alles, capture_output=True, text=True, check=False)

    goed = draai(DJANGO_SETTINGS_MODULE=PRODUCTIE, **GOED)
    assert (goed.returncode, json.loads(goed.stdout)) == (0, {"omgeving": "productie", "bevindingen": []})
    ongescand = draai(DJANGO_SETTINGS_MODULE=PRODUCTIE, **{**GOED, "BIJLAGEN_SCAN": ""})
    assert [bevinding["nummer"] for bevinding in json.loads(ongescand.stdout)["bevindingen"]] == ["poortwijzer.W201"]
    ongelijst = draai(DJANGO_SETTINGS_MODULE=PRODUCTIE, **{**GOED, "GELEKTE_WACHTWOORDEN": ""})
    assert [bevinding["nummer"] for bevinding in json.loads(ongelijst.stdout)["bevindingen"]] == ["poortwijzer.W202"]
    demo = draai(DJANGO_SETTINGS_MODULE="poortwijzer.config.settings.demo")
    assert demo.returncode == 1
    assert {bevinding["nummer"] for bevinding in json.loads(demo.stdout)["bevindingen"]} >= {"security.W008"}
    assert draai(DJANGO_SETTINGS_MODULE=PRODUCTIE).returncode == 2
