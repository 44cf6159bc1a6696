"""Hold what all answers of a ledger are made from: one moment of its store, and what is known across documents by then.

Enters: an open connection and the situation. Leaves: records as views, the names that actors and places go by, and
the documents that are copies. Nothing is kept between two answers.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from sayso.ledger import asking
from sayso.ledger.actors import Named, Naming, name_actors
from sayso.ledger.asking import Wanted
from sayso.ledger.opening import explained, transaction
from sayso.ledger.places import Located, name_places
from sayso.ledger.tables import copy_pair, figure
from sayso.ledger.telling import Names, group_copies, tell_documents, tell_figure
from sayso.ledger.views import DocumentView, FigureView
from sayso.model import Situation


class Moments:
    """A ledger's file and situation. What is asked within one `_moment` is of one state of the store."""

    def __init__(self, path: Path, connection: Connection, situation: Situation) -> None:
        self.path = path
        self.situation = situation
        self._connection = connection

    @contextmanager
    def _moment(self) -> Iterator[None]:
        """One unchanging state of the store, whatever a writer adds meanwhile."""
        with explained(self.path), transaction(self._connection, write=False):
            yield

    def _wanted(self, as_of: str | None = None, since: str | None = None) -> Wanted:
        return Wanted(self.situation.fingerprint(), as_of, since)

    def _ask(self, wanted: Wanted, table: Any, where: Any = (), limit: int | None = None) -> Any:
        return asking.ask_records(self._connection, wanted, table, where=where, limit=limit)

    def _figures(
        self, wanted: Wanted, names: Names, where: Any = (), limit: int | None = None
    ) -> tuple[FigureView, ...]:
        return tuple(tell_figure(r, names) for r in self._ask(wanted, figure, where, limit))

    def _documents(self, wanted: Wanted, where: Any = (), limit: int | None = None) -> tuple[DocumentView, ...]:
        rows = asking.ask_documents(self._connection, wanted, where=where, limit=limit)
        return tell_documents(rows, self._copies(wanted.as_of))

    def _copies(self, as_of: str | None = None) -> dict[str, str]:
        pairs = self._connection.execute(select(copy_pair.c.first, copy_pair.c.second))
        return group_copies(asking.ask_wordings(self._connection, self._wanted(as_of)), ((a, b) for a, b in pairs))

    def _names(self, as_of: str | None = None) -> Names:
        """The names as known by `as_of`, whatever a view leaves out."""
        wanted = self._wanted(as_of)
        actors = asking.ask_actors(self._connection, wanted)
        named = [Named(a.name, a.kind, tuple(a.acronyms.split()), a.uses) for a in actors]
        named += (Named(name, kind, uses=n) for name, kind, n in asking.ask_speakers(self._connection, wanted))
        located = [Located(*row) for row in asking.ask_places(self._connection, wanted)]
        return Names(name_actors(named, self.situation), name_places(located, self.situation))

    def _named(self, wanted: Wanted, column: Any, asked: str, naming: Naming) -> ColumnElement[bool]:
        names = asking.ask_named(self._connection, wanted, column)
        return asking.is_one_of(column, {n for n in names if naming.fits(asked, n)})

    def _placed(self, wanted: Wanted, column: Any, asked: str, names: Names) -> ColumnElement[bool]:
        found = asking.ask_named(self._connection, wanted, column)
        return asking.is_one_of(column, {n for n in found if names.places.same(asked, n)})

    def _places_like(self, wanted: Wanted, asked: str, names: Names) -> set[str]:
        return {r.name for r in asking.ask_places(self._connection, wanted) if names.places.same(asked, r.name)}
