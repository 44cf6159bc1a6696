"""Tell what each origin gave for each day, as it was known on each day.

Enters: the points of a series, where their documents' texts come from, and which points only print again what the
outlet had printed. Leaves: for each origin what it gave, by (day about, day known). An origin is whose word a figure
is: its source, or where it rests on nobody's, the wire that its text credits, else the outlet that the text comes from.

Of several figures of one origin for one day that became known on one day, the one counts that most texts give, copies
counted once; then the one written with most digits, for the others round it; then the highest. Left out are parts of a
whole and what is only printed again. A figure that nobody can say the day of counts only where an origin has no other.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from sayso.ledger.copies.origins import Told, relay_of
from sayso.ledger.days import order
from sayso.ledger.series.bounds import Bounds, bounds_of, digits
from sayso.ledger.views import Course, FigureView, Given

CAME_ABOUT = ("cumulative", "increment", "stock")


def origin_of(point: FigureView, told: Mapping[str, Told]) -> str:
    """Whose word a figure is."""
    return point.source or relay_of(point.document, point.figure.via, told)


def tell_courses(
    points: Iterable[FigureView], told: Mapping[str, Told], again: Set[str] = frozenset()
) -> tuple[Course, ...]:
    """What each origin gave, the longest record in days first. `again` are the ids of points that only print again."""
    members: dict[str, list[FigureView]] = defaultdict(list)
    for point in points:
        if point.figure.part_of is None and point.id not in again:
            members[origin_of(point, told)].append(point)
    courses = (Course(origin, _by_day(some, told)) for origin, some in members.items())
    return tuple(sorted(courses, key=lambda c: (-days_of(c), *order(c.given[-1].known, c.origin))))


def days_of(course: Course) -> int:
    """On how many days the origin gave a figure."""
    return len({one.known for one in course.given})


def _by_day(points: Sequence[FigureView], told: Mapping[str, Told]) -> tuple[Given, ...]:
    by_day: dict[tuple[str, str], list[FigureView]] = defaultdict(list)
    dated = [point for point in points if point.known]
    for point in dated or points:
        by_day[_day(point), point.known].append(point)
    return tuple(_most_told(*key, by_day[key], told) for key in sorted(by_day))


def _day(point: FigureView) -> str:
    """The day that a point is about. A page that is written on tells of days after its own: what has come about keeps
    them (of pages without stamps 57 figures were read: all 55 that had come about had the right day), a forecast not.
    """
    return point.day if point.figure.basis in CAME_ABOUT else min(point.day, point.known)


def _most_told(day: str, known: str, points: Sequence[FigureView], told: Mapping[str, Told]) -> Given:
    texts: Counter[Bounds] = Counter(
        bounds for bounds, _ in {(bounds_of(p.figure), told[p.document].text) for p in points}
    )
    best = max(texts, key=lambda bounds: (texts[bounds], digits(bounds), tuple(b or 0.0 for b in bounds)))
    same = sorted((p for p in points if bounds_of(p.figure) == best), key=lambda p: p.id)
    return Given(day, known, same[0], tuple(same))
