"""Flag the points of a series that take back, mend or lower what their origin had given.

Enters: a series, where its documents' texts come from, and which points are only printed again. Leaves: the series
with flags. A point is held against what the same origin had given by the day that it became known:
- another value for the same day, known earlier, is *corrected* where both cannot be true, and *revised* where they can
  ("more than 40", then 43);
- a cumulative count below that for an earlier day is a *fall*, where the two are of one order of magnitude: else they
  count from another day on.

Refuses: to compare increments and plans. Two of one day are as often of two blows, or of two plans, as one mended.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from sayso.ledger.bounds import bounds_of, is_below, meet
from sayso.ledger.given import tell_courses
from sayso.ledger.origins import Told
from sayso.ledger.views import Flag, Given, Series

COMPARED = ("cumulative", "stock", "rate")
MAGNITUDE = 10


def flag_series(series: Series, told: Mapping[str, Told], again: Mapping[str, str]) -> Series:
    """The series with its courses and flags, by point. `again` has the first of each point that is printed again."""
    found = [Flag(point.id, "again", again[point.id]) for point in series.points if point.id in again]
    courses = tell_courses(series.points, told, again.keys())
    if series.basis in COMPARED:
        for course in courses:
            found += _mended(course.given)
            found += _fallen(course.given) if series.basis == "cumulative" else ()
    place = {point.id: number for number, point in enumerate(series.points)}
    found.sort(key=lambda flag: (place[flag.figure], flag.kind))
    return msgspec.structs.replace(series, flags=tuple(found), courses=courses)


def _mended(given: Sequence[Given]) -> Iterator[Flag]:
    """Values for a day that the origin had given another value for. `given` come by (day, known)."""
    for before, now in pairwise(given):
        if before.day == now.day and bounds_of(before.figure.figure) != bounds_of(now.figure.figure):
            kind = "revision" if meet(before.figure.figure, now.figure.figure) else "correction"
            yield Flag(now.figure.id, kind, before.figure.id)


def _fallen(given: Sequence[Given]) -> Iterator[Flag]:
    """Counts below the one known by then for the last day before."""
    for number, now in enumerate(given):
        earlier = (one for one in reversed(given[:number]) if one.day < now.day and one.known <= now.known)
        before = next(earlier, None)
        if before is not None and is_below(now.figure.figure, before.figure.figure) and _is_near(before, now):
            yield Flag(now.figure.id, "fall", before.figure.id)


def _is_near(before: Given, now: Given) -> bool:
    low, high = before.figure.figure.low, now.figure.figure.high
    return low is not None and high is not None and low <= MAGNITUDE * high
