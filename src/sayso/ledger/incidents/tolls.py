"""Tell what the figures of one happening come to: for each measure the range between sources, and who gives it.

Enters: figures, and whose word each is. Leaves: a `Toll` for each measure, unit and population. Nothing is averaged and
none is picked; copies of a text count once. Refuses: plans and rates, which count nothing that happened, and counts of
what many did over a time.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sayso.ledger.copies.origins import Told
from sayso.ledger.days import order
from sayso.ledger.incidents.views import Toll
from sayso.ledger.names.folding import Key, fold
from sayso.ledger.series.given import origin_of
from sayso.ledger.views import FigureView

_COUNTED = ("increment", "stock", "cumulative", None)


def tell_tolls(figures: Iterable[FigureView], told: Mapping[str, Told]) -> tuple[Toll, ...]:
    """The tolls, by measure, unit and population, wholes before parts."""
    groups: dict[tuple[str, str, Key, bool], list[FigureView]] = defaultdict(list)
    for view in figures:
        one = view.figure
        if one.basis in _COUNTED and (one.low, one.high) != (None, None):
            population = fold(one.population) if one.population and fold(one.population) != fold(one.measure) else ()
            groups[one.measure, one.unit or "", population, one.part_of is not None].append(view)
    return tuple(
        _tell(sorted(some, key=lambda f: order(f.known, f.id)), told, parts=key[-1])
        for key, some in sorted(groups.items(), key=lambda group: (group[0][3], *group[0][:3]))
    )


def _tell(figures: list[FigureView], told: Mapping[str, Told], *, parts: bool) -> Toll:
    lows = [_least(view) for view in figures]
    highs = [_greatest(view) for view in figures]
    high = max(highs)
    first = figures[0].figure
    return Toll(
        measure=first.measure,
        unit=first.unit,
        population=first.population if first.population and fold(first.population) != fold(first.measure) else None,
        low=min(lows),
        high=high,
        open=any(view.figure.high is None and top == high for view, top in zip(figures, highs, strict=True)),
        figures=tuple(view.id for view in figures),
        by=tuple(dict.fromkeys(origin_of(view, told) for view in figures)),
        texts=len({told[view.document].text for view in figures}),
        parts=parts,
    )


def _least(view: FigureView) -> float:
    one = view.figure
    return one.low if one.low is not None else one.high or 0.0


def _greatest(view: FigureView) -> float:
    one = view.figure
    return one.high if one.high is not None else one.low or 0.0
