"""A piece of the sentence that tells a fact of several parts."""

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Zinsdeel:
    """What one field adds; `nee` for a no, `leeg` for nothing filled in. A piece without words adds nothing.

    A piece that begins with a space or a colon stands against what comes before; the others follow a comma.
    """

    veld: str
    zin: str
    nee: str = ""
    leeg: str = ""
