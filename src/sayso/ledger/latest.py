"""Tell what a series says now: the latest figure of each origin, side by side.

Enters: a series, the outlet of each document, and which documents are one text. Leaves: for each origin its latest
figure and the one it gave before, and the span between origins. Nothing is averaged and none is picked; for a line that
has room for one figure only, one origin is marked as the default: the one with the longest record in days.

An origin is whose word a figure is: its source, or the outlet where it rests on nobody else's. Its latest figure is of
the last day on which it gave any. Of several of that day it is the one that most texts give, copies counted once; then
the one written with most digits, for the others round it; then the highest.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
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
        by_origin[point.source or told[point.document].outlet].append(point)
    latest = [_latest(origin, points, told) for origin, points in by_origin.items()]
    latest.sort(key=lambda one: (-one.days, *order(one.figure.known, one.origin)))
    bounds = [b for one in latest for b in (one.figure.figure.low, one.figure.figure.high) if b is not None]
    return SeriesNow(
        id=series.id,
        measure=series.measure,
        unit=series.unit,
        population=series.population,
        place=series.place,
        basis=series.basis,
        low=min(bounds, default=None),
        high=max(bounds, default=None),
        latest=tuple(latest),
    )


def _latest(origin: str, points: Iterable[FigureView], told: Mapping[str, Told]) -> Latest:
    by_day: dict[str, list[FigureView]] = defaultdict(list)
    for point in points:
        by_day[point.known].append(point)
    days = sorted(by_day, key=lambda day: order(day, ""), reverse=True)
    given = [_most_told(by_day[day], told) for day in days]
    now = given[0]
    return Latest(
        origin=origin,
        figure=now,
        texts=_texts(by_day[days[0]], told)[_bounds(now)],
        days=len(days),
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
    """The digits of a figure down to the last that is not zero."""
    return max((len(f"{bound:.0f}".rstrip("0")) for bound in bounds if bound is not None), default=0)
