"""Plumbing that the tests share: databases, a browser, and how hard hypothesis looks."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from urllib.parse import quote

import hypothesis
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.db import connection, connections
from django.test import TransactionTestCase
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from poortwijzer.kluis.sleutelring import eigen_ring
from poortwijzer.slot.eigenaar import als_eigenaar
from poortwijzer.slot.wie import werk

# Playwright's synchronous interface runs an event loop here, and Django would refuse the database in it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

hypothesis.settings.register_profile("snel", derandomize=True, deadline=None, max_examples=60)
hypothesis.settings.register_profile("lang", deadline=None, max_examples=3_000, print_blob=True)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "snel"))

CHROMIUM_NAMEN = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_OPTIES = (
    "--no-sandbox",  # its own sandbox needs an unprivileged user, and tests may run as root
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """What does not use the database says nothing new on another one, and some that do need one only."""
    parser.addoption("--alleen-database", action="store_true", help="only the tests that use the database")
    parser.addoption("--verdeeld", action="store_true", help="without what is marked for the other database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what the options do not ask for, and give what uses the database the key store too.

    What a test writes is sealed, so it needs both.
    """
    for item in filter(_gebruikt_database, items):
        gevraagd = item.get_closest_marker("django_db")
        opties = {**(gevraagd.kwargs if gevraagd else {}), "databases": "__all__"}
        item.add_marker(pytest.mark.django_db(**opties), append=False)
    alleen_database, verdeeld = config.getoption("--alleen-database"), config.getoption("--verdeeld")
    over = [
        item
        for item in items
        if (alleen_database and not _gebruikt_database(item)) or (verdeeld and _hoort_elders(item))
    ]
    if over:
        weg = set(over)
        items[:] = [item for item in items if item not in weg]
        config.hook.pytest_deselected(items=over)


def _hoort_elders(item: pytest.Item) -> bool:
    keuze = item.get_closest_marker("een_database")
    return keuze is not None and keuze.args != (connection.vendor,)


def _gebruikt_database(item: pytest.Item) -> bool:
    klasse = getattr(item, "cls", None)
    return (
        item.get_closest_marker("django_db") is not None
        or bool({"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ())))
        or (klasse is not None and issubclass(klasse, TransactionTestCase))
    )


def pytest_collection_finish() -> None:
    """Do not look through thousands of collected tests again and again for what can be thrown away."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


def pytest_configure(config: pytest.Config) -> None:
    """Make the folder of this process; SQLite and whitenoise do not make it themselves.

    What a test itself asks of the database is work; a request, an act or a job that it calls says again who asks.
    """
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    als_test = ExitStack()
    als_test.enter_context(werk("toets"))
    config.add_cleanup(als_test.close)


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    shutil.rmtree(settings.VAR, ignore_errors=True)


# --- database ---------------------------------------------------------------------------------------------


@contextmanager
def zonder_triggers() -> Iterator[None]:
    """Put this database's triggers aside, so that a test database with append-only tables can be emptied.

    Only for clearing up after a test: the tests themselves meet the triggers as an installation does.
    """
    with als_eigenaar("default"), connection.cursor() as cursor:  # the program itself may not
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            try:
                yield
            finally:
                cursor.execute("SET session_replication_role = DEFAULT")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for naam, _ in triggers:
            cursor.execute(f'DROP TRIGGER "{naam}"')
        try:
            yield
        finally:
            for _, sql in triggers:
                cursor.execute(sql)


@pytest.fixture(scope="session")
def triggers_opzij() -> Callable[[], AbstractContextManager[None]]:
    """Give `zonder_triggers`, for a test that must put its database back."""
    return zonder_triggers


@pytest.fixture
def adressen_van_databases(db: None) -> dict[str, str]:
    """Give the addresses of the test databases, for the environment of another process.

    It sees only what is committed.
    """
    eigenaren = {
        naam: _adres(alias, settings.DATABASE_EIGENAREN[alias])
        for naam, alias in (("DATABASE_OWNER_URL", "default"), ("SLEUTELS_OWNER_URL", "sleutels"))
        if alias in settings.DATABASE_EIGENAREN
    }
    return {
        "DATABASE_URL": _adres("default"),
        "SLEUTELS_URL": _adres("sleutels"),
        "AUDIT_ANKERS": str(settings.AUDIT_ANKERS),
        **eigenaren,
    }


@pytest.fixture
def adres_van_database(adressen_van_databases: dict[str, str]) -> str:
    """Give the address of the test database with the data."""
    return adressen_van_databases["DATABASE_URL"]


@pytest.fixture(autouse=True)
def _eigen_sleutelring() -> Iterator[None]:
    """No key that one test opened is still open in the next."""
    with eigen_ring():
        yield


@pytest.fixture(autouse=True)
def _eigen_ankers() -> Iterator[None]:
    """A test that commits anchors its log; the next one begins with an empty log and knows of no anchors."""
    yield
    shutil.rmtree(settings.AUDIT_ANKERS, ignore_errors=True)


def _adres(alias: str, eigenaar: Mapping[str, str] | None = None) -> str:
    gegevens = {**connections[alias].settings_dict, **(eigenaar or {})}
    if connections[alias].vendor == "sqlite":
        return f"sqlite:///{gegevens['NAME']}"
    return f"postgres://{gegevens['USER']}@{quote(gegevens['HOST'], safe='')}/{gegevens['NAME']}"


@pytest.fixture(scope="session", autouse=True)
def _leegmaken_ondanks_triggers() -> Iterator[None]:
    """Tests that commit are followed by emptying every table, which append-only tables refuse."""
    origineel = TransactionTestCase._fixture_teardown

    def leegmaken(zelf: TransactionTestCase) -> None:
        with als_eigenaar("default"), als_eigenaar("sleutels"), zonder_triggers():
            origineel(zelf)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", leegmaken)
        yield


# --- browser ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def chromium_pad() -> str:
    """Give the path of Chromium: the variable CHROMIUM, or the first that is installed."""
    gevraagd = os.environ.get("CHROMIUM")
    pad = shutil.which(gevraagd) if gevraagd else next(filter(None, map(shutil.which, CHROMIUM_NAMEN)), None)
    if pad is None:
        pytest.fail("Chromium is missing: apt-get install chromium, or set CHROMIUM=/path/to/it.", pytrace=False)
    return pad


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as speler:
        yield speler


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium_pad: str) -> Iterator[Browser]:
    """One browser per worker; starting it takes longer than most tests."""
    with playwright.chromium.launch(executable_path=chromium_pad, args=list(CHROMIUM_OPTIES)) as gestart:
        yield gestart


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A person with a browser of his own: no cookies, no storage, Dutch, and never outside this machine.

    A request to another host fails the test: the program may not depend on one.
    """
    elders: list[str] = []
    context = browser.new_context(locale="nl-NL", timezone_id="Europe/Amsterdam", reduced_motion="reduce")
    context.set_default_timeout(10_000)
    context.on("request", lambda verzoek: _onthoud_vreemd_adres(verzoek.url, elders))
    yield context
    context.close()
    assert not elders, f"The page asked another host for: {elders}"


def _onthoud_vreemd_adres(url: str, elders: list[str]) -> None:
    if not url.startswith(("http://localhost:", "http://127.0.0.1:", "data:", "blob:", "about:")):
        elders.append(url)


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A fresh page. Errors in its scripts, and what its content security policy refuses, fail the test."""
    fouten: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda fout: fouten.append(str(fout)))
    page.on(
        "console",
        lambda regel: fouten.append(regel.text) if "Content Security Policy" in regel.text else None,
    )
    yield page
    assert not fouten, f"The page reported: {fouten}"


@pytest.fixture(scope="session")
def axe() -> Axe:
    """The accessibility checker; `geen_axe_fouten` is the usual way to it."""
    return Axe()


@pytest.fixture
def geen_axe_fouten(axe: Axe):
    """Give a function that takes a page and fails, naming rule and place, when axe finds a violation.

    It also fails when axe passed nothing at all: then it did not really look.
    """

    def controleer(page: Page) -> None:
        uitkomst = axe.run(page, options={"resultTypes": ["violations", "passes"]}).response
        gevonden = [
            f"{fout['id']}: {fout['help']} ({', '.join(str(plek['target']) for plek in fout['nodes'])})"
            for fout in uitkomst["violations"]
        ]
        assert not gevonden, f"{page.url}:\n" + "\n".join(gevonden)
        assert uitkomst["passes"], f"{page.url}: axe looked at nothing"

    return controleer
