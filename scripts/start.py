"""Start the platform: bring database, demo data and static files up to date where they changed, then serve.

What is up to date is remembered per step as a hash over the files it is made from (in the folder for run-time
files), so that a second start does nothing twice. The data stay; only what is new is added.
"""

import errno
import hashlib
import io
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from types import FrameType

WORTEL = Path(__file__).resolve().parents[1]
os.chdir(WORTEL)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "poortwijzer.config.settings.demo")

LOCK = WORTEL / "requirements" / "runtime.txt"
WACHT_OP_ANTWOORD = 30.0  # seconds


def poort() -> int:
    """Give the port from PORT, else 8000; stop with a sentence when it is no port or already in use."""
    tekst = os.environ.get("PORT") or "8000"
    if not tekst.isascii() or not tekst.isdigit() or not 1 <= int(tekst) <= 65535:  # noqa: PLR2004  # what TCP has
        sys.exit(f"PORT={tekst} is not a port: choose a number from 1 to 65535, for example make run PORT=8001.")
    nummer = int(tekst)
    with socket.socket() as proef:
        proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proef.bind(("127.0.0.1", nummer))
        except OSError as fout:
            if fout.errno == errno.EADDRINUSE:
                sys.exit(
                    f"Port {nummer} is in use, perhaps by an earlier start. Stop that, or choose another: "
                    f"make run PORT={nummer + 1 if nummer < 65535 else 8000}"  # noqa: PLR2004  # the highest port
                )
            sys.exit(f"Port {nummer} cannot be used: {fout.strerror}. Choose another: make run PORT=8001")
    return nummer


def afdruk(bestanden: Iterable[Path], *extra: str) -> str:
    """Give a hash over names and contents of `bestanden` and over `extra`."""
    som = hashlib.sha256("\0".join(extra).encode())
    for bestand in sorted(bestanden):
        som.update(f"\0{bestand.relative_to(WORTEL)}\0".encode())
        som.update(bestand.read_bytes())
    return som.hexdigest()


def bronbestanden(*patronen: str) -> set[Path]:
    """Give the files that match one of `patronen`, and the lock, which decides the libraries."""
    gevonden = {pad for patroon in patronen for pad in WORTEL.glob(patroon) if pad.is_file()}
    return {pad for pad in gevonden if "__pycache__" not in pad.parts} | {LOCK}


class Stempels:
    """Which step was last done with what; a stamp is valid while its hash is the same."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        map_.mkdir(parents=True, exist_ok=True)

    def geldt(self, stap: str, afdruk_: str) -> bool:
        """Tell whether `stap` was done with exactly this hash."""
        bestand = self.map / stap
        return bestand.exists() and bestand.read_text(encoding="ascii") == afdruk_

    def zet(self, stap: str, afdruk_: str) -> None:
        """Remember that `stap` is done."""
        (self.map / stap).write_text(afdruk_, encoding="ascii")


def werk_bij() -> str:
    """Migrate, load demo data and collect static files where something changed; give the sign-ins to print.

    A step that fails raises, and its stamp stays away, so that the next start tries again.
    """
    import django  # noqa: PLC0415  # after the port is known to be free: that answer comes at once

    django.setup()
    from django.conf import settings  # noqa: PLC0415  # needs the settings above
    from django.core.management import call_command  # noqa: PLC0415  # as above
    from django.db import connections  # noqa: PLC0415  # as above

    var = Path(settings.VAR)
    stempels = Stempels(var / "stempels")
    heeft_tabellen = all("django_migrations" in een.introspection.table_names() for een in connections.all())
    database = f"{settings.DATABASE_URL} {settings.SLEUTELS_URL}"

    migraties = afdruk(bronbestanden("src/poortwijzer/*/migrations/*.py"), database)
    if not heeft_tabellen or not stempels.geldt("migraties", migraties):
        print("bringing the database up to date ...")
        call_command("migrate", verbosity=0, interactive=False)
        call_command("migrate", "kluis", database="sleutels", verbosity=0, interactive=False)
        stempels.zet("migraties", migraties)

    aanmeldingen = var / "aanmeldingen.txt"
    if settings.POORTWIJZER_DEMO:
        demo = afdruk(bronbestanden("voorbeelden/**/*", "src/**/*.py", "src/**/*.toml"), database)
        if not heeft_tabellen or not aanmeldingen.exists() or not stempels.geldt("demo", demo):
            print("loading the demo data ...")
            uitvoer = io.StringIO()
            call_command("laad_demo", stdout=uitvoer)
            aanmeldingen.write_text(uitvoer.getvalue(), encoding="utf-8")
            stempels.zet("demo", demo)

    statisch = afdruk(bronbestanden("src/poortwijzer/*/static/**/*"))
    if not Path(settings.STATIC_ROOT).exists() or not stempels.geldt("statisch", statisch):
        print("collecting the static files ...")
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        stempels.zet("statisch", statisch)

    connections.close_all()
    return aanmeldingen.read_text(encoding="utf-8") if settings.POORTWIJZER_DEMO else ""


def processen(nummer: int) -> "dict[str, subprocess.Popen[bytes]]":
    """Start the server and the worker, each in a group of its own so that only we pass on a Ctrl-C."""
    bin_ = Path(sys.executable).parent
    # --workers-kill-timeout: a SIGTERM while a server process starts would otherwise leave it hanging.
    server: list[str | Path] = [
        bin_ / "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(nummer),
        "--workers", os.environ.get("WORKERS", "2"), "--blocking-threads", "1", "--no-ws",
        "--respawn-failed-workers", "--workers-kill-timeout", "5", "--log-level", "warning",
        "poortwijzer.config.wsgi:application",
    ]  # fmt: skip
    werker = [sys.executable, "-m", "django", "werker"]
    return {
        "the server": subprocess.Popen(server, start_new_session=True),
        "the worker": subprocess.Popen(werker, start_new_session=True),
    }


def wacht_op_antwoord(nummer: int, server: "subprocess.Popen[bytes]") -> None:
    """Return when the server takes connections; stop when it ends first or takes too long."""
    tot = time.monotonic() + WACHT_OP_ANTWOORD
    while server.poll() is None and time.monotonic() < tot:
        try:
            socket.create_connection(("127.0.0.1", nummer), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    sys.exit("The server did not start; its message stands above.")


def _stop(nummer: int, _: FrameType | None) -> None:
    raise KeyboardInterrupt(nummer)


def main() -> None:
    """Prepare, serve until something ends or somebody stops it, and leave no process behind."""
    nummer = poort()
    for sein in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(sein, _stop)
    draaiend: dict[str, subprocess.Popen[bytes]] = {}
    try:
        aanmeldingen = werk_bij()
        draaiend = processen(nummer)
        wacht_op_antwoord(nummer, draaiend["the server"])
        print(f"\nPoortwijzer: http://localhost:{nummer}   (Ctrl-C stops it)\n{aanmeldingen}", flush=True)
        while all(proces.poll() is None for proces in draaiend.values()):
            time.sleep(0.2)
        geeindigd = next(naam for naam, proces in draaiend.items() if proces.poll() is not None)
        sys.exit(f"{geeindigd.capitalize()} ended by itself; everything is stopped.")
    except KeyboardInterrupt:
        print("\nstopping ...")
    finally:
        for proces in draaiend.values():
            proces.terminate()
        for proces in draaiend.values():
            try:
                proces.wait(timeout=10)
            except subprocess.TimeoutExpired:
                proces.kill()


if __name__ == "__main__":
    main()
