"""Which version of the policy is in force: a name that changes when anybody may do more or less."""

import hashlib
from functools import lru_cache

from poortwijzer.toegang.beleid import BELEID, DELEGEERBAAR, NA_BEVESTIGING, VOOR_BEVESTIGING
from poortwijzer.toegang.gasten import GASTBELEID
from poortwijzer.toegang.toestemmingen import VOOR_GAST, VRAAGT
from poortwijzer.toegang.voorwaarden import VOORWAARDEN

TEKENS = 12


@lru_cache(maxsize=1)
def beleidsversie() -> str:
    """Give the version: the first signs of a hash over all that says who may do what."""
    regels = sorted(f"{rol} {deel} {sorted(handelingen)}" for (rol, deel), handelingen in BELEID.items())
    voorwaarden = sorted(f"{rol} {sorted(voorwaarden)}" for rol, voorwaarden in VOORWAARDEN.items())
    toestemmingen = sorted([f"{doel} {sorted(rollen)}" for doel, rollen in VRAAGT.items()] + [f"{VOOR_GAST}"])
    delegaties = sorted(f"{taak} {sorted(mag)}" for taak, mag in DELEGEERBAAR.items())
    bevestiging = [f"{sorted(NA_BEVESTIGING)} {sorted(VOOR_BEVESTIGING)}"]
    gasten = sorted(f"{wie} {sorted(delen)}" for wie, delen in GASTBELEID.items())
    alles = [*regels, *voorwaarden, *toestemmingen, *delegaties, *bevestiging, *gasten]
    return hashlib.sha256("\n".join(alles).encode()).hexdigest()[:TEKENS]
