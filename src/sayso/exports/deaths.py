"""Tell how many were killed in an incident, as far as figures say.

Enters: an incident and its figures. Leaves: the least and the greatest number that is given, with the figures. Nothing
is added up, averaged or picked. Where nobody counts all, but some count soldiers and some civilians, the least for all
is the greatest of the least that they give, for whoever counts all counts these too; the greatest is then unknown.
Refuses: parts of another figure, which are in their whole; and running totals, which are of more than one happening: of
25 that were read in a ledger of 8,646 articles, 18 were.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from sayso.ledger.incidents.views import IncidentView
from sayso.ledger.names.folding import Key
from sayso.ledger.series.populations import fold_population
from sayso.ledger.views import FigureView

KILLED = "killed"
RUNNING = "cumulative"
ALL: Key = ()
"""How those are folded of whom nothing is said but that they are people."""


class Deaths(msgspec.Struct, frozen=True):
    """How many were killed. A bound that nobody gives is `None`; `open` tells that the greatest is given as "at least".

    `figures` count the dead, of whatever people, in the order of the incident's tolls.
    """

    low: int | None = None
    high: int | None = None
    open: bool = False
    figures: tuple[FigureView, ...] = ()

    @property
    def agreed(self) -> int | None:
        """The number, where all that count say the same, and none says about, more or less."""
        rough = self.open or any(view.figure.approx for view in self.figures)
        return self.low if self.low == self.high and not rough else None


def deaths_of(incident: IncidentView, figures: Mapping[str, FigureView]) -> Deaths:
    """The dead of an incident. `figures` are those that it refers to, by id."""
    people: dict[Key, list[FigureView]] = defaultdict(list)
    for view in _counting(incident, figures):
        people[fold_population(view.figure.population or "")].append(view)
    every = [view for some in people.values() for view in some]
    all_counted = ALL in people or len(people) == 1
    lows = [_least(people[ALL])] if ALL in people else [_least(some) for some in people.values()]
    tops = [_greatest(view) for view in every] if all_counted else []
    low = max((low for low in lows if low is not None), default=None)
    high, is_open = max(tops, default=(None, False))
    return Deaths(low, high, is_open, tuple(every))


def _counting(incident: IncidentView, figures: Mapping[str, FigureView]) -> Iterable[FigureView]:
    tolls = [toll for toll in incident.tolls if toll.measure == KILLED and not toll.unit and not toll.parts]
    found = (figures[id] for toll in tolls for id in toll.figures)
    return (view for view in found if view.figure.basis != RUNNING)


def _least(figures: Iterable[FigureView]) -> int | None:
    """The least that is given; "up to 40" gives none."""
    lows = (view.figure.low for view in figures)
    return min((int(low) for low in lows if low is not None), default=None)


def _greatest(view: FigureView) -> tuple[int, bool]:
    """The most that a figure gives, and whether it says that there may be more."""
    low, high = view.figure.low, view.figure.high
    return (int(high), False) if high is not None else (int(low or 0), True)
