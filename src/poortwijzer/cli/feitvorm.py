"""Recorded facts, the way every command prints them."""

from typing import Annotated, Literal, TypedDict

from poortnormen.dossier import Feit
from poortnormen.feiten.weging import Weging
from poortnormen.omzetting import schrijf_waarde
from poortwijzer.cli.vorm import Dag
from poortwijzer.cli.woorden import iso


class Weegtvorm(TypedDict):
    """A point of the source, and whether it plays a part."""

    norm: str
    weegt: Literal["speelt_mee", "speelt_niet", "weet_ik_niet"]


class Wegingvorm(TypedDict):
    """The points that the giver of a judgement went through, and why those for the other answer weigh less."""

    punten: list[Weegtvorm]
    tegenwicht: str


class Feitvorm(TypedDict):
    """A recorded fact that an outcome rests on."""

    id: str
    feit: str
    waarde: object
    op: Annotated[Dag | None, "Vanaf wanneer het feit telt; null is altijd al."]
    vastgelegd_op: Dag
    gever: Annotated[str, "Wie het feit gaf."]
    motivering: str
    weging: Annotated[Wegingvorm | None, "Alleen bij een oordeel van een mens; null is: niet gegeven."]


def feit_als_json(feit: Feit) -> Feitvorm:
    """Give a recorded fact in the shape of --json."""
    return {
        "id": feit.id,
        "feit": feit.naam,
        "waarde": schrijf_waarde(feit.waarde),
        "op": iso(feit.telt_vanaf),
        "vastgelegd_op": feit.vastgelegd_op.isoformat(),
        "gever": feit.gever,
        "motivering": feit.motivering,
        "weging": None if feit.weging is None else _weging(feit.weging),
    }


def _weging(weging: Weging) -> Wegingvorm:
    punten: list[Weegtvorm] = [{"norm": punt.norm, "weegt": punt.weegt.value} for punt in weging.punten]
    return {"punten": punten, "tegenwicht": weging.tegenwicht}
