"""What the ledger answers with: records of readings, joined with their documents and with one another.

Every view carries the ids that lead to document and span, and `known`, the ISO 8601 day from which it was known: the
document's day, or the day it was retrieved where it has none.
"""

import msgspec

from sayso.model import Document, Event, Figure, Span, Statement


class DocumentView(msgspec.Struct, frozen=True):
    """A document in the ledger. `number` counts documents in the order of (known, id) within the answer, from 1.

    `copy_group` is the id of its copy group (its own id where it has no copies) and `original` whether it is the
    group's earliest. `date` is given or inferred, see `Reading.date`.
    """

    document: Document
    number: int
    date: str | None
    date_basis: str
    date_evidence: tuple[Span, ...]
    known: str
    copy_group: str
    original: bool


class StatementView(msgspec.Struct, frozen=True):
    """A statement, with its words, and with the one name that its speaker goes by across documents."""

    id: str
    document: str
    known: str
    statement: Statement
    words: str
    speaker: str | None
    via: tuple[str, ...]


class FigureView(msgspec.Struct, frozen=True):
    """A figure, with its words and the series it belongs to. `day` is the day it is about (as_of, until or known)."""

    id: str
    document: str
    known: str
    day: str
    figure: Figure
    words: str
    source: str | None
    series: str | None


class EventView(msgspec.Struct, frozen=True):
    """An event, with the words of its clause."""

    id: str
    document: str
    known: str
    event: Event
    words: str


class Series(msgspec.Struct, frozen=True):
    """Figures that measure one thing, by (day, known, id). Copies of one another are all kept."""

    id: str
    measure: str
    unit: str | None
    population: str | None
    place: str | None
    basis: str | None
    points: tuple[FigureView, ...]


class Record(msgspec.Struct, frozen=True):
    """The record as known at a moment: `as_of` is the last ISO 8601 day that counts."""

    as_of: str | None
    documents: dict[str, DocumentView]
    statements: tuple[StatementView, ...]
    figures: tuple[FigureView, ...]
    events: tuple[EventView, ...]
    series: tuple[Series, ...]
