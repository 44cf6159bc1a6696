"""Read the setting of a figure: its basis, the days it runs from and stands for, its place.

Enters: a scanned sentence, where the figure stands in it, the document's times and places, the situation's day zero.
Leaves: a `Setting`. Refuses a place or a day where the sentence has several and none stands beside the figure.
"""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from sayso.model import Basis, Time
from sayso.readings.figures.basis import tell_basis
from sayso.readings.figures.clause import Clause
from sayso.readings.figures.clause_breaks import clause_start
from sayso.readings.figures.days import NEAR, OWN, inside_times, own_times
from sayso.readings.figures.measure_words import MeasureWords
from sayso.readings.figures.sentence import Sentence
from sayso.readings.figures.where import place_of
from sayso.readings.quantities.lexemes import Lexeme
from sayso.readings.quantities.scan import Scan
from sayso.readings.quantities.spellings import Spellings

ABOUT = 2
BESIDE = 12
START_WORDS = 8
START_CLAUSE = 60
RANKED = 12
PLANNED = 8
ASKING = frozenset({"WRB", "WDT", "WP"})


class Setting(NamedTuple):
    """On what basis, since when, as of when and where."""

    basis: Basis | None
    since: str | None
    as_of: str | None
    place: str | None


def read_setting(sentence: Sentence, clause: Clause, kind: str, measure: str) -> Setting:
    """The setting of the figure in `clause`, which is of `kind`."""
    counted_from, since = _since(sentence, clause)
    told_as_of = _as_of(sentence)
    own = own_times(sentence.words, sentence.scan, clause, sentence.times)
    stretch = _between(sentence, own) or next((t for t in own if _is_stretch(sentence, t)), None)
    if stretch is not None and _runs_from_day_zero(sentence, stretch):
        counted_from, since = True, since or stretch.begin
    basis = _basis(sentence, clause, kind, measure, own, summed=told_as_of is not None or counted_from)
    days = {t.begin for t in own if _is_day(t)}
    if basis == "increment" and stretch is not None and days <= {stretch.begin, stretch.end}:
        since, told_as_of = stretch.begin, told_as_of or min(str(stretch.end), sentence.written or str(stretch.end))
    as_of = told_as_of or _day_told(sentence, clause, own, basis, since)
    return Setting(basis, since, _not_ahead(sentence, as_of, basis), place_of(sentence, clause, measure))


def _basis(
    sentence: Sentence, clause: Clause, kind: str, measure: str, own: Mapping[Time, int], *, summed: bool
) -> Basis | None:
    words, scan = sentence.words, sentence.scan
    if kind in {"share", "price"}:
        return "rate"
    if _is_planned(words, scan, clause.first, clause.last):
        return "plan"
    dated = max((close for t, close in own.items() if _is_day(t) or _is_stretch(sentence, t)), default=0)
    return tell_basis(words, scan, clause, measure, summed=summed, dated=dated, money=kind == "money")


def _is_day(time: Time) -> bool:
    return bool(time.begin) and time.begin == time.end and time.type in {"DATE", "TIME"}


def _is_stretch(sentence: Sentence, time: Time) -> bool:
    """Whether the time is some days on end that have begun, such as a weekend or a year."""
    several = bool(time.begin) and bool(time.end) and time.begin != time.end and time.type in {"DATE", "DURATION"}
    return several and (sentence.written is None or str(time.begin) <= sentence.written)


def _between(sentence: Sentence, own: Mapping[Time, int]) -> Time | None:
    """The stretch from one day to the next one that a word joins to it: "between March 1 and March 4"."""
    days = sorted((t for t in own if _is_day(t)), key=lambda t: t.span)
    for first, last in pairwise(days):
        joint = sentence.analysis.text[first.span.end : last.span.start].split()
        if len(joint) == 1 and str(first.begin) < str(last.begin):
            return replace(first, end=last.end)
    return None


def _runs_from_day_zero(sentence: Sentence, stretch: Time) -> bool:
    """Whether a stretch reaches from day zero until now: "in the three weeks since", told after three weeks."""
    zero = sentence.analysis.situation.day_zero
    if zero is None or sentence.written is None or stretch.begin is None or str(stretch.end) < sentence.written:
        return False
    return abs((date.fromisoformat(stretch.begin) - date.fromisoformat(zero[:10])).days) <= ABOUT


def _day_told(
    sentence: Sentence, clause: Clause, own: Mapping[Time, int], basis: Basis | None, since: str | None
) -> str | None:
    """The day that is the figure's own, else that on which somebody told it; not the one it is counted from."""
    close = OWN if basis == "cumulative" else NEAR
    days = [t.begin for t, found in own.items() if found >= close and _is_day(t)]
    inside = set(inside_times(sentence.words, sentence.scan, clause, sentence.times))
    days += [t.begin for t in sentence.times if _is_day(t) and t not in inside]
    return next((day for day in days if day != since), None)


def _not_ahead(sentence: Sentence, as_of: str | None, basis: Basis | None) -> str | None:
    """The day told, else that of writing. What has come about is of no day ahead, unless the page was written on after
    the day that it bears: then the day is spelled out ("on March 1"), and no weekday that was taken for the next one.
    """
    written, text = sentence.written, sentence.analysis.text
    if as_of is None or written is None or as_of <= written or basis == "plan":
        return as_of or written
    named = (t.span.words(text) for t in sentence.times if as_of in (t.begin, t.end))
    return as_of if any(c.isdigit() for words in named for c in words) else written


def _any(spellings: Spellings, lexemes: list[Lexeme], start: int, stop: int) -> bool:
    return any(spellings.at(lexemes, i) is not None for i in range(start, min(stop, len(lexemes))))


def _is_planned(words: MeasureWords, scan: Scan, first: int, last: int) -> bool:
    """Whether a word of plan stands before the figure in its clause, and the clause does not say that it happened."""
    start = clause_start(scan, first, PLANNED)
    happened = any(scan.tag(i) in {"VBD", "VBP", "VBZ"} for i in range(first, min(last + 1, len(scan.lexemes))))
    return _any(words.plan, scan.lexemes, start, last + 1) and not happened


def _since(sentence: Sentence, clause: Clause) -> tuple[bool, str | None]:
    """Whether the figure is counted from a day, and that day: a date, or day zero for "since the war began"."""
    words, lexemes = sentence.words, sentence.scan.lexemes
    found = next((f for i in range(len(lexemes)) if (f := words.since.at(lexemes, i)) is not None), None)
    if found is None or not _is_counted_from(sentence, clause, found[1]):
        return False, None
    behind = lexemes[found[1]].start if found[1] < len(lexemes) else sentence.scan.span.end
    day = _begin_within(sentence.times, behind, BESIDE)
    if day is None and any(x.low in words.start for x in lexemes[found[1] : found[1] + START_WORDS]):
        day = _begin_within(sentence.times, behind, START_CLAUSE) or sentence.analysis.situation.day_zero
    return True, day


def _is_counted_from(sentence: Sentence, clause: Clause, since: int) -> bool:
    """Whether "since" tells of the figure: not "the worst since", and not "since 1959, when 12 died"."""
    scan = sentence.scan
    if since > clause.last:
        between = range(clause.last + 1, since)
        return not any(scan.tag(i) == "JJS" or scan.low(i) in sentence.words.first for i in between)
    ranked = any(scan.tag(i) == "JJS" for i in range(max(since - RANKED, 0), since))
    return not ranked and not any(scan.tag(i) in ASKING for i in range(since, clause.first))


def _begin_within(times: tuple[Time, ...], start: int, reach: int) -> str | None:
    return next((t.begin for t in times if start <= t.span.start <= start + reach and t.begin), None)


def _as_of(sentence: Sentence) -> str | None:
    scan = sentence.scan
    for time in sentence.times:
        if time.begin and sentence.words.as_of.before(scan.lexemes, scan.first_after(time.span.start)) is not None:
            return time.end or time.begin
    return None
