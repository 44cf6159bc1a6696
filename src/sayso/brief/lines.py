"""Make a line of a passage: its own words, the fuller name for a pronoun, its caveat, how its number moved.

Enters: a passage and the documents of the record. Leaves: a line in which every part but the frame's few words stands
in a document. A speaker whom the sentence calls "he" or "the agency" is put in brackets by the name the document gives,
as desks do: "[Anna Petrova] said". A quotation whose marks do not pair up within the sentence is given its marks and
its speaker. A passage whose speaker cannot be named is left as it stands.
"""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import PurePath

from sayso.brief.brief import Anchor, Line, Part
from sayso.brief.moves import Move
from sayso.brief.passages import Passage
from sayso.brief.wording import Wording
from sayso.ledger.views import DocumentView, FigureView, Record, StatementView
from sayso.model import Span

OPENING, CLOSING = "“«", "”»"


class LineMaker:
    """Makes lines out of passages of one record."""

    def __init__(self, record: Record, wording: Wording) -> None:
        self.documents = record.documents
        self.wording = wording
        self._fixed, self._pronouns = wording.fixed, wording.pronouns
        self.statements: dict[str, list[StatementView]] = defaultdict(list)
        for view in record.statements:
            self.statements[view.document].append(view)

    def make(
        self, passage: Passage, *, why: dict[str, float] | None = None, moves: Sequence[tuple[FigureView, Move]] = ()
    ) -> Line:
        """The line of `passage`; `moves` are figures of it with what stands beside each."""
        parts = self._body(passage) + self._caveats(passage)
        for figure, move in moves:
            parts += self._move(figure, move, several=len(passage.figures) > 1)
        return Line(tuple(parts), (), passage.records, self.attribution(passage.document), why=dict(why or {}))

    def attribution(self, document: str) -> str:
        """The outlet and day that a line of this document is credited to."""
        view = self.documents[document]
        return f"{credited_to(view)}, {self.wording.day(view.date)}"

    def title(self, document: str) -> Part:
        """The title of a document, white space made single."""
        title = self.documents[document].document.title
        return Part(" ".join(title.split()), "quoted", Anchor(document, Span(0, len(title)), "title"))

    def quoted(self, document: str, span: Span) -> Part:
        """The words at `span` of a document, white space made single."""
        text = self.documents[document].document.text
        return Part(" ".join(span.words(text).split()), "quoted", Anchor(document, span))

    def _body(self, passage: Passage) -> list[Part]:
        text = self.documents[passage.document].document.text
        main = next((s for s in passage.statements if s.statement.mode != "indirect"), None)
        if not balanced(passage.span.words(text)) and main is not None:
            return self._set_off(passage, main)
        parts = self._with_names(passage, text)
        if main is not None and not self._speaks_within(main, passage) and _quotation_alone(passage.words):
            parts += self._credit(passage, main)
        return parts

    def _set_off(self, passage: Passage, statement: StatementView) -> list[Part]:
        """A quotation torn from its marks: marks again, and whose it is."""
        content = statement.statement.content
        span = Span(content.start, min(content.end, passage.span.end))
        marks = ("“", "”") if statement.statement.mode == "direct" else ("", "")
        return [Part(marks[0]), self.quoted(passage.document, span), Part(marks[1]), *self._credit(passage, statement)]

    def _credit(self, passage: Passage, view: StatementView) -> list[Part]:
        named = view.statement.named_span or view.statement.speaker_span
        if view.speaker is None or named is None:
            return []
        return [Part(" — "), Part(view.speaker, "named", Anchor(passage.document, named))]

    def _speaks_within(self, view: StatementView, passage: Passage) -> bool:
        span = view.statement.speaker_span
        return span is not None and passage.span.covers(span)

    def _with_names(self, passage: Passage, text: str) -> list[Part]:
        """The passage word for word, but for speakers told by a pronoun or a description, who get their name."""
        parts, at = [], passage.span.start
        for span, view in sorted(self._unnamed(passage, text).items()):
            if span.start >= at:
                if span.start > at:
                    parts.append(self._piece(passage.document, Span(at, span.start)))
                named = view.statement.named_span or span
                parts += [Part("["), Part(view.speaker or "", "named", Anchor(passage.document, named)), Part("]")]
                at = span.end
        parts.append(self._piece(passage.document, Span(at, passage.span.end)))
        return [p for p in parts if p.text]

    def _piece(self, document: str, span: Span) -> Part:
        """Like `quoted`, but keeping one space at an edge that has white space, so that pieces join."""
        words = span.words(self.documents[document].document.text)
        before, after = (" " if words[:1].isspace() else ""), (" " if words[-1:].isspace() else "")
        return Part(
            f"{before}{' '.join(words.split())}{after}" if words.strip() else before, "quoted", Anchor(document, span)
        )

    def _unnamed(self, passage: Passage, text: str) -> dict[Span, StatementView]:
        found = {}
        for view in passage.statements:
            span, named = view.statement.speaker_span, view.statement.named_span
            if span is None or view.speaker is None or named is None or passage.span.overlaps(named):
                continue
            if passage.span.covers(span) and self._stands_in(span.words(text), passage, view):
                found[span] = view
        return found

    def _stands_in(self, words: str, passage: Passage, view: StatementView) -> bool:
        """Whether `words` stand in for the speaker's name and it can be put for them: "he", "the agency", not "who".

        A name that the passage gives in part needs no fuller one, and a description no longer one.
        """
        if words[1:] != words[1:].lower() or words.casefold() in self._fixed:
            return False
        if view.statement.speaker_kind in ("unnamed", "collective") and words.casefold() not in self._pronouns:
            return False
        last = (view.speaker or "").split()[-1:]
        return not any(name in passage.words for name in last)

    def _caveats(self, passage: Passage) -> list[Part]:
        """Notes such as "could not be verified" that stand outside the passage: they stay attached."""
        parts: list[Part] = []
        for span in dict.fromkeys(s.statement.caveat_span for s in passage.statements):
            if span is not None and not passage.span.overlaps(span):
                parts += [Part(" ("), self.quoted(passage.document, span), Part(")")]
        return parts

    def _move(self, figure: FigureView, move: Move, *, several: bool) -> list[Part]:
        """What stands beside a figure; where the line has several, which of them it stands beside."""
        which = [Part(" “"), self.quoted(figure.document, figure.figure.span), Part("”")] if several else []
        beside = [("before", (move.before,) if move.before else ()), ("otherwise", move.otherwise)]
        parts: list[Part] = []
        for word, others in beside:
            for i, other in enumerate(others):
                parts += [Part("; ")] if i else [Part(" "), Part(self.wording[word]), *which, Part(": ")]
                parts += self._value(other)
            parts += [Part(".")] * bool(others)
        return parts

    def _value(self, figure: FigureView) -> list[Part]:
        """Another document's figure in its own words, with its source and day."""
        words, credit = self.quoted(figure.document, figure.figure.span), self.attribution(figure.document)
        return [words, Part(" ("), *self._source(figure), Part(f"{credit})")]

    def _source(self, figure: FigureView) -> list[Part]:
        """Whose figure it is, by the place where the document names them; nothing on the document's own word."""
        for view in self.statements[figure.document]:
            named = view.statement.named_span or view.statement.speaker_span
            if figure.source and view.speaker == figure.source and named is not None:
                return [Part(figure.source, "named", Anchor(figure.document, named)), Part(", ")]
        return []


def credited_to(view: DocumentView) -> str:
    """Who a document is credited to: its outlet, or the file that it is where it has none."""
    return view.document.outlet or PurePath(view.document.name).name


def balanced(words: str) -> bool:
    """Whether quotation marks pair up."""
    opened = sum(words.count(c) for c in OPENING)
    closed = sum(words.count(c) for c in CLOSING)
    return words.count('"') % 2 == 0 and opened == closed


def _quotation_alone(words: str) -> bool:
    """Whether the passage is nothing but a quotation."""
    return words[:1] in f'"{OPENING}' and words.rstrip(" .,")[-1:] in f'"{CLOSING}'
