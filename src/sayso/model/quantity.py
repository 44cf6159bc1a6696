"""A quantity is any measured or counted amount, crisis or not."""

from typing import Literal

import msgspec

from sayso.model.fields import written
from sayso.model.span import Span

Change = Literal["=", "~", "<", ">", "up", "down"]
PairRole = Literal["low", "high", "from", "to"]


class Quantity(msgspec.Struct, frozen=True, omit_defaults=True):
    """One number with what it measures.

    `span` is the whole expression with its approximator and unit ("more than 500,000 refugees"), `number` the digits
    or number words. `unit` is a full English name in the singular ("dollar", "percentage", the counted noun), "-"
    for none. `change`: "=" exact, "~" about, "<" and ">" bounds, "up" and "down" moves. `concept` are the words that
    it is said of. A range ("between 5 and 8") or a move ("from 9.5% to 20%") is two quantities, one right after the
    other, with `pair` telling which end each is.
    """

    span: Span
    number: Span
    value: float
    unit: str = written("-")
    change: Change = written("=")
    concept: str | None = None
    pair: PairRole | None = None
