"""A figure is a quantity that tells how the crisis stands."""

from typing import Literal

import msgspec

from sayso.model.span import Span

Basis = Literal["stock", "cumulative", "increment", "rate", "plan"]


class Figure(msgspec.Struct, frozen=True, omit_defaults=True):
    """A number with its bounds, what it measures, of whom, where, on what basis and on whose word.

    "more than 500" is low 500 and high `None`; "up to 40" low `None` and high 40. `unit` is given where it is not a
    plain count ("percent", "USD"). `since`, `until` and `as_of` are ISO 8601 days. `approx` are the words that make
    it approximate. `source` and `via` are those of the statement it stands in, whose position in
    `Reading.statements` is `statement`; all three are empty where the document says it on its own word. `part_of` is
    the position in `Reading.figures` of the total that this is a part of: "including 3 children" points back, "11 of
    the 63 dead" ahead.
    """

    span: Span
    number: Span
    low: float | None
    high: float | None
    measure: str
    unit: str | None = None
    population: str | None = None
    place: str | None = None
    basis: Basis | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    approx: str | None = None
    source: str | None = None
    via: tuple[str, ...] = ()
    unverified: bool = False
    statement: int | None = None
    part_of: int | None = None
