"""De eerstejaarsevaluatie als opschudmoment: acht signalen, de stap naar spoor 2, en de koers die partijen kiezen."""

from dataclasses import dataclass

from poortnormen.beoordeling import Beoordeling
from poortnormen.catalogus import Catalogus
from poortnormen.standdelen import Reden
from poortnormen.toetsboom import reden_van

SIGNALEN = tuple(f"BKP-5-{nummer}" for nummer in range(33, 41))
KOERS = "BKP-5-30"
EVALUATIE, SPOOR2, ZONDER_SPOOR2 = "PRG-4-2b-2", "WIA-65-2", "WIA-65-3"
# Waarmee een uitzondering op spoor 2 komt vast te staan.
UITZONDERINGEN = (
    "zicht_op_terugkeer",
    "zijn_mogelijkheden_marginaal",
    "akkoord_werkgever_zonder_spoor2_op",
    "akkoord_werknemer_zonder_spoor2_op",
)
DOELEN = "hervattingsdoelen"
BESLUITEN = ("koers_volgens_werkgever", "koers_volgens_werknemer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opschudding:
    """De signalen op volgorde (ja is een signaal), of spoor 2 mag wachten, en of partijen samen een koers kozen."""

    signalen: tuple[Reden, ...]
    zonder_spoor2: Reden
    koers: Reden


def opschudding(regels: Catalogus, beoordeling: Beoordeling) -> Opschudding:
    """Geef wat bij de eerstejaarsevaluatie op tafel ligt."""
    return Opschudding(
        signalen=tuple(reden_van(regels, beoordeling, norm) for norm in SIGNALEN),
        zonder_spoor2=reden_van(regels, beoordeling, ZONDER_SPOOR2),
        koers=reden_van(regels, beoordeling, KOERS),
    )
