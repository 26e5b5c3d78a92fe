"""Whether a secret looks as if somebody typed it. What passes need not be random: a person can type well."""

from collections.abc import Sequence
from itertools import pairwise

VERSCHILLENDE_TEKENS = 20  # in a key of fifty: what somebody typed with one finger has fewer
VERSCHILLENDE_CIJFERS = 10  # of the sixteen of a key in hexadecimals
VERSCHILLENDE_BYTES = 20  # of the thirty that a random key of 32 bytes has
HEX = frozenset("0123456789abcdef")
LEESBAAR = range(0x20, 0x7F)  # a random key of 32 bytes has other bytes, but for once in ten thousand billion


def is_te_raden(sleutel: str) -> bool:
    """Tell whether a key of text has few different signs, is a sequence, or the same again and again."""
    nodig = VERSCHILLENDE_CIJFERS if set(sleutel) <= HEX else VERSCHILLENDE_TEKENS
    return len(set(sleutel)) < nodig or _is_reeks(sleutel.encode())


def is_te_raden_sleutel(sleutel: bytes) -> bool:
    """Tell whether a key of bytes is no random one: few different bytes, a sequence, or text."""
    is_tekst = all(byte in LEESBAAR for byte in sleutel)
    return is_tekst or len(set(sleutel)) < VERSCHILLENDE_BYTES or _is_reeks(sleutel)


def _is_reeks(waarden: Sequence[int]) -> bool:
    """Tell whether most steps are alike and small, as in abcdef and 987654, or the whole repeats its own beginning."""
    stappen = [na - voor for voor, na in pairwise(waarden)]
    meest = max((stappen.count(stap) for stap in set(stappen)), default=0)
    herhaalt = any(waarden[plek:] == waarden[:-plek] for plek in range(1, len(waarden) // 2 + 1))
    return herhaalt or 2 * meest > len(stappen)
