"""Tell what a series says now: the latest figure of each origin, side by side.

Enters: a series, the outlet of each document, and which documents are one text. Leaves: for each origin its latest
figure and the one it gave before, and the span between origins. Nothing is averaged and none is picked; for a line that
has room for one figure only, one origin is marked as the default: the one with the longest record in days.

An origin is whose word a figure is: its source, or the outlet where it rests on nobody else's. Its latest figure is the
one about the last day; of that day, the one known last. Of several it is the one that most texts give, copies counted
once; then the one written with most digits, for the others round it; then the highest. A figure that nobody can say the
day of counts only where an origin has no other.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sayso.ledger.days import order
from sayso.ledger.views import FigureView, Latest, Series, SeriesNow


class Told(NamedTuple):
    """The outlet of a document, and the document that its text comes from."""

    outlet: str
    origin: str


Bounds = tuple[float | None, float | None]


def series_now(series: Series, told: Mapping[str, Told]) -> SeriesNow:
    """What each origin says last, the longest record first."""
    by_origin: dict[str, list[FigureView]] = defaultdict(list)
    for point in series.points:
        by_origin[origin_of(point, told)].append(point)
    latest = [_latest(origin, points, told) for origin, points in by_origin.items()]
    latest.sort(key=lambda one: (-one.days, *order(one.figure.known, one.origin)))
    lows, highs = ([getattr(one.figure.figure, end) for one in latest] for end in ("low", "high"))
    return SeriesNow(
        id=series.id,
        measure=series.measure,
        unit=series.unit,
        population=series.population,
        place=series.place,
        basis=series.basis,
        low=None if None in lows else min(lows, default=None),
        high=None if None in highs else max(highs, default=None),
        latest=tuple(latest),
    )


def origin_of(point: FigureView, told: Mapping[str, Told]) -> str:
    """Whose word a figure is; a document without an outlet stands for itself."""
    return point.source or told[point.document].outlet or point.document


def _latest(origin: str, points: Sequence[FigureView], told: Mapping[str, Told]) -> Latest:
    by_day: dict[tuple[str, str], list[FigureView]] = defaultdict(list)
    dated = [point for point in points if point.known]
    for point in dated or points:
        by_day[min(point.day, point.known), point.known].append(point)
    days = sorted(by_day, reverse=True)
    given = [_most_told(by_day[day], told) for day in days]
    now = given[0]
    return Latest(
        origin=origin,
        figure=now,
        texts=_texts(by_day[days[0]], told)[_bounds(now)],
        days=len({known for _, known in days}),
        before=next((one for one in given[1:] if _bounds(one) != _bounds(now)), None),
    )


def _most_told(points: list[FigureView], told: Mapping[str, Told]) -> FigureView:
    texts = _texts(points, told)
    best = max(texts, key=lambda bounds: (texts[bounds], _digits(bounds), tuple(b or 0.0 for b in bounds)))
    return min((p for p in points if _bounds(p) == best), key=lambda p: p.id)


def _texts(points: Iterable[FigureView], told: Mapping[str, Told]) -> Counter[Bounds]:
    """How many texts give each figure."""
    return Counter(bounds for bounds, _ in {(_bounds(p), told[p.document].origin) for p in points})


def _bounds(point: FigureView) -> Bounds:
    return point.figure.low, point.figure.high


def _digits(bounds: Bounds) -> int:
    """The digits of a figure without the zeros at its ends: 2 of 15,000, 3 of 3.75."""
    return max((len(f"{abs(b):.15g}".replace(".", "").strip("0")) for b in bounds if b is not None), default=0)
