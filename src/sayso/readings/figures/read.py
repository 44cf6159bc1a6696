"""Read figures: the quantities that tell how the crisis stands.

Enters: an analysed document with its quantities, statements, times and places. Leaves: figures in the order of the
text: bounds, unit, what is measured, of whom, where, on what basis, and the statement that each stands in, whose
speaker is its source. A number is a figure only if something tells what it measures: an outcome (killed, fled, fired),
a noun that is a measure of its own (refugees, troops), money with its purpose, a share of something, a rate. "A woman
and two children died" is one figure of three. Ages, times, lengths, ordinals and counts of anything else are refused,
and so are tables: what is longer than a sentence can be.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from sayso.model import Figure, Place, Quantity, Span, Statement, Time
from sayso.readings.analysis import Analysis
from sayso.readings.figures.basis import clause_at
from sayso.readings.figures.bounds import Bounded, bound_quantities
from sayso.readings.figures.composites import merge_composites
from sayso.readings.figures.measure_words import MeasureWords, measure_words
from sayso.readings.figures.measures import Counting, Trigger, find_outcome, find_triggers
from sayso.readings.figures.money_measures import find_amount, find_money, find_share
from sayso.readings.figures.setting import read_setting
from sayso.readings.quantities.exactness import approximators
from sayso.readings.quantities.scan import LONGEST, Scan, scan_sentence

FORCE = 10
NEAR_TOTAL = 120


@dataclass(frozen=True, slots=True)
class Measured:
    """A bounded number, what it measures, and the lexemes `[first, last]` that its figure spans."""

    bounded: Bounded
    measure: str
    population: str | None
    first: int
    last: int
    kind: str


def read_figures(
    analysis: Analysis,
    quantities: tuple[Quantity, ...],
    statements: tuple[Statement, ...],
    times: tuple[Time, ...],
    places: tuple[Place, ...],
) -> tuple[Figure, ...]:
    """Every figure of the document, in order."""
    if not quantities:
        return ()
    words = measure_words(analysis.language)
    bounded = list(bound_quantities(words, analysis.text, quantities))
    figures: list[Figure] = []
    places = _not_in_names(places, statements)
    for scan, numbers in _by_sentence(analysis, bounded):
        if len(scan.lexemes) > LONGEST:
            continue
        here = _inside(scan.span, times), _inside_places(scan.span, places)
        numbers = merge_composites(words, analysis, scan, numbers)
        outcomes = find_triggers(words.outcomes, scan.lexemes)
        before: Measured | None = None
        for number in numbers:
            measured = _measure(words, analysis, scan, outcomes, number, before)
            if measured is not None:
                before = measured
                figures.append(_make(words, analysis, scan, measured, statements, *here))
    return _distinct(_with_parts(words, analysis, figures))


def _not_in_names(places: tuple[Place, ...], statements: tuple[Statement, ...]) -> tuple[Place, ...]:
    """The places that are no part of a speaker's name: "the Orlin River Commission said" tells who, not where."""
    speakers = [s.speaker_span for s in statements if s.speaker_span is not None]
    return tuple(p for p in places if not any(s.covers(p.span) and s != p.span for s in speakers))


def _by_sentence(analysis: Analysis, bounded: list[Bounded]) -> Iterator[tuple[Scan, list[Bounded]]]:
    starts = [s.start for s in analysis.sentences]
    sorted_in: dict[int, list[Bounded]] = {}
    for number in bounded:
        sorted_in.setdefault(bisect_right(starts, number.number.start) - 1, []).append(number)
    for i, numbers in sorted_in.items():
        if i >= 0:
            yield scan_sentence(analysis, analysis.sentences[i], analysis.sentence_tokens[i]), numbers


def _inside(span: Span, times: tuple[Time, ...]) -> tuple[Time, ...]:
    return tuple(t for t in times if span.covers(t.span))


def _inside_places(span: Span, places: tuple[Place, ...]) -> tuple[Place, ...]:
    return tuple(p for p in places if span.covers(p.span))


def _measure(
    words: MeasureWords,
    analysis: Analysis,
    scan: Scan,
    outcomes: list[Trigger],
    number: Bounded,
    before: Measured | None,
) -> Measured | None:
    counting = _place_in(scan, number)
    if number.kind in {"money", "share"}:
        return _measure_amount(words, scan, outcomes, number, counting, before)
    if number.kind == "amount":
        found = find_amount(words, scan, counting)
        return Measured(number, found.measure, None, counting.start, found.last, number.kind) if found else None
    trigger = find_outcome(words, scan, outcomes, counting)
    noun = _written(words, analysis, scan, counting)
    low = scan.low(counting.end - 1) if counting.end > counting.stop else ""
    if trigger is None:
        if _counts_alone(words, low, number):
            return Measured(number, low, noun, counting.start, counting.end - 1, number.kind)
        return None
    if number.low == number.high == 1 and (trigger.entry.also["of"] != "people" or low in {""}):
        return None
    measure = _term(words, trigger, low)
    near = _near(scan, counting, trigger)
    return Measured(number, measure, noun, *near, number.kind)


def _counts_alone(words: MeasureWords, noun: str, number: Bounded) -> bool:
    """Whether a noun is a measure where nothing happened to it. A few soldiers are actors of the story, no force."""
    size = max(number.low or 0, number.high or 0)
    if noun in words.counts:
        return size >= FORCE if noun in words.people else size > 1
    return noun in words.places and size > 2


def _term(words: MeasureWords, trigger: Trigger, noun: str) -> str:
    """The measure's term, with what it happened to where that is a thing: "missiles fired"."""
    term = str(trigger.entry.value or trigger.entry.term)
    person = noun in words.people and not (noun in words.counts and trigger.entry.also.get("named"))
    named = noun and not person and noun not in {s.lower() for s in trigger.entry.spellings}
    return f"{noun} {term}" if named and trigger.entry.also["of"] != "people" else term


def _measure_amount(
    words: MeasureWords,
    scan: Scan,
    outcomes: list[Trigger],
    number: Bounded,
    counting: Counting,
    before: Measured | None,
) -> Measured | None:
    told = (before.measure, before.kind) if before is not None else None
    if number.kind == "money":
        found = find_money(words, scan, number, counting, told)
    else:
        found = find_share(words, scan, outcomes, number, counting, told)
    if found is None:
        return None
    kind = "price" if number.kind == "money" and number.unit and " per " in number.unit else number.kind
    return Measured(number, found.measure, found.population, counting.start, max(found.last, counting.end - 1), kind)


def _place_in(scan: Scan, number: Bounded) -> Counting:
    """Where the number and its noun stand among the lexemes."""
    starts = [x.start for x in scan.lexemes]
    start = max(bisect_right(starts, number.span.start) - 1, 0)
    stop = bisect_right(starts, number.number.end - 1)
    end = bisect_right(starts, number.span.end - 1)
    return Counting(start, stop, max(end, stop))


def _written(words: MeasureWords, analysis: Analysis, scan: Scan, counting: Counting) -> str | None:
    """The counted words as the document writes them."""
    if counting.end <= counting.stop:
        return None
    start = counting.stop
    while start < counting.end - 1 and (scan.low(start) in words.ofs or scan.tag(start) in {"DT", "PRP$"}):
        start += 1
    noun = analysis.text[scan.lexemes[start].start : scan.lexemes[counting.end - 1].end]
    return noun.strip("+- ") or None


def _near(scan: Scan, counting: Counting, trigger: Trigger) -> tuple[int, int]:
    """The figure's lexemes: from the number to its outcome, where that stands near and in one clause."""
    first, last = counting.start, counting.end - 1
    parted = any(x.text in ",;:." for x in scan.lexemes[min(trigger.stop, last + 1) : max(trigger.start, first)])
    if not parted and counting.end <= trigger.start <= counting.end + 6:
        return first, trigger.stop - 1
    if not parted and first - 4 <= trigger.stop <= first:
        return trigger.start, last
    return first, last


def _make(
    words: MeasureWords,
    analysis: Analysis,
    scan: Scan,
    measured: Measured,
    statements: tuple[Statement, ...],
    times: tuple[Time, ...],
    places: tuple[Place, ...],
) -> Figure:
    number = measured.bounded
    at = _statement_of(statements, number.number)
    said = statements[at] if at is not None else None
    clause = clause_at(scan, measured.first, measured.last, number.span, said.content if said else None)
    setting = read_setting(words, analysis, scan, clause, measured.kind, measured.measure, times, places)
    return Figure(
        span=Span(scan.lexemes[measured.first].start, max(scan.lexemes[measured.last].end, number.span.end)),
        number=number.number,
        low=number.low,
        high=number.high,
        measure=measured.measure,
        unit=number.unit,
        population=_of_whom(words, measured.population),
        place=setting.place,
        basis=setting.basis,
        since=setting.since,
        as_of=setting.as_of,
        approx=_approximator(analysis, scan, number) if number.change == "~" else None,
        source=said.speaker if said else None,
        via=said.via if said else (),
        unverified=said is not None and said.caveat is not None,
        statement=at,
    )


def _of_whom(words: MeasureWords, population: str | None) -> str | None:
    """The counted words, where they tell more than that somebody was counted: "people" tells no population."""
    return None if population is not None and population.lower() in words.anyone else population


def _approximator(analysis: Analysis, scan: Scan, number: Bounded) -> str | None:
    """The words that make it about: what stands before the number within its expression."""
    known = approximators(analysis.language).before
    for i, lexeme in enumerate(scan.lexemes):
        found = known.at(scan.lexemes, i) if number.span.start <= lexeme.start < number.number.start else None
        if found is not None and found[0].kind == "~":
            return analysis.text[lexeme.start : scan.lexemes[found[1] - 1].end]
    return None


def _statement_of(statements: tuple[Statement, ...], number: Span) -> int | None:
    """The position of the innermost statement that the number stands in."""
    covering = [i for i, s in enumerate(statements) if s.content.covers(number)]
    return min(covering, key=lambda i: statements[i].content.end - statements[i].content.start, default=None)


def _with_parts(words: MeasureWords, analysis: Analysis, figures: list[Figure]) -> list[Figure]:
    """Tie a part to its total: "9 people, including 2 children"."""
    tied: list[Figure] = []
    for i, figure in enumerate(figures):
        for back in range(i - 1, max(i - 4, -1), -1):
            whole = figures[back]
            if figure.number.start - whole.number.end > NEAR_TOTAL:
                break
            between = analysis.text[whole.number.end : figure.number.start].casefold()
            joined = any(" ".join(k) in between for k in words.including.loose)
            bigger = (whole.low or whole.high or 0) >= (figure.low or figure.high or 0)
            if joined and bigger and whole.measure == figure.measure:
                figure = replace(figure, part_of=back)
                break
        tied.append(figure)
    return tied


def _distinct(figures: list[Figure]) -> tuple[Figure, ...]:
    """Figures with spans of their own: where two share one, the later keeps its number's place."""
    seen: set[Span] = set()
    kept: list[Figure] = []
    for figure in figures:
        if figure.span in seen:
            figure = replace(figure, span=figure.number)
        seen.add(figure.span)
        kept.append(figure)
    return tuple(kept)
