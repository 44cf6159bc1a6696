"""What the ledger answers with: records of readings, joined with their documents and with one another.

Every view carries the ids that lead to document and span, and `known`, the ISO 8601 day from which it was known: the
document's day, or the day it was retrieved where it has none; "" where nobody can say, which comes last in every order
and counts in no answer as of a day.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from sayso.model import Document, Event, Figure, Judgement, Span, Statement
from sayso.model.judgement import UNGRADED


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """What people have decided about what a view is of.

    `judgements` are the ids of those that bear on it, on its outlet or on the names in it, `conflicts` those of them
    that have no effect because people differ. `grade` is on the Admiralty scale: the letter of the outlet, the digit of
    this. `rejected` is told by `show` alone: nothing rejected is in any other view. `read` has what was read in the
    fields that people corrected.
    """

    judgements: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    grade: str = UNGRADED
    rejected: bool = False
    read: Mapping[str, Any] = {}


class JudgementView(msgspec.Struct, frozen=True):
    """A judgement, and how it stands.

    `state` is "counts"; "conflict", with the ids `against` it: no effect, until one of them is withdrawn; "replaced" by
    a later one of the same person; "withdrawn"; "alone": what it is about is not in the record as it is read today;
    "unlike": figures of different units or bases, which no series mixes.
    """

    judgement: Judgement
    state: str
    against: tuple[str, ...] = ()


class DocumentView(Judged, frozen=True):
    """A document in the ledger. `number` counts documents in the order of (known, id) within the answer, from 1.

    `copy_group` is the id of its copy group (its own id where it has no copies) and `original` whether it is the
    group's origin, see `CopyGroup`. `wire` is the news agency whose text it says it is, or that its group credits.
    `date` is given or inferred, see `Reading.date`.
    """

    document: Document
    number: int
    date: str | None
    date_basis: str
    date_evidence: tuple[Span, ...]
    known: str
    copy_group: str
    original: bool
    wire: str | None = None


class CreditView(msgspec.Struct, frozen=True):
    """Words of a document by which it credits a wire: for the text (`whole`), or for help. `field`: text or byline."""

    wire: str
    document: str
    field: str
    span: Span
    whole: bool


class Copy(msgspec.Struct, frozen=True):
    """A document in a copy group. `kind` is how it stands to the origin: origin; exact (the same words); near (edited);
    part (it stands in the origin); whole (the origin stands in it); version (at the origin's address); linked (a copy
    of a copy). `share` is the part of its words that the origin has, `origin_share` of the origin's that it has.
    """

    document: str
    known: str
    outlet: str
    kind: str
    share: float | None
    origin_share: float | None


class CopyGroup(msgspec.Struct, frozen=True):
    """Documents that are one text, the origin first, the others by (known, id).

    `reason` says by which rule the origin was taken for it: wire, first, received, fullest or id, see
    `sayso.ledger.copy_groups`. `wire` is the news agency that the members credit most, `credit` where one does.
    """

    origin: str
    reason: str
    wire: str | None
    credit: CreditView | None
    members: tuple[Copy, ...]

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets of the members, each once, the origin's first."""
        return tuple(dict.fromkeys(copy.outlet for copy in self.members))


class StatementView(Judged, frozen=True):
    """A statement, with its words, and with the one name that its speaker goes by across documents."""

    id: str
    document: str
    known: str
    statement: Statement
    words: str
    speaker: str | None
    via: tuple[str, ...]


class FigureView(Judged, frozen=True):
    """A figure, with its words and the series it belongs to. `day` is the day it is about (as_of, until or known).

    `source` and `place` are the names chosen for them across documents.
    """

    id: str
    document: str
    known: str
    day: str
    figure: Figure
    words: str
    source: str | None
    series: str | None
    place: str | None = None


class EventView(Judged, frozen=True):
    """An event, with the words of its clause, and with the names chosen for who and where across documents."""

    id: str
    document: str
    known: str
    event: Event
    words: str
    actor: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    place: str | None = None


class Series(msgspec.Struct, frozen=True):
    """Figures that measure one thing, by (day, known, id). Copies of one another are all kept."""

    id: str
    measure: str
    unit: str | None
    population: str | None
    place: str | None
    basis: str | None
    points: tuple[FigureView, ...]


class Latest(msgspec.Struct, frozen=True):
    """The latest figure of one origin in a series. `origin` is a source, or the outlet where a figure has none.

    `texts` is how many texts give it that day, copies counted once; `days` on how many days the origin gave a figure;
    `before` the last one that differs, where there is one: then the origin moved.
    """

    origin: str
    figure: FigureView
    texts: int
    days: int
    before: FigureView | None


class SeriesNow(msgspec.Struct, frozen=True):
    """What a series says: `latest` of every origin, the one with the longest record first, which is the default.

    `low` and `high` are the ends of what the origins say last.
    """

    id: str
    measure: str
    unit: str | None
    population: str | None
    place: str | None
    basis: str | None
    low: float | None
    high: float | None
    latest: tuple[Latest, ...]


class StoryView(msgspec.Struct, frozen=True):
    """Documents about one happening on following days, by (known, id).

    `id` is that of the document that began it, and `title` its title, or the first that a document of the story has.
    `first` and `last` are ISO 8601 days, "" where nobody can say. `outlets` come in the order of their first document;
    `texts` is how many of the documents are left when copies count once.
    """

    id: str
    title: str
    first: str
    last: str
    documents: tuple[str, ...]
    outlets: tuple[str, ...]
    texts: int


class Record(msgspec.Struct, frozen=True):
    """The record as known at a moment: `as_of` is the last ISO 8601 day that counts."""

    as_of: str | None
    documents: dict[str, DocumentView]
    statements: tuple[StatementView, ...]
    figures: tuple[FigureView, ...]
    events: tuple[EventView, ...]
    series: tuple[Series, ...]


class Added(msgspec.Struct, frozen=True):
    """What adding did. A document or reading that the ledger held already counts as known."""

    documents: int = 0
    documents_known: int = 0
    readings: int = 0
    readings_known: int = 0

    def __add__(self, other: "Added") -> "Added":
        """Both together."""
        return Added(
            self.documents + other.documents,
            self.documents_known + other.documents_known,
            self.readings + other.readings,
            self.readings_known + other.readings_known,
        )


class Counts(msgspec.Struct, frozen=True):
    """How much there is in a ledger. Records are those of the readings that count; `bytes` is the file's size."""

    documents: int
    readings: int
    statements: int
    figures: int
    events: int
    places: int
    actors: int
    problems: int
    outlets: int
    copies: int
    first_known: str | None
    last_known: str | None
    bytes: int
    revision: str
