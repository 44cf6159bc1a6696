"""Flag the points of a series that take back, mend or lower what their origin had given.

Enters: a series, where its documents' texts come from, and which points are only printed again. Leaves: the series
with flags. A point is held against what the same named source had given by the day that it became known:
- another value for the same day, known earlier, is *corrected* where both cannot be true, and *revised* where they can
  ("more than 40", then 43);
- a cumulative count below that for the day before is a *fall*, where the count had risen until then, and the two are of
  one order of magnitude: else it never was a running one, or runs from another day.

Refuses: to compare increments and plans, of which two of one day are as often of two things as one mended; and what
rests on nobody's word or on that of unnamed people, who are others in other reports. A flag says that the numbers of a
series do not go together, not why. In 8,646 articles there were 58 falls without these limits; 31 were read, and 3 were
of one count of a named source. With them there are 12, of which 2 are. The others compare two places, or counts of
single days that were read as running ones.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from sayso.ledger.copies.origins import Told
from sayso.ledger.names.knowing import describes
from sayso.ledger.series.bounds import bounds_of, is_below, meet
from sayso.ledger.series.given import tell_courses
from sayso.ledger.views import Flag, Given, Series

COMPARED = ("cumulative", "stock", "rate")
MAGNITUDE = 10


def flag_series(series: Series, told: Mapping[str, Told], again: Mapping[str, str]) -> Series:
    """The series with its courses and flags, by point. `again` has the first of each point that is printed again."""
    found = [Flag(point.id, "again", again[point.id]) for point in series.points if point.id in again]
    courses = tell_courses(series.points, told, again.keys())
    if series.basis in COMPARED:
        for course in courses:
            source = course.given[-1].figure.source
            if source is not None and not describes(source):
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
    """Counts below the one known by then for the last day before, to which the count had risen."""
    for number, now in enumerate(given):
        known = _known_before(given, number)
        before = next(known, None)
        if before is None or not is_below(now.figure.figure, before.figure.figure) or not _is_near(before, now):
            continue
        if any(is_below(one.figure.figure, before.figure.figure) for one in known):
            yield Flag(now.figure.id, "fall", before.figure.id)


def _known_before(given: Sequence[Given], number: int) -> Iterator[Given]:
    """What was given for earlier days and known by then, the last first."""
    now = given[number]
    earlier = (given[at] for at in range(number - 1, -1, -1))
    return (one for one in earlier if one.day < now.day and one.known <= now.known)


def _is_near(before: Given, now: Given) -> bool:
    low, high = before.figure.figure.low, now.figure.figure.high
    return low is not None and high is not None and low <= MAGNITUDE * high
