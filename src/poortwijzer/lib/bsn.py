"""Numbers that may be a burgerservicenummer: found in text, so that none is kept or logged where no law allows it."""

import re

# Eight or nine digits: together, or in groups as people write them. A longer row of digits is something else.
CIJFERS = re.compile(r"(?<![\w-])(?:\d{8,9}|\d{3}[. ]\d{3}[. ]\d{3}|\d{4}[. ]\d{2}[. ]\d{3})(?![\w-])")
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_DEELBAAR_DOOR = 11


def lijkt_bsn(tekst: str) -> bool:
    """Tell whether the digits in this text pass the test that a burgerservicenummer passes; at most nine digits."""
    cijfers = [int(teken) for teken in tekst if teken.isdigit()]
    cijfers = [0] * (len(_GEWICHTEN) - len(cijfers)) + cijfers
    som = sum(cijfer * gewicht for cijfer, gewicht in zip(cijfers, _GEWICHTEN, strict=True))
    return som % _DEELBAAR_DOOR == 0 and any(cijfers)


def zoek_bsn(tekst: str) -> tuple[str, ...]:
    """Give every piece of a text that may be a burgerservicenummer, as it was written."""
    return tuple(gevonden for gevonden in CIJFERS.findall(tekst) if lijkt_bsn(gevonden))
