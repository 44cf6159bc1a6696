"""What the ledger answers with: records of readings, joined with their documents and with one another.

Every view carries the ids that lead to document and span, and `known`, the ISO 8601 day from which it was known: the
document's day, or the day it was retrieved where it has none; "" where nobody can say, which comes last in every order
and counts in no answer as of a day.
"""

from typing import Any

import msgspec

from sayso.model import Document, Event, Figure, Judgement, Span, Statement
from sayso.model.judgement import UNGRADED


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """What people have decided about what a view is of.

    `judgements` are the ids of those that bear on it, on its outlet or on the names in it, `conflicts` those of them
    that have no effect because people differ. `grade` is on the Admiralty scale: the letter of the outlet, the digit of
    this. `rejected` is told by `show` alone: nothing rejected is in any other view. `read` has the fields that
    people corrected, with what was read in each.
    """

    judgements: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    grade: str = UNGRADED
    rejected: bool = False
    read: tuple[tuple[str, Any], ...] = ()


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
    `sayso.ledger.copies.groups`. `wire` is the news agency that the members credit most, `credit` where one does.
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

    `source` and `place` are the names chosen for them across documents. `part_of` is the id of the figure that it is a
    part of: "including 3 children".
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
    part_of: str | None = None


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


class Flag(msgspec.Struct, frozen=True):
    """What is to be known of a point of a series beside an earlier one of its origin: `figure` and `before` are ids.

    `kind` is "again" (its outlet prints the sentence again), "correction" (another value for the same day was said
    before, and both cannot be true), "revision" (both can) or "fall" (of a cumulative count, below the value for an
    earlier day); see `sayso.ledger.series.flags`.
    """

    figure: str
    kind: str
    before: str


class Given(msgspec.Struct, frozen=True):
    """What an origin gave for `day` as it was known on the day `known`; `points` are those that give just that."""

    day: str
    known: str
    figure: FigureView
    points: tuple[FigureView, ...]


class Course(msgspec.Struct, frozen=True):
    """What one origin gave in a series, by (day, known): one value for each, see `sayso.ledger.series.given`."""

    origin: str
    given: tuple[Given, ...]


class Series(msgspec.Struct, frozen=True):
    """Figures that measure one thing, by (day, known, id). Copies of one another are all kept.

    `parts` are the parts of points ("including 3 children"), by point; they are points of other series. `flags`, by
    point, and `courses`, the longest record first, are told by `Ledger.series` alone.
    """

    id: str
    measure: str
    unit: str | None
    population: str | None
    place: str | None
    basis: str | None
    points: tuple[FigureView, ...]
    parts: tuple[FigureView, ...] = ()
    flags: tuple[Flag, ...] = ()
    courses: tuple[Course, ...] = ()

    def known_since(self, day: str) -> "Series | None":
        """The series with what has become known on `day` or later alone; nothing where nothing has."""
        points = tuple(p for p in self.points if p.known >= day)
        there = {p.id for p in points}
        parts = tuple(p for p in self.parts if p.part_of in there)
        flags = tuple(flag for flag in self.flags if flag.figure in there)
        late = (Course(c.origin, tuple(g for g in c.given if g.known >= day)) for c in self.courses)
        courses = tuple(course for course in late if course.given)
        new = {"points": points, "parts": parts, "flags": flags, "courses": courses}
        return msgspec.structs.replace(self, **new) if points else None


class Latest(msgspec.Struct, frozen=True):
    """The latest figure of one origin in a series. `origin` is a source, or who relays the text where it has none.

    `texts` is how many texts give it that day, copies counted once, and `origins` on how many independent origins
    these rest; `days` on how many days the origin gave a figure; `before` the last one that differs, where there is
    one: then the origin moved, and `since` is the day from which it has said what it says now.
    """

    origin: str
    figure: FigureView
    texts: int
    days: int
    before: FigureView | None
    since: str
    origins: int


class SeriesNow(msgspec.Struct, frozen=True):
    """What a series says: `latest` of every origin, the one with the longest record first, which is the default.

    `low` and `high` are the ends of what the origins say last; `moved` are the origins that changed what they say on
    the last day on which one did.
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
    moved: tuple[str, ...] = ()


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
