"""Tell what stands beside a figure: its last value before, or what others say of the same day.

Enters: a figure and the series it belongs to. Leaves: the earlier point, and the points of other sources whose bounds
do not meet its own. Copies of one text are one point, and a part of a whole ("of whom 16 are children") is none.
Nothing is averaged and nothing is picked.
"""

from collections.abc import Mapping, Sequence

import msgspec

from sayso.ledger.names.folding import fold
from sayso.ledger.series.bounds import meet
from sayso.ledger.views import DocumentView, FigureView, Series
from sayso.model import Figure

MAGNITUDE = 10


class Move(msgspec.Struct, frozen=True):
    """What stands beside a figure: `before` is an earlier value, `otherwise` are others' values for the same days."""

    before: FigureView | None
    otherwise: tuple[FigureView, ...]


def find_move(figure: FigureView, series: Series | None, documents: Mapping[str, DocumentView]) -> Move:
    """The move of `figure` within its series; nothing where the series cannot be compared."""
    if (
        series is None
        or figure.figure.basis not in ("cumulative", "stock", "rate")
        or figure.figure.part_of is not None
    ):
        return Move(None, ())
    own = documents[figure.document].copy_group
    wholes = [p for p in series.points if p.figure.part_of is None and p.figure.basis != "plan"]
    like = [p for p in wholes if documents[p.document].copy_group != own and _comparable(p, figure)]
    earlier = [p for p in like if p.day < figure.day and _is_past(p, figure)]
    same_day = [p for p in like if p.day == figure.day and p.source and p.source != figure.source]
    apart = [p for p in same_day if not meet(p.figure, figure.figure)]
    return Move(earlier[-1] if earlier else None, tuple(_one_a_source(apart)))


def _comparable(one: FigureView, other: FigureView) -> bool:
    """Whether the two measure one thing as far as can be told: of one order of magnitude, and rates of one source."""
    low, high = sorted((abs(_value(one.figure) or 0.0), abs(_value(other.figure) or 0.0)))
    return high <= MAGNITUDE * low and (other.figure.basis != "rate" or one.source == other.source)


def _is_past(point: FigureView, figure: FigureView) -> bool:
    """Whether `point` is what `figure` moved from: another value. A running total falls where its source takes it back;
    of two named sources the smaller number is a dispute, not a move. Where one of the two rests on nobody's word, there
    is nobody to dispute it, and the fall is shown as told.
    """
    before, now = _value(point.figure) or 0.0, _value(figure.figure) or 0.0
    if before == now:
        return False
    taken_back = point.source == figure.source or not (point.source and figure.source)
    return figure.figure.basis != "cumulative" or before < now or taken_back


def _one_a_source(points: Sequence[FigureView]) -> list[FigureView]:
    return list({p.source: p for p in points}.values())[:2]


def number_of(view: FigureView) -> tuple[object, ...]:
    """What two figures share that say the same number of the same thing for the same day, on the same basis."""
    figure = view.figure
    return figure.measure, figure.low, figure.high, figure.unit, figure.basis, view.day


def owner_of(figure: FigureView, same: Sequence[FigureView]) -> tuple[FigureView, ...]:
    """Those of `same`, which share its number, on whose word a figure without a source may rest.

    They are of one series; where several fit, nobody can tell which. One of another place or of other people does not
    fit; what one of the two leaves out speaks against nothing.
    """
    fitting = tuple(f for f in same if f.source is not None and _agree(f, figure))
    return fitting if len({f.series for f in fitting}) == 1 else ()


def _agree(one: FigureView, other: FigureView) -> bool:
    pairs = (one.place, other.place), (one.figure.population, other.figure.population)
    return all(not a or not b or fold(a) == fold(b) for a, b in pairs)


def _value(figure: Figure) -> float | None:
    return figure.low if figure.low is not None else figure.high
