"""A time is an expression that says when, how long or how often."""

from typing import Literal

import msgspec

from sayso.model.span import Span

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


class Time(msgspec.Struct, frozen=True, omit_defaults=True):
    """A TIMEX3 expression (ISO 24617-1): its words, type and `value`, resolved against the document's day.

    `begin` and `end` are the first and last ISO 8601 day it covers, both included, where it can be placed; `zone` is
    the time zone of a time of day as the text names it ("GMT", "ET").
    """

    span: Span
    type: TimeType
    value: str
    begin: str | None = None
    end: str | None = None
    zone: str | None = None
