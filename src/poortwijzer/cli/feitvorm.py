"""Recorded facts, the way every command prints them."""

from typing import Annotated, TypedDict

from poortnormen.dossier import Feit
from poortnormen.omzetting import schrijf_waarde
from poortwijzer.cli.vorm import Dag
from poortwijzer.cli.woorden import iso


class Feitvorm(TypedDict):
    """A recorded fact that an outcome rests on."""

    id: str
    feit: str
    waarde: object
    op: Annotated[Dag | None, "Vanaf wanneer het feit telt; null is altijd al."]
    vastgelegd_op: Dag
    gever: Annotated[str, "Wie het feit gaf."]
    motivering: str


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
    }
