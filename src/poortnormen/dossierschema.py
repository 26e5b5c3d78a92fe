"""Het JSON Schema van het uitwisselformaat, gemaakt uit de feitsoorten zelf."""

import dataclasses
import typing
from datetime import date
from enum import StrEnum
from fractions import Fraction

from poortnormen.dossier import VERSIE
from poortnormen.feiten import FEITEN, PARTIJEN, Feitsoort
from poortnormen.feiten.weging import Weegt
from poortnormen.omzetting import (
    CENTEN,
    GETAL_PATROON,
    GROOTSTE_AANTAL,
    GROOTSTE_GETAL,
    LANGSTE_TEKST,
    veldsoorten,
    zonder_none,
)
from poortnormen.weegpunten import punten_bij, weegvragen

Schema = dict[str, object]
_JAAR = "(19[5-9][0-9]|20[0-9]{2}|21[0-4][0-9]|2150)"
_DATUM: Schema = {
    "type": "string",
    "format": "date",
    "pattern": f"^{_JAAR}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
}
_TEKST: Schema = {"type": "string", "maxLength": LANGSTE_TEKST}
_GETAL: Schema = {
    "anyOf": [
        {"type": "number", "minimum": 0, "maximum": GROOTSTE_GETAL},
        {"type": "string", "pattern": f"^{GETAL_PATROON}$"},
    ]
}
_KAAL: dict[type, Schema] = {bool: {"type": "boolean"}, str: _TEKST, date: _DATUM, Fraction: _GETAL}


def schema() -> Schema:
    """Geef het JSON Schema (2020-12) van een dossierbestand."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Poortwijzer-dossier",
        "type": "object",
        "additionalProperties": False,
        "required": ["versie", "kenmerk", "feiten"],
        "properties": {
            "versie": {"const": VERSIE},
            "kenmerk": {**_TEKST, "pattern": r"\S"},
            "omschrijving": _TEKST,
            "personen": {
                "type": "object",
                "additionalProperties": False,
                "properties": {partij: {"type": "string"} for partij in PARTIJEN},
            },
            "feiten": {"type": "array", "items": {"oneOf": [_feit(soort) for soort in _invoerbaar()]}},
        },
    }


def _invoerbaar() -> list[Feitsoort]:
    return [soort for soort in FEITEN.values() if not soort.is_afgeleid]


def _feit(soort: Feitsoort) -> Schema:
    weging: Schema = {"weging": {"anyOf": [_weging(soort), {"type": "null"}]}} if _wordt_gewogen(soort) else {}
    return {
        "type": "object",
        "description": soort.vraag,
        "additionalProperties": False,
        "required": ["feit", "waarde", "vastgelegd_op", "gever"],
        "properties": {
            "id": _TEKST,
            "feit": {"const": soort.naam},
            "waarde": {"anyOf": [_waarde(soort.type), {"type": "null"}]},
            "op": {"anyOf": [_DATUM, {"type": "null"}]},
            "vastgelegd_op": _DATUM,
            "gever": {"enum": list(PARTIJEN)},
            "vervangt": {"type": ["string", "null"]},
            "motivering": _TEKST,
            **weging,
        },
        # Zonder waarde wordt een eerder feit ingetrokken, en dan staat er welk.
        "anyOf": [
            {"properties": {"waarde": {"not": {"type": "null"}}}},
            {"properties": {"vervangt": {"type": "string"}}, "required": ["vervangt"]},
        ],
    }


def _wordt_gewogen(soort: Feitsoort) -> bool:
    return soort.naam in weegvragen() and weegvragen()[soort.naam].legt_vast


def _weging(soort: Feitsoort) -> Schema:
    """Welke punten de gever van een oordeel liet meespelen; alleen de punten die bij dit oordeel horen."""
    punten: Schema = {
        "type": "object",
        "additionalProperties": False,
        "required": ["norm", "weegt"],
        "properties": {
            "norm": {"enum": [punt.norm for punt in punten_bij(soort.naam)]},
            "weegt": {"enum": list(Weegt)},
        },
    }
    velden: Schema = {"punten": {"type": "array", "items": punten}, "tegenwicht": _TEKST}
    return {"type": "object", "additionalProperties": False, "properties": velden}


def _waarde(soort: object, naam: str = "") -> Schema:
    kern, mag_leeg = zonder_none(soort)
    if mag_leeg:
        return {"anyOf": [_waarde(kern, naam), {"type": "null"}]}
    if isinstance(kern, type) and dataclasses.is_dataclass(kern):
        verplicht = [veld.name for veld in dataclasses.fields(kern) if veld.default is dataclasses.MISSING]
        return {
            "type": "object",
            "additionalProperties": False,
            "required": verplicht,
            "properties": {veldnaam: _waarde(veld, veldnaam) for veldnaam, veld in veldsoorten(kern).items()},
        }
    if typing.get_origin(kern) is tuple:
        return {"type": "array", "items": _waarde(typing.get_args(kern)[0], naam)}
    assert isinstance(kern, type)  # noqa: S101  # de feitsoorten zijn daarop getoetst
    if issubclass(kern, StrEnum):
        return {"enum": list(kern)}
    if kern is int:
        grootste = GROOTSTE_GETAL if naam.endswith(CENTEN) else GROOTSTE_AANTAL
        return {"type": "integer", "minimum": 0, "maximum": grootste}
    return dict(_KAAL[kern])
