"""A brief is the record as known at a moment, told in a form, made of words that lead back to where they stand."""

from typing import Literal

import msgspec

from sayso.model import Span


class Anchor(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where words stand: a document's id and the span in its text, or in its title."""

    document: str
    span: Span
    field: Literal["text", "title"] = "text"


class Part(msgspec.Struct, frozen=True, omit_defaults=True):
    """A piece of a line.

    "quoted": words of the document at `anchor`, white space made single. "named": the fuller name of a speaker whom
    the words call "he" or "the agency", which stands at `anchor` in the same document. "frame": words of the form
    itself ("before:", brackets, dates), the only ones that need no anchor.
    """

    text: str
    kind: Literal["quoted", "named", "frame"] = "frame"
    anchor: Anchor | None = None


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of a brief. `records` are ids that `sayso show` opens; `references` are numbers of the reference list.

    `attribution` is the outlet and day of the document that the line is taken from. `why` are the reasons for its
    choice, each with its share of the score.
    """

    parts: tuple[Part, ...]
    references: tuple[int, ...]
    records: tuple[str, ...] = ()
    attribution: str = ""
    why: dict[str, float] = {}

    @property
    def text(self) -> str:
        """The line as it reads, without attribution and references."""
        return "".join(part.text for part in self.parts)


class Section(msgspec.Struct, frozen=True, omit_defaults=True):
    """A heading with a lead sentence and bullets. A heading of the form has no anchor, one from a document has."""

    heading: tuple[Part, ...]
    lines: tuple[Line, ...]
    references: tuple[int, ...] = ()

    @property
    def title(self) -> str:
        """The heading as it reads."""
        return "".join(part.text for part in self.heading)


class Quote(msgspec.Struct, frozen=True, omit_defaults=True):
    """Words that a line rests on, exactly as the document has them, with their place (W3C Web Annotation selectors)."""

    exact: str
    prefix: str
    suffix: str
    span: Span
    field: Literal["text", "title"] = "text"


class Reference(msgspec.Struct, frozen=True, omit_defaults=True):
    """A document that lines rest on. `outlet` is who it is credited to: a file's own name where it has no outlet.

    `copies` are the outlets of documents that say the same and count once with it.
    """

    number: int
    document: str
    name: str
    outlet: str
    title: str
    url: str
    date: str | None
    date_basis: str
    quotes: tuple[Quote, ...]
    copies: tuple[str, ...] = ()


class DayCount(msgspec.Struct, frozen=True, omit_defaults=True):
    """How many days the situation has lasted: day zero itself is day 1.

    `anchors` and `references` lead to the words that day zero rests on; they are empty where a person has set it.
    """

    number: int
    zero: str
    anchors: tuple[Anchor, ...] = ()
    references: tuple[int, ...] = ()


class Brief(msgspec.Struct, frozen=True, omit_defaults=True):
    """A whole brief. `as_of` is the last ISO 8601 day that counts. `notes` say what the reader must know of it."""

    form: str
    situation: str
    as_of: str
    day: DayCount | None
    sections: tuple[Section, ...]
    references: tuple[Reference, ...]
    notes: tuple[str, ...] = ()

    def lines(self) -> tuple[Line, ...]:
        """Every line, in order."""
        return tuple(line for section in self.sections for line in section.lines)
