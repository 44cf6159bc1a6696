"""Read the bounds of a figure from its quantity, or from the two of a range.

Enters: quantities. Leaves: `Bounded` numbers: low and high, the unit's code, whether it is a share. "More than 500" has
no high bound, "up to 40" no low one, "dozens" is 24 or more, "half" is 50 percent; a move from 9 to 20 stays two. It
refuses measures of time, length, speed and the like, which are no figures.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sayso.model import Change, Quantity, Span
from sayso.readings.figures.measure_words import MeasureWords


class Bounded(NamedTuple):
    """One number with its bounds; `kind` is count, money, share or amount, `noun` the written words it counts."""

    span: Span
    number: Span
    low: float | None
    high: float | None
    unit: str | None
    kind: str
    change: Change
    quantity: Quantity


def bound_quantities(words: MeasureWords, text: str, quantities: tuple[Quantity, ...]) -> Iterator[Bounded]:
    """The bounded numbers of `quantities`, in order."""
    i = 0
    while i < len(quantities):
        quantity = quantities[i]
        upper = quantities[i + 1] if quantity.pair == "low" and i + 1 < len(quantities) else None
        i += 2 if upper is not None else 1
        bounded = _bound(words, text, quantity, upper)
        while bounded is not None and upper is not None and _is_repeated(text, upper, quantities, i):
            end = quantities[i].span.end
            bounded = bounded._replace(span=Span(bounded.span.start, end), number=Span(bounded.number.start, end))
            i += 2
        if bounded is not None:
            yield bounded


def _is_repeated(text: str, upper: Quantity, quantities: tuple[Quantity, ...], i: int) -> bool:
    """Whether a vague number follows on a vague one: "hundreds and hundreds", "dozens, if not hundreds"."""
    if i + 1 >= len(quantities) or quantities[i].number != quantities[i + 1].number or upper.unit != "-":
        return False
    between = text[upper.span.end : quantities[i].number.start]
    return len(between) <= 12 and not any(c in ".;:" or c.isdigit() for c in between)


def _bound(words: MeasureWords, text: str, quantity: Quantity, upper: Quantity | None) -> Bounded | None:
    kind, unit, factor = _sort(words, text, quantity)
    in_a_word = text[max(quantity.number.start - 1, 0) : quantity.number.start].isalpha()
    if not kind or quantity.value < 0 or in_a_word:
        return None
    low: float | None = quantity.value * factor
    high = low
    if upper is not None and upper.number == quantity.number:
        low, high = (2 * quantity.value * factor, None) if quantity.change != "<" else (None, upper.value * factor)
    elif upper is not None:
        low, high = sorted((quantity.value * factor, upper.value * factor))
    elif quantity.change == ">":
        high = None
    elif quantity.change == "<":
        low = None
    end = upper or quantity
    span, number = Span(quantity.span.start, end.span.end), Span(quantity.number.start, end.number.end)
    return Bounded(span, number, _round(low), _round(high), unit, kind, quantity.change, quantity)


def _round(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.10g}")


def _sort(words: MeasureWords, text: str, quantity: Quantity) -> tuple[str, str | None, float]:
    """What kind of figure a quantity may be, its unit's code, and what its value is to be multiplied by."""
    base, _, by = quantity.unit.partition(" per ")
    reckoned = f" per {by}" if by else ""
    if base in words.currencies:
        return "money", words.currencies[base] + reckoned, 1.0
    if base in words.percentages:
        return "share", words.percentages[base], 1.0
    number = quantity.number.words(text)
    if quantity.value < 1 and "." not in number:
        return ("", None, 1.0) if "/" in number else ("share", "percent", 100.0)
    if base in words.units and base not in words.people:
        return ("amount", words.units[base] + reckoned, 1.0) if base.split()[-1] in words.amounts else ("", None, 1.0)
    return ("count", None, 1.0) if quantity.value == int(quantity.value) else ("", None, 1.0)
