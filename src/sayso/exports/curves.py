"""Lay a series out as curves, one for each origin, for whatever draws them.

Enters: a series with its courses and flags. Leaves: curves of steps by (day about, day known), those with the longest
record first, and how many more origins there are. Two values for one day are both there: a correction is a step.
Refuses: figures that nobody can say the day of, or without bounds, which stand nowhere on an axis.
"""

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from sayso.ledger.views import Course, Flag, Series
from sayso.model import SaysoError

MOST = 8
"""Curves that can be told apart in one picture."""


class Step(msgspec.Struct, frozen=True):
    """A value from `day` on. An open bound is `None`; `flag` is "correction", "revision", "fall" or nothing, and
    `before` is the value that it is held against.
    """

    day: date
    low: float | None
    high: float | None
    flag: str = ""
    before: "Step | None" = None

    @property
    def value(self) -> float:
        """The bound that is given, the lower one of two."""
        found = self.low if self.low is not None else self.high
        assert found is not None
        return found


class Curve(msgspec.Struct, frozen=True):
    """What one origin gave."""

    origin: str
    steps: tuple[Step, ...]


class Curves(msgspec.Struct, frozen=True):
    """What is drawn of a series: its title and unit, its curves, and how many origins are left out."""

    title: str
    unit: str
    curves: tuple[Curve, ...]
    left_out: int

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day."""
        days = [step.day for curve in self.curves for step in curve.steps]
        return min(days), max(days)

    @property
    def values(self) -> list[float]:
        """Every bound."""
        steps = (step for curve in self.curves for step in curve.steps)
        return [bound for step in steps for bound in (step.low, step.high) if bound is not None]


def lay_out(series: Series, most: int = MOST) -> Curves:
    """The curves of a series, at most `most`. Raises `SaysoError` where there is nothing to draw."""
    flags = {flag.figure: flag for flag in series.flags if flag.kind != "again"}
    curves = [Curve(course.origin, tuple(_steps(course, flags))) for course in series.courses]
    drawn = [curve for curve in curves if curve.steps]
    title = " · ".join(filter(None, (series.measure, series.population, series.place, series.basis)))
    if not drawn:
        raise SaysoError(f"no figure of {title} has a day; ask for another series")
    return Curves(title, series.unit or "", tuple(drawn[:most]), len(drawn) - len(drawn[:most]))


def _steps(course: Course, flags: Mapping[str, Flag]) -> Iterator[Step]:
    there: dict[str, Step] = {}
    for given in course.given:
        figure = given.figure.figure
        if given.day and (figure.low, figure.high) != (None, None):
            step = Step(date.fromisoformat(given.day), figure.low, figure.high)
            flag = flags.get(given.figure.id)
            if flag is not None:
                step = msgspec.structs.replace(step, flag=flag.kind, before=there.get(flag.before))
            there[given.figure.id] = step
            yield step
