"""The same work in several processes at once: each has a copy of the databases, and all have the same world.

Only for SQLite files, whose copy is a file; on PostgreSQL everything is done here.
"""

import multiprocessing
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from django.db import connections

T = TypeVar("T")
R = TypeVar("R")
PER_KEER = 8
_werk: list[Callable[[Any], Any]] = []


def processen() -> int:
    """Give how many are of use: `MATRIX_PROCESSEN`, or the number of cores."""
    return int(os.environ.get("MATRIX_PROCESSEN") or os.cpu_count() or 1)


def verdeel(doe: Callable[[T], R], lijst: Sequence[T]) -> Iterator[R]:
    """Give what `doe` makes of each, in order; the world must be committed, as each process copies its files."""
    aantal = min(processen(), len(lijst))
    hier = connections["default"]
    if aantal < 2 or hier.vendor != "sqlite" or hier.in_atomic_block:
        yield from map(doe, lijst)
        return
    _sluit_af()
    _werk.append(doe)
    try:
        with multiprocessing.get_context("fork").Pool(aantal, initializer=_eigen_bestanden) as pool:
            yield from pool.imap(_voor_een, lijst, chunksize=PER_KEER)
    finally:
        _werk.pop()


def _voor_een(een: object) -> object:
    return _werk[-1](een)


def _sluit_af() -> None:
    """Let go of the files, with all of it in them and nothing beside them."""
    for verbinding in connections.all():
        verbinding.close()


def _eigen_bestanden() -> None:
    for alias in connections:
        naam = Path(str(connections[alias].settings_dict["NAME"]))
        eigen = naam.with_name(f"{os.getpid()}-{naam.name}")
        for deel in _bij_elkaar(naam):
            shutil.copyfile(deel, eigen.with_name(deel.name.replace(naam.name, eigen.name)))
        connections[alias].settings_dict["NAME"] = str(eigen)


def _bij_elkaar(naam: Path) -> Iterable[Path]:
    return [deel for deel in (naam, Path(f"{naam}-wal")) if deel.exists()]
