"""Answer from a ledger: views of its records, as of any day.

Enters: an open connection and the situation. Leaves: the views of `sayso.ledger.views`, each from one moment of the
store. What is said across documents (names, copies, series) is worked out from the readings that count and what people
judged by then, and from nothing else, so the ledger asked as of a day answers like one that was never told more.
"""

import textwrap
from collections.abc import Iterable
from functools import partial
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Table

from sayso.ledger import asking
from sayso.ledger.asking import Wanted
from sayso.ledger.finding import Condition, holds
from sayso.ledger.names.actors import Naming
from sayso.ledger.names.filing import AT, PLACE, SOURCE, is_used_on
from sayso.ledger.names.fitting import refuse_wordless
from sayso.ledger.series.gathering import gather_series
from sayso.ledger.series.populations import is_among
from sayso.ledger.standing import Standing
from sayso.ledger.tables import document, event, figure, statement
from sayso.ledger.telling import Names, tell_event, tell_figure, tell_statement
from sayso.ledger.views import (
    DocumentView,
    EventView,
    FigureView,
    Record,
    StatementView,
)
from sayso.model import Act, Document, SaysoError
from sayso.model.encoding import decode

_SHOWN = 200
"""Characters of the words of a record that no reading has any more."""
Shown = DocumentView | StatementView | FigureView | EventView


class Answers(Standing):
    """The side of a ledger that only reads. In every view `as_of` is the last ISO 8601 day that counts, `since` the
    first; records come by (day known, document, place in the text), and `limit` keeps the newest.
    """

    def record(self, as_of: str | None = None, since: str | None = None) -> Record:
        """Everything that was known on the day `as_of`; of that, what has become known on `since` or later.

        Names, copy groups and series ids take account of all that was known by `as_of`: `since` only leaves out.
        """
        with self.moment():
            wanted, names = self._wanted(as_of, since), self._names(as_of)
            figures = self._find(wanted, names, figure, tell_figure)
            return Record(
                as_of=as_of,
                documents={d.document.id: d for d in self._documents(wanted)},
                statements=self._find(wanted, names, statement, tell_statement),
                figures=figures,
                events=self._find(wanted, names, event, tell_event),
                series=gather_series(figures),
            )

    def documents(
        self, as_of: str | None = None, since: str | None = None, *, about: str | None = None, limit: int | None = None
    ) -> tuple[DocumentView, ...]:
        """Documents. `about`: words that they have, in full text; `refug*` stands for any word that begins so."""
        with self.moment():
            where = [asking.has_words(document, about)] if about is not None else []
            return self._documents(self._wanted(as_of, since), where, limit)

    def received(self, ids: Iterable[str]) -> dict[str, Document]:
        """The documents of these ids as they were first received, by id: where a record stands, and in which words.

        Those that the ledger does not have are missing.
        """
        with self.moment():
            rows = asking.ask_received(self._connection, ids)
        return {row.id: msgspec.structs.replace(decode(row.noun, Document), text=row.text) for row in rows}

    def statements(
        self,
        as_of: str | None = None,
        since: str | None = None,
        *,
        by: str | None = None,
        place: str | None = None,
        within: str | None = None,
        about: str | None = None,
        act: Act | None = None,
        limit: int | None = None,
    ) -> tuple[StatementView, ...]:
        """Statements. `by` is the speaker, by any name or part of one; `place` is mentioned in them, or one that lies
        `within` another; `about`: words that they have, in full text; `act` what is done by saying it, such as "deny".
        """
        with self.moment():
            wanted, names = self._wanted(as_of, since), self._names(as_of)
            where = []
            if by is not None:
                named = asking.has_one_of(statement.c.speaker, self._known(as_of).fitting(by))
                where.append(Condition(named, lambda v: _fits(names.actors, by, v.statement.speaker)))
            if place is not None:
                called = self._known(as_of).called(place)
                where.append(Condition(asking.stands_at(called), days=is_used_on(PLACE, called)))
            if within is not None:
                inside = self._lying_in(wanted, within)
                where.append(Condition(asking.stands_at(inside), days=is_used_on(PLACE, inside)))
            if about is not None:
                where.append(Condition(partial(asking.records_have_words, statement, about)))
            if act is not None:
                where.append(Condition(asking.act_of_statement() == act, lambda v: v.statement.act == act))
            return self._find(wanted, names, statement, tell_statement, where, limit)

    def figures(
        self,
        as_of: str | None = None,
        since: str | None = None,
        *,
        measure: str | None = None,
        by: str | None = None,
        place: str | None = None,
        within: str | None = None,
        population: str | None = None,
        about: str | None = None,
        limit: int | None = None,
    ) -> tuple[FigureView, ...]:
        """Figures. `by` is their source, by any name or part of one; `place` is theirs, or lies `within` another;
        `population` are words for those whom they count; `about`: words that they or their measure have.
        """
        with self.moment():
            return self._figures_like(self._wanted(as_of, since), measure, by, place, within, population, about, limit)

    def _figures_like(
        self,
        wanted: Wanted,
        measure: str | None = None,
        by: str | None = None,
        place: str | None = None,
        within: str | None = None,
        population: str | None = None,
        about: str | None = None,
        limit: int | None = None,
    ) -> tuple[FigureView, ...]:
        names = self._names(wanted.as_of)
        where = []
        if measure is not None:
            where.append(Condition(figure.c.measure == measure, lambda v: v.figure.measure == measure))
        if by is not None:
            named = self._known(wanted.as_of).fitting(by)
            given = asking.is_one_of(figure.c.source, named)
            fits = partial(_fits, names.actors, by)
            where.append(Condition(given, lambda v: fits(v.figure.source), is_used_on(SOURCE, named)))
        if place is not None:
            where.append(self._is_at(figure, place, names, wanted.as_of))
        if within is not None:
            where.append(self._is_within(figure, within, wanted))
        if population is not None:
            of = partial(self._is_of, population)
            where.append(Condition(of, lambda v: is_among(population, v.figure.population)))
        if about is not None:
            where.append(
                Condition(
                    partial(asking.records_have_words, figure, about),
                    lambda v: holds(about, v.words, v.figure.measure),
                )
            )
        return self._find(wanted, names, figure, tell_figure, where, limit)

    def events(
        self,
        as_of: str | None = None,
        since: str | None = None,
        *,
        kind: str | None = None,
        by: str | None = None,
        place: str | None = None,
        within: str | None = None,
        about: str | None = None,
        limit: int | None = None,
    ) -> tuple[EventView, ...]:
        """Events. `kind` is their type, `by` an actor in them, by any name or part of one; `place` is theirs, or lies
        `within` another; `about`: words that they or their type have.
        """
        refuse_wordless(by)
        with self.moment():
            wanted, names = self._wanted(as_of, since), self._names(as_of)
            where = []
            if kind is not None:
                where.append(Condition(event.c.type == kind, lambda v: v.event.type == kind))
            if place is not None:
                where.append(self._is_at(event, place, names, as_of))
            if within is not None:
                where.append(self._is_within(event, within, wanted))
            if about is not None:
                where.append(
                    Condition(
                        partial(asking.records_have_words, event, about),
                        lambda v: holds(about, v.words, v.event.type),
                    )
                )
            if by is not None:
                done = partial(self._is_done_by, by)
                where.append(Condition(done, lambda v: any(_fits(names.actors, by, one) for one in v.event.actor)))
            return self._find(wanted, names, event, tell_event, where, limit)

    def _is_at(self, table: Table, asked: str, names: Names, as_of: str | None) -> Condition:
        """That a record's own place is the one that is called `asked`."""
        called = self._known(as_of).called(asked)
        at = partial(_same, names.places, asked)
        return Condition(
            asking.is_one_of(table.c.place, called),
            lambda view: at(getattr(view, table.name).place),
            is_used_on(AT, called),
        )

    def _is_within(self, table: Table, asked: str, wanted: Wanted) -> Condition:
        """That a record's own place is the one asked for, or lies within it."""
        inside = self._lying_in(wanted, asked)
        return Condition(
            asking.is_one_of(table.c.place, inside),
            lambda view: getattr(view, table.name).place in inside,
            is_used_on(AT, inside),
        )

    def _is_of(self, population: str, wanted: Wanted) -> ColumnElement[bool]:
        counted = {p for p in asking.ask_populations(self._connection, wanted) if is_among(population, p)}
        return asking.is_one_of(asking.population_of_figure(), counted)

    def _is_done_by(self, asked: str, wanted: Wanted) -> ColumnElement[bool]:
        acting = asking.ask_acting(self._connection, wanted)
        return asking.is_done_by(self._known(wanted.as_of).fitting_among(asked, acting))

    def find(self, prefix: str) -> tuple[str, str]:
        """The noun ("document", "statement", "figure", "event") and the id of what `show` shows for `prefix`.

        Raises `SaysoError` where there is none, or more than one.
        """
        with self.moment():
            ids = asking.ask_prefixed(self._connection, Wanted(self.situation.fingerprint()), prefix)
            uncounted = asking.ask_uncounted(self._connection, prefix) if not ids else ()
        if len(ids) != 1:
            several = sorted(ids or {row.id for row in uncounted})
            raise SaysoError(_uncounted(uncounted[-1]) if len(several) == 1 else _not_one(prefix, several))
        ((one, noun),) = ids.items()
        return noun, one

    def show(self, prefix: str, as_of: str | None = None) -> tuple[Shown, Document]:
        """The one record or document whose id begins with `prefix`, and the document it stands in: also one that people
        have rejected. It is found whenever it was known; names and judgements are those known by `as_of`.

        Raises `SaysoError` where there is none, or more than one.
        """
        with self.moment():
            _, id = self.find(prefix)
            names, wanted = self._names(as_of), Wanted(self.situation.fingerprint())
            documents = self._documents(wanted, [asking.starts_with(document, id)], as_of=as_of)
            found: dict[str, Shown] = {view.document.id: view for view in documents}
            for table, tell in ((statement, tell_statement), (figure, tell_figure), (event, tell_event)):
                rows = asking.ask_records(self._connection, wanted, table, where=[asking.starts_with(table, id)])
                found.update((row.id, tell(row, names)) for row in rows)
            view = next(iter(found.values()))
            if isinstance(view, DocumentView):
                return view, view.document
            return view, self.received([view.document])[view.document]


def _fits(naming: Naming, asked: str, name: str | None) -> bool:
    return name is not None and naming.fits(asked, name)


def _same(naming: Naming, asked: str, name: str | None) -> bool:
    return name is not None and naming.same(asked, name)


def _uncounted(row: Any) -> str:
    words = textwrap.shorten(row.words, _SHOWN, placeholder=" …")
    return (
        f"{row.id} is in no reading that counts: {row.reader} read it in document {row.document}, characters "
        f"{row.start} to {row.end}, “{words}”; show {row.document}, or list what is read there now"
    )


def _not_one(prefix: str, found: list[str]) -> str:
    if not found:
        return f"nothing in the ledger has an id that begins with {prefix!r}; ids stand beside every record listed"
    some = ", ".join(found[:5]) + (", …" if len(found) > 5 else "")
    return f"{len(found)} ids begin with {prefix!r}: {some}; type more of the one you mean"
