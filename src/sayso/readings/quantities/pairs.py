"""Read pairs of amounts: the ends of a range ("3 to 5 metres") or of a move ("from 9 to 20 percent").

Enters: a scan and an amount that may be the first. Leaves: both, each with the unit and the scale that the other one
gives it, or nothing.
"""

from dataclasses import replace
from typing import NamedTuple

from sayso.readings.quantities.amounts import Amount, read_amount
from sayso.readings.quantities.exactness import read_exactness
from sayso.readings.quantities.exclusions import TimeSpans, is_dated
from sayso.readings.quantities.lexemes import glued
from sayso.readings.quantities.number_words import HYPHENS
from sayso.readings.quantities.scan import Scan
from sayso.readings.quantities.words import QuantityWords


class Mention(NamedTuple):
    """One amount, or the two ends of a range or a move."""

    first: Amount
    second: Amount | None = None

    @property
    def last(self) -> Amount:
        """The amount that carries the unit of both."""
        return self.second if self.second is not None else self.first


def read_pair(words: QuantityWords, scan: Scan, first: Amount, dated: TimeSpans) -> tuple[Amount, Amount] | None:
    """The two ends of a range or a move, where `first` is the one."""
    j = first.stop if first.unit is not None and first.counted is None else first.numeral.stop
    join = scan.low(j)
    opened = scan.low(first.start - 1) in words.between
    if join not in words.range_words and not (opened and join in words.between_words):
        return None
    second = _second(words, scan, j + 1)
    if second is None or "fraction" in (first.numeral.form, second.numeral.form) or first.numeral.form == "vague":
        return None
    if first.unit is not None and first.counted is None:
        moved = read_exactness(words.approximators, scan.lexemes, first.start, (j,)).change in {"up", "down"}
        if second.unit is None or not second.unit.name.startswith(first.unit.name) or (moved and join not in HYPHENS):
            return None
    elif is_dated(words.others, scan, first.numeral, dated):
        return None
    return _scaled(_with_unit(first, second), second), second


def _second(words: QuantityWords, scan: Scan, i: int) -> Amount | None:
    """The amount at `i`, or behind a currency there."""
    while i < len(scan.lexemes) and scan.low(i) in words.numbers.articles | words.before_upper:
        i += 1
    found = words.units.currencies.at(scan.lexemes, i)
    at = found[1] if found is not None else i
    if at >= len(scan.lexemes):
        return None
    return read_amount(words, scan, at)


def _with_unit(first: Amount, second: Amount) -> Amount:
    """The lower end with the unit of the upper one."""
    numeral = first.numeral
    unit = second.unit._replace(stop=first.stop) if second.unit else None
    stop = first.stop if first.unit is not None and first.counted is None else numeral.stop
    return Amount(numeral, first.start, stop, first.sign, unit, None if unit else second.counted)


def _scaled(first: Amount, second: Amount) -> Amount:
    """The lower end takes the scale of the upper one: "$3 to $5 billion", "1 to 2 thousand"."""
    numeral, scale = first.numeral, second.numeral.scale
    low = numeral.low * scale
    if numeral.scale != 1 or scale == 1 or numeral.low >= 1000 or low > 2 * second.numeral.low:
        return first
    return replace(first, numeral=numeral._replace(low=low, high=low))


def is_score(scan: Scan, first: Amount, second: Amount) -> bool:
    """Whether two bare numbers with a dash are a score, a season or a telephone number: "2-2", "555-0134"."""
    join = scan.low(first.numeral.stop)
    if join not in HYPHENS or first.unit is not None:
        return False
    if second.counted is not None:
        return first.numeral.low >= second.numeral.low or glued(scan.lexemes, first.start)
    return True
