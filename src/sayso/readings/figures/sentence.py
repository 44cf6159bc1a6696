"""A sentence is what the readers of one figure see: its scan, its outcome words, its times and places, its day.

Enters: an analysed document with its bounded numbers, times and places. Leaves: every sentence that holds a number,
with its numbers. Refuses tables: what is longer than a sentence can be.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple, TypeVar

from sayso.model import Place, Span, Time
from sayso.readings.analysis import Analysis
from sayso.readings.figures.bounds import Bounded
from sayso.readings.figures.measure_words import MeasureWords
from sayso.readings.figures.triggers import Trigger, find_triggers
from sayso.readings.quantities.scan import LONGEST, Scan, scan_sentence
from sayso.readings.stamps import find_stamps

_Placed = TypeVar("_Placed", Time, Place)


class Sentence(NamedTuple):
    """One sentence of a document, with what was read in it.

    Of the places those are left out that tell whose people are counted: "10 Ardania citizens"; of the times the stamps
    of a page that is written on. `written` is the day on which it was written, ISO 8601, where that is known.
    """

    words: MeasureWords
    analysis: Analysis
    scan: Scan
    outcomes: list[Trigger]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    written: str | None


def sentences_with_numbers(
    words: MeasureWords,
    analysis: Analysis,
    bounded: list[Bounded],
    times: tuple[Time, ...],
    places: tuple[Place, ...],
) -> Iterator[tuple[Sentence, list[Bounded]]]:
    """Each sentence that holds a number, with its numbers, in order."""
    starts = [s.start for s in analysis.sentences]
    stamps = find_stamps(analysis.text, starts, _in_order(times))
    times, places = _in_order(tuple(t for t in times if t not in stamps.times)), _in_order(places)
    numbers_in: dict[int, list[Bounded]] = {}
    for number in bounded:
        numbers_in.setdefault(bisect_right(starts, number.number.start) - 1, []).append(number)
    for i, numbers in numbers_in.items():
        if i < 0:
            continue
        scan = scan_sentence(analysis, analysis.sentences[i], analysis.sentence_tokens[i])
        if len(scan.lexemes) > LONGEST:
            continue
        outcomes = find_triggers(words.outcomes, scan.lexemes)
        where = (p for p in _inside(scan.span, places) if not any(n.span.overlaps(p.span) for n in numbers))
        here = _inside(scan.span, times), tuple(where)
        written = stamps.written(scan.span.start) or analysis.day.value
        yield Sentence(words, analysis, scan, outcomes, *here, written), numbers


def _in_order(found: tuple[_Placed, ...]) -> tuple[_Placed, ...]:
    return tuple(sorted(found, key=lambda f: f.span))


def _inside(span: Span, found: tuple[_Placed, ...]) -> tuple[_Placed, ...]:
    """Those of `found`, which are in order, that lie in `span`."""
    first = bisect_left(found, span.start, key=lambda f: f.span.start)
    last = bisect_left(found, span.end, key=lambda f: f.span.start)
    return tuple(f for f in found[first:last] if span.covers(f.span))
