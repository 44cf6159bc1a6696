"""Split a text into sentences.

Enters: a text of one language, flat or in lines. Leaves: spans of its sentences, in order, without overlaps; together
they hold every character but white space and list bullets. A line's end ends a sentence, unless the line was merely
wrapped. Sentences of their own are a closed dateline and the stamp before an entry of a page that is written on ("11
Jan 2031 - 09:05 GMT"). A quotation of several sentences is split at its sentence ends too, a closing quotation mark
staying with what it closes; joining the parts is left to who reads them. What is too long to be a sentence is cut.
Refuses nothing: a text without a letter has its sentences too.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.documents.dateline import end_of_dateline
from sayso.documents.day_words import day_words
from sayso.documents.long_sentences import cut_long
from sayso.documents.sentence_ends import MARKS, QUOTES, Ends, load_ends
from sayso.languages import Language
from sayso.model import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_VISIBLE = re.compile(r"\S")
_LINE_BULLETS = re.compile(r"\s*(?:[-–—*·∙•▪◦‣●■\uf0b7]\s+)*")
_INLINE_BULLETS = re.compile(r"\s*(?:[•▪◦‣●■\uf0b7]\s*|-\s+)*")
_INLINE_BULLET = re.compile(r"(?<=\s)[•▪◦‣●■\uf0b7](?=\s)")
_MARK = re.compile(rf"[{re.escape(MARKS)}]+[\"”’»'`)\]]*")
_POST_END = re.compile(r"(?:https?://t\.co|pic\.twitter\.com)/\w{1,20}(?=\s+[^\sa-z])")
_POST_SIGNATURE = re.compile(r"(?<=\s)[—–-]+ [^\n@]{1,60}\(@\w{1,20}\)(?: [A-Z][a-z]{2,8} \d{1,2}, \d{4})?")
_RULE = re.compile(r"(?<=\s)(?:_{2,}|\*{3,}|-{3,}|={3,})(?=\s)")
_WRAPPED_AT = 40  # a line shorter than this was not broken for want of room


def split_sentences(text: str, language: Language) -> tuple[Span, ...]:
    """The sentences of `text`, in order, without the white space and the bullets around them."""
    ends, stamp = load_ends(language), day_words(language).stamp
    lines = (part for line in _lines(text) for part in _at_stamps(text, *line, stamp))
    return tuple(s for start, end in lines for s in _split_line(text, start, end, ends))


def without_furniture(sentences: Sequence[Span], furniture: Sequence[Span], text: str) -> tuple[Span, ...]:
    """What is left of `sentences` as a report: cut at furniture that opens or closes one, whole around a remark in it.

    Both are in order. A sentence of which furniture is the larger part is left out.
    """
    kept = []
    position = 0
    for sentence in sentences:
        while position < len(furniture) and furniture[position].end <= sentence.start:
            position += 1
        rest = sentence
        for number in range(position, len(furniture)):
            if furniture[number].start >= sentence.end:
                break
            rest = _cut(rest, furniture[number], text)
        if any(c.isalnum() for c in rest.words(text)):
            kept.append(rest)
    return tuple(kept)


def _cut(sentence: Span, furniture: Span, text: str) -> Span:
    start, end = sentence.start, sentence.end
    if not any(c.isalnum() for c in text[start : furniture.start]):
        start = max(start, min(furniture.end, end))
    elif not any(c.isalnum() for c in text[furniture.end : end]):
        end = min(end, furniture.start)
    elif 2 * (furniture.end - furniture.start) > end - start:
        end = start
    return _trim(text, start, end)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every line, lines that were merely wrapped in one."""
    held: tuple[int, int] | None = None
    for line in _LINE.finditer(text):
        start, end = line.span()
        if held and _is_wrapped(text, held, start):
            held = held[0], end
            continue
        if held:
            yield held
        held = start, end
    if held:
        yield held


def _is_wrapped(text: str, above: tuple[int, int], start: int) -> bool:
    gap = text[above[1] : start]
    if gap not in ("\n", "\r\n") or not text[start].islower() or above[1] - above[0] < _WRAPPED_AT:
        return False
    return text[above[1] - 1] not in MARKS + QUOTES + ":;"


def _at_stamps(text: str, start: int, end: int, stamp: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """A line, parted before and behind each stamp; what goes on in lower case is none ("… - 09:05 GMT at best")."""
    for found in stamp.finditer(text, start, end):
        following = _VISIBLE.search(text, found.end(), end)
        if following is None or not following[0].islower():
            yield from ((start, found.start()), found.span())
            start = found.end()
    yield start, end


def _split_line(text: str, start: int, end: int, ends: Ends) -> Iterator[Span]:
    bullets = _LINE_BULLETS.match(text, start, end)
    first = bullets.end() if bullets else start
    for cut in [*sorted(_cuts(text, first, end, ends)), end]:
        bullets = _INLINE_BULLETS.match(text, first, cut)
        sentence = _trim(text, bullets.end() if bullets else first, cut)
        behind = end_of_dateline(text, sentence.start, sentence.end)
        if behind > sentence.start:
            yield _trim(text, sentence.start, behind)
        if behind < sentence.end:
            yield from cut_long(text, Span(behind, sentence.end))
        first = cut


def _cuts(text: str, start: int, end: int, ends: Ends) -> set[int]:
    cuts = {m.start() for m in _INLINE_BULLET.finditer(text, start, end)}
    cuts.update(p for m in _RULE.finditer(text, start, end) for p in m.span())
    if text.find("/", start, end) >= 0:
        cuts.update(m.end() for m in _POST_END.finditer(text, start, end))
    if text.find("(@", start, end) >= 0:
        cuts.update(p for m in _POST_SIGNATURE.finditer(text, start, end) for p in m.span())
    cuts.update(_mark_cuts(text, start, end, ends))
    return cuts


def _mark_cuts(text: str, start: int, end: int, ends: Ends) -> Iterator[int]:
    """Where sentences end by a mark. Straight quotation marks are counted, to tell the opening from the closing."""
    first = counted = start
    inside = False
    for mark in _MARK.finditer(text, start, end):
        inside ^= text.count('"', counted, mark.start()) % 2 == 1
        counted = mark.start()
        at = _with_closer(text, mark, end, inside)
        if ends.at(text, first, mark.start(), at, end):
            yield at
            first = at


def _with_closer(text: str, mark: re.Match[str], end: int, inside: bool) -> int:
    """Where the mark ends with the quotation marks that close at it."""
    at = mark.end()
    if text[at - 1] == '"' and not inside and at < end and text[at].isalnum():
        return at - 1
    apart = text[at : at + 2]
    closing = "”)" + ('"' if inside and '"' not in mark[0] else "")
    if len(apart) == 2 and apart[0] == " " and apart[1] in closing:
        return at + 2 if at + 2 >= end or text[at + 2].isspace() else at
    return at


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
