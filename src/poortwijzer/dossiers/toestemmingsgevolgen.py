"""What stops when the employee takes a consent back, in an app above this one.

Such an app names its own consequence here when it starts (`registreer`); it runs in the transaction of the answer.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Toestemming

_GEVOLGEN: "list[Callable[[Toestemming], None]]" = []


def registreer(gevolg: "Callable[[Toestemming], None]") -> None:
    """Add a consequence of an app above this one; call it when the app starts."""
    if gevolg not in _GEVOLGEN:
        _GEVOLGEN.append(gevolg)


def stop_wat_erop_rust(toestemming: "Toestemming") -> None:
    """Run them all for a consent that is not, or no longer, in force."""
    for gevolg in _GEVOLGEN:
        gevolg(toestemming)
