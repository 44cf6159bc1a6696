"""Analyse documents: tokens, tags and arcs for every sentence that is part of the report.

Enters: documents with their furniture marked. Leaves: one `Analysis` a document, which is all that the readers see.
Sentences come from the documents stage and are imposed on the parser, so that a quotation is not torn apart. Where
no English pipeline can be used, tokens have no tags and no arcs (`Analysis.parsed` is false), and readers fall back
on surface patterns.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from sayso.documents.day import DocumentDay, find_day
from sayso.documents.sentences import split_sentences, without_furniture
from sayso.languages import Language
from sayso.model import Document, Problem, Situation, Span
from sayso.readings.parsing import parse
from sayso.readings.tokens import divide

LONGEST = 500_000
"""Characters of a text that is read."""

_START, _NO_START = 1, -1


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document made ready for its readers.

    `sentences` are the sentences of the report alone, `tokens` a spaCy `Doc` over the whole text with tags and arcs
    only; `sentence_tokens` are its slices, in step with `sentences`.
    """

    document: Document
    situation: Situation
    language: Language
    day: DocumentDay
    tokens: Doc
    sentences: tuple[Span, ...]
    sentence_tokens: tuple[TokenSpan, ...]
    parsed: bool
    furniture: tuple[Span, ...] = field(default=())

    @property
    def text(self) -> str:
        """The document's text, unchanged."""
        return self.document.text

    def is_furniture(self, span: Span) -> bool:
        """Whether half of `span` or more is furniture; a remark such as "(see video)" does not undo a clause."""
        half = (span.end - span.start) / 2
        return any(min(f.end, span.end) - max(f.start, span.start) >= max(half, 1) for f in self.furniture)


def analyse(
    documents: Iterable[Document],
    situation: Situation,
    language: Language,
    pipeline: Pipeline,
    *,
    parsed: bool,
) -> Iterator[Analysis]:
    """One analysis a document, in order."""

    def prepare() -> Iterator[tuple[Doc, tuple[Document, tuple[Span, ...]]]]:
        for document in documents:
            if why_not_read(document, language) is not None:
                yield pipeline.make_doc(""), (document, ())
                continue
            sentences = split_sentences(document.text, language)
            kept = without_furniture(sentences, [f.span for f in document.furniture], document.text)
            doc = divide(document.text, pipeline)
            _impose(doc, sorted({*sentences, *kept}))
            yield doc, (document, kept)

    for doc, (document, kept) in parse(prepare(), pipeline):
        furniture = tuple(f.span for f in document.furniture)
        slices = tuple(_slice(doc, s) for s in kept)
        day = find_day(document, situation, language)
        yield Analysis(document, situation, language, day, doc, kept, slices, parsed, furniture)


def why_not_read(document: Document, language: Language) -> Problem | None:
    """Why the document is kept but not read: it is in another language, or longer than `LONGEST`."""
    if document.language is not None and document.language != language.code:
        message = f"is in {document.language}, which is not read yet; it is kept until there are lexicons for it"
        return Problem("readings", "language-unsupported", message, document.name)
    if len(document.text) > LONGEST:
        message = f"has {len(document.text):,} characters; it is kept, but only up to {LONGEST:,} are read: split it"
        return Problem("readings", "too-long", message, document.name)
    return None


def _impose(doc: Doc, sentences: Sequence[Span]) -> None:
    """Tell the parser where sentences start: at the first token that reaches into each.

    In one array for the whole text: setting a token's mark looks through all tokens of the text each time.
    """
    starts = numpy.full((len(doc), 1), _NO_START, dtype=numpy.int64)
    starts[:1] = _START
    position = 0
    for token in doc:
        end = token.idx + len(token)
        while position < len(sentences) and end > sentences[position].start:
            starts[token.i] = _START
            position += 1
    doc.from_array(["SENT_START"], starts.view(numpy.uint64))  # type: ignore[arg-type]  # the stub knows no uint64


def _slice(doc: Doc, sentence: Span) -> TokenSpan:
    span = doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
    return span if span is not None else doc[0:0]
