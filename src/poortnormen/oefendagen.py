"""De dagen waarop oefenen het meeste zegt: einde eerste jaar, verslag klaar, en de laatste dag voor een sanctie."""

from dataclasses import dataclass
from datetime import date

from poortnormen.beoordeling import Beoordeling
from poortnormen.tijd import Weken
from poortnormen.uitkomst import Uiterlijk, Vastgesteld
from poortnormen.ziektetijd import Ziektetijd

WEEK = Weken(1)
# De norm die de dag geeft, en hoe de dag heet.
_DAGEN = (
    ("PRG-4-2b-2", "Einde van het eerste ziektejaar"),
    ("WIA-25-3", "Het verslag moet klaar zijn"),
    ("WIA-25-11", "Laatste dag waarop UWV een loonsanctie kan opleggen"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Oefendag:
    """Een dag om het oordeel op te oefenen: de norm waaruit hij volgt, en de week van het verzuim (de eerste is 1)."""

    norm: str
    naam: str
    dag: date
    week: int | None


def oefendagen(beoordeling: Beoordeling) -> tuple[Oefendag, ...]:
    """De oefendagen van een dossier, voor zover zij bekend zijn, de vroegste eerst."""
    tijd = beoordeling.uitkomst("WIA-23-3")
    ziektetijd = tijd.waarde if isinstance(tijd, Vastgesteld) and isinstance(tijd.waarde, Ziektetijd) else None
    gevonden = []
    for norm, naam in _DAGEN:
        uitkomst = beoordeling.uitkomst(norm)
        waarde = uitkomst.waarde if isinstance(uitkomst, Vastgesteld) else None
        dag = waarde.dag if isinstance(waarde, Uiterlijk) else waarde
        if isinstance(dag, date):
            gevonden.append(Oefendag(norm=norm, naam=naam, dag=dag, week=_week(ziektetijd, dag)))
    return tuple(sorted(gevonden, key=lambda oefendag: oefendag.dag))


def _week(tijd: Ziektetijd | None, dag: date) -> int | None:
    return None if tijd is None else -(-tijd.dagnummer(dag) // WEEK.dagen)
