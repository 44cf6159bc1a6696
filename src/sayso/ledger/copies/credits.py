"""Find the wires that a document credits: the news agencies that it says wrote it, or helped to.

Enters: a document. Leaves: its credits, in the order of the text, each with the words it rests on. A credit stands
where credits stand: near the beginning in brackets, at the end, in a sentence of its own, in the byline. "The mayor
told Reuters" is none. The words are those of the lexicon `credits` of every language.
"""

import functools
import re
from collections.abc import Iterable, Iterator

import msgspec

from sayso.languages import load_lexicon, supported_languages
from sayso.languages.lexicon import Entry
from sayso.ledger.names.folding import Key, fold
from sayso.model import Document, Span

HEAD = 200
"""Characters from the beginning within which a dateline ends."""
TAIL = 600
"""Characters from the end within which a report is signed off."""
BACK = 200
"""Characters before "contributed to this report" among which its wires are named."""


class Credit(msgspec.Struct, frozen=True):
    """A wire that is credited, for the text (`whole`) or for help. `field`: text or byline, where `span` is."""

    wire: str
    whole: bool
    field: str
    span: Span


def find_credits(document: Document) -> tuple[Credit, ...]:
    """The wires that a document credits."""
    text = document.text
    found = [*_marks(text), *_before(text), *_after(text), *_sign_offs(text)]
    found.sort(key=lambda c: (c.span, not c.whole, c.wire))
    names = _rules().wire.finditer(document.byline)
    return (*(Credit(_wire(m[0]), True, "byline", Span(*m.span())) for m in names), *found)


def wire_named(name: str) -> str | None:
    """The wire that goes by this name, or that publishes under this outlet."""
    return _rules().names.get(fold(name.casefold().removeprefix("www.")))


def credit_rows(row: int, document: Document) -> list[tuple[int, str, int, str, int, int]]:
    """The credits of a document as rows of `copy_credit`; of two that begin at one place, the longer one."""
    found = {
        (c.field, c.span.start, c.wire): c for c in sorted(find_credits(document), key=lambda c: (c.whole, c.span))
    }
    return [(row, field, start, wire, c.span.end, int(c.whole)) for (field, start, wire), c in sorted(found.items())]


class _Rules(msgspec.Struct, frozen=True):
    names: dict[Key, str]
    wire: re.Pattern[str]
    marked: re.Pattern[str]
    last: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    helped: frozenset[str]
    framed: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]


@functools.cache
def _rules() -> _Rules:
    entries = [e for code in supported_languages() for e in load_lexicon(code, "credits").entry]
    wires = [e for e in entries if e.kind == "wire"]
    name = _any(s for e in wires for s in e.spellings)
    sites = {fold(str(s)): e.term for e in wires for s in _listed(e, "sites")}
    before = _any(s for e in entries if e.kind == "before" for s in e.spellings)
    after = _any(s for e in entries if e.kind == "after" for s in e.spellings)
    return _Rules(
        names={fold(s): e.term for e in wires for s in (e.term, *e.spellings)} | sites,
        wire=re.compile(rf"\b(?:{name})\b"),
        marked=re.compile(rf"\((?P<wire>{name})\)|/(?P<slash>{name})/"),
        last=re.compile(rf"[.!?”\"]\s*\(?(?P<wire>{name})\)?[.\s]*\Z"),
        before=re.compile(
            rf"(?:\A|(?<=[.!?”)\n])\s?)(?P<lead>(?i:{before}))(?: \d{{4}})?(?: (?i:the))? (?P<wire>{name})\b"
        ),
        after=re.compile(rf"(?i:{after})"),
        helped=frozenset(s for e in entries if e.also.get("helped") for s in e.spellings),
        framed=tuple(
            (
                str(e.value),
                re.compile(rf"(?i:\b{_any(e.spellings)}\b)"),
                re.compile(rf"(?i:{_any(_listed(e, 'then'))})"),
            )
            for e in entries
            if e.kind == "both"
        ),
    )


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"


def _listed(entry: Entry, mark: str) -> list[str]:
    found = entry.also.get(mark, [])
    return found if isinstance(found, list) else []


def _wire(name: str) -> str:
    return _rules().names[fold(name)]


def _marks(text: str) -> Iterator[Credit]:
    """ "(AP)" in the dateline, "AFP" as the last word."""
    marked = _rules().marked.search(text, 0, HEAD)
    if marked:
        yield Credit(_wire(marked["wire"] or marked["slash"]), True, "text", Span(*marked.span()))
    last = _rules().last.search(text, max(0, len(text) - HEAD))
    if last and not (marked and marked.end() >= last.start()):
        start = last.start("wire") - (text[last.start("wire") - 1 : last.start("wire")] == "(")
        end = last.end("wire") + (text[last.end("wire") : last.end("wire") + 1] == ")")
        yield Credit(_wire(last["wire"]), True, "text", Span(start, end))


def _before(text: str) -> Iterator[Credit]:
    head = _rules().before.finditer(text, 0, min(HEAD, _tail(text)))
    for found in (*head, *_rules().before.finditer(text, _tail(text))):
        whole = found["lead"].casefold() not in _rules().helped
        yield Credit(_wire(found["wire"]), whole, "text", Span(found.start("lead"), found.end()))


def _after(text: str) -> Iterator[Credit]:
    for found in _rules().after.finditer(text, _tail(text)):
        start = max(0, found.start() - BACK)
        ends = (text.rfind(end, start, found.start()) for end in (". ", ".\n", "? ", "! "))
        start = max(start, *(end + 1 for end in ends))
        for wire in _rules().wire.finditer(text, start, found.start()):
            yield Credit(_wire(wire[0]), False, "text", Span(wire.start(), found.end()))


def _tail(text: str) -> int:
    return max(0, len(text) - TAIL)


def _sign_offs(text: str) -> Iterator[Credit]:
    for wire, begins, then in _rules().framed:
        opened = begins.search(text, _tail(text))
        closed = then.search(text, opened.end()) if opened else None
        if opened and closed:
            yield Credit(wire, True, "text", Span(opened.start(), closed.end()))
