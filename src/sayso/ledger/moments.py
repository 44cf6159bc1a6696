"""Hold what all answers of a ledger are made from: one moment of its store, and what is known across documents by then.

Enters: an open connection and the situation. Leaves: records as views, the names that actors and places go by, and
the documents that are copies, all as people have judged them. Kept between two answers is only what the judgements
amount to, for as long as there are no more of them.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar, cast

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, select

from sayso.ledger import asking
from sayso.ledger.asking import Wanted
from sayso.ledger.copies.groups import Copies
from sayso.ledger.finding import Condition, find_records, overruled
from sayso.ledger.judgements.judging import ask_judgements, carry_on, count_judgements, spread
from sayso.ledger.judgements.weighing import Weighed, weigh
from sayso.ledger.names.actors import Naming, name_actors
from sayso.ledger.names.containment import places_around
from sayso.ledger.names.knowing import Named
from sayso.ledger.names.places import Located, name_places
from sayso.ledger.names.whereabouts import numbers_of
from sayso.ledger.opening import explained, transaction
from sayso.ledger.series.gathering import join_series
from sayso.ledger.stores.server import Where
from sayso.ledger.tables import copy_credit, copy_pair, copy_version, figure, statement
from sayso.ledger.telling import Names, tell_documents, tell_figure
from sayso.ledger.views import DocumentView, FigureView
from sayso.model import Situation, Statement
from sayso.model.correction import correct
from sayso.model.encoding import decode

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
        return tell_documents(rows, self._copies(day), self._weighed(day))

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
        """The names as known by `as_of`, whatever a view leaves out; what is judged, and the series that makes."""
        return self._once("names", as_of, lambda: self._make_names(as_of))

    def _make_names(self, as_of: str | None) -> Names:
        wanted, connection = self._wanted(as_of), self._connection
        weighed = carry_on(connection, wanted, self._weighed(as_of))
        located = [Located(*row) for row in asking.ask_places(connection, wanted)]
        actors = name_actors(
            self._actors(wanted, weighed), self.situation, weighed.pairs("actor"), weighed.names.get("actor", ())
        )
        places = name_places(located, self.situation, weighed.pairs("place"), weighed.names.get("place", ()))
        names = Names(actors, places, spread(weighed, {"actor": actors, "place": places}))
        return msgspec.structs.replace(names, series=self._series(wanted, names))

    def _actors(self, wanted: Wanted, weighed: Weighed) -> Iterator[Named]:
        """Everybody whom documents name or give the word, or whom people have put in the place of a speaker."""
        for a in asking.ask_actors(self._connection, wanted):
            yield Named(a.name, a.kind, tuple(a.acronyms.split()), a.uses)
        corrected = overruled(statement, weighed.corrections.keys() - weighed.rejected)
        left_out = sorted({*corrected, *overruled(statement, weighed.rejected)})
        for name, kind, uses in asking.ask_speakers(self._connection, wanted, left_out):
            yield Named(name, kind, uses=uses)
        if corrected:
            for row in asking.ask_records(
                self._connection, wanted, statement, where=[asking.is_one_of(statement.c.id, corrected)]
            ):
                said = correct(decode(row.noun, Statement), weighed.corrections[row.id])
                if said.speaker is not None:
                    yield Named(said.speaker, said.speaker_kind)

    def _series(self, wanted: Wanted, names: Names) -> dict[str, str]:
        """The series that people's judgements of figures make, see `join_series`."""
        return join_series(self._judged_figures(names, wanted), names.weighed.pairs("figure"))

    def _judged_figures(self, names: Names, wanted: Wanted) -> tuple[FigureView, ...]:
        """The figures that people call the same or not."""
        pairs = names.weighed.pairs("figure")
        ids = sorted({key[0] for pair in (*pairs.same, *pairs.apart) for key in pair})
        return (
            self._find(wanted, names, figure, tell_figure, [Condition(asking.is_one_of(figure.c.id, ids))])
            if ids
            else ()
        )

    def _named(self, wanted: Wanted, column: Any, asked: str, naming: Naming) -> ColumnElement[bool]:
        names = asking.ask_named(self._connection, wanted, column)
        return asking.is_one_of(column, {n for n in names if naming.fits(asked, n)})

    def _placed(self, wanted: Wanted, column: Any, asked: str, names: Names) -> ColumnElement[bool]:
        found = asking.ask_named(self._connection, wanted, column)
        return asking.is_one_of(column, {n for n in found if names.places.same(asked, n)})

    def _places_like(self, wanted: Wanted, asked: str, names: Names) -> set[str]:
        return {r.name for r in asking.ask_places(self._connection, wanted) if names.places.same(asked, r.name)}

    def _lying_in(self, wanted: Wanted, asked: str, names: Names) -> set[str]:
        """The names of the place asked for, and of all that surely lie within it."""
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
