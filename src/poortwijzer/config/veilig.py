"""What production may not be without. An installation that stacks own settings on ours is held to it too."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.checks import Warning as Waarschuwing
from django.utils.module_loading import import_string

from poortwijzer.config.raden import is_te_raden, is_te_raden_sleutel
from poortwijzer.config.wachtwoorden import is_hashlijst
from poortwijzer.kluis.installatiesleutel import sleutelbytes

EEN_JAAR = 365 * 24 * 60 * 60  # seconds
GEHEUGEN = (19 * 1024, 46 * 1024)  # KiB of one password check: enough against guessing, no lever against the server
WIJDSTE_PROXIES = 2**16  # addresses; a wider network is not one's own proxies
LANGSTE_SESSIE = timedelta(hours=24)
LANGST_BEWAARDE_KOPIE = 3660  # days
LANGST_ZONDER_OORDEEL = timedelta(days=31)  # over emergency access; nobody remembers more
HIER = frozenset({"", "localhost", "127.0.0.1", "::1"})  # no wire to listen to; a socket begins with a slash
ANDEREN = 0o007  # what a file allows to people who are not its owner or group
NODIG = (
    "poortwijzer.config.koppen.KoppenMiddleware",
    "csp.middleware.CSPMiddleware",
    "poortwijzer.accounts.proxies.ProxyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "poortwijzer.slot.middleware.SlotMiddleware",
    "poortwijzer.web.omvang.OmvangMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "poortwijzer.accounts.poort.PoortMiddleware",
    "poortwijzer.accounts.actor.ActorMiddleware",
)


def controleer_productie(app_configs: Sequence[AppConfig] | None = None, **_: object) -> list[CheckMessage]:
    """Give an error for everything that would make production unsafe; outside production there is nothing to say."""
    del app_configs
    if settings.POORTWIJZER_OMGEVING != "productie":
        return []
    gevonden = (
        *_browser(),
        *_koekjes(),
        *_wachtwoorden(),
        *_aanmelden(),
        *_volgorde(),
        *_proxies(),
        *_geheimen(),
        *_lijnen(),
        *_slot(),
        *_bestanden(),
    )
    return [Error(f"{wat} in production.", hint=hoe, id=f"poortwijzer.E1{nummer:02}") for nummer, wat, hoe in gevonden]


def waarschuw_productie(app_configs: Sequence[AppConfig] | None = None, **_: object) -> list[CheckMessage]:
    """Give a warning for what is allowed in production and better known; it stops nothing."""
    del app_configs
    if settings.POORTWIJZER_OMGEVING != "productie":
        return []
    gevonden = (
        (
            not settings.BIJLAGEN_SCAN,
            "Files from outside are not scanned for viruses.",
            "Name a scanner in BIJLAGEN_SCAN, or write BIJLAGEN_SCAN=geen to say that you know.",
        ),
        (
            not settings.GELEKTE_WACHTWOORDEN and not settings.ZONDER_GELEKTE_WACHTWOORDEN,
            "Passwords are not held against those that leaked.",
            "Name a file in GELEKTE_WACHTWOORDEN, or write GELEKTE_WACHTWOORDEN=geen to say that you know.",
        ),
    )
    return [
        Waarschuwing(wat, hint=hoe, id=f"poortwijzer.W2{nummer:02}")
        for nummer, (is_zo, wat, hoe) in enumerate(gevonden, start=1)
        if is_zo
    ]


def _browser() -> Iterator[tuple[int, str, str]]:
    if settings.DEBUG:
        yield 1, "DEBUG is on: error pages would show what is in memory", "Set DEBUG = False."
    regels = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    bronnen = {str(bron) for lijst in regels.values() for bron in lijst}
    if {bron for bron in bronnen if "unsafe" in bron or bron == "*"}:
        yield 2, "The content security policy allows inline code or every host", "Take it from settings.basis."
    if settings.SECURE_HSTS_SECONDS < EEN_JAAR or not settings.SECURE_HSTS_INCLUDE_SUBDOMAINS:
        yield 3, "HSTS is shorter than a year or leaves subdomains out", "Take it from settings.productie."
    if not settings.SECURE_SSL_REDIRECT:
        yield 4, "Requests without TLS are answered", "Set SECURE_SSL_REDIRECT = True."
    # The name goes into links in mail, so it must be ours: of what begins with a dot others own a part, or all of it.
    ruim = [naam for naam in settings.ALLOWED_HOSTS if "*" in naam or naam.startswith(".")]
    if ruim:
        yield (
            5,
            f"Every host name is answered that fits {', '.join(ruim)}",
            "Name each host of this installation in ALLOWED_HOSTS, without a dot in front.",
        )


def _koekjes() -> Iterator[tuple[int, str, str]]:
    for soort in ("SESSION", "CSRF"):
        naam = getattr(settings, f"{soort}_COOKIE_NAME")
        is_veilig = getattr(settings, f"{soort}_COOKIE_SECURE") and getattr(settings, f"{soort}_COOKIE_HTTPONLY")
        is_eigen = naam.startswith("__Host-") and getattr(settings, f"{soort}_COOKIE_DOMAIN") is None
        if not is_veilig or not is_eigen or getattr(settings, f"{soort}_COOKIE_SAMESITE") not in {"Lax", "Strict"}:
            yield 6, f"The cookie {naam} is not Secure, HttpOnly, SameSite and __Host-", "Take it from settings."


def _wachtwoorden() -> Iterator[tuple[int, str, str]]:
    hasher = import_string(settings.PASSWORD_HASHERS[0])
    laagste, hoogste = GEHEUGEN
    if hasher.algorithm != "argon2" or not laagste <= hasher.memory_cost <= hoogste:
        yield 7, "Passwords are not hashed with argon2id at 19 to 46 MiB", "Take PASSWORD_HASHERS from settings."
    lijst = settings.GELEKTE_WACHTWOORDEN
    if lijst and not _is_hashlijst(Path(lijst)):
        yield 28, f"{lijst} is no list of leaked passwords, in order of their SHA-1", "See the manual on signing in."


def _is_hashlijst(lijst: Path) -> bool:
    try:
        return is_hashlijst(lijst)
    except OSError:
        return False


def _aanmelden() -> Iterator[tuple[int, str, str]]:
    if getattr(settings, "MFA_TOTP_INSECURE_BYPASS_CODE", None) is not None:
        yield 8, "A fixed code passes the second step", "Remove MFA_TOTP_INSECURE_BYPASS_CODE."
    if getattr(settings, "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN", False):
        yield 9, "A passkey works without TLS", "Remove MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN."
    if not settings.ACCOUNT_RATE_LIMITS or not settings.ACCOUNT_RATE_LIMITS.get("login_failed"):
        yield 10, "Wrong passwords are not counted", "Take ACCOUNT_RATE_LIMITS from settings."
    if "Gedeeldgeheugen" not in settings.CACHES["default"]["BACKEND"]:
        yield 11, "Tries are not counted over all processes", "Take CACHES from settings."
    if not timedelta(0) < settings.SESSIE_STIL <= settings.SESSIE_LANGST <= LANGSTE_SESSIE:
        yield 12, "Sessions last longer than a day, or the idle limit is above it", "Look at SESSIE_STIL and _LANGST."
    if settings.OIDC_SERVER and not settings.OIDC_SERVER.startswith("https://"):
        yield 13, "The provider of single sign-on is reached without TLS", "Begin OIDC_SERVER with https://."
    if not all(app.get("client_id") and app.get("secret") for app in settings.OIDC_APPS):
        yield 34, "The provider of single sign-on does not know who asks", "Set OIDC_CLIENT_ID and OIDC_CLIENT_SECRET."
    if settings.OIDC_APPS and settings.OIDC_ADRES_GEVERIFIEERD and not settings.OIDC_DOMEINEN:
        yield 35, "A provider is believed without proof, for every address", "Name its domains in OIDC_DOMEINEN."
    if not timedelta(0) < settings.NOODTOEGANG_BEOORDELEN_BINNEN <= LANGST_ZONDER_OORDEEL:
        yield 32, "Emergency access is not judged within a month", "Give NOODTOEGANG_BEOORDELEN_DAGEN 1 to 31."


def _volgorde() -> Iterator[tuple[int, str, str]]:
    aanwezig = [laag for laag in settings.MIDDLEWARE if laag in NODIG]
    if aanwezig != list(NODIG):
        weg = ", ".join(laag for laag in NODIG if laag not in aanwezig) or "their order"
        yield 14, f"What guards every request is not complete ({weg})", "Take MIDDLEWARE from settings.basis."


def _proxies() -> Iterator[tuple[int, str, str]]:
    aantal = 0
    for tekst in filter(None, map(str.strip, settings.VERTROUWDE_PROXIES.split(","))):
        try:
            aantal += ip_network(tekst).num_addresses
        except ValueError:
            yield 15, f"VERTROUWDE_PROXIES names '{tekst}', which is no address or network", "Write 192.0.2.1."
    if aantal > WIJDSTE_PROXIES:  # all together: many small networks are one wide one
        yield 16, f"VERTROUWDE_PROXIES trusts {aantal} addresses: anybody could say who he is", "Name your own proxies."


def _geheimen() -> Iterator[tuple[int, str, str]]:
    for naam in ("SECRET_KEY", "AUDIT_SLEUTEL"):
        sleutel = getattr(settings, naam)
        if "insecure" in sleutel or is_te_raden(sleutel):
            yield (
                17,
                f"{naam} can be guessed",
                "Make a random text: python -c 'import secrets; print(secrets.token_urlsafe(64))'.",
            )
    if settings.AUDIT_SLEUTEL == settings.SECRET_KEY:
        yield 33, "The log has the key of the sessions", "Leave AUDIT_SLEUTEL empty, or give it a text of its own."
    if any(map(is_te_raden_sleutel, sleutelbytes(settings.KLUIS_SLEUTELS).values())):
        yield 30, "KLUIS_SLEUTELS has a key that can be guessed", "Make one: poortwijzer kluis nieuwe-sleutel."
    if not 0 <= settings.KLUIS_KOPIE_DAGEN <= LANGST_BEWAARDE_KOPIE:
        yield (
            31,
            "A proof of erasure would name a day on which backups of the keys are not gone",
            "See KLUIS_KOPIE_DAGEN.",
        )
    bestand = getattr(settings, "KLUIS_SLEUTELS_BESTAND", "")
    if bestand and Path(bestand).stat().st_mode & ANDEREN:
        yield 18, f"Everybody on this machine may read {bestand}, which opens every dossier", "Run chmod 600 on it."


def _lijnen() -> Iterator[tuple[int, str, str]]:
    for naam, database in settings.DATABASES.items():
        is_ver = database["ENGINE"].endswith("postgresql") and not _is_hier(str(database.get("HOST", "")))
        if is_ver and database.get("OPTIONS", {}).get("sslmode") != "verify-full":
            yield 19, f"The database '{naam}' is elsewhere and reached without checked TLS", "Add ?sslmode=verify-full."
    plaatsen = [_plaats(database) for database in settings.DATABASES.values()]
    if len(set(plaatsen)) < len(plaatsen):
        yield 29, "The keys lie in the database of what they open, and in its backups", "Give SLEUTELS_URL one apart."
    if settings.EMAIL_BACKEND.endswith((".console.EmailBackend", ".dummy.EmailBackend", ".filebased.EmailBackend")):
        yield 20, "Mail goes nowhere, so nobody is invited or warned", "Use Django's SMTP backend."
    elif not _is_hier(settings.EMAIL_HOST) and not (settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL):
        yield 21, "Mail goes to another machine without TLS", "Set EMAIL_USE_TLS = True."


def _slot() -> Iterator[tuple[int, str, str]]:
    for naam, database in settings.DATABASES.items():
        if database["ENGINE"].endswith("postgresql") and database["ENGINE"] != "poortwijzer.slot.postgresql":
            yield (
                26,
                f"The database '{naam}' is not told who asks, and its role is not looked at",
                "Take it from settings.basis.database.",
            )
    if "poortwijzer.slot" not in settings.INSTALLED_APPS:
        yield 27, "Queries on dossiers are not watched", "Take INSTALLED_APPS from settings.basis."


def _plaats(database: dict[str, object]) -> tuple[str, ...]:
    """Give which database this is, whoever signs in to it."""
    if _is_bestand(database):
        return (str(Path(str(database["NAME"])).resolve()),)
    host = str(database.get("HOST", "")).lower()
    return ("" if host in HIER else host, str(database.get("PORT") or 5432), str(database["NAME"]))


def _is_hier(host: str) -> bool:
    return host in HIER or host.startswith("/")


def _bestanden() -> Iterator[tuple[int, str, str]]:
    ankers = Path(settings.AUDIT_ANKERS).resolve()
    if any(ankers.is_relative_to(Path(map_).resolve()) for map_ in (settings.STATIC_ROOT, settings.MEDIA_ROOT)):
        yield 22, "The anchors of the log lie in a folder that is served", "Name another folder in AUDIT_ANKERS."
    data = {
        Path(database["NAME"]).resolve().parent for database in settings.DATABASES.values() if _is_bestand(database)
    }
    if any(map_.is_relative_to(ankers) for map_ in data):
        yield (
            23,
            "The anchors of the log lie in the folder of a database: who restores it restores them too",
            "As above.",
        )
    if settings.FILE_UPLOAD_HANDLERS != ["poortwijzer.web.inkomend.InHetGeheugen"]:
        yield 24, "What is uploaded may lie on the disk unsealed", "Take FILE_UPLOAD_HANDLERS from settings.basis."
    if settings.BIJLAGEN_SCAN not in {"", "geen"} and not settings.BIJLAGEN_SCAN.startswith(("clamd:", "opdracht:")):
        yield 25, f"BIJLAGEN_SCAN={settings.BIJLAGEN_SCAN} names no scanner", "Begin with clamd: or opdracht:."


def _is_bestand(database: dict[str, object]) -> bool:
    return str(database["ENGINE"]).endswith("sqlite3")
