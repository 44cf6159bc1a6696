"""Answer from a ledger: views of its records, as of any day.

Enters: an open connection and the situation. Leaves: the views of `sayso.ledger.views`, each from one moment of the
store. What is said across documents (names, copies, series) is worked out from the readings that count and from
nothing else, so the ledger asked as of a day answers like one that was never told anything later.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, func, or_, select

from sayso.ledger import asking
from sayso.ledger.actors import Named, Naming, name_actors
from sayso.ledger.adding import RECORDS
from sayso.ledger.asking import Wanted
from sayso.ledger.opening import REVISION, explained, transaction
from sayso.ledger.places import Located, name_places
from sayso.ledger.series import gather_series
from sayso.ledger.tables import copy_pair, document, event, figure, metadata, problem, reading, situation, statement
from sayso.ledger.telling import Names, group_copies, tell_documents, tell_event, tell_figure, tell_statement
from sayso.ledger.views import Counts, DocumentView, EventView, FigureView, Record, Series, StatementView
from sayso.model import Document, Problem, SaysoError, Situation
from sayso.model.encoding import decode

Shown = DocumentView | StatementView | FigureView | EventView


class Answers:
    """The side of a ledger that only reads. In every view `as_of` is the last ISO 8601 day that counts, `since` the
    first; records come by (day known, document, place in the text), and `limit` keeps the newest.
    """

    def __init__(self, path: Path, connection: Connection, situation: Situation) -> None:
        self.path = path
        self.situation = situation
        self._connection = connection

    def record(self, as_of: str | None = None, since: str | None = None) -> Record:
        """Everything that was known on the day `as_of`; of that, what has become known on `since` or later.

        Names, copy groups and series ids take account of all that was known by `as_of`: `since` only leaves out.
        """
        with self._moment():
            wanted, names = self._wanted(as_of, since), self._names(as_of)
            figures = self._figures(wanted, names)
            return Record(
                as_of=as_of,
                documents={d.document.id: d for d in self._documents(wanted)},
                statements=tuple(tell_statement(r, names) for r in self._ask(wanted, statement)),
                figures=figures,
                events=tuple(tell_event(r, names) for r in self._ask(wanted, event)),
                series=gather_series(figures),
            )

    def documents(
        self, as_of: str | None = None, since: str | None = None, *, about: str | None = None, limit: int | None = None
    ) -> tuple[DocumentView, ...]:
        """Documents. `about`: words that they have, in full text; `refug*` stands for any word that begins so."""
        with self._moment():
            where = [asking.has_words(document, about)] if about is not None else []
            return self._documents(self._wanted(as_of, since), where, limit)

    def statements(
        self,
        as_of: str | None = None,
        since: str | None = None,
        *,
        by: str | None = None,
        place: str | None = None,
        about: str | None = None,
        limit: int | None = None,
    ) -> tuple[StatementView, ...]:
        """Statements. `by` is the speaker, by any name or part of one; `place` is mentioned in them; `about`: words
        that they have, in full text.
        """
        with self._moment():
            wanted, names = self._wanted(as_of, since), self._names(as_of)
            where = []
            if by is not None:
                where.append(self._named(wanted, statement.c.speaker, by, names.actors))
            if place is not None:
                where.append(asking.stands_at(self._places_like(wanted, place, names)))
            if about is not None:
                where.append(asking.has_words(statement, about))
            return tuple(tell_statement(r, names) for r in self._ask(wanted, statement, where, limit))

    def figures(
        self,
        as_of: str | None = None,
        since: str | None = None,
        *,
        measure: str | None = None,
        by: str | None = None,
        place: str | None = None,
        about: str | None = None,
        limit: int | None = None,
    ) -> tuple[FigureView, ...]:
        """Figures. `by` is their source, by any name or part of one; `about`: words that they or their measure have."""
        with self._moment():
            wanted, names = self._wanted(as_of, since), self._names(as_of)
            where = []
            if measure is not None:
                where.append(figure.c.measure == measure)
            if by is not None:
                where.append(self._named(wanted, figure.c.source, by, names.actors))
            if place is not None:
                where.append(self._placed(wanted, figure.c.place, place, names))
            if about is not None:
                where.append(asking.has_words(figure, about))
            return self._figures(wanted, names, where, limit)

    def events(
        self,
        as_of: str | None = None,
        since: str | None = None,
        *,
        kind: str | None = None,
        by: str | None = None,
        place: str | None = None,
        about: str | None = None,
        limit: int | None = None,
    ) -> tuple[EventView, ...]:
        """Events. `kind` is their type, `by` an actor in them, by any name or part of one; `about`: words that
        they or their type have.
        """
        with self._moment():
            wanted, names = self._wanted(as_of, since), self._names(as_of)
            where = []
            if kind is not None:
                where.append(event.c.type == kind)
            if place is not None:
                where.append(self._placed(wanted, event.c.place, place, names))
            if about is not None:
                where.append(asking.has_words(event, about))
            rows = self._ask(wanted, event, where, None if by else limit)
        told = tuple(tell_event(r, names) for r in rows)
        if by is None:
            return told
        meant = tuple(e for e in told if any(names.actors.fits(by, name) for name in e.event.actor))
        return meant if limit is None else meant[max(0, len(meant) - limit) :]

    def series(
        self,
        measure: str | None = None,
        *,
        place: str | None = None,
        as_of: str | None = None,
        since: str | None = None,
    ) -> tuple[Series, ...]:
        """Series of figures that measure one thing, by what they measure."""
        return gather_series(self.figures(as_of, since, measure=measure, place=place))

    def problems(self, as_of: str | None = None) -> tuple[Problem, ...]:
        """Trouble met on the way: at intake, on whichever day, and in the readings that count."""
        with self._moment():
            counted = self._wanted(as_of).counted()
            counts = or_(problem.c.reading.is_(None), problem.c.reading.in_(select(counted.c.reading)))
            nouns = self._connection.execute(select(problem.c.noun).where(counts)).scalars().all()
        return tuple(sorted((decode(n, Problem) for n in nouns), key=lambda p: (p.place, p.stage, p.code, p.message)))

    def show(self, prefix: str) -> tuple[Shown, Document]:
        """The one record or document whose id begins with `prefix`, and the document it stands in.

        Raises `SaysoError` where there is none, or more than one.
        """
        with self._moment():
            names, wanted = self._names(), self._wanted()
            found: dict[str, Shown] = {
                view.document.id: view for view in self._documents(wanted, [asking.starts_with(document, prefix)])
            }
            for table, tell in ((statement, tell_statement), (figure, tell_figure), (event, tell_event)):
                rows = self._ask(wanted, table, [asking.starts_with(table, prefix)])
                found.update((row.id, tell(row, names)) for row in rows)
            if len(found) != 1:
                raise SaysoError(_not_one(prefix, sorted(found)))
            view = next(iter(found.values()))
            if isinstance(view, DocumentView):
                return view, view.document
            return view, self._documents(wanted, [document.c.id == view.document])[0].document

    def status(self, as_of: str | None = None) -> Counts:
        """How much there is. `readings` and `bytes` are those of the whole ledger, whatever the day."""
        problems = len(self.problems(as_of))
        with self._moment():
            wanted = self._wanted(as_of)
            counted = wanted.counted()
            tables = {field: metadata.tables[table] for field, (table, _) in RECORDS.items()}
            numbers = {
                field: self._count(select(func.count(table.c.row)).join(counted, counted.c.reading == table.c.reading))
                for field, table in tables.items()
                if field in Counts.__struct_fields__
            }
            readings = self._count(select(func.count()).select_from(reading))
            wordings = asking.ask_wordings(self._connection, wanted)
            outlets = asking.ask_outlets(self._connection, wanted)
            copies = self._copies(as_of)
            size = asking.ask_size(self._connection)
        known = [row.known for row in wordings if row.known]
        return Counts(
            documents=len(wordings),
            readings=readings,
            problems=problems,
            outlets=len(outlets),
            copies=sum(original != one for one, original in copies.items()),
            first_known=min(known, default=None),
            last_known=max(known, default=None),
            bytes=size,
            revision=REVISION,
            **numbers,
        )

    def settle_situation(self) -> Situation:
        """From now on answer in the situation that the documents were read in; that situation.

        It differs from the one that the ledger was opened with in its day zero alone, where only the documents gave
        that away; of several, the one that most readings were made in counts.
        """
        if self.situation.day_zero is None:
            with self._moment():
                uses = select(reading.c.situation, func.count()).group_by(reading.c.situation)
                counts = {str(row[0]): int(row[1]) for row in self._connection.execute(uses)}
                kept = [
                    decode(noun, Situation) for noun in self._connection.execute(select(situation.c.noun)).scalars()
                ]
            own = self.situation.fingerprint()
            alike = [s for s in kept if msgspec.structs.replace(s, day_zero=None).fingerprint() == own]
            if alike:
                best = max(alike, key=lambda s: (counts.get(s.fingerprint(), 0), s.day_zero or ""))
                self.situation = msgspec.structs.replace(self.situation, day_zero=best.day_zero)
        return self.situation

    @contextmanager
    def _moment(self) -> Iterator[None]:
        """One unchanging state of the store, whatever a writer adds meanwhile."""
        with explained(self.path), transaction(self._connection, write=False):
            yield

    def _wanted(self, as_of: str | None = None, since: str | None = None) -> Wanted:
        return Wanted(self.situation.fingerprint(), as_of, since)

    def _count(self, query: Any) -> int:
        return int(self._connection.execute(query).scalar_one())

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


def _not_one(prefix: str, found: list[str]) -> str:
    if not found:
        return f"nothing in the ledger has an id that begins with {prefix!r}; ids stand beside every record listed"
    some = ", ".join(found[:5]) + (", …" if len(found) > 5 else "")
    return f"{len(found)} ids begin with {prefix!r}: {some}; type more of the one you mean"
