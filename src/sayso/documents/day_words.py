"""Make the patterns that find what tells a day, out of a language's `calendar.toml`.

Enters: a language. Leaves: its names of months and weekdays with their numbers, its number words, and the patterns,
made once. No pattern repeats without bound, and each starts with letters that few words start with: linear, and fast.
"""

import functools
import re
from dataclasses import dataclass

from sayso.languages import Language, Lexicon


@dataclass(frozen=True, slots=True)
class DayWords:
    """What a language knows of days."""

    months: dict[str, int]
    weekdays: dict[str, int]
    numbers: dict[str, int]
    agencies: dict[str, str]
    date: re.Pattern[str]
    weekday: re.Pattern[str]
    bracketed: re.Pattern[str]
    pinned: re.Pattern[str]
    counted: re.Pattern[str]
    reaches: re.Pattern[str]
    reached: re.Pattern[str]
    streak: re.Pattern[str]
    over: re.Pattern[str]
    crisis: re.Pattern[str]
    begins: re.Pattern[str]
    published: re.Pattern[str]
    stamp: re.Pattern[str]
    elsewhen: frozenset[str]
    today: frozenset[str]


@functools.cache
def day_words(language: Language) -> DayWords:
    """The words and patterns of `language`."""
    lexicon = language["calendar"]
    weekday = _any_of(lexicon, "weekday")
    names = sorted(e.term for e in lexicon.of_kind("weekday"))
    return DayWords(
        months=_numbers(lexicon, "month"),
        weekdays=_numbers(lexicon, "weekday"),
        numbers=_numbers(lexicon, "ordinal", "cardinal"),
        agencies={s.lower(): str(e.value) for e in lexicon.of_kind("agency") for s in e.spellings},
        date=_date(lexicon),
        weekday=re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b"),
        bracketed=re.compile(r"\((?P<day>\d{1,2})\)"),
        pinned=re.compile(rf"\b(?:(?P<before>\w{{2,9}}),?\s)?(?P<weekday>{weekday})\s\Z", re.I),
        counted=_counted(lexicon),
        reaches=_reaching(lexicon, "reaches"),
        reached=_reaching(lexicon, "reached"),
        streak=re.compile(rf"\s(?:{_any_of(lexicon, 'streak')})\b", re.I),
        over=re.compile(rf"\b(?:{_any_of(lexicon, 'over')})\s\Z", re.I),
        crisis=re.compile(rf"\b(?:{_any_of(lexicon, 'crisis')})\b", re.I),
        begins=re.compile(rf"\b(?:{_any_of(lexicon, 'begins')})\b", re.I),
        published=re.compile(rf"(?<!\w)(?:{_any_of(lexicon, 'published')})\W{{0,3}}\Z", re.I),
        stamp=_stamp(lexicon),
        elsewhen=lexicon.spellings("elsewhen"),
        today=lexicon.spellings("today"),
    )


def _numbers(lexicon: Lexicon, *kinds: str) -> dict[str, int]:
    return {s.lower(): int(e.value or 0) for e in lexicon.of_kind(*kinds) for s in e.spellings}


def _any_of(lexicon: Lexicon, *kinds: str) -> str:
    return "|".join(re.escape(s) for s in sorted(lexicon.spellings(*kinds), key=len, reverse=True))


def _starts(lexicon: Lexicon, *kinds: str) -> str:
    """What a phrase of these kinds starts with, as the start of a pattern: it fails at once at any other place."""
    letters = {s[0] for s in lexicon.spellings(*kinds)}
    return rf"\b(?=[{re.escape(''.join(sorted(letters)))}\d])"


def _date(lexicon: Lexicon) -> re.Pattern[str]:
    month, suffix = _any_of(lexicon, "month"), f"(?:{_any_of(lexicon, 'suffix')})?"
    return re.compile(
        rf"{_starts(lexicon, 'weekday', 'month')}(?:(?P<weekday>{_any_of(lexicon, 'weekday')})\b\.?,?\s)?(?:"
        rf"(?P<month>{month})\b\.?\s(?P<day>\d{{1,2}}){suffix}(?!\w)(?![.:]\d)(?:,?\s(?P<year>(?:19|20)\d\d)\b)?"
        rf"|(?P<day2>\d{{1,2}}){suffix}\s(?:(?:{_any_of(lexicon, 'joiner')})\s)?"
        rf"(?P<month2>{month})\b(?:\.?,?\s(?P<year2>(?:19|20)\d\d)\b)?)",
        re.I,
    )


def _stamp(lexicon: Lexicon) -> re.Pattern[str]:
    """ "11 Jan 2031 - 09:05 GMT", as it stands before an entry of a page that is written on."""
    month = _any_of(lexicon, "month")
    return re.compile(
        rf"(?i:{_starts(lexicon, 'month')}(?:(?:{month})\b\.?\s\d{{1,2}},|\d{{1,2}}\s(?:{month})\b\.?,?))"
        r"\s(?:19|20)\d\d\s?[-–—|·•]\s?\d{1,2}[:.]\d\d\s?(?:[AaPp]\.?[Mm]\.?\s?)?(?:[A-Z]{2,5}\b|\([A-Z]{2,5}\))"
    )


def _counted(lexicon: Lexicon) -> re.Pattern[str]:
    """ "Day 5 of"."""
    count = rf"\d{{1,4}}(?:{_any_of(lexicon, 'suffix')})?|{_any_of(lexicon, 'ordinal', 'cardinal')}"
    day, joiner = _any_of(lexicon, "day"), _any_of(lexicon, "joiner")
    return re.compile(rf"\b(?:{day})\s(?P<count>{count})\b(?=\s(?:{joiner})\b)", re.I)


def _reaching(lexicon: Lexicon, kind: str) -> re.Pattern[str]:
    """ "reaches its twelfth day"."""
    ordinal = rf"\d{{1,4}}(?:{_any_of(lexicon, 'suffix')})|{_any_of(lexicon, 'ordinal')}"
    return re.compile(
        rf"{_starts(lexicon, kind)}(?:{_any_of(lexicon, kind)})\s(?:\w{{1,5}}\s)?"
        rf"(?P<count>{ordinal})\s(?:\w{{1,11}}\s)?(?:{_any_of(lexicon, 'day')})\b",
        re.I,
    )
