"""The shape of what a command prints. A shape is a TypedDict; the published JSON Schema is made from it."""

import types
import typing
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

Schema = dict[str, Any]

_KAAL: dict[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    object: {},
    types.NoneType: {"type": "null"},
}


@dataclass(frozen=True)
class Trefwoorden:
    """Keywords of JSON Schema that belong to a type, such as `{"format": "date"}`."""

    waarden: Schema = field(default_factory=dict)

    def __hash__(self) -> int:
        """Hash by identity of content, because `typing` keeps annotated types in a cache."""
        return hash(repr(self.waarden))


Dag = Annotated[str, Trefwoorden({"format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})]


def json_schema(vorm: type, titel: str, omschrijving: str) -> Schema:
    """Give the JSON Schema (2020-12) of a TypedDict, with the TypedDicts inside it under `$defs`."""
    soorten: dict[str, Schema] = {}
    kern = _voor_vorm(vorm, soorten)
    schema: Schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": titel,
        "description": omschrijving,
        **kern,
    }
    if soorten:
        schema["$defs"] = dict(sorted(soorten.items()))
    return schema


def _voor_vorm(vorm: type, soorten: dict[str, Schema]) -> Schema:
    velden = typing.get_type_hints(vorm, include_extras=True)
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(velden),
        "properties": {naam: _voor(soort, soorten) for naam, soort in velden.items()},
    }


def _voor(soort: object, soorten: dict[str, Schema]) -> Schema:
    oorsprong, delen = typing.get_origin(soort), typing.get_args(soort)
    if oorsprong is Annotated:
        schema = _met_bijschrift(_voor(delen[0], soorten), delen[1:])
    elif oorsprong in {typing.Union, types.UnionType}:
        schema = {"anyOf": [_voor(deel, soorten) for deel in delen]}
    elif oorsprong is Literal:
        schema = {"enum": list(delen)}
    elif oorsprong is list:
        schema = {"type": "array", "items": _voor(delen[0], soorten)}
    elif oorsprong is dict:
        schema = {"type": "object", "additionalProperties": _voor(delen[1], soorten)}
    elif typing.is_typeddict(soort):
        schema = _verwijzing(soort, soorten)
    else:
        schema = dict(_KAAL[soort])
    return schema


def _verwijzing(vorm: object, soorten: dict[str, Schema]) -> Schema:
    assert isinstance(vorm, type)  # noqa: S101  # a TypedDict is a class
    if vorm.__name__ not in soorten:
        soorten[vorm.__name__] = {}  # a shape may hold itself
        soorten[vorm.__name__] = _voor_vorm(vorm, soorten)
    return {"$ref": f"#/$defs/{vorm.__name__}"}


def _met_bijschrift(schema: Schema, bijschriften: tuple[object, ...]) -> Schema:
    for bijschrift in bijschriften:
        if isinstance(bijschrift, Trefwoorden):
            schema |= bijschrift.waarden
        elif isinstance(bijschrift, str):
            schema["description"] = bijschrift
    return schema
