"""Which version of the policy is in force: a name that changes when anybody may do more or less."""

import hashlib
from functools import lru_cache

from poortwijzer.toegang.beleid import BELEID
from poortwijzer.toegang.toestemmingen import VOOR_GAST, VRAAGT
from poortwijzer.toegang.voorwaarden import VOORWAARDEN

TEKENS = 12


@lru_cache(maxsize=1)
def beleidsversie() -> str:
    """Give the version: the first signs of a hash over the policy table and its conditions."""
    regels = sorted(f"{rol} {deel} {sorted(handelingen)}" for (rol, deel), handelingen in BELEID.items())
    voorwaarden = sorted(f"{rol} {sorted(voorwaarden)}" for rol, voorwaarden in VOORWAARDEN.items())
    toestemmingen = sorted([f"{doel} {sorted(rollen)}" for doel, rollen in VRAAGT.items()] + [f"{VOOR_GAST}"])
    return hashlib.sha256("\n".join([*regels, *voorwaarden, *toestemmingen]).encode()).hexdigest()[:TEKENS]
