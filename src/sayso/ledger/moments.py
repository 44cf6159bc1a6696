"""Hold what all answers of a ledger are made from: one moment of its store, and what is known across documents by then.

Enters: an open connection and the situation. Leaves: records as views, the names that actors and places go by, and
the documents that are copies, all as people have judged them. Kept between two answers is only what the judgements
amount to, for as long as there are no more of them.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar, cast

import msgspec
from sqlalchemy import Connection, Table, select

from sayso.ledger import asking
from sayso.ledger.asking import Wanted
from sayso.ledger.copies.groups import Copies
from sayso.ledger.finding import Condition, find_records
from sayso.ledger.judgements.judging import ask_judgements, carry_on, count_judgements
from sayso.ledger.judgements.weighing import Weighed, weigh
from sayso.ledger.names.containment import places_around
from sayso.ledger.names.whereabouts import numbers_of
from sayso.ledger.naming import Known
from sayso.ledger.opening import explained, transaction
from sayso.ledger.series.gathering import join_series
from sayso.ledger.stores.server import Where
from sayso.ledger.tables import copy_credit, copy_pair, copy_version, figure
from sayso.ledger.telling import Names, tell_documents, tell_figure
from sayso.ledger.views import DocumentView, FigureView
from sayso.model import Situation

_View = TypeVar("_View")


class Moments:
    """A ledger's place and situation. What is asked within one `moment` is of one state of the store."""

    def __init__(self, path: Where, connection: Connection, situation: Situation) -> None:
        self.path = path
        self.situation = situation
        self._connection = connection
        self._within = False
        self._memo: dict[tuple[str, str | None], Any] = {}
        self._kept: tuple[tuple[int, str | None], Weighed] = (0, None), Weighed()

    @contextmanager
    def moment(self) -> Iterator[None]:
        """One unchanging state of the store for all that is asked within, whatever a writer adds meanwhile. Nothing can
        be added through this ledger as long as it lasts.
        """
        if self._within:
            yield
            return
        with explained(self.path), transaction(self._connection, write=False):
            self._within = True
            try:
                yield
            finally:
                self._within = False
                self._memo.clear()

    def _once(self, what: str, as_of: str | None, make: Callable[[], _View]) -> _View:
        """What `make` makes, but once within a moment, in which it cannot change."""
        if not self._within:
            return make()
        key = what, as_of
        if key not in self._memo:
            self._memo[key] = make()
        return cast(_View, self._memo[key])

    def _wanted(self, as_of: str | None = None, since: str | None = None) -> Wanted:
        rejected = frozenset(id for id in self._weighed(as_of).rejected if id.startswith("d"))
        return Wanted(self.situation.fingerprint(), as_of, since, rejected)

    def _weighed(self, as_of: str | None = None) -> Weighed:
        """What the judgements known by `as_of` amount to."""
        key = count_judgements(self._connection), as_of
        if key[0] and key != self._kept[0]:
            self._kept = key, weigh(ask_judgements(self._connection, as_of))
        return self._kept[1] if key[0] else Weighed()

    def _find(
        self,
        wanted: Wanted,
        names: Names,
        table: Table,
        tell: Callable[[Any, Names], _View],
        conditions: Sequence[Condition] = (),
        limit: int | None = None,
    ) -> tuple[_View, ...]:
        return find_records(self._connection, wanted, names, table, tell, conditions, limit)

    def _documents(
        self, wanted: Wanted, where: Any = (), limit: int | None = None, *, as_of: str | None = None
    ) -> tuple[DocumentView, ...]:
        """Documents; their copies and what is judged of them are those known by `as_of`, else by that of `wanted`."""
        rows, day = asking.ask_documents(self._connection, wanted, where=where, limit=limit), as_of or wanted.as_of
        return tell_documents(rows, self._copies(day), self._weighed(day)) if rows else ()

    def _copies(self, as_of: str | None = None) -> Copies:
        """The copies among what was known by `as_of`, whatever a view leaves out."""
        return self._once("copies", as_of, lambda: self._make_copies(as_of))

    def _make_copies(self, as_of: str | None) -> Copies:
        rows = asking.ask_wordings(self._connection, self._wanted(as_of))
        pairs, versions, credits = (
            self._connection.execute(select(table)).all() for table in (copy_pair, copy_version, copy_credit)
        )
        return Copies(rows, pairs, versions, credits, self._weighed(as_of).pairs("document"))

    def _names(self, as_of: str | None = None) -> Names:
        """The names as known by `as_of`, whatever a view leaves out; what is judged, and the series that makes. A name
        is looked up when it is asked about.
        """
        return self._once("names", as_of, lambda: self._with_series(as_of, self._known(as_of).near))

    def _every_name(self, as_of: str | None = None) -> Names:
        """As `_names`, with all names joined at once, and the links that join them."""
        return self._once("every name", as_of, lambda: self._with_series(as_of, self._known(as_of).whole))

    def _every_actor(self, as_of: str | None = None) -> Names:
        """As `_names`, with all names of actors joined at once, and the links that join them."""
        return self._once("every actor", as_of, lambda: self._known(as_of).every_actor)

    def _every_place(self, as_of: str | None = None) -> Names:
        """As `_names`, with all names of places joined at once, and the links that join them."""
        return self._once("every place", as_of, lambda: self._known(as_of).every_place)

    def _known(self, as_of: str | None) -> Known:
        return self._once("known", as_of, lambda: self._make_known(as_of))

    def _make_known(self, as_of: str | None) -> Known:
        wanted = self._wanted(as_of)
        weighed = carry_on(self._connection, wanted, self._weighed(as_of))
        return Known(self._connection, wanted, self.situation, weighed)

    def _with_series(self, as_of: str | None, names: Names) -> Names:
        """With the series that people's judgements of figures make, see `join_series`."""
        judged = self._judged_figures(names, self._wanted(as_of))
        return msgspec.structs.replace(names, series=join_series(judged, names.weighed.pairs("figure")))

    def _judged_figures(self, names: Names, wanted: Wanted) -> tuple[FigureView, ...]:
        """The figures that people call the same or not."""
        pairs = names.weighed.pairs("figure")
        ids = sorted({key[0] for pair in (*pairs.same, *pairs.apart) for key in pair})
        return (
            self._find(wanted, names, figure, tell_figure, [Condition(asking.has_one_of(figure.c.id, ids))])
            if ids
            else ()
        )

    def _lying_in(self, wanted: Wanted, asked: str) -> set[str]:
        """The names of the place asked for, and of all that surely lie within it."""
        names = self._every_place(wanted.as_of)
        rows = asking.ask_places(self._connection, wanted)
        around = {name: places_around(number) for name, number in numbers_of(map(tuple, rows), names).items()}
        return {
            row.name
            for row in rows
            if any(
                names.places.same(asked, name)
                for name in (row.name, *(place.name for place in around.get(names.places.of(row.name), ())))
            )
        }
