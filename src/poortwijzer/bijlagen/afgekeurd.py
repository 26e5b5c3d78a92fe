"""Why a file is refused. The words for people stand in `woorden`: the check itself runs without Django."""

from enum import StrEnum


class Reden(StrEnum):
    """Each kind of refusal has a text of its own that says what to do."""

    LEEG = "leeg"
    TE_GROOT = "te_groot"
    NAAM = "naam"
    EXTENSIE = "extensie"
    DUBBELE_EXTENSIE = "dubbele_extensie"
    ANDER_TYPE = "ander_type"
    ANDERE_INHOUD = "andere_inhoud"
    BEVEILIGD = "beveiligd"
    BESCHADIGD = "beschadigd"
    ACTIEF = "actief"
    INGESLOTEN = "ingesloten"
    VERWIJST = "verwijst"
    TE_ZWAAR = "te_zwaar"
    AANGEPLAKT = "aangeplakt"
    VIRUS = "virus"
    NIET_GESCAND = "niet_gescand"


class Afgekeurd(Exception):  # an answer for a page, not a bug
    """This file may not come in; `waar` says for an operator what was found, never what stands in the file."""

    def __init__(self, reden: Reden, waar: str = "") -> None:
        super().__init__(f"{reden}: {waar}" if waar else str(reden))
        self.reden = reden
        self.waar = waar
