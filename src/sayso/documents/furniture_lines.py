"""Mark whole lines that are furniture: captions of galleries, links in brackets, lists of other stories.

Enters: a text in lines, in lower case and as it is, with the phrases that its language has for lines. Leaves: marks,
in no order. A phrase marks the line that it stands in, the headline that it opens, or those in the lines after it. A
line in square brackets is a word of the editors, not of the report. Refuses flat text: where all is one line, lines
tell nothing.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.documents.furniture_phrases import Phrase, Phrases
from sayso.model import Furniture, Span

_LINE = re.compile(r"(?<![^\n])[^\S\n]*+\S[^\n]*")  # from its start alone, giving nothing back: linear in spaces
_BRACKETED = re.compile(r"\s*\[\s*\w[^\[\]\n]{8,200}\]\s*")
_NO_HEADLINE = frozenset('.!:;,…”"')
_MOST_HEADLINES = 8


def mark_lines(text: str, lower: str, phrases: Phrases) -> Iterator[Furniture]:
    """Marks over whole lines, without the space around them."""
    lines = [_bare(text, m.start(), m.end()) for m in _LINE.finditer(text)]
    if len(lines) < 2:
        return
    for number, line in enumerate(lines):
        if _BRACKETED.fullmatch(text, line.start, line.end):
            yield Furniture(line, "read-more")
        for phrase in phrases.at["line"]:
            if line.end - line.start <= phrase.most and phrase.words.search(lower, line.start, line.end):
                yield Furniture(line, phrase.kind)
                break
        for phrase in phrases.at["label"]:
            if phrase.words.match(lower, line.start, line.end) and _is_headline(text, line, phrase):
                yield Furniture(line, phrase.kind)
                break
        for phrase in phrases.at["list"]:
            if phrase.words.fullmatch(lower, line.start, _before_colon(text, line)):
                following = lines[number + 1 : number + 1 + _MOST_HEADLINES]
                yield from (Furniture(s, phrase.kind) for s in (line, *_headlines(text, following, phrase)))
                break


def _bare(text: str, start: int, end: int) -> Span:
    found = text[start:end]
    return Span(start + len(found) - len(found.lstrip()), end - len(found) + len(found.rstrip()))


def _before_colon(text: str, line: Span) -> int:
    return line.end - 1 if text[line.end - 1] == ":" else line.end


def _headlines(text: str, lines: Sequence[Span], phrase: Phrase) -> Iterator[Span]:
    """The lines up to the first that is no headline."""
    for line in lines:
        if not _is_headline(text, line, phrase):
            return
        yield line


def _is_headline(text: str, line: Span, phrase: Phrase) -> bool:
    """Whether it is short, and does not end like a sentence of a report."""
    return line.end - line.start <= phrase.most and text[line.end - 1] not in _NO_HEADLINE
