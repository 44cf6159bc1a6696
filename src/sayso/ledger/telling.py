"""Make views of rows: the noun decoded, with the names and the copy group it has across documents.

Enters: rows of `sayso.ledger.asking`. Leaves: views. Nothing is asked of the store here.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from sayso.ledger.actors import Naming
from sayso.ledger.copies import group
from sayso.ledger.days import last_day, order
from sayso.ledger.series import series_id
from sayso.ledger.views import DocumentView, EventView, FigureView, StatementView
from sayso.model import Document, Event, Figure, Reading, Statement
from sayso.model.encoding import decode

UNNAMED = ("unnamed", "collective")


class Names(msgspec.Struct, frozen=True):
    """The names of actors and places as known at a moment."""

    actors: Naming
    places: Naming

    def place(self, name: str | None) -> str | None:
        """The name chosen for a place."""
        return self.places.of(name) if name is not None else None


def tell_statement(row: Any, names: Names) -> StatementView:
    """A view of a statement. Who is not named keeps the words of the document."""
    found = decode(row.noun, Statement)
    named = found.speaker is not None and found.speaker_kind not in UNNAMED
    speaker = names.actors.of(found.speaker) if named and found.speaker is not None else found.speaker
    via = tuple(names.actors.of(v) for v in found.via)
    return StatementView(row.id, row.document, row.known, found, row.words, speaker, via)


def tell_figure(row: Any, names: Names) -> FigureView:
    """A view of a figure. The day it is about is the day it holds for, else its period's last, else the day known."""
    found = decode(row.noun, Figure)
    day = last_day(found.as_of) or last_day(found.until) or row.known
    place = names.place(found.place)
    source = names.actors.of(found.source) if found.source is not None else None
    series = series_id(found, place, source or row.document)
    return FigureView(row.id, row.document, row.known, day, found, row.words, source, series, place)


def tell_event(row: Any, names: Names) -> EventView:
    """A view of an event."""
    found = decode(row.noun, Event)
    actor, target = (tuple(names.actors.of(name) for name in side) for side in (found.actor, found.target))
    return EventView(row.id, row.document, row.known, found, row.words, actor, target, names.place(found.place))


def tell_documents(rows: Iterable[Any], copies: Mapping[str, str]) -> tuple[DocumentView, ...]:
    """Views of documents, numbered in the order of the rows. `copies` leads from each document to its original."""
    return tuple(_tell_document(row, number, copies) for number, row in enumerate(rows, 1))


def _tell_document(row: Any, number: int, copies: Mapping[str, str]) -> DocumentView:
    head = decode(row.reading, Reading)
    document = msgspec.structs.replace(decode(row.receipt, Document), text=row.text)
    original = copies.get(row.id, row.id)
    return DocumentView(
        document=document,
        number=number,
        date=head.date,
        date_basis=head.date_basis,
        date_evidence=head.date_evidence,
        known=row.known,
        copy_group=original,
        original=original == row.id,
    )


def group_copies(wordings: Sequence[Any], pairs: Iterable[tuple[int, int]]) -> dict[str, str]:
    """Each document that has copies with the earliest of its group.

    `wordings` are rows of id, day known and wording; `pairs` are wordings that are near copies. A group is what hangs
    together through documents that are there: a pair of which one side is not known yet joins nothing.
    """
    present = {row.wording for row in wordings}
    joined = group((a, b) for a, b in pairs if a in present and b in present)
    members: dict[int, list[tuple[tuple[bool, str, str], str]]] = defaultdict(list)
    for row in wordings:
        members[joined.get(row.wording, row.wording)].append((order(row.known, row.id), row.id))
    return {one: min(found)[1] for found in members.values() if len(found) > 1 for _, one in found}
