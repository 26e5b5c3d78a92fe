"""Bad input: what is said about it, to people and to programs."""

from collections.abc import Iterable
from typing import Annotated, TypedDict

from poortnormen.omzetting import Veldfout


class Meldingvorm(TypedDict):
    """One thing that is wrong."""

    pad: Annotated[str, "Waar het misgaat: een optie, of een plaats in het bestand zoals $.feiten[2].waarde."]
    melding: Annotated[str, "Wat er mis is en wat te doen."]


class Foutvorm(TypedDict):
    """What a command prints with --json when it cannot answer; exit code 2."""

    fout: Annotated[str, "Wat er niet lukte, in één zin."]
    meldingen: list[Meldingvorm]


class Opdrachtfout(Exception):
    """The command cannot be carried out with this input; `meldingen` says where and what to do."""

    def __init__(self, fout: str, meldingen: Iterable[Veldfout] = ()) -> None:
        self.fout = fout
        self.meldingen = tuple(meldingen)
        super().__init__(fout)

    def als_json(self) -> Foutvorm:
        """Give what a program gets to read."""
        return {"fout": self.fout, "meldingen": [{"pad": m.pad, "melding": m.melding} for m in self.meldingen]}
