"""Buttons: what somebody can do now, without an address."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Knopsoort(StrEnum):
    """What a button leads to. The web maps each to an address; `onderdeel` and `doel_id` say which one."""

    OPEN_DOSSIER = "open_dossier"
    STEL_STUK_OP = "stel_stuk_op"  # onderdeel: kind of stuk; doel_id: the draft that already exists
    LEES_STUK = "lees_stuk"  # doel_id: the document
    REAGEER_OP_STUK = "reageer_op_stuk"  # onderdeel: kind of stuk; doel_id: the document
    LEG_FEIT_VAST = "leg_feit_vast"  # onderdeel: name of the core fact; doel_id: the fact to correct
    LEES_GEGEVENS = "lees_gegevens"  # where each fact can be corrected
    LEG_AFSCHRIFT_VAST = "leg_afschrift_vast"  # onderdeel: kind of stuk; doel_id: the document
    MELD_HERSTEL = "meld_herstel"
    LEG_HERVATTING_VAST = "leg_hervatting_vast"
    STEL_AFWIJKING_VOOR = "stel_afwijking_voor"  # onderdeel: norm id
    BEANTWOORD_AFWIJKING = "beantwoord_afwijking"  # onderdeel: norm id; doel_id: the proposed fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Knop:
    """One act that this actor may do now, with the words for its button."""

    soort: Knopsoort
    label: str
    onderdeel: str = ""
    doel_id: UUID | None = None
