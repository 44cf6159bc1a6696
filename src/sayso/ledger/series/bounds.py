"""Compare the bounds of figures.

Enters: figures of one unit. Leaves: whether both can be true, whether one lies below the other, how exact it is. An
approximate number reaches a tenth to each side; a bound that is not given reaches as far as numbers go.
"""

import math

from sayso.model import Figure

Bounds = tuple[float | None, float | None]
APPROXIMATE = 0.1


def bounds_of(figure: Figure) -> Bounds:
    """Its bounds as the words give them."""
    return figure.low, figure.high


def meet(one: Figure, other: Figure) -> bool:
    """Whether both can be true: their bounds share a value."""
    low, high = _reach(one)
    other_low, other_high = _reach(other)
    return low <= other_high and other_low <= high


def is_below(one: Figure, other: Figure) -> bool:
    """Whether all of `one` lies below all of `other`."""
    return _reach(one)[1] < _reach(other)[0]


def digits(bounds: Bounds) -> int:
    """The digits of a figure without the zeros at its ends: 2 of 15,000, 3 of 3.75."""
    return max((len(f"{abs(b):.15g}".replace(".", "").strip("0")) for b in bounds if b is not None), default=0)


def _reach(figure: Figure) -> tuple[float, float]:
    reach = APPROXIMATE if figure.approx else 0.0
    low = figure.low * (1 - reach) if figure.low is not None else -math.inf
    high = figure.high * (1 + reach) if figure.high is not None else math.inf
    return low, high
