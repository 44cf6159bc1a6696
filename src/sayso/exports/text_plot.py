"""Draw curves as text.

Enters: curves, and how wide it may be. Leaves: lines: a grid of letters, one for each origin, capital on the days that
it gave a figure and small for as long as that stands, "!" where that is flagged; a day axis; what each letter and each
flag stands for. The origin with the longest record lies on top of the others.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from sayso.exports.curves import Curve, Curves, Step

HEIGHT = 14
NARROWEST = 40
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class _Grid:
    """Where days and values stand, and what is there."""

    def __init__(self, curves: Curves, width: int) -> None:
        self.first, self.last = curves.days
        self.low, self.high = _ends(curves.values)
        self.columns = max(NARROWEST, width) - 1 - max(len(_number(v)) for v in (self.low, self.high))
        self.cells = [[" "] * self.columns for _ in range(HEIGHT)]

    def put(self, column: int, value: float, mark: str) -> None:
        self.cells[self.row(value)][column] = mark

    def rise(self, column: int, one: float, other: float) -> None:
        """What leads from one value to another, where nothing else stands."""
        low, high = sorted((self.row(one), self.row(other)))
        for row in range(low + 1, high):
            if self.cells[row][column] == " ":
                self.cells[row][column] = "│"

    def row(self, value: float) -> int:
        share = (value - self.low) / (self.high - self.low)
        return HEIGHT - 1 - round(share * (HEIGHT - 1))

    def label(self, row: int) -> str:
        """The value of a row that has one written beside it."""
        share = 1 - row / (HEIGHT - 1)
        return _number(self.low + share * (self.high - self.low)) if row in (0, HEIGHT - 1) else ""

    def column(self, day: date) -> int:
        days = (self.last - self.first).days or 1
        return (day - self.first).days * (self.columns - 1) // days


def draw_text(curves: Curves, width: int = 80) -> str:
    """The curves as lines of at most `width` characters, or 40 where that is less; names are not cut."""
    grid = _Grid(curves, width)
    letters = dict(zip(curves.curves, _LETTERS, strict=False))
    for curve in reversed(curves.curves):
        _draw(grid, curve, letters[curve])
    margin = max(len(_number(v)) for v in (grid.low, grid.high))
    lines = [curves.title + (f" ({curves.unit})" if curves.unit else "")]
    for number, cells in enumerate(grid.cells):
        lines.append(f"{grid.label(number):>{margin}}┤{''.join(cells)}".rstrip())
    lines.append(" " * (margin + 1) + _axis(grid))
    for curve in curves.curves:
        lines += _legend(curve, letters[curve])
    if curves.left_out:
        lines.append(f"{curves.left_out} more origins, with shorter records, are not drawn")
    return "\n".join(lines) + "\n"


def _draw(grid: _Grid, curve: Curve, letter: str) -> None:
    for step, after in zip(curve.steps, (*curve.steps[1:], None), strict=True):
        end = grid.column(after.day if after else grid.last)
        for column in range(grid.column(step.day), end + (after is None)):
            grid.put(column, step.value, letter.lower())
    for step, after in pairwise(curve.steps):
        grid.rise(grid.column(after.day), step.value, after.value)
    for step in curve.steps:
        grid.put(grid.column(step.day), step.value, "!" if step.flag else letter)


def _axis(grid: _Grid) -> str:
    """The first, the middle and the last day, each under its column as far as there is room."""
    days = (grid.last - grid.first).days
    ends = grid.first.isoformat(), grid.last.isoformat()
    if not days:
        return ends[0]
    middle = (grid.first + timedelta(days // 2)).isoformat() if days > 1 and grid.columns >= 40 else ""
    return f"{ends[0]}{middle:^{grid.columns - 20}}{ends[1]}"


def _legend(curve: Curve, letter: str) -> Iterator[str]:
    last = curve.steps[-1]
    yield f"{letter}  {curve.origin}: {_told(last)} for {last.day}"
    for step in curve.steps:
        if step.flag:
            was = f" of {_told(step.before)} for {step.before.day}" if step.before is not None else ""
            yield f"   ! {_told(step)} for {step.day}, a {step.flag}{was}"


def _told(step: Step) -> str:
    """The bounds as people write them."""
    if step.low is None or step.high is None:
        return f"{_number(step.value)}+" if step.high is None else f"up to {_number(step.value)}"
    return _number(step.low) if step.low == step.high else f"{_number(step.low)}–{_number(step.high)}"


def _number(value: float) -> str:
    return f"{value:,.10g}"


def _ends(values: list[float]) -> tuple[float, float]:
    """From naught, where the least is less than half the greatest; never of no height."""
    low, high = min(values), max(values)
    low = 0.0 if 0 <= low < high / 2 or low == high >= 0 else low
    return (low, high) if high > low else (low, low + 1)
