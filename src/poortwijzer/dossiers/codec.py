"""Values of the rule core to JSON and back, for what the database keeps of an outcome.

Only classes of `poortnormen` are written with their name, and only those come back. What cannot be read any
more, because a class of the core changed, comes back as text: the next judgement writes it anew.
"""

import dataclasses
from collections.abc import Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from importlib import import_module
from string import Formatter
from types import SimpleNamespace

from poortnormen.uitkomst import Uitleg

KERN = "poortnormen"
DATE, FRACTION, TUPLE, CLASS, ENUM, TEXT = "d", "q", "t", "c", "e", "s"


def encode(value: object) -> object:
    """Give what JSON can hold: plain values as they are, others as a list that starts with a tag."""
    coded: object
    match value:
        case None | bool() | int():
            coded = value
        case Enum() if _is_kern(type(value)):
            coded = [ENUM, _name(type(value)), value.value]
        case str():
            coded = str(value)
        case date():
            coded = [DATE, value.isoformat()]
        case Fraction():
            coded = [FRACTION, str(value)]
        case tuple() | list():
            coded = [TUPLE, [encode(part) for part in value]]
        case frozenset() | set():
            coded = [TUPLE, [encode(part) for part in sorted(value, key=str)]]
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type) and _is_kern(type(value)):
            fields = {field.name: encode(getattr(value, field.name)) for field in dataclasses.fields(value)}
            coded = [CLASS, _name(type(value)), fields]
        case _:
            coded = [TEXT, str(value)]
    return coded


def decode(stored: object) -> object:
    """Give back what `encode` wrote."""
    if not isinstance(stored, list):
        return stored
    tag, *rest = stored
    try:
        return _decode(tag, rest)
    except (AttributeError, ImportError, TypeError, ValueError):
        return str(rest[-1])


def encode_uitleg(uitleg: Uitleg) -> dict[str, object]:
    """Give an explanation for JSON, with only the arguments that its template shows."""
    formatter = Formatter()
    shown: dict[str, object] = {}
    for _, path, _, _ in formatter.parse(uitleg.sjabloon):
        if path is None:
            continue
        try:
            shown[path] = encode(formatter.get_field(path, (), uitleg.gegevens)[0])
        except (KeyError, AttributeError, IndexError):
            continue
    return {"sjabloon": uitleg.sjabloon, "gegevens": shown}


def decode_uitleg(stored: Mapping[str, object]) -> Uitleg:
    """Give back the explanation; a dotted path (`periode.vanaf`) becomes an object with that attribute."""
    shown = stored["gegevens"]
    assert isinstance(shown, Mapping)  # noqa: S101  # encode_uitleg writes nothing else
    arguments: dict[str, object] = {}
    for path, value in shown.items():
        name, *attributes = str(path).split(".")
        if not attributes:
            arguments[name] = decode(value)
            continue
        place = arguments.setdefault(name, SimpleNamespace())
        for attribute in attributes[:-1]:
            if not hasattr(place, attribute):
                setattr(place, attribute, SimpleNamespace())
            place = getattr(place, attribute)
        setattr(place, attributes[-1], decode(value))
    return Uitleg(str(stored["sjabloon"]), arguments)


def _decode(tag: object, rest: list[object]) -> object:
    match tag, rest:
        case "d", [str(text)]:
            return date.fromisoformat(text)
        case "q", [str(text)]:
            return Fraction(text)
        case "t", [list(parts)]:
            return tuple(decode(part) for part in parts)
        case "e", [str(name), value]:
            return _class(name)(value)
        case "c", [str(name), dict(fields)]:
            return _class(name)(**{field: decode(value) for field, value in fields.items()})
        case _:
            return str(rest[-1])


def _is_kern(klass: type) -> bool:
    return klass.__module__.partition(".")[0] == KERN


def _name(klass: type) -> str:
    return f"{klass.__module__}:{klass.__qualname__}"


@lru_cache(maxsize=256)
def _class(name: str) -> type:
    module, _, qualname = name.partition(":")
    if module.partition(".")[0] != KERN:
        raise ValueError(f"{name} is no class of the rule core.")
    found = getattr(import_module(module), qualname)
    if not (isinstance(found, type) and (dataclasses.is_dataclass(found) or issubclass(found, Enum))):
        raise TypeError(f"{name} is not a value of the rule core.")
    return found
