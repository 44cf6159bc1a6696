"""Put figures that measure one thing into one series.

Enters: figures with the one name of their place. Leaves: series, each figure in exactly one. Figures are of one series
where measure, unit, population, place and basis are the same, letter case, accents, articles and punctuation aside;
what a figure does not say is not filled in: one without a place is in the series without a place.
"""

from collections import defaultdict
from collections.abc import Iterable

from sayso.ledger.days import order
from sayso.ledger.folding import fold
from sayso.ledger.views import FigureView, Series
from sayso.model import Figure, content_id


def series_id(figure: Figure, place: str | None) -> str:
    """The id of the series that a figure is of."""
    parts = (figure.measure, figure.unit, figure.population, place)
    return content_id("q", *(" ".join(fold(part)) if part else "" for part in parts), figure.basis or "")


def gather_series(figures: Iterable[FigureView]) -> tuple[Series, ...]:
    """Series, by what they measure; points by (day, known, id)."""
    members: dict[str, list[FigureView]] = defaultdict(list)
    for figure in figures:
        members[figure.series or series_id(figure.figure, figure.place)].append(figure)
    return tuple(sorted((_series(found, points) for found, points in members.items()), key=_order))


def _series(found: str, points: list[FigureView]) -> Series:
    points.sort(key=lambda p: (*order(p.day, p.known), p.id))
    first = min(points, key=lambda p: (p.figure.measure, p.figure.unit or "", p.figure.population or "", p.id))
    figure = first.figure
    return Series(found, figure.measure, figure.unit, figure.population, first.place, figure.basis, tuple(points))


def _order(series: Series) -> tuple[str, str, str, str, str, str]:
    s = series
    return s.measure, s.unit or "", s.population or "", s.place or "", s.basis or "", s.id
