"""Checking that the log is as it was written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hmac import compare_digest
from itertools import chain
from uuid import UUID

from poortwijzer.audit.ankers import Anker, ankers, verankerde_ketens
from poortwijzer.audit.keten import VELDEN, hash_van_teksten, sleutel
from poortwijzer.audit.rijen import ketenrijen
from poortwijzer.audit.snoeien import begin_van
from poortwijzer.audit.tabel import auditregels

ZONDER_ANKER = "zonder_anker"
_NUMMER = VELDEN.index("volgnummer")
_VORIGE = VELDEN.index("vorige_hash")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ketenfout:
    """The first row of a chain that is not as it was written. `volgnummer` is where it should stand.

    `soort`: `ontbreekt` (a row is gone or its number was changed), `ingevoegd` (a row stands where there is none),
    `aansluiting` (it does not hold on to the row before it), `inhoud` (a column was changed, or the row was made
    without the key), `afgekapt` (the last rows are gone), `teruggezet` (another row stands where an anchor says
    what stood there: the database was put back and went on), `zonder_anker` (there are rows, and nothing outside
    the database that says how many), `anker` or `snoeipunt` (one that is signed with another key).
    """

    organisatie_id: UUID
    volgnummer: int
    soort: str


def controleer(organisatie_id: UUID) -> Ketenfout | None:
    """Give the first bad row in the chain of this organisation, or None when the chain is whole.

    It looks at every row after the point up to which the chain was pruned, and at every anchor.
    """
    begin = begin_van(organisatie_id)
    if begin is None:
        return Ketenfout(organisatie_id=organisatie_id, volgnummer=1, soort="snoeipunt")
    bekend = ankers(organisatie_id)
    fout = zoek_fout(ketenrijen(organisatie_id), begin, bekend, organisatie_id)
    if fout is None and not bekend and auditregels().objects.filter(organisatie_id=organisatie_id).exists():
        fout = begin[0] + 1, ZONDER_ANKER
    return None if fout is None else Ketenfout(organisatie_id=organisatie_id, volgnummer=fout[0], soort=fout[1])


def ketens() -> Iterator[UUID]:
    """Give every organisation that has a chain, or had one when it was anchored, to check them all."""
    bekend = auditregels().objects.values_list("organisatie_id", flat=True).order_by().distinct()
    yield from sorted(set(chain(bekend, verankerde_ketens())))


def zoek_fout(
    rijen: Iterable[tuple[str, ...]], begin: tuple[int, str], ankers_: Iterable[Anker], organisatie_id: UUID
) -> tuple[int, str] | None:
    """Give place and kind of the first fault in `rijen` (see `ketenrijen`), or None.

    `begin`: number and hash of the row that the first one holds on to.
    """
    verwacht: dict[int, str] = {}
    for anker in ankers_:
        if anker.organisatie_id != organisatie_id or not anker.is_echt:
            return anker.aantal, "anker"
        if verwacht.setdefault(anker.aantal, anker.hash) != anker.hash:
            return anker.aantal, "teruggezet"
    return _loop_na(rijen, begin, verwacht)


def _loop_na(
    rijen: Iterable[tuple[str, ...]], begin: tuple[int, str], verwacht: Mapping[int, str]
) -> tuple[int, str] | None:
    nummer, vorige = begin
    eigen_sleutel = sleutel()
    for rij in rijen:
        if rij[_NUMMER] != str(nummer + 1):
            return nummer + 1, "ontbreekt" if int(rij[_NUMMER]) > nummer + 1 else "ingevoegd"
        nummer += 1
        if rij[_VORIGE] != vorige:
            return nummer, "aansluiting"
        if not compare_digest(rij[-1], hash_van_teksten(list(rij[:-1]), eigen_sleutel)):
            return nummer, "inhoud"
        vorige = rij[-1]
        if verwacht.get(nummer, vorige) != vorige:
            return nummer, "teruggezet"
    return None if nummer >= max(verwacht, default=0) else (nummer + 1, "afgekapt")
