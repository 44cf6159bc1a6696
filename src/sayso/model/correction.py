"""Put a person's value in the place of a machine's, in one field of a statement, figure, event or actor.

Enters: a noun, the name of a field, a value. Leaves: the value as the field's type has it, or the record with it.
Refuses: fields that hold spans or positions, for words stand where they stand. Spans that led to the value replaced go
with it.
"""

import math
import re
import typing
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

import msgspec

from sayso.model.errors import SaysoError
from sayso.model.event import Event
from sayso.model.figure import Figure
from sayso.model.span import Span
from sayso.model.statement import Statement


class Standing(msgspec.Struct, frozen=True):
    """What a person may say of an actor: the party, state or "outlet" whose side it is on."""

    side: str | None = None


CORRECTABLE: dict[str, type[msgspec.Struct]] = {
    "statement": Statement,
    "figure": Figure,
    "event": Event,
    "actor": Standing,
}
_Record = TypeVar("_Record", Statement, Figure, Event)
Value = str | bool | float | tuple[str, ...] | None
DAYS = ("said_on", "since", "until", "as_of", "date", "end")
"""Fields of ISO 8601 days, or coarser."""


def correctable_fields(noun: str) -> dict[str, Any]:
    """The fields of the noun that a person may correct, with their types."""
    fields = msgspec.structs.fields(CORRECTABLE[noun])
    return {f.name: f.type for f in fields if not {Span, int} & _parts(f.type)}


def check_value(noun: str, field: str, value: Any, *, typed: bool = False) -> Value:
    """The value as the field has it. `typed`: it comes as text from a command line.

    Raises `SaysoError`, naming the field and what it may hold, where there is no such field or it cannot hold that.
    """
    if noun not in CORRECTABLE:
        raise SaysoError(f"no field of this noun can be corrected: {noun}; only those of: {', '.join(CORRECTABLE)}")
    fields = correctable_fields(noun)
    if field not in fields:
        raise SaysoError(f"there is no field {field!r} of this noun to correct: {noun}; there are: {', '.join(fields)}")
    kind = fields[field]
    try:
        found: Value = msgspec.convert(value, kind, strict=not typed or str in _parts(kind))
    except msgspec.ValidationError:
        raise _unfit(noun, field, value) from None
    if not _is_sound(field, found):
        raise _unfit(noun, field, value)
    return found


def take_value(noun: str, field: str, words: tuple[str, ...]) -> Value:
    """The value that words of a command line stand for: none of them empty the field, several make a list."""
    listed = tuple in _parts(correctable_fields(noun).get(field)) if noun in CORRECTABLE else False
    if len(words) > 1 and not listed:
        raise SaysoError(f"{field} takes one value, not {len(words)}; put one of several words in quotes")
    return check_value(noun, field, words if listed else words[0] if words else None, typed=True)


def correct(record: _Record, values: Mapping[str, Value]) -> _Record:
    """The record with these values in the place of the reader's."""
    return msgspec.structs.replace(record, **_led_to(record, values), **values)


def _led_to(record: msgspec.Struct, values: Mapping[str, Value]) -> dict[str, Any]:
    """Emptied: the spans that led to what is replaced. "He" may still stand for another speaker, a name may not."""
    emptied: dict[str, Any] = {}
    if isinstance(record, Statement):
        if "speaker" in values:
            emptied["speaker_span" if record.named_span is None else "named_span"] = None
        if "via" in values:
            emptied["via_spans"] = ()
        if "caveat" in values:
            emptied["caveat_span"] = None
    return emptied


def _parts(kind: Any) -> set[Any]:
    """A type with all that it is made up of."""
    whole = {kind, typing.get_origin(kind)}
    return whole.union(*(_parts(part) for part in typing.get_args(kind)))


def _is_sound(field: str, value: Value) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    texts = (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
    return all(text.strip() and text.isprintable() for text in texts) and (field not in DAYS or _is_day(value))


def _is_day(value: Value) -> bool:
    """Whether it is none, or a year, month or day that there is."""
    if value is None:
        return True
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}(-\d\d){0,2}", value, flags=re.ASCII):
        return False
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value)
    except ValueError:
        return False
    return True


def _unfit(noun: str, field: str, value: Any) -> SaysoError:
    kind = correctable_fields(noun)[field]
    parts = _parts(kind)
    words = sorted(p for p in parts if isinstance(p, str))
    if words:
        allowed = f"one of {', '.join(words)}"
    elif field in DAYS:
        allowed = "a day such as 2022-03-07, 2022-03 or 2022"
    elif tuple in parts:
        allowed = "a list of names"
    else:
        allowed = "a number" if float in parts else "true or false" if bool in parts else "text"
    none = " or nothing" if type(None) in parts else ""
    return SaysoError(f"{noun} {field} cannot be {value!r}; it is {allowed}{none}")
