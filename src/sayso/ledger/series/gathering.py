"""Put figures that measure one thing into one series.

Enters: figures with the one name of their place and of their source. Leaves: series, each figure in exactly one.
Parts of a whole hang under it, and never count beside it.

Figures are of one series where measure, unit, population, place and basis are the same, letter case, accents, articles
and punctuation aside, and so are the words for one population ("troops", "soldiers"); a population that only repeats
the measure ("refugees" of refugees) tells nothing and is left out.

What people call the same thing is one series, and what they call another thing is a series of its own.

What a figure does not say is not filled in. One that says neither where nor of whom could be about anything: "12 were
killed" of two sources are two blows as often as one. So such a figure is in a series with those of its own source
alone, and one that rests on nobody's word with those of its own document alone. Numbers of several sources meet where
the words say that they are about one thing: the refugees from one country, the soldiers of one side.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.ledger.days import order
from sayso.ledger.judgements.parting import Verdicts, settle
from sayso.ledger.names.folding import Key, fold
from sayso.ledger.series.populations import fold_population
from sayso.ledger.views import FigureView, Series
from sayso.model import Figure, content_id


def series_id(figure: Figure, place: str | None, teller: str) -> str:
    """The id of the series that a figure is of. `teller` is its source, or its document where it has none."""
    measure, unit, where = (" ".join(fold(part)) if part else "" for part in (figure.measure, figure.unit, place))
    population = " ".join(fold_population(figure.population)) if figure.population else ""
    population = "" if population == measure else population
    whose = "" if population or where else " ".join(fold(teller))
    return content_id("q", measure, unit, population, where, figure.basis or "", whose)


def part_series(whole: str) -> str:
    """The id of the series of the parts of this one, where the words say no more than that they are parts."""
    return content_id("q", whole, "part")


def join_series(figures: Sequence[FigureView], verdicts: Verdicts[Key]) -> dict[str, str]:
    """The ids of figures and of series, each with the series that it is of by what people say of these figures.

    Two series become one by two figures that are the same. Of two figures of one series that are not, the later one
    leaves it. Increments, stocks and units never mix, whoever says so.
    """
    views: dict[Key, FigureView] = {(figure.id,): figure for figure in figures}
    there = [(a, b) for a, b in verdicts.same if a in views and b in views and are_alike(views[a], views[b])]
    apart = [sorted(p, key=lambda k: order(views[k].known, k[0])) for p in verdicts.apart if views.keys() >= set(p)]
    links = [(key, (figure.series or "",)) for key, figure in views.items()]
    groups: dict[Key, list[str]] = defaultdict(list)
    settled = settle(links, Verdicts(tuple(there), tuple((a, b) for a, b in apart)), earlier_keeps=True)
    for key, first in settled.items():
        groups[first].append(key[0])
    return {one: _name_series(members, views) for members in groups.values() for one in members}


def are_alike(one: FigureView, other: FigureView) -> bool:
    """Whether one series can hold both."""
    return (one.figure.unit, one.figure.basis) == (other.figure.unit, other.figure.basis)


def _name_series(members: Sequence[str], views: Mapping[Key, FigureView]) -> str:
    """The id of a series that these figures and series make up."""
    known = [one for one in members if (one,) not in views]
    first = min(members, key=lambda one: order(views[one,].known, one) if (one,) in views else (True, "", one))
    return min(known) if known else content_id("q", first)


def gather_series(figures: Iterable[FigureView], parts: Iterable[FigureView] = ()) -> tuple[Series, ...]:
    """Series, by what they measure; points by (day, known, id). `parts` are figures that may be parts of theirs.

    Those whom a series counts go by the name that most of its figures have.
    """
    members: dict[str, list[FigureView]] = defaultdict(list)
    under: dict[str, dict[str, FigureView]] = defaultdict(dict)
    figures = tuple(figures)
    for figure in figures:
        members[_id_of(figure)].append(figure)
    for part in (*figures, *parts):
        if part.part_of is not None:
            under[part.part_of][part.id] = part
    return tuple(sorted((_series(found, points, under) for found, points in members.items()), key=_order))


def _id_of(figure: FigureView) -> str:
    return figure.series or series_id(figure.figure, figure.place, figure.source or figure.document)


def _series(found: str, points: list[FigureView], under: Mapping[str, Mapping[str, FigureView]]) -> Series:
    points.sort(key=lambda p: (*order(p.day, p.known), p.id))
    first = min(points, key=lambda p: (p.figure.measure, p.figure.unit or "", p.id))
    names = Counter(p.figure.population or "" for p in points)
    population = min(names, key=lambda name: (-names[name], name)) or None
    parts = tuple(one for p in points for _, one in sorted(under.get(p.id, {}).items()))
    figure = first.figure
    return Series(found, figure.measure, figure.unit, population, first.place, figure.basis, tuple(points), parts)


def _order(series: Series) -> tuple[str, str, str, str, str, str]:
    s = series
    return s.measure, s.unit or "", s.population or "", s.place or "", s.basis or "", s.id
