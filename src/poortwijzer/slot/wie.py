"""For whom, or for what work, the queries from here on are. Nothing of Django is needed to say so."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from poortwijzer.lib.klok import nu, vandaag


@dataclass(frozen=True)
class Aanspraak:
    """Who asks, in the words that the policies in the database read; `moment` is when it was said."""

    wie: tuple[tuple[str, str], ...]
    moment: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    @cached_property
    def tekst(self) -> str:
        """What the database is told."""
        return json.dumps(dict((*self.wie, *self.moment)))


_huidig: ContextVar[Aanspraak | None] = ContextVar("aanspraak", default=None)


def huidig() -> Aanspraak | None:
    """Give who asks now; None when nobody said so."""
    return _huidig.get()


@contextmanager
def niemand() -> Iterator[None]:
    """Ask for nobody: the beginning of every request, before it is known who signed in."""
    with _als(None):
        yield


@contextmanager
def persoon(
    *, gebruiker_id: UUID, organisatie_id: UUID | None, rol: str, diensten: Iterable[str] = ()
) -> Iterator[None]:
    """Ask for a person in a role; `diensten` are the services under which a contract opens dossiers in that role."""
    wie = (
        ("gebruiker", str(gebruiker_id)),
        ("organisatie", str(organisatie_id or "")),
        ("rol", str(rol)),
        ("diensten", ",".join(sorted(diensten))),
    )
    with _als(Aanspraak(wie, (("dag", vandaag().isoformat()), ("nu", nu().isoformat())))):
        yield


@contextmanager
def houder(geheim: str) -> Iterator[None]:
    """Ask for who holds the secret of a link, or proved to own an address: only rows that bear it."""
    with _als(Aanspraak((("houder", geheim),))):
        yield


@contextmanager
def gast(link_id: UUID) -> Iterator[None]:
    """Ask for a visitor: the dossier that the link names."""
    with _als(Aanspraak((("gast", str(link_id)),))):
        yield


@contextmanager
def werk(naam: str) -> Iterator[None]:
    """Ask for work of the installation itself, which may reach every row. `toegang.werk` has a line for each name."""
    with _als(Aanspraak((("werk", naam),))):
        yield


@contextmanager
def _als(aanspraak: Aanspraak | None) -> Iterator[None]:
    """Let it hold until the end. The same person again keeps the moment at which it was said first."""
    vorige = _huidig.set(_huidig.get() if aanspraak == _huidig.get() else aanspraak)
    try:
        yield
    finally:
        _huidig.reset(vorige)
