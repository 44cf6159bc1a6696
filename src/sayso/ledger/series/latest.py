"""Tell what a series says now: the latest figure of each origin, side by side.

Enters: what each origin gave for each day (see `sayso.ledger.series.given`). Leaves: for each origin its latest figure,
since when it says so and what it said before; the span between origins, and which of them moved last. Nothing is
averaged and none is picked; for a line that has room for one figure only, one origin is marked as the default: the one
with the longest record in days.

The latest figure of an origin is the one about the last day; of that day, the one known last.
"""

from collections.abc import Mapping, Sequence, Set

from sayso.ledger.copies.origins import NO_PARTS, Said, Told, independent_origins
from sayso.ledger.series.bounds import bounds_of
from sayso.ledger.series.given import days_of, tell_courses
from sayso.ledger.views import Course, FigureView, Given, Latest, Series, SeriesNow


def series_now(
    series: Series,
    told: Mapping[str, Told],
    parts: Mapping[str, Sequence[str]] = NO_PARTS,
    *,
    again: Set[str] = frozenset(),
) -> SeriesNow:
    """What each origin says last, the longest record first. `parts` are documents by the longer one that they stand in;
    `again` are the ids of points that only print again what their outlet had printed.
    """
    latest = [_latest(course, told, parts) for course in tell_courses(series.points, told, again)]
    lows, highs = ([getattr(one.figure.figure, end) for one in latest] for end in ("low", "high"))
    last_move = max((one.since for one in latest if one.before is not None), default=None)
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
        moved=tuple(one.origin for one in latest if one.before is not None and one.since == last_move),
    )


def _latest(course: Course, told: Mapping[str, Told], parts: Mapping[str, Sequence[str]]) -> Latest:
    given, now = course.given, course.given[-1]
    run = next((n for n, one in enumerate(reversed(given)) if not _is_same(one, now)), len(given))
    before = given[-run - 1] if run < len(given) else None
    return Latest(
        origin=course.origin,
        figure=now.figure,
        texts=len({told[p.document].text for p in now.points}),
        days=days_of(course),
        before=before.figure if before is not None else None,
        since=given[-run].known,
        origins=len(independent_origins(map(_said, now.points), told, parts)),
    )


def _is_same(one: Given, other: Given) -> bool:
    return bounds_of(one.figure.figure) == bounds_of(other.figure.figure)


def _said(point: FigureView) -> Said:
    return Said(point.id, point.known, point.document, point.source, point.figure.via, point.words)
