"""Find the words that give a document's day away.

Enters: a text and its language, whose words are in `languages/LL/calendar.toml`. Leaves: clues with their spans, read
as they stand: a year that is not written is not filled in here. Kinds of clue: a written date; day zero of the crisis
("the siege, which began on 24 February"); a count from it ("reaches its twelfth day", "Day 5 of the
invasion"); the document's own weekday and day of the month ("This Monday (7)") and those of other days near it ("on
Saturday (5)"); a line of publication; an agency's dateline. Refused: counts of what is no
crisis, and first days, which are mostly looked back on.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import msgspec

from sayso.languages import Language
from sayso.model import Span

ClueKind = Literal["date", "zero", "count", "today", "near", "published", "dateline"]


class Clue(msgspec.Struct, frozen=True):
    """What one passage gives away. `agency_hosts` are parts of the hosts that a dateline's agency publishes at."""

    kind: ClueKind
    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    count: int | None = None
    agency: str = ""
    agency_hosts: str = ""

    def __str__(self) -> str:
        if self.kind == "count":
            return f"count {self.count}"
        if self.kind in ("today", "near"):
            return f"{self.kind} {self.weekday} {self.day}"
        year = f"{self.year:04}" if self.year else "-"
        return f"{self.kind} {year}-{self.month:02}-{self.day:02} {self.agency}".strip()


@dataclass(frozen=True, slots=True)
class _Calendar:
    months: dict[str, int]
    weekdays: dict[str, int]
    numbers: dict[str, int]
    agencies: dict[str, str]
    date: re.Pattern[str]
    pinned: re.Pattern[str]
    counted: re.Pattern[str]
    reached: re.Pattern[str]
    crisis: re.Pattern[str]
    begins: re.Pattern[str]
    published: re.Pattern[str]
    elsewhen: frozenset[str]
    today: frozenset[str]


_HEAD = 160  # characters in which a dateline or a line of publication stands
_AROUND = 110  # characters beside a date in which the crisis and its beginning are named
_SENTENCE_END = re.compile(r"[.!?](?=\s+[A-Z“\"])|\n")
_AGENCY = re.compile(r"[,.]?\s{0,2}(?:\d{4},?\s)?[(/\[]([^()/\[\]\n]{2,40})[)/\]]")


def find_clues(text: str, language: Language) -> tuple[Clue, ...]:
    """The clues of `text`, in order of where they stand."""
    calendar = _calendar(language)
    found: list[Clue] = []
    for date in _dates(text, calendar):
        found += _dated(text, date, calendar)
    found += _pins(text, calendar)
    found += _counts(text, calendar)
    return tuple(sorted(found, key=lambda c: (c.span, c.kind != "zero")))


def _dates(text: str, calendar: _Calendar) -> Iterator[Clue]:
    for found in calendar.date.finditer(text):
        month = calendar.months[(found["month"] or found["month2"]).lower()]
        day = int(found["day"] or found["day2"])
        year = found["year"] or found["year2"]
        weekday = calendar.weekdays.get((found["weekday"] or "").lower())
        if 1 <= day <= 31:
            span = Span(*found.span())
            yield Clue("date", span, int(year) if year else None, month, day, weekday)


def _dated(text: str, date: Clue, calendar: _Calendar) -> Iterator[Clue]:
    """What a written date stands for: a dateline, a line of publication, day zero, or itself alone."""
    if date.span.start < _HEAD:
        agency = _AGENCY.match(text, date.span.end)
        hosts = calendar.agencies.get(agency[1].strip().lower()) if agency else None
        if agency and hosts is not None:
            yield msgspec.structs.replace(date, kind="dateline", agency=agency[1].strip(), agency_hosts=hosts)
            return
    before = text[max(0, date.span.start - 24) : date.span.start]
    if date.year and calendar.published.search(before) and _is_heading(text, date.span.start):
        yield msgspec.structs.replace(date, kind="published")
        return
    around = _clause_around(text, date.span)
    if calendar.begins.search(around) and calendar.crisis.search(around):
        yield msgspec.structs.replace(date, kind="zero")
    yield date


def _is_heading(text: str, position: int) -> bool:
    """Whether `position` is in the first line of the text, or near the start of a line."""
    return position < _HEAD or "\n" in text[max(0, position - 40) : position]


def _clause_around(text: str, span: Span) -> str:
    before = _SENTENCE_END.split(text[max(0, span.start - _AROUND) : span.start])[-1]
    after = _SENTENCE_END.split(text[span.end : span.end + _AROUND // 2])[0]
    return f"{before} {after}"


def _pins(text: str, calendar: _Calendar) -> Iterator[Clue]:
    """Weekdays with the day of the month behind them in brackets."""
    for found in calendar.pinned.finditer(text):
        word = (found["before"] or "").lower()
        day = int(found["day"])
        if word in calendar.elsewhen or not 1 <= day <= 31:
            continue
        kind: ClueKind = "today" if word in calendar.today else "near"
        yield Clue(kind, Span(*found.span()), day=day, weekday=calendar.weekdays[found["weekday"].lower()])


def _counts(text: str, calendar: _Calendar) -> Iterator[Clue]:
    for pattern in (calendar.counted, calendar.reached):
        for found in pattern.finditer(text):
            clause = _clause_around(text, Span(*found.span()))
            number = calendar.numbers.get(found["count"].lower()) or int(re.sub(r"\D", "", found["count"]) or 0)
            if number > 1 and calendar.crisis.search(clause):
                yield Clue("count", Span(*found.span()), count=number)


@functools.cache
def _calendar(language: Language) -> _Calendar:
    lexicon = language["calendar"]

    def numbers(*kinds: str) -> dict[str, int]:
        return {s.lower(): int(e.value or 0) for e in lexicon.of_kind(*kinds) for s in e.spellings}

    def any_of(*kinds: str) -> str:
        return "|".join(re.escape(s) for s in sorted(lexicon.spellings(*kinds), key=len, reverse=True))

    month, weekday, day_word = any_of("month"), any_of("weekday"), any_of("day")
    suffix = f"(?:{any_of('suffix')})?"
    count = rf"\d{{1,4}}(?:{any_of('suffix')})?|{any_of('ordinal', 'cardinal')}"
    ordinal = rf"\d{{1,4}}(?:{any_of('suffix')})|{any_of('ordinal')}"
    return _Calendar(
        months=numbers("month"),
        weekdays=numbers("weekday"),
        numbers=numbers("ordinal", "cardinal"),
        agencies={s.lower(): str(e.value) for e in lexicon.of_kind("agency") for s in e.spellings},
        date=re.compile(
            rf"\b(?:(?P<weekday>{weekday})\b\.?,?\s)?(?:"
            rf"(?P<month>{month})\b\.?\s(?P<day>\d{{1,2}}){suffix}(?!\w)(?![.:]\d)(?:,?\s(?P<year>(?:19|20)\d\d)\b)?"
            rf"|(?P<day2>\d{{1,2}}){suffix}\s(?:(?:{any_of('joiner')})\s)?(?P<month2>{month})\b(?:\.?,?\s(?P<year2>(?:19|20)\d\d)\b)?)",
            re.I,
        ),
        pinned=re.compile(rf"\b(?:(?P<before>\w{{2,9}}),?\s)?(?P<weekday>{weekday})\s\((?P<day>\d{{1,2}})\)", re.I),
        counted=re.compile(rf"\b(?:{day_word})\s(?P<count>{count})\b(?=\s(?:{any_of('joiner')})\b)", re.I),
        reached=re.compile(
            rf"\b(?:{any_of('reaches')})\s(?:\w{{1,5}}\s)?(?P<count>{ordinal})\s(?:\w{{1,11}}\s)?(?:{day_word})\b", re.I
        ),
        crisis=re.compile(rf"\b(?:{any_of('crisis')})\b", re.I),
        begins=re.compile(rf"\b(?:{any_of('begins')})\b", re.I),
        published=re.compile(rf"(?<!\w)(?:{any_of('published')})\W{{0,3}}\Z", re.I),
        elsewhen=lexicon.spellings("elsewhen"),
        today=lexicon.spellings("today"),
    )
