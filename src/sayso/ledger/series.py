"""Put figures that measure one thing into one series.

Enters: figures with the one name of their place and of their source. Leaves: series, each figure in exactly one.
Figures are of one series where measure, unit, population, place and basis are the same, letter case, accents, articles
and punctuation aside; a population that only repeats the measure ("refugees" of refugees) tells nothing and is left
out.

What a figure does not say is not filled in. One that says neither where nor of whom could be about anything: "12 were
killed" of two sources are two blows as often as one. So such a figure is in a series with those of its own source
alone, and one that rests on nobody's word with those of its own document alone. Numbers of several sources meet where
the words say that they are about one thing: the refugees from one country, the soldiers of one side.
"""

from collections import defaultdict
from collections.abc import Iterable

from sayso.ledger.days import order
from sayso.ledger.folding import fold
from sayso.ledger.views import FigureView, Series
from sayso.model import Figure, content_id


def series_id(figure: Figure, place: str | None, teller: str) -> str:
    """The id of the series that a figure is of. `teller` is its source, or its document where it has none."""
    measure, unit, population, where = (
        " ".join(fold(part)) if part else "" for part in (figure.measure, figure.unit, figure.population, place)
    )
    population = "" if population == measure else population
    whose = "" if population or where else " ".join(fold(teller))
    return content_id("q", measure, unit, population, where, figure.basis or "", whose)


def gather_series(figures: Iterable[FigureView]) -> tuple[Series, ...]:
    """Series, by what they measure; points by (day, known, id)."""
    members: dict[str, list[FigureView]] = defaultdict(list)
    for figure in figures:
        members[_id_of(figure)].append(figure)
    return tuple(sorted((_series(found, points) for found, points in members.items()), key=_order))


def _id_of(figure: FigureView) -> str:
    return figure.series or series_id(figure.figure, figure.place, figure.source or figure.document)


def _series(found: str, points: list[FigureView]) -> Series:
    points.sort(key=lambda p: (*order(p.day, p.known), p.id))
    first = min(points, key=lambda p: (p.figure.measure, p.figure.unit or "", p.figure.population or "", p.id))
    figure = first.figure
    return Series(found, figure.measure, figure.unit, figure.population, first.place, figure.basis, tuple(points))


def _order(series: Series) -> tuple[str, str, str, str, str, str]:
    s = series
    return s.measure, s.unit or "", s.population or "", s.place or "", s.basis or "", s.id
