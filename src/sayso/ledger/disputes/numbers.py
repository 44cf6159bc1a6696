"""Find numbers of two sides for one thing and day whose bounds do not meet.

Enters: figures, and the sides. Leaves: clashes. Figures are of one thing where they are of one series, or count the
same people of one side on one basis, in one place: "Velmish civilians" are the civilians in Velmark, "Velmish
soldiers" the Velmish troops, wherever they are. Refuses: figures that do not say whom they count and of which side or
where; all but running totals, for of two blows on one day both are right; parts of a whole; figures by nobody who can
be told, and by a side that gives one only; and two numbers that differ because one of the two is late: where a side
says within `LAG` days what the other says, they agree and only count on.
"""

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from sayso.languages import load_lexicon, supported_languages
from sayso.ledger.copies.comparing import group
from sayso.ledger.disputes.endings import Count
from sayso.ledger.disputes.sides import Sides
from sayso.ledger.disputes.told import Clash, day_number, tell_figure
from sayso.ledger.names.folding import Key, plain_words
from sayso.ledger.series.bounds import meet
from sayso.ledger.series.gathering import series_id
from sayso.ledger.views import FigureView

BASIS = "cumulative"
FULL = 10
"""Characters of an ISO 8601 day."""
FEWEST = 2
"""Figures of one thing that a side must have given: a number told once may be of something else."""
LAG = 4
"""Days by which a count may be late."""
MOST = 0.75
"""Share of the pairs of figures that must be apart: one of them may have been read wrong."""
APART = 1.5
"""Ratio below which two counts of one thing are the same count, taken at another hour."""
AT_MOST = 30
"""Ratio above which one of the two was read wrong, or is of a part."""


Things = Mapping[str, Sequence[FigureView]]
"""The figures that count each thing."""


def gather_things(figures: Iterable[FigureView], sides: Sides, judged: Mapping[str, str]) -> Things:
    """The running totals that say whom they count, by the thing that they count. `judged` are series that people have
    joined, each with the one that they are now.
    """
    things: dict[str, list[FigureView]] = defaultdict(list)
    dated = (f for f in figures if counts_people(f) and f.known and len(f.day) == FULL)
    fitting = [f for f in dated if sides.of(f.source) is not None and _people(f, sides)]
    things_of = _things(fitting, sides, judged)
    for figure in fitting:
        things[" ".join(things_of[figure.series or "",])].append(figure)
    return things


def find_rival_numbers(things: Things, sides: Sides) -> Iterator[Clash]:
    """The numbers that do not meet."""
    for thing, points in things.items():
        times = Counter(sides.of(point.source) for point in points)
        yield from _rivals(thing, [p for p in points if times[sides.of(p.source)] >= FEWEST], sides)


def counts_of(things: Things, sides: Sides) -> Iterator[Count]:
    """What each side counts."""
    for thing, points in things.items():
        for point in points:
            yield Count(tell_figure(point, sides.of(point.source)), thing, _value(point))


def counts_people(view: FigureView) -> bool:
    """Whether a figure is a running total that says whom it counts, and is no part of another one."""
    return bool(view.figure.basis == BASIS and view.figure.part_of is None and view.figure.population)


def _people(view: FigureView, sides: Sides) -> Key:
    """Whom a figure counts, of which side and where; nothing where it does not say."""
    population = view.figure.population or ""
    named, there = sides.named_in(population), sides.named_in(view.place or "")
    words = tuple(plain_words(population))
    if len(named) > 1 or len(words) > len(named) + 1 or not (named or view.place):
        return ()
    whose = named[0][0] if named else there[0][0] if there else ""
    who = words[-1] if not named or len(words) > 1 else ""
    if who in _forces():
        return (whose, "forces") if named else ()
    where = "" if not view.place or (there and there[0][0] == whose) else view.place
    return (whose, who, where) if who else ()


def _things(figures: Iterable[FigureView], sides: Sides, judged: Mapping[str, str]) -> Mapping[Key, Key]:
    """The thing that the figures of each series count. A figure that people have taken out of its series is
    joined to none."""
    links: list[tuple[Key, Key]] = []
    for view in figures:
        own: Key = (view.series or "",)
        links.append((own, own))
        read = series_id(view.figure, view.place, view.source or view.document)
        if view.series == judged.get(read, read):
            links.append((own, ("~", *_people(view, sides), view.figure.measure, view.figure.unit or "")))
    return group(links)


@functools.cache
def _forces() -> frozenset[str]:
    """Words for forces, in every language."""
    entries = (e for code in supported_languages() for e in load_lexicon(code, "events").of_kind("class"))
    return frozenset(s.casefold() for e in entries if e.also.get("forces") for s in e.spellings)


def _rivals(thing: str, points: Sequence[FigureView], sides: Sides) -> Iterator[Clash]:
    """Each side's figures of each day, against those of the others of the days around it."""
    by_day: dict[int, dict[str, list[FigureView]]] = defaultdict(lambda: defaultdict(list))
    for point in points:
        by_day[day_number(point.day)][sides.of(point.source) or ""].append(point)
    for day, told in sorted(by_day.items()):
        around: dict[str, list[FigureView]] = defaultdict(list)
        for near in range(day - LAG, day + LAG + 1):
            for name, some in by_day.get(near, {}).items():
                around[name] += some
        for one, other in product(sorted(told), sorted(around)):
            if one != other and _are_apart(told[one], around[other]):
                yield from _clashes(thing, told[one], around[other], (one, other))


def _are_apart(here: Sequence[FigureView], there: Sequence[FigureView]) -> bool:
    """Whether most of what the one says on a day is far from what the other says around it."""
    return sum(_is_rival(p, q) for p in here for q in there) >= MOST * len(here) * len(there)


def _is_rival(one: FigureView, other: FigureView) -> bool:
    low, high = sorted((_value(one), _value(other)))
    return not meet(one.figure, other.figure) and APART * low <= high <= AT_MOST * low


def _value(view: FigureView) -> float:
    low, high = view.figure.low, view.figure.high
    return low if low is not None else high if high is not None else 0.0


def _clashes(
    thing: str, one: Sequence[FigureView], other: Sequence[FigureView], names: tuple[str, str]
) -> Iterator[Clash]:
    """Each figure of both sides, against the first of the other."""
    first, second = (sorted(points, key=lambda p: (p.known, p.document, p.id)) for points in (one, other))
    f = first[0].figure
    about = " · ".join(part for part in (f.measure, f.unit, f.population, first[0].place, f.basis) if part)
    pairs = [(a, second[0]) for a in first] + [(first[0], b) for b in second[1:]]
    for a, b in (pair for pair in pairs if _is_rival(*pair)):
        told = tell_figure(a, names[0]), tell_figure(b, names[1])
        yield Clash("numbers", *told, ("counts", "counts"), names, key=thing, about=about)
