"""Find the day of a document: given, else from its page, else inferred from what the text gives away.

Enters: a document, and the situation, whose day zero makes counts into days. Leaves: a day, how it is known and the
words it rests on. Candidates come, in this order, from a line of publication, an agency's dateline, a count of the
crisis's days, and the document's own weekday and day of the month; each is held against everything else that the text
says of its days. A year that is not written is the latest that fits and is not after `Document.retrieved`; where that
is not known, it must be a year that the text mentions. Refused, so that there is no day: two candidates, one that
contradicts the text, a year that nothing but a guess would give. The clock is never read.
"""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from sayso.documents.day_clues import Clue, find_clues, weekdays_named
from sayso.languages import Language
from sayso.model import DayBasis, Document, Problem, Situation, Span

Date = datetime.date

NEAR = 10  # days around a document's day in which the days lie that it writes as "on Saturday (5)"
FIRST_DAYS = 182  # days around day zero in which a month and day without a year are sought
YEARS_BACK = 60
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d)")
_SEPARATORS = re.compile(r"[^a-z]+")


class DocumentDay(msgspec.Struct, frozen=True):
    """An ISO 8601 day, how it is known and the words it rests on; no value where no single candidate is left.

    A day from an address, a page or a dateline is the outlet's own, by its own clock: what an American outlet dates
    the 5th in the evening was published on the 6th in UTC. Its weekdays and its "today" are told by that day.
    """

    value: str | None = None
    basis: DayBasis = "unknown"
    evidence: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()


class Inferred(msgspec.Struct, frozen=True):
    """A day with the clues that give it, and the day zero that it was counted from, if any."""

    day: Date
    clues: tuple[Clue, ...]
    zero: Date | None = None


def find_day(document: Document, situation: Situation, language: Language) -> DocumentDay:
    """The day of `document`, with its basis and evidence."""
    if document.published:
        return DocumentDay(document.published[:10], document.published_basis, problems=document.problems)
    inferred = infer_day(document, situation.day_zero, language)
    if inferred is None:
        return DocumentDay(problems=document.problems)
    spans = tuple(sorted({c.span for c in inferred.clues}))
    return DocumentDay(inferred.day.isoformat(), "inferred", spans, document.problems)


def infer_day(document: Document, day_zero: str | None, language: Language) -> Inferred | None:
    """The day that the text alone gives away, counted from `day_zero` (ISO 8601) where it is known."""
    clues = find_clues(document.text, language)
    if not clues:
        return None
    zero = read_day(day_zero)
    bound = read_day(document.retrieved)
    years = _years(document.text, bound)
    for candidates in (
        _from_publication(clues),
        _from_dateline(clues, document.outlet, zero, years),
        _in_step(_from_count(clues, zero, years), clues, lambda: weekdays_named(document.text, language)),
        _from_pin(clues, zero),
    ):
        fitting = [c for c in candidates if _fits(c.day, clues) and (bound is None or c.day <= bound)]
        if fitting:
            latest = max(fitting, key=lambda c: c.day)
            return msgspec.structs.replace(latest, clues=(*latest.clues, *_agreeing(latest.day, clues)))
    return None


def _from_publication(clues: Sequence[Clue]) -> Iterator[Inferred]:
    days = {_make(c.year, c.month, c.day): c for c in clues if c.kind == "published"}
    if len(days) == 1:
        yield from (Inferred(day, (clue,)) for day, clue in days.items() if day)


def _from_dateline(clues: Sequence[Clue], outlet: str, zero: Date | None, years: Sequence[int]) -> Iterator[Inferred]:
    """The dateline's day, where the outlet is the agency itself: others print an agency's reports days later."""
    lines = [c for c in clues if c.kind == "dateline"]
    if len(lines) != 1 or not _is_own(lines[0], outlet):
        return
    line = lines[0]
    if line.year:
        tried: Sequence[int] = (line.year,)
    elif zero:
        tried = [y for y in (zero.year - 1, zero.year, zero.year + 1) if _close(y, line, zero)]
    else:
        tried = years if any(c.kind in ("today", "near") for c in clues) else ()
    for year in tried:
        day = _make(year, line.month, line.day)
        if day:
            yield Inferred(day, (line,))


def _from_count(clues: Sequence[Clue], zero: Date | None, years: Sequence[int]) -> Iterator[Inferred]:
    """The days that the highest count stands for, in every year that day zero may lie in."""
    counts = [c for c in clues if c.kind == "count" and c.count]
    if not counts:
        return
    count = max(counts, key=lambda c: c.count or 0)
    if count.past:
        return
    for start, evidence in _zeros(clues, zero, years):
        days = (count.count or 1) - 1
        if start <= Date.max - datetime.timedelta(days):
            yield Inferred(start + datetime.timedelta(days), (count, *evidence), start)


def _in_step(
    candidates: Iterable[Inferred], clues: Sequence[Clue], find_named: Callable[[], Sequence[int]]
) -> Iterator[Inferred]:
    """Candidates that the weekdays of the text agree with: its first is that day, or the one before and none the next.

    Of 157 counted days of news, 29 were wrong; of those that the weekdays agree with and that no past tense counts, 6
    of 91. A text that names its own weekday and day of the month needs no such agreement.
    """
    for candidate in candidates:
        named = find_named()
        today, yesterday = candidate.day.isoweekday(), (candidate.day.isoweekday() - 2) % 7 + 1
        agreed = not named or named[0] == today or (named[0] == yesterday and today % 7 + 1 not in named)
        if agreed or _agreeing(candidate.day, clues):
            yield candidate


def _zeros(clues: Sequence[Clue], zero: Date | None, years: Sequence[int]) -> Iterator[tuple[Date, tuple[Clue, ...]]]:
    """Day zero as known, else as the text has it; without its year only where a weekday can tell the years apart."""
    if zero:
        yield zero, ()
        return
    said = [c for c in clues if c.kind == "zero"]
    if len({(c.month, c.day) for c in said}) != 1:
        return
    written = {c.year for c in said if c.year}
    pinned = any(c.kind in ("today", "near") for c in clues)
    for year in sorted(written) if len(written) == 1 else years if pinned and not written else ():
        start = _make(year, said[0].month, said[0].day)
        if start:
            yield start, (said[0],)


def _from_pin(clues: Sequence[Clue], zero: Date | None) -> Iterator[Inferred]:
    """The first day after day zero that has the document's own weekday and day of the month, if it comes soon."""
    today = [c for c in clues if c.kind == "today"]
    if not zero or not today:
        return
    for day in _days_between(zero.toordinal(), zero.toordinal() + FIRST_DAYS // 2):
        if _is_pinned(day, today[0]):
            yield Inferred(day, (today[0],))
            return


def _fits(day: Date, clues: Sequence[Clue]) -> bool:
    """Whether nothing in the text speaks against `day`: its own weekday, other days near it, days of publication."""
    for clue in clues:
        if clue.kind == "today" and not _is_pinned(day, clue):
            return False
        if clue.kind == "near" and not any(
            _is_pinned(d, clue) for d in _days_between(day.toordinal() - NEAR, day.toordinal() + NEAR)
        ):
            return False
    return True


def _agreeing(day: Date, clues: Sequence[Clue]) -> tuple[Clue, ...]:
    return tuple(c for c in clues if c.kind == "today" and _is_pinned(day, c))


def _is_pinned(day: Date, clue: Clue) -> bool:
    return day.day == clue.day and day.isoweekday() == clue.weekday


def _days_between(first: int, last: int) -> Iterator[Date]:
    """The days from one ordinal to another, both included, as far as there are days."""
    for ordinal in range(max(first, Date.min.toordinal()), min(last, Date.max.toordinal()) + 1):
        yield Date.fromordinal(ordinal)


def _is_own(line: Clue, outlet: str) -> bool:
    if not outlet:
        return True
    letters = _SEPARATORS.sub("", outlet.lower())
    marks = (*line.agency_hosts.split(), line.agency.lower())
    return any(_SEPARATORS.sub("", m) in letters for m in marks)


def _close(year: int, clue: Clue, zero: Date) -> bool:
    day = _make(year, clue.month, clue.day)
    return day is not None and abs((day - zero).days) <= FIRST_DAYS


def _years(text: str, bound: Date | None) -> Sequence[int]:
    """The years that a day without one may lie in: all up to `bound`, or those that the text mentions."""
    if bound:
        return range(bound.year, bound.year - YEARS_BACK, -1)
    return sorted({int(y[0]) for y in _YEAR.finditer(text)}, reverse=True)


def read_day(given: str | None) -> Date | None:
    """The day in an ISO 8601 day or moment; `None` where there is none in it."""
    try:
        return Date.fromisoformat(given[:10]) if given else None
    except ValueError:
        return None


def _make(year: int | None, month: int | None, day: int | None) -> Date | None:
    try:
        return Date(year or 0, month or 0, day or 0)
    except ValueError:
        return None
