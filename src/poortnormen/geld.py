"""Geld in hele centen en exacte breuken; afronden gebeurt één keer en met een naam."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

CENTEN_PER_EURO = 100


@dataclass(frozen=True, slots=True, order=True)
class Bedrag:
    """Een bedrag in hele centen."""

    centen: int

    @classmethod
    def van_euro(cls, tekst: str) -> "Bedrag":
        """Lees een bedrag als `"1507.80"`.

        Raises:
            ValueError: als de tekst geen bedrag in hele centen is.
        """
        centen = Decimal(tekst) * CENTEN_PER_EURO
        if centen != centen.to_integral_value():
            raise ValueError(f"{tekst} is geen bedrag in hele centen.")
        return cls(int(centen))

    def __str__(self) -> str:
        euro, cent = divmod(abs(self.centen), CENTEN_PER_EURO)
        return f"{'-' if self.centen < 0 else ''}{euro}.{cent:02d}"


def rond_af_op_cent(centen: Fraction) -> int:
    """Rond een exact aantal centen af op hele centen, een halve cent omhoog (van nul af)."""
    heel = abs(centen) + Fraction(1, 2)
    afgerond = heel.numerator // heel.denominator
    return afgerond if centen >= 0 else -afgerond


def procent(tekst: str | int) -> Fraction:
    """Maak van `"39.5"` de exacte breuk 79/200."""
    return Fraction(str(tekst)) / 100
