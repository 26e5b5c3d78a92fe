"""Pages of a list: which rows, and how many pages there are."""

from dataclasses import dataclass

PER_PAGINA = 50
MEESTE_PER_PAGINA = 500


@dataclass(frozen=True, slots=True)
class Blad:
    """One page: its number (from 1), how many there are, and the slice of rows."""

    pagina: int
    aantal_paginas: int
    per_pagina: int

    @property
    def rijen(self) -> slice:
        """The rows of this page."""
        return slice((self.pagina - 1) * self.per_pagina, self.pagina * self.per_pagina)


def blad(totaal: int, pagina: int, per_pagina: int = PER_PAGINA) -> Blad:
    """Give the page asked for, or the nearest that exists."""
    per_pagina = min(max(per_pagina, 1), MEESTE_PER_PAGINA)
    aantal = max(1, -(-totaal // per_pagina))
    return Blad(min(max(pagina, 1), aantal), aantal, per_pagina)
