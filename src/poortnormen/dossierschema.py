"""Het JSON Schema van het uitwisselformaat, gemaakt uit de feitsoorten zelf."""

import dataclasses
import typing
from datetime import date
from enum import StrEnum
from fractions import Fraction

from poortnormen.dossier import VERSIE
from poortnormen.feiten import FEITEN, PARTIJEN, Feitsoort
from poortnormen.omzetting import veldsoorten, zonder_none

Schema = dict[str, object]
_DATUM: Schema = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_KAAL: dict[type, Schema] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    str: {"type": "string"},
    date: _DATUM,
    Fraction: {"type": ["number", "string"], "pattern": r"^-?[0-9]{1,9}(\.[0-9]{1,6})?$"},
}


def schema() -> Schema:
    """Geef het JSON Schema (2020-12) van een dossierbestand."""
    tekst: Schema = {"type": "string"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Poortwijzer-dossier",
        "type": "object",
        "additionalProperties": False,
        "required": ["versie", "kenmerk", "feiten"],
        "properties": {
            "versie": {"const": VERSIE},
            "kenmerk": {"type": "string", "minLength": 1},
            "omschrijving": tekst,
            "personen": {
                "type": "object",
                "additionalProperties": False,
                "properties": dict.fromkeys(PARTIJEN, tekst),
            },
            "feiten": {"type": "array", "items": {"oneOf": [_feit(soort) for soort in _invoerbaar()]}},
        },
    }


def _invoerbaar() -> list[Feitsoort]:
    return [soort for soort in FEITEN.values() if not soort.is_afgeleid]


def _feit(soort: Feitsoort) -> Schema:
    return {
        "type": "object",
        "description": soort.vraag,
        "additionalProperties": False,
        "required": ["feit", "waarde", "vastgelegd_op", "gever"],
        "properties": {
            "id": {"type": "string"},
            "feit": {"const": soort.naam},
            "waarde": {"anyOf": [_waarde(soort.type), {"type": "null"}]},
            "op": {"anyOf": [_DATUM, {"type": "null"}]},
            "vastgelegd_op": _DATUM,
            "gever": {"enum": list(PARTIJEN)},
            "vervangt": {"type": ["string", "null"]},
            "motivering": {"type": "string"},
        },
    }


def _waarde(soort: object) -> Schema:
    kern, mag_leeg = zonder_none(soort)
    if mag_leeg:
        return {"anyOf": [_waarde(kern), {"type": "null"}]}
    if isinstance(kern, type) and dataclasses.is_dataclass(kern):
        verplicht = [veld.name for veld in dataclasses.fields(kern) if veld.default is dataclasses.MISSING]
        return {
            "type": "object",
            "additionalProperties": False,
            "required": verplicht,
            "properties": {naam: _waarde(veld) for naam, veld in veldsoorten(kern).items()},
        }
    if typing.get_origin(kern) is tuple:
        return {"type": "array", "items": _waarde(typing.get_args(kern)[0])}
    if isinstance(kern, type) and issubclass(kern, StrEnum):
        return {"enum": list(kern)}
    assert isinstance(kern, type)  # noqa: S101  # de feitsoorten zijn daarop getoetst
    return dict(_KAAL[kern])
