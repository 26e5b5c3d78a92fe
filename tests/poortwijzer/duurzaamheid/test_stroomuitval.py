"""The power goes while SQLite writes: with our settings nothing that was confirmed is lost, and nothing is damaged.

The settings are those of an installation; the disk is one that forgets what was not synced (see `stroomuitval`).
"""

import random
from contextlib import suppress

import apsw
from stroomuitval import Schijf

from poortwijzer.config.settings.basis import database

TABELLEN = "CREATE TABLE dossier (id INTEGER PRIMARY KEY, tekst TEXT); CREATE TABLE regel (dossier INTEGER, tekst TEXT)"
OPENING = str(database("sqlite:///x.sqlite3")["OPTIONS"]["init_command"])


def val_uit(keren: int, opening: str, zaad: int) -> tuple[int, int, int, int]:
    """Write until the power goes, `keren` times; give confirmed, lost, half transactions and damaged files."""
    bevestigd = kwijt = half = stuk = 0
    for keer in range(keren):
        rng = random.Random(f"{zaad}-{keer}")  # noqa: S311  # chance for a test
        schijf = Schijf(f"schijf{zaad}-{keer}")
        verbinding = _open(schijf, opening)
        verbinding.execute(TABELLEN)
        aantal = _schrijf(verbinding, schijf, rng)
        bevestigd += aantal
        verbinding = _open(schijf, opening)
        try:
            ((heel,),) = verbinding.execute("PRAGMA integrity_check(1)").fetchall()
            dossiers = {rij[0] for rij in verbinding.execute("SELECT id FROM dossier")}
            regels = {rij[0] for rij in verbinding.execute("SELECT dossier FROM regel")}
        except apsw.Error:
            stuk, kwijt = stuk + 1, kwijt + aantal
            continue
        stuk += heel != "ok"
        kwijt += len(set(range(1, aantal + 1)) - dossiers)
        half += len(dossiers ^ regels)
    return bevestigd, kwijt, half, stuk


def _open(schijf: Schijf, opening: str) -> apsw.Connection:
    # One process, and no shared memory on this disk: SQLite then keeps the index of its log itself.
    verbinding = apsw.Connection("dossiers.sqlite3", vfs=schijf.naam)
    for opdracht in ("PRAGMA locking_mode=EXCLUSIVE", opening, "PRAGMA wal_autocheckpoint=20"):  # many checkpoints
        verbinding.execute(opdracht).fetchall()
    return verbinding


def _schrijf(verbinding: apsw.Connection, schijf: Schijf, rng: random.Random) -> int:
    """Write acts until the power goes, at a random write or sync of any file; give how many were confirmed."""
    schijf.over = rng.randrange(20, 600)
    bevestigd = 0
    try:
        while True:
            nummer = bevestigd + 1
            verbinding.execute("BEGIN IMMEDIATE")
            verbinding.execute("INSERT INTO dossier VALUES (?, ?)", (nummer, "x" * rng.randrange(50, 3000)))
            verbinding.execute("INSERT INTO regel VALUES (?, 'gelukt')", (nummer,))
            verbinding.execute("COMMIT")
            bevestigd = nummer
    except apsw.Error:
        pass
    with suppress(apsw.Error):
        verbinding.close(True)  # noqa: FBT003  # apsw's own: without power it can do nothing, and we want no warning
    schijf.val_uit(rng)
    return bevestigd


def test_met_onze_instellingen_is_na_duizend_keer_stroomuitval_niets_bevestigds_weg():
    assert "synchronous=FULL" in OPENING
    bevestigd, *verlies = val_uit(1_000, OPENING, zaad=1)
    assert bevestigd > 10_000, "hardly anything was written: this proves nothing"
    assert verlies == [0, 0, 0]


def test_de_schijf_vergeet_echt_want_met_minder_gaat_het_mis():
    _, kwijt, _, _ = val_uit(30, OPENING.replace("FULL", "NORMAL"), zaad=3)
    assert kwijt > 0
