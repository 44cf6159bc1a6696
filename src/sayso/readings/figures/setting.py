"""Read the setting of a figure: its basis, the days it runs from and stands for, its place.

Enters: a scanned sentence, where the figure stands in it, the document's times and places, the situation's day zero.
Leaves: a `Setting`. Refuses a place or a day where the sentence has several and none stands beside the figure.
"""

from typing import NamedTuple

from sayso.model import Basis, Place, Span, Time
from sayso.readings.figures.basis import Clause, own_times, tell_basis
from sayso.readings.figures.measure_words import MeasureWords
from sayso.readings.figures.sentence import Sentence
from sayso.readings.quantities.lexemes import Lexeme
from sayso.readings.quantities.scan import Scan
from sayso.readings.quantities.spellings import Spellings

BESIDE = 12
START_WORDS = 8
START_CLAUSE = 60


class Setting(NamedTuple):
    """On what basis, since when, as of when and where."""

    basis: Basis | None
    since: str | None
    as_of: str | None
    place: str | None


def read_setting(sentence: Sentence, clause: Clause, kind: str, measure: str) -> Setting:
    """The setting of the figure in `clause`, which is of `kind`."""
    lexemes = sentence.scan.lexemes
    since = _since(sentence)
    told_as_of = _as_of(sentence)
    dated = next((t for t in sentence.times if _is_day(t)), None)
    as_of = told_as_of or (dated.begin if dated and not since else None) or sentence.analysis.day.value
    basis = _basis(sentence, clause, kind, measure, summed=told_as_of is not None or since is not None)
    span = Span(lexemes[clause.first].start, lexemes[clause.last].end)
    return Setting(basis, since, as_of, _place(span, sentence.places))


def _basis(sentence: Sentence, clause: Clause, kind: str, measure: str, *, summed: bool) -> Basis:
    words, scan = sentence.words, sentence.scan
    if kind in {"share", "price"}:
        return "rate"
    if _is_planned(words, scan, clause.first, clause.last):
        return "plan"
    summed = summed or _any(words.since, scan.lexemes, 0, len(scan.lexemes))
    on_a_day = any(_is_day(t) for t in own_times(words, scan, clause, sentence.times))
    return tell_basis(words, scan, clause, measure, summed=summed, dated=on_a_day, money=kind == "money")


def _is_day(time: Time) -> bool:
    return bool(time.begin) and time.begin == time.end and time.type in {"DATE", "TIME"}


def _any(spellings: Spellings, lexemes: list[Lexeme], start: int, stop: int) -> bool:
    return any(spellings.at(lexemes, i) is not None for i in range(start, min(stop, len(lexemes))))


def _is_planned(words: MeasureWords, scan: Scan, first: int, last: int) -> bool:
    """Whether a word of plan stands before the figure in its clause, and the clause does not say that it happened."""
    start = first
    while start > max(first - 8, 0) and scan.lexemes[start - 1].text not in ',;:."“”':
        start -= 1
    happened = any(scan.tag(i) in {"VBD", "VBP", "VBZ"} for i in range(first, min(last + 1, len(scan.lexemes))))
    return _any(words.plan, scan.lexemes, start, last + 1) and not happened


def _since(sentence: Sentence) -> str | None:
    """The day that the sentence counts from: a date behind "since", or day zero for "since the war began"."""
    words, lexemes = sentence.words, sentence.scan.lexemes
    for i in range(len(lexemes)):
        found = words.since.at(lexemes, i)
        if found is None:
            continue
        behind = lexemes[found[1]].start if found[1] < len(lexemes) else sentence.scan.span.end
        time = _begin_within(sentence.times, behind, BESIDE)
        if time is not None:
            return time
        if any(x.low in words.start for x in lexemes[found[1] : found[1] + START_WORDS]):
            return _begin_within(sentence.times, behind, START_CLAUSE) or sentence.analysis.situation.day_zero
    return None


def _begin_within(times: tuple[Time, ...], start: int, reach: int) -> str | None:
    return next((t.begin for t in times if start <= t.span.start <= start + reach and t.begin), None)


def _as_of(sentence: Sentence) -> str | None:
    for time in sentence.times:
        before = [x for x in sentence.scan.lexemes if x.end <= time.span.start]
        if time.begin and sentence.words.as_of.before(before, len(before)) is not None:
            return time.end or time.begin
    return None


def _place(span: Span, places: tuple[Place, ...]) -> str | None:
    """The one place of the sentence; of several, the one in the figure's clause or next behind it."""
    inside = {p.name for p in places if span.covers(p.span)}
    if len(inside) == 1:
        return inside.pop()
    behind = [p for p in places if span.end <= p.span.start <= span.end + 40]
    if behind:
        return min(behind, key=lambda p: p.span.start).name
    names = {p.name for p in places}
    return names.pop() if len(names) == 1 else None
