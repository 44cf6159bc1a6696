"""Read the setting of a figure: its basis, the days it runs from and stands for, its place.

Enters: a scanned sentence, where the figure stands in it, the document's times and places, the situation's day zero.
Leaves: a `Setting`. Refuses a place or a day where the sentence has several and none stands beside the figure.
"""

from typing import NamedTuple

from sayso.model import Basis, Place, Span, Time
from sayso.readings.analysis import Analysis
from sayso.readings.figures.basis import Clause, own_times, tell_basis
from sayso.readings.figures.measure_words import MeasureWords
from sayso.readings.quantities.lexemes import Lexeme
from sayso.readings.quantities.scan import Scan
from sayso.readings.quantities.spellings import Spellings


class Setting(NamedTuple):
    """On what basis, since when, as of when and where."""

    basis: Basis | None
    since: str | None
    as_of: str | None
    place: str | None


def read_setting(
    words: MeasureWords,
    analysis: Analysis,
    scan: Scan,
    clause: Clause,
    kind: str,
    measure: str,
    times: tuple[Time, ...],
    places: tuple[Place, ...],
) -> Setting:
    """The setting of the figure in `clause`; times and places are those of the sentence."""
    first, last = clause.first, clause.last
    since = _since(words, analysis, scan, times)
    dated = next((t for t in times if t.begin and t.begin == t.end and t.type in {"DATE", "TIME"}), None)
    told_as_of = _as_of(words, scan, times)
    basis: Basis
    if kind in {"share", "price"}:
        basis = "rate"
    elif _is_planned(words, scan, first, last):
        basis = "plan"
    else:
        summed = told_as_of is not None or since is not None or _any(words.since, scan.lexemes, 0, len(scan.lexemes))
        own = own_times(words, scan, clause, times)
        on_a_day = any(t.begin and t.begin == t.end and t.type in {"DATE", "TIME"} for t in own)
        basis = tell_basis(words, scan, clause, measure, summed=summed, dated=on_a_day, money=kind == "money")
    as_of = told_as_of or (dated.begin if dated and not since else None) or analysis.day.value
    return Setting(basis, since, as_of, _place(scan, Span(scan.lexemes[first].start, scan.lexemes[last].end), places))


def _any(spellings: Spellings, lexemes: list[Lexeme], start: int, stop: int) -> bool:
    return any(spellings.at(lexemes, i) is not None for i in range(start, min(stop, len(lexemes))))


def _is_planned(words: MeasureWords, scan: Scan, first: int, last: int) -> bool:
    """Whether a word of plan stands before the figure in its clause, and the clause does not say that it happened."""
    start = first
    while start > max(first - 8, 0) and scan.lexemes[start - 1].text not in ',;:."“”':
        start -= 1
    happened = any(scan.tag(i) in {"VBD", "VBP", "VBZ"} for i in range(first, min(last + 1, len(scan.lexemes))))
    return _any(words.plan, scan.lexemes, start, last + 1) and not happened


def _since(words: MeasureWords, analysis: Analysis, scan: Scan, times: tuple[Time, ...]) -> str | None:
    for i in range(len(scan.lexemes)):
        found = words.since.at(scan.lexemes, i)
        if found is None:
            continue
        behind = scan.lexemes[found[1]].start if found[1] < len(scan.lexemes) else scan.span.end
        time = next((t for t in times if behind <= t.span.start <= behind + 12 and t.begin), None)
        if time is not None:
            return time.begin
        if any(x.low in words.start for x in scan.lexemes[found[1] : found[1] + 8]):
            named = next((t for t in times if behind <= t.span.start <= behind + 60 and t.begin), None)
            return named.begin if named is not None else analysis.situation.day_zero
    return None


def _as_of(words: MeasureWords, scan: Scan, times: tuple[Time, ...]) -> str | None:
    for time in times:
        before = [x for x in scan.lexemes if x.end <= time.span.start]
        if time.begin and words.as_of.before(before, len(before)) is not None:
            return time.end or time.begin
    return None


def _place(scan: Scan, span: Span, places: tuple[Place, ...]) -> str | None:
    """The one place of the sentence; of several, the one in the figure's clause or next behind it."""
    inside = {p.name for p in places if span.covers(p.span)}
    if len(inside) == 1:
        return inside.pop()
    behind = [p for p in places if span.end <= p.span.start <= span.end + 40]
    if behind:
        return min(behind, key=lambda p: p.span.start).name
    names = {p.name for p in places}
    return names.pop() if len(names) == 1 else None
