"""Read the setting of a figure: its basis, the days it runs from and stands for, its place.

Enters: a scanned sentence, where the figure stands in it, the document's times and places, the situation's day zero.
Leaves: a `Setting`. Refuses a place or a day where the sentence has several and none stands beside the figure.
"""

from typing import NamedTuple

from sayso.model import Basis, Place, Span, Time
from sayso.readings.figures.basis import Clause, own_times, tell_basis
from sayso.readings.figures.clause_breaks import clause_start
from sayso.readings.figures.measure_words import MeasureWords
from sayso.readings.figures.sentence import Sentence
from sayso.readings.quantities.lexemes import Lexeme
from sayso.readings.quantities.scan import Scan
from sayso.readings.quantities.spellings import Spellings

BESIDE = 12
START_WORDS = 8
START_CLAUSE = 60
NEXT = 40
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
    dated = next((t for t in sentence.times if _is_day(t)), None)
    as_of = told_as_of or (dated.begin if dated and not since else None) or sentence.analysis.day.value
    basis = _basis(sentence, clause, kind, measure, summed=told_as_of is not None or counted_from)
    return Setting(basis, since, as_of, _place(sentence, clause))


def _basis(sentence: Sentence, clause: Clause, kind: str, measure: str, *, summed: bool) -> Basis:
    words, scan = sentence.words, sentence.scan
    if kind in {"share", "price"}:
        return "rate"
    if _is_planned(words, scan, clause.first, clause.last):
        return "plan"
    on_a_day = any(_is_day(t) for t in own_times(words, scan, clause, sentence.times))
    return tell_basis(words, scan, clause, measure, summed=summed, dated=on_a_day, money=kind == "money")


def _is_day(time: Time) -> bool:
    return bool(time.begin) and time.begin == time.end and time.type in {"DATE", "TIME"}


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
    for time in sentence.times:
        before = [x for x in sentence.scan.lexemes if x.end <= time.span.start]
        if time.begin and sentence.words.as_of.before(before, len(before)) is not None:
            return time.end or time.begin
    return None


def _place(sentence: Sentence, clause: Clause) -> str | None:
    """The one place of the sentence; of several, the one in the figure's clause or next behind it."""
    lexemes, text = sentence.scan.lexemes, sentence.analysis.text
    span = Span(lexemes[clause.first].start, lexemes[clause.last].end)
    places = [p for p in sentence.places if not _acts(sentence, clause, p)]
    inside = {p.name for p in places if span.covers(p.span)}
    if len(inside) == 1:
        return inside.pop()
    behind = min((p for p in places if span.end <= p.span.start <= span.end + NEXT), default=None, key=lambda p: p.span)
    if behind is not None and not any(c in ",;" or c.isdigit() for c in text[span.end : behind.span.start]):
        return behind.name
    names = {p.name for p in places}
    return names.pop() if len(names) == 1 else None


def _acts(sentence: Sentence, clause: Clause, place: Place) -> bool:
    """Whether a place does what the figure counts: "Ardania fired 40 rockets" does not tell where they fell."""
    scan = sentence.scan
    at = next((i for i, x in enumerate(scan.lexemes) if x.end == place.span.end), 0)
    start = next((i for i, x in enumerate(scan.lexemes) if x.start == place.span.start), 0)
    while scan.tag(start - 1) == "DT":
        start -= 1
    if scan.low(start - 1) in sentence.words.agents:
        return True
    token = scan.token(at)
    if token is None or token.dep_ != "nsubj" or at >= clause.first:
        return False
    return any(t.start <= token.head.idx < t.end for t in sentence.scan.lexemes[clause.first : clause.last + 1])
