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
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import LiteralString, TypedDict
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
    # To empty append-only tables after a test, triggers go aside; the program may not, here as in production.
    f"GRANT SET ON PARAMETER session_replication_role TO {EIGENAAR}",
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


class Cluster:
    """A PostgreSQL cluster in a temporary folder, reached through a socket in it only."""

    def __init__(self, instellingen: Mapping[str, str]) -> None:
        self._bin = krijg("initdb").resolve().parent
        self._als = _onbevoegde()
        self._opties = [deel for naam, waarde in instellingen.items() for deel in ("-c", f"{naam}={waarde}")]
        # Short, because the path of a socket may not be longer than about a hundred signs.
        kort = "/tmp" if Path("/tmp").is_dir() else None  # noqa: S108  # mkdtemp makes a folder of our own in it
        self._map = Path(tempfile.mkdtemp(prefix="pw-pg-", dir=kort))
        self._server: subprocess.Popen[bytes] | None = None

    def maak(self) -> None:
        """Make the cluster, start it, and make the roles and the database."""
        if self._als:
            os.chown(self._map, self._als["user"], self._als["group"])
        hoe: list[str | Path] = ["-D", self._map / "data", "-U", BEHEER, "-A", "trust", "-E", "UTF8", "-N"]
        opdracht = [self._bin / "initdb", *hoe, "--locale=C.UTF-8"]
        subprocess.run(opdracht, check=True, stdout=subprocess.DEVNULL, cwd=self._map, **self._als)
        self.start()
        for opdracht_ in MAAK:
            self.doe(opdracht_)

    def start(self) -> None:
        """Start the server and wait until it answers; one that was killed lets go of its memory first.

        Raises OntbreektError when it does not start in time.
        """
        tot = time.monotonic() + WACHT_OP_START
        while True:
            with (self._map / "log").open("ab") as log:
                self._server = subprocess.Popen(
                    [self._bin / "postgres", "-D", self._map / "data", "-k", self._map, *self._opties],
                    stdout=log, stderr=log, cwd=self._map, start_new_session=True, **self._als,
                )  # fmt: skip
            while self._server.poll() is None:
                try:
                    psycopg.connect(host=str(self._map), user=BEHEER, dbname="postgres").close()
                except psycopg.OperationalError:
                    if time.monotonic() > tot:
                        break
                    time.sleep(0.05)
                else:
                    return
            if time.monotonic() > tot or not (self._map / "data" / "postmaster.pid").exists():
                self.stop()
                log_ = (self._map / "log").read_text(encoding="utf-8", errors="replace")
                raise OntbreektError(f"PostgreSQL did not start:\n{log_}")
            time.sleep(0.05)

    def doe(self, opdracht: LiteralString) -> None:
        """Run an SQL command as the superuser of the cluster."""
        with psycopg.connect(host=str(self._map), user=BEHEER, dbname="postgres", autocommit=True) as verbinding:
            verbinding.execute(opdracht)

    def adres(self, rol: str, database: str = ROL) -> str:
        """Give the address of a database, for a role."""
        return f"postgres://{rol}@{quote(str(self._map), safe='')}/{database}"

    def dood(self) -> None:
        """Kill the server: it writes nothing any more, and its other processes find out by themselves."""
        self._sein(signal.SIGKILL)

    def stop(self) -> None:
        """Stop the server at once, if it runs: there is nothing to save."""
        self._sein(signal.SIGQUIT)

    def ruim_op(self) -> None:
        """Stop the server and throw everything away."""
        self.stop()
        shutil.rmtree(self._map, ignore_errors=True)

    def _sein(self, sein: signal.Signals) -> None:
        if self._server is not None and self._server.poll() is None:
            self._server.send_signal(sein)
            self._server.wait(timeout=20)


@contextmanager
def cluster() -> Iterator[dict[str, str]]:
    """Make a cluster and give the addresses of an empty database in it, by variable; stop and remove it at the end."""
    zelf = Cluster(INSTELLINGEN)
    try:
        zelf.maak()
        program, eigenaar = zelf.adres(ROL), zelf.adres(EIGENAAR)
        yield {"DATABASE_URL": program, "DATABASE_OWNER_URL": eigenaar, "SLEUTELS_OWNER_URL": eigenaar}
    finally:
        zelf.ruim_op()


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
