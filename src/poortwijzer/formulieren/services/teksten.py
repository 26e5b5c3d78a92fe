"""What people wrote in a document, for who looks through it."""

from collections.abc import Iterator

from poortwijzer.formulieren.models import Formulier
from poortwijzer.toegang.rollen import Rol


def teksten_van_anderen(formulier: Formulier) -> tuple[str, ...]:
    """Give every text of a document that is not in the employee's own words, also those in tables."""
    return tuple(
        tekst
        for naam, waarde in formulier.inhoud.items()
        if formulier.invullers.get(naam) != Rol.WERKNEMER
        for tekst in _teksten(waarde)
    )


def _teksten(waarde: object) -> Iterator[str]:
    match waarde:
        case str():
            yield waarde
        case list():
            for deel in waarde:
                yield from _teksten(deel)
        case dict():
            for deel in waarde.values():
                yield from _teksten(deel)
