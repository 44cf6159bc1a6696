"""Find the words that give a document's day away.

Enters: a text and its language, whose words are in `languages/LL/calendar.toml`. Leaves: clues with their spans, read
as they stand: a year that is not written is not filled in here. Kinds of clue: a written date; day zero of the crisis
("the siege, which began on 24 February"); a count from it ("reaches its twelfth day", "Day 5 of the
invasion"); the document's own weekday and day of the month ("This Monday (7)") and those of other days near it ("on
Saturday (5)"); a line of publication; an agency's dateline. Refused: counts of what is no
crisis, and first days, which are mostly looked back on.
"""

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from sayso.documents.day_words import DayWords, day_words
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
    past: bool = False
    agency: str = ""
    agency_hosts: str = ""

    def __str__(self) -> str:
        if self.kind == "count":
            return f"{'past ' if self.past else ''}count {self.count}"
        if self.kind in ("today", "near"):
            return f"{self.kind} {self.weekday} {self.day}"
        year = f"{self.year:04}" if self.year else "-"
        return f"{self.kind} {year}-{self.month:02}-{self.day:02} {self.agency}".strip()


_HEAD = 160  # characters in which a dateline or a line of publication stands
_LONGEST_PIN = 24  # characters of "next Wednesday " before its bracket, with room
_AROUND = 110  # characters beside a date in which the crisis and its beginning are named
_SENTENCE_END = re.compile(r"[.!?](?=\s+[A-Z“\"])|\n")
_AGENCY = re.compile(r"[,.]?\s{0,2}(?:\d{4},?\s)?[(/\[]([^()/\[\]\n]{2,40})[)/\]]")


def find_clues(text: str, language: Language) -> tuple[Clue, ...]:
    """The clues of `text`, in order of where they stand."""
    words = day_words(language)
    found: list[Clue] = []
    for date in _dates(text, words):
        found += _dated(text, date, words)
    found += _pins(text, words)
    found += _counts(text, words)
    return tuple(sorted(found, key=lambda c: (c.span, c.kind != "zero")))


def _dates(text: str, words: DayWords) -> Iterator[Clue]:
    for found in words.date.finditer(text):
        month = words.months[(found["month"] or found["month2"]).lower()]
        day = int(found["day"] or found["day2"])
        year = found["year"] or found["year2"]
        weekday = words.weekdays.get((found["weekday"] or "").lower())
        if 1 <= day <= 31:
            span = Span(*found.span())
            yield Clue("date", span, int(year) if year else None, month, day, weekday)


def _dated(text: str, date: Clue, words: DayWords) -> Iterator[Clue]:
    """What a written date stands for: a dateline, a line of publication, day zero, or itself alone."""
    if date.span.start < _HEAD:
        agency = _AGENCY.match(text, date.span.end)
        hosts = words.agencies.get(agency[1].strip().lower()) if agency else None
        if agency and hosts is not None:
            yield msgspec.structs.replace(date, kind="dateline", agency=agency[1].strip(), agency_hosts=hosts)
            return
    before = text[max(0, date.span.start - 24) : date.span.start]
    if date.year and words.published.search(before) and _is_heading(text, date.span.start):
        yield msgspec.structs.replace(date, kind="published")
        return
    around = _clause_around(text, date.span)
    if words.begins.search(around) and words.crisis.search(around):
        yield msgspec.structs.replace(date, kind="zero")
    yield date


def _is_heading(text: str, position: int) -> bool:
    """Whether `position` is in the first line of the text, or near the start of a line."""
    return position < _HEAD or "\n" in text[max(0, position - 40) : position]


def _clause_around(text: str, span: Span) -> str:
    before = _SENTENCE_END.split(text[max(0, span.start - _AROUND) : span.start])[-1]
    after = _SENTENCE_END.split(text[span.end : span.end + _AROUND // 2])[0]
    return f"{before} {after}"


def _pins(text: str, words: DayWords) -> Iterator[Clue]:
    """Weekdays with the day of the month behind them in brackets."""
    for number in words.bracketed.finditer(text):
        found = words.pinned.search(text, max(0, number.start() - _LONGEST_PIN), number.start())
        day = int(number["day"])
        if found is None or not 1 <= day <= 31:
            continue
        word = (found["before"] or "").lower()
        if word not in words.elsewhen:
            kind: ClueKind = "today" if word in words.today else "near"
            span = Span(found.start(), number.end())
            yield Clue(kind, span, day=day, weekday=words.weekdays[found["weekday"].lower()])


def _counts(text: str, words: DayWords) -> Iterator[Clue]:
    """Counts of the crisis's days; what was so on a day that is over ("had entered its sixth day") is `past`."""
    for pattern, past in ((words.counted, False), (words.reaches, False), (words.reached, True)):
        for found in pattern.finditer(text):
            clause = _clause_around(text, Span(*found.span()))
            number = words.numbers.get(found["count"].lower()) or int(re.sub(r"\D", "", found["count"]) or 0)
            if number > 1 and words.crisis.search(clause) and not words.streak.match(text, found.end()):
                over = past or words.over.search(text, max(0, found.start() - 8), found.start()) is not None
                yield Clue("count", Span(*found.span()), count=number, past=over)


def weekdays_named(text: str, language: Language) -> tuple[int, ...]:
    """The weekdays that the text names in full, in the order of their first mention; 1 is Monday."""
    words = day_words(language)
    return tuple(dict.fromkeys(words.weekdays[f.group().lower()] for f in words.weekday.finditer(text)))
