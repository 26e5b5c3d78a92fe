"""What waits for the confirmation of an account, changed in one place at a time."""

from collections.abc import Iterator
from contextlib import contextmanager

from ingreep import Mutant, Proef, vervangen
from onbevestigd import gevallen_onbevestigd

from poortwijzer.dossiers import access
from poortwijzer.toegang import beleid
from poortwijzer.toegang.beleid import BELEID, NA_BEVESTIGING, VOOR_BEVESTIGING, leesbare_delen
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol


def mutanten_van_bevestiging() -> Iterator[Mutant]:
    """Give what waits for the confirmation of an account, with one part closed more or less, or one act."""
    proeven = proeven_onbevestigd()
    for deel in sorted(leesbare_delen(Rol.WERKNEMER)):
        nieuw = NA_BEVESTIGING ^ {deel}
        yield Mutant(
            naam=f"before the confirmation: {deel} {'open' if deel in NA_BEVESTIGING else 'closed'}",
            breng_aan=lambda nieuw=nieuw: _bevestiging(nieuw, VOOR_BEVESTIGING),
            proeven=proeven,
        )
    doet = {
        wat for (rol, deel), mag in BELEID.items() if rol is Rol.WERKNEMER and deel not in NA_BEVESTIGING for wat in mag
    }
    for handeling in sorted(doet):
        anders = VOOR_BEVESTIGING ^ {handeling}
        yield Mutant(
            naam=f"before the confirmation: {'no ' if handeling in VOOR_BEVESTIGING else ''}{handeling}",
            breng_aan=lambda anders=anders: _bevestiging(NA_BEVESTIGING, anders),
            proeven=proeven,
        )


@contextmanager
def _bevestiging(delen: frozenset[Deel], handelingen: frozenset[Handeling]) -> Iterator[None]:
    with (
        vervangen(beleid, "NA_BEVESTIGING", delen),
        vervangen(access, "NA_BEVESTIGING", delen),
        vervangen(beleid, "VOOR_BEVESTIGING", handelingen),
    ):
        yield


def proeven_onbevestigd() -> tuple[Proef, ...]:
    """Give the cases in which an employee whose account is not confirmed asks something."""
    return tuple((geval, Rol.WERKNEMER) for geval in gevallen_onbevestigd())
