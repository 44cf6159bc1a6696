"""Find the places that a situation plays in.

Enters: documents with their readings, and the sides that they name. Leaves: by place the documents that name it: the
places that readings have, countries and continents aside, and names that no gazetteer has where documents put a
preposition before them ("to Kesharin"), at least once one of place ("in Kesharin"), or that end in a word for a site
("Vosna Dam"). Refuses: names of sides, persons, organisations and
outlets, times, and words that the documents write in small letters too.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sayso.languages import Language
from sayso.ledger.proposals.sides import Sides
from sayso.ledger.proposals.support import Read, Support
from sayso.model import Situation, Span
from sayso.readings.places.lines import Line, tokenize
from sayso.readings.places.words import PlaceWords, place_words

_KINDS = frozenset({"city", "region", "site"})
_MOST_WORDS, _SHORTEST = 3, 3


def find_places(read: Sequence[Read], sides: Sides, language: Language) -> Support:
    """The places, with the documents that name them."""
    words = place_words(language, Situation())
    lines = [[(offset, tokenize(line)) for offset, line in _lines(one.document.text)] for one in read]
    ordinary = {w for of_one in lines for _, line in of_one for w in line.words if w.islower()}
    support = Support()
    unknown: list[tuple[str, str, Span]] = []
    led: set[str] = set()
    for one, of_one in zip(read, lines, strict=True):
        for place in one.reading.places:
            if place.kind in _KINDS and not sides.is_form(place.name):
                support.add(place.name, one.document.id, place.span)
        taken = _taken(one)
        for offset, line in of_one:
            for first, last, is_led in _names(line, words, ordinary):
                span = Span(line.starts[first] + offset, line.ends[last] + offset)
                name = span.words(one.document.text)
                if not sides.named_in(name) and not _overlaps(span, taken):
                    unknown.append((name, one.document.id, span))
                    led.update({name} if is_led else ())
    for name, document, span in unknown:
        if name in led:
            support.add(name, document, span)
    return support


def _lines(text: str) -> Iterator[tuple[int, str]]:
    offset = 0
    for line in text.splitlines(keepends=True):
        yield offset, line
        offset += len(line)


def _names(line: Line, words: PlaceWords, ordinary: set[str]) -> Iterator[tuple[int, int, bool]]:
    """First and last token of each capitalised name behind a preposition, and whether it is one of place.

    A name with a word for a site ("Vosna Dam") needs no preposition.
    """
    first = 0
    while first < len(line.words):
        last = _end_of_run(line, first)
        if line.caps[first] and _is_name(line, first, last, words, ordinary):
            before = line.words[first - 1] if first and line.gap(first - 1) == " " else ""
            led = before in words.located or (last > first and _is_site(line, first, last, words))
            if led or before in words.directed:
                yield first, last, led
        first = last + 1


def _end_of_run(line: Line, first: int) -> int:
    last = first
    while line.caps[first] and line.is_name(last + 1) and line.gap(last) in {" ", "-"}:
        last += 1
    return last


def _is_name(line: Line, first: int, last: int, words: PlaceWords, ordinary: set[str]) -> bool:
    """Whether no word of the run is one that names have no use for, or that the documents write small elsewhere."""
    if last - first >= _MOST_WORDS or line.words[first].isupper() or len(line.words[first]) < _SHORTEST:
        return False
    end = last if last > first and _is_site(line, first, last, words) else last + 1
    parts = {line.lower(i) for i in range(first, end)}
    return (
        all(part.isalpha() for part in parts)
        and parts.isdisjoint(ordinary)
        and parts.isdisjoint(words.generic)
        and parts.isdisjoint(words.ordinary)
        and parts.isdisjoint(words.demonyms)
    )


def _is_site(line: Line, first: int, last: int, words: PlaceWords) -> bool:
    found = words.site.match(line.text, line.ends[last - 1])
    return last > first and found is not None and found.end() == line.ends[last]


def _taken(one: Read) -> list[Span]:
    """Spans of places, times and actors, in order and apart."""
    reading = one.reading
    spans = [p.span for p in reading.places] + [t.span for t in reading.times]
    spans += [m for a in reading.actors for m in a.mentions] + [f.span for f in one.document.furniture]
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _overlaps(span: Span, apart: Sequence[Span]) -> bool:
    position = bisect_left(apart, Span(span.end, 0))
    return position > 0 and apart[position - 1].overlaps(span)
