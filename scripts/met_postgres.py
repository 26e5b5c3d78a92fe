"""Run a command against a PostgreSQL cluster of its own, made for it and removed after it, whatever happens.

`python scripts/met_postgres.py pytest tests` sets DATABASE_URL, and DATABASE_OWNER_URL and SLEUTELS_OWNER_URL for the
role that owns the tables, and gives the exit code of the command. As in production, the program's role owns nothing.
The server is reached through a socket in a temporary folder only. PostgreSQL refuses to be root: then it runs as
`postgres`, or as `nobody` where that user does not exist.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TypedDict
from urllib.parse import quote

import psycopg
from programmas import OntbreektError, krijg

ROL, EIGENAAR, BEHEER = "poortwijzer", "poortwijzer_eigenaar", "postgres"
# Nothing here has to survive a crash: the cluster is thrown away.
INSTELLINGEN = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "listen_addresses": "",
    "max_connections": "60",
    "shared_buffers": "64MB",
}
MAAK = (
    f"CREATE ROLE {ROL} LOGIN",
    f"CREATE ROLE {EIGENAAR} LOGIN CREATEDB",
    # To see who still reads the key store.
    f"GRANT pg_read_all_stats TO {EIGENAAR}",
    # To look in the files of the server for what was erased.
    f"GRANT pg_checkpoint, pg_read_all_settings TO {EIGENAAR}",
    # To empty append-only tables after a test, triggers go aside.
    f"GRANT SET ON PARAMETER session_replication_role TO {EIGENAAR}, {ROL}",
    f"CREATE DATABASE {ROL} OWNER {EIGENAAR}",
)
WACHT_OP_START = 30.0  # seconds


class Gebruiker(TypedDict, total=False):
    """What subprocess is told about the user to run as."""

    user: int
    group: int
    extra_groups: list[int]


def _onbevoegde() -> Gebruiker:
    """Give subprocess's arguments to run the server as an unprivileged user; none when we are one."""
    if os.geteuid() != 0:
        return {}
    for naam in ("postgres", "nobody"):
        try:
            gebruiker = pwd.getpwnam(naam)
        except KeyError:
            continue
        return {"user": gebruiker.pw_uid, "group": gebruiker.pw_gid, "extra_groups": []}
    raise OntbreektError("PostgreSQL may not run as root, and neither the user postgres nor nobody exists here.")


def _wacht_tot_bereikbaar(server: "subprocess.Popen[bytes]", map_: Path) -> None:
    tot = time.monotonic() + WACHT_OP_START
    while True:
        try:
            psycopg.connect(host=str(map_), user=BEHEER, dbname="postgres").close()
        except psycopg.OperationalError as fout:
            if server.poll() is not None or time.monotonic() > tot:
                log = (map_ / "log").read_text(encoding="utf-8", errors="replace")
                raise OntbreektError(f"PostgreSQL did not start: {fout}\n{log}") from fout
            time.sleep(0.05)
        else:
            return


@contextmanager
def cluster() -> Iterator[dict[str, str]]:
    """Make a cluster and give the addresses of an empty database in it, by variable; stop and remove it at the end."""
    bin_ = krijg("initdb").resolve().parent
    als = _onbevoegde()
    # Short, because the path of a socket may not be longer than about a hundred signs.
    kort = "/tmp" if Path("/tmp").is_dir() else None  # noqa: S108  # mkdtemp makes a folder of our own in it
    map_ = Path(tempfile.mkdtemp(prefix="pw-pg-", dir=kort))
    server: subprocess.Popen[bytes] | None = None
    try:
        if als:
            os.chown(map_, als["user"], als["group"])
        maak: list[str | Path] = [
            "-D",
            map_ / "data",
            "-U",
            BEHEER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-N",
        ]
        subprocess.run([bin_ / "initdb", *maak], check=True, stdout=subprocess.DEVNULL, cwd=map_, **als)
        opties = [deel for naam, waarde in INSTELLINGEN.items() for deel in ("-c", f"{naam}={waarde}")]
        with (map_ / "log").open("wb") as log:
            server = subprocess.Popen(
                [bin_ / "postgres", "-D", map_ / "data", "-k", map_, *opties],
                stdout=log, stderr=log, cwd=map_, start_new_session=True, **als,
            )  # fmt: skip
        _wacht_tot_bereikbaar(server, map_)
        with psycopg.connect(host=str(map_), user=BEHEER, dbname="postgres", autocommit=True) as verbinding:
            for opdracht in MAAK:
                verbinding.execute(opdracht)
        program, eigenaar = (f"postgres://{rol}@{quote(str(map_), safe='')}/{ROL}" for rol in (ROL, EIGENAAR))
        yield {"DATABASE_URL": program, "DATABASE_OWNER_URL": eigenaar, "SLEUTELS_OWNER_URL": eigenaar}
    finally:
        if server is not None and server.poll() is None:
            server.send_signal(signal.SIGQUIT)  # at once: there is nothing to save
            server.wait(timeout=20)
        shutil.rmtree(map_, ignore_errors=True)


def _stop(nummer: int, _: FrameType | None) -> None:
    sys.exit(128 + nummer)


def main(opdracht: list[str]) -> int:
    """Run `opdracht` with those variables set and give its exit code."""
    signal.signal(signal.SIGTERM, _stop)
    with cluster() as adressen:
        kind = subprocess.Popen(opdracht, env={**os.environ, **adressen})
        try:
            return kind.wait()
        finally:
            if kind.poll() is None:
                kind.terminate()
                kind.wait()


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except OntbreektError as fout:
        sys.exit(str(fout))
    except KeyboardInterrupt:
        sys.exit(130)
