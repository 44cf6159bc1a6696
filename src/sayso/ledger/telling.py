"""Make views of rows: the noun decoded, with the names and the copy group it has across documents.

Enters: rows of `sayso.ledger.asking`. Leaves: views. Nothing is asked of the store here.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

import msgspec

from sayso.ledger.copies.groups import Copies, originals_of
from sayso.ledger.days import last_day
from sayso.ledger.judgements.weighing import Subject, Weighed
from sayso.ledger.names.actors import Naming
from sayso.ledger.names.folding import fold
from sayso.ledger.series.gathering import part_series, series_id
from sayso.ledger.views import CopyGroup, DocumentView, EventView, FigureView, StatementView
from sayso.model import Document, Event, Figure, Reading, Statement
from sayso.model.correction import correct
from sayso.model.encoding import decode

_Record = TypeVar("_Record", Statement, Figure, Event)
UNNAMED = ("unnamed", "collective")
_UNJUDGED: dict[str, Any] = {}


class Names(msgspec.Struct, frozen=True):
    """The names of actors and places as known at a moment."""

    actors: Naming
    places: Naming
    weighed: Weighed = Weighed()
    series: Mapping[str, str] = {}

    def place(self, name: str | None) -> str | None:
        """The name chosen for a place."""
        return self.places.of(name) if name is not None else None

    def corrected(self, id: str, record: _Record) -> _Record:
        """The record with what people have put in the place of what was read."""
        values = self.weighed.corrections.get(id)
        return correct(record, values) if values else record

    def read(self, id: str, record: _Record) -> dict[str, Any]:
        """What was read in the fields that people have corrected, as a field of `Judged`."""
        fields = self.weighed.corrections.get(id, ())
        return {"read": tuple((name, getattr(record, name)) for name in sorted(fields))} if fields else {}

    def judged(self, noun: str, row: Any, actors: Iterable[str] = (), place: str | None = None) -> dict[str, Any]:
        """What people decided that bears on a record with these chosen names in it, as the fields of `Judged`."""
        if not self.weighed.states:
            return _UNJUDGED
        named = [("actor", fold(name)) for name in actors] + ([("place", fold(place))] if place else [])
        return tell_judged(self.weighed, noun, row, named)


def prepare_names(rows: Sequence[Any], kind: type[_Record], names: Names) -> None:
    """Look up at once who and where the records of these rows are of, all of one kind."""
    read = cache(lambda: [names.corrected(row.id, decode(row.noun, kind)) for row in rows])
    names.actors.prepare(_all_actors(read))
    names.places.prepare(_all_places(read))


def _all_actors(read: Callable[[], Iterable[Statement | Figure | Event]]) -> Iterator[str]:
    """Those of all records, which are read once the first name is asked for: a naming of all names asks for none."""
    for record in read():
        yield from _actors_of(record)


def _all_places(read: Callable[[], Iterable[Statement | Figure | Event]]) -> Iterator[str]:
    for record in read():
        if not isinstance(record, Statement) and record.place is not None:
            yield record.place


def _actors_of(record: Statement | Figure | Event) -> Iterator[str]:
    if isinstance(record, Event):
        yield from (*record.actor, *record.target)
    elif isinstance(record, Figure):
        yield from [record.source] if record.source is not None else []
    else:
        yield from record.via
        if _is_named(record) and record.speaker is not None:
            yield record.speaker


def _is_named(said: Statement) -> bool:
    return said.speaker is not None and said.speaker_kind not in UNNAMED


def tell_statement(row: Any, names: Names) -> StatementView:
    """A view of a statement. Who is not named keeps the words of the document."""
    read = decode(row.noun, Statement)
    found = names.corrected(row.id, read)
    named = _is_named(found)
    speaker = names.actors.of(found.speaker) if named and found.speaker is not None else found.speaker
    via = tuple(names.actors.of(v) for v in found.via)
    judged = names.judged("statement", row, (speaker, *via) if named and speaker is not None else via)
    return StatementView(
        row.id, row.document, row.known, found, row.words, speaker, via, **judged, **names.read(row.id, read)
    )


def tell_figure(row: Any, names: Names) -> FigureView:
    """A view of a figure. The day it is about is the day it holds for, else its period's last, else the day known.

    A part of which nothing but its number sets it apart from its whole is in no series of the whole.
    """
    read = decode(row.noun, Figure)
    found = names.corrected(row.id, read)
    day = last_day(found.as_of) or last_day(found.until) or row.known
    place = names.place(found.place)
    source = names.actors.of(found.source) if found.source is not None else None
    series = series_id(found, place, source or row.document)
    if row.whole is not None:
        whole = names.corrected(row.whole, decode(row.whole_noun, Figure))
        series = part_series(series) if series == _series_of(whole, row.document, names) else series
    series = names.series.get(row.id) or names.series.get(series, series)
    judged = names.judged("figure", row, (source,) if source is not None else (), place)
    more = {**judged, **names.read(row.id, read)}
    part_of = None if row.whole in names.weighed.rejected else row.whole
    return FigureView(row.id, row.document, row.known, day, found, row.words, source, series, place, part_of, **more)


def _series_of(found: Figure, document: str, names: Names) -> str:
    source = names.actors.of(found.source) if found.source is not None else None
    return series_id(found, names.place(found.place), source or document)


def tell_event(row: Any, names: Names) -> EventView:
    """A view of an event."""
    read = decode(row.noun, Event)
    found = names.corrected(row.id, read)
    actor, target = (tuple(names.actors.of(name) for name in side) for side in (found.actor, found.target))
    place = names.place(found.place)
    judged = names.judged("event", row, (*actor, *target), place)
    return EventView(
        row.id, row.document, row.known, found, row.words, actor, target, place, **judged, **names.read(row.id, read)
    )


def tell_judged(weighed: Weighed, noun: str, row: Any, named: Iterable[Subject] = ()) -> dict[str, Any]:
    """What people decided that bears on a row or on the names in it, as the fields of `Judged`."""
    if not weighed.states:
        return _UNJUDGED
    subjects = [(noun, (row.id,)), ("outlet", fold(row.outlet)), *named]
    bearing = tuple(dict.fromkeys(id for one in subjects for id in weighed.bearing.get(one, ())))
    return {
        "judgements": bearing,
        "conflicts": tuple(id for id in bearing if id in weighed.against),
        "grade": weighed.grade(noun, row.id, row.outlet),
        "rejected": not weighed.rejected.isdisjoint((row.id, getattr(row, "document", row.id))),
    }


def tell_judged_name(weighed: Weighed, noun: str, name: str) -> dict[str, Any]:
    """What people decided that bears on a name, as the fields of `Judged`."""
    bearing = weighed.bearing.get((noun, fold(name)), ())
    return {"judgements": bearing, "conflicts": tuple(id for id in bearing if id in weighed.against)}


def tell_documents(rows: Iterable[Any], copies: Copies, weighed: Weighed) -> tuple[DocumentView, ...]:
    """Views of documents, numbered in the order of the rows."""
    groups = originals_of(copies.groups())
    return tuple(_tell_document(row, number, groups.get(row.id), copies, weighed) for number, row in enumerate(rows, 1))


def _tell_document(row: Any, number: int, group: CopyGroup | None, copies: Copies, weighed: Weighed) -> DocumentView:
    head = decode(row.reading, Reading)
    document = msgspec.structs.replace(decode(row.receipt, Document), text=row.text)
    original = group.origin if group is not None else row.id
    return DocumentView(
        document=document,
        number=number,
        date=head.date,
        date_basis=head.date_basis,
        date_evidence=head.date_evidence,
        known=row.known,
        copy_group=original,
        original=original == row.id,
        wire=group.wire if group is not None else copies.wire_of(row.id),
        **tell_judged(weighed, "document", row),
    )
