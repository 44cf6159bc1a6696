"""Cut the record into passages: the sentences that carry statements, figures or events.

Enters: the record. Leaves: passages, one a sentence, each with every record that begins in it, and with the terms that
tell what it is about. A quotation that runs on for sentences is one passage, up to `LONGEST` characters; so are a
sentence and the next, where somebody denies there what it says. Sentences that carry no record are left out: a brief
has nothing to say of them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import TypeVar

import msgspec

from sayso.documents.dateline import after_dateline
from sayso.documents.sentences import split_sentences, without_furniture
from sayso.languages import load_language, supported_languages
from sayso.ledger.views import DocumentView, EventView, FigureView, Record, StatementView
from sayso.model import Span

_View = TypeVar("_View", StatementView, FigureView, EventView)
LONGEST = 420
WORD = re.compile(r"[^\W_](?:[\w'’.,-]*[^\W_])?")


class Passage(msgspec.Struct, frozen=True):
    """A sentence, or a quotation of several, with its records. `position` counts sentences from 0."""

    document: str
    span: Span
    known: str
    position: int
    words: str
    terms: frozenset[str]
    statements: tuple[StatementView, ...]
    figures: tuple[FigureView, ...]
    events: tuple[EventView, ...]

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of everything in it."""
        return tuple(r.id for group in (self.statements, self.figures, self.events) for r in group)


def cut_passages(record: Record, since: str | None = None) -> tuple[Passage, ...]:
    """The passages of documents known on or after the ISO day `since`, by document and place in it."""
    statements, figures = _by_document(record.statements), _by_document(record.figures)
    events = _by_document(record.events)
    found: list[Passage] = []
    for view in record.documents.values():
        if since is None or view.known >= since:
            key = view.document.id
            found += _cut(view, statements.get(key, []), figures.get(key, []), events.get(key, []))
    return tuple(sorted(found, key=lambda p: (p.known, p.document, p.span)))


def _by_document(views: Iterable[_View]) -> dict[str, list[_View]]:
    grouped = defaultdict(list)
    for view in views:
        grouped[view.document].append(view)
    return grouped


def _cut(
    view: DocumentView, statements: list[StatementView], figures: list[FigureView], events: list[EventView]
) -> Iterator[Passage]:
    document = view.document
    if document.language not in supported_languages():
        return
    text = document.text
    language = load_language(document.language)
    end = 0
    labels = [e.term for e in language["brief"].of_kind("heading")]
    sentences = split_sentences(text, language)
    report = without_furniture(sentences, [f.span for f in document.furniture], text)
    for position, (whole, behind) in enumerate(zip_longest(report, report[1:])):
        if whole.start < end:
            continue
        said = after_dateline(whole, text) if position == 0 else whole
        sentence = _without_label(said, text, labels)
        inside = [s for s in statements if sentence.start <= s.statement.content.start < sentence.end]
        span = _with_denial(_whole(sentence, inside, text), behind, statements)
        own = [s for s in statements if span.start <= s.statement.content.start < span.end]
        counted = [f for f in figures if span.covers(f.figure.span)]
        happened = [e for e in events if span.covers(e.event.span)]
        if own or counted or happened:
            end = span.end
            words = " ".join(span.words(text).split())
            yield Passage(
                document.id,
                span,
                view.known,
                position,
                words,
                terms_of(words),
                tuple(own),
                tuple(counted),
                tuple(happened),
            )


def _without_label(sentence: Span, text: str, labels: Iterable[str]) -> Span:
    """The sentence without a heading before it, as in "State of play: the bridge is closed"."""
    words = sentence.words(text)
    for label in labels:
        if words.startswith(f"{label}: ") and len(words) > len(label) + 2:
            return Span(sentence.start + len(label) + 2, sentence.end)
    return sentence


def _whole(sentence: Span, statements: list[StatementView], text: str) -> Span:
    """The sentence, stretched over a quotation that begins in it and runs on, where that stays readable."""
    direct = [s.statement for s in statements if s.statement.mode == "direct"]
    ends = [s.content.end + bool(text[s.content.end : s.content.end + 1].strip()) for s in direct]
    ends += [s.cue_span.end for s in direct if s.cue_span]
    last = max([sentence.end, *ends])
    return Span(sentence.start, last) if last - sentence.start <= LONGEST else sentence


def _with_denial(passage: Span, behind: Span | None, statements: list[StatementView]) -> Span:
    """The passage, stretched over the next sentence where somebody else denies there what it says."""
    if behind is None or behind.start < passage.end or behind.end - passage.start > LONGEST:
        return passage
    speakers = {s.speaker for s in statements if passage.start <= s.statement.content.start < passage.end}
    denials = (s for s in statements if s.statement.act == "deny" and behind.covers(s.statement.content))
    return Span(passage.start, behind.end) if any(s.speaker not in speakers for s in denials) else passage


def terms_of(words: str) -> frozenset[str]:
    """The terms that passages are compared by: words and numbers in lower case, plurals and possessives cut."""
    found = set()
    for match in WORD.finditer(words):
        term = match.group().casefold().replace("’", "'").removesuffix("'s")
        if len(term) > 2 or term.isdigit():
            found.add(term.rstrip("s") if len(term) > 4 else term)
    return frozenset(found)
