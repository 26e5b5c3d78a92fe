"""Identifiers that tell nothing about the person or the order in which things came."""

import re
import secrets
import uuid

# Without vowels and without signs that look alike: no words arise, and reading aloud works.
TEKENS = "23456789BCDFGHJKLMNPQRSTVWXZ"
_KENMERK = re.compile(rf"[{TEKENS}]{{4}}-[{TEKENS}]{{4}}", re.IGNORECASE)


def nieuw_id() -> uuid.UUID:
    """Give a new random identifier, for keys in tables and in addresses."""
    return uuid.uuid4()


def nieuw_kenmerk() -> str:
    """Give a new reference that people can read to each other, such as `K7RM-2XQP`; 3.8e11 possibilities.

    It is random and not checked for being free: the column that holds it has a unique constraint.
    """
    tekens = [secrets.choice(TEKENS) for _ in range(8)]
    return f"{''.join(tekens[:4])}-{''.join(tekens[4:])}"


def lees_kenmerk(getypt: str) -> str:
    """Give the reference that somebody typed: in capitals when it is one of ours, else as it stands."""
    kenmerk = getypt.strip()
    return kenmerk.upper() if _KENMERK.fullmatch(kenmerk) else kenmerk
