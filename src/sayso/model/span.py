"""A span is the place of words in a document's text; every record of sayso has one.

Offsets count characters (Unicode code points) of `Document.text`, from zero, the end excluded, so that
`text[span.start:span.end]` are the words. They are the W3C Web Annotation `TextPositionSelector`.
"""

import msgspec


class Span(msgspec.Struct, frozen=True, array_like=True, order=True, gc=False):
    """`[start, end)` in characters of a document's text; written in JSON as `[start, end]`."""

    start: int
    end: int

    def words(self, text: str) -> str:
        """The words of `text` that the span stands for."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end
