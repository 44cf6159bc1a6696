"""Read times: every expression that says when, how long or how often, as a TIMEX3 value on the document's calendar.

Enters: an analysed document. Leaves: its times in order. Each sentence is cut into words (`time_words`); patterns of
the language find the phrases (`time_patterns`), the longest first; what a phrase means is worked out from the
document's day, the tense of its verb and the times before it (`time_dates`, `time_lengths`, `time_hours`); neighbours
that tell one time together are joined (`time_joining`). Where the document's day is not known, a value keeps X for
what it cannot say. Ages, prices and counts are no times; what could mean several days is left out.
"""

from collections.abc import Callable
from datetime import date

from sayso.model import Span, Time
from sayso.readings import time_dates, time_hours, time_lengths
from sayso.readings.analysis import Analysis
from sayso.readings.time_context import Context, Found
from sayso.readings.time_joining import join
from sayso.readings.time_patterns import Grammar, Hit, grammar_of
from sayso.readings.time_tense import Tenses
from sayso.readings.time_values import days_of
from sayso.readings.time_words import Word, cut_words

_YEARS = range(1000, 9000)  # room on both sides for "a century ago"; a document's day beyond it is an error
Meaning = Callable[[Hit, Context], Found | None]

MEANINGS: dict[str, Meaning] = {
    "weekday": time_dates.weekday,
    "weekday-with-number": time_dates.weekday_with_number,
    "every-weekday": time_dates.every_weekday,
    "day-of-month": time_dates.day_of_month,
    "iso-day": time_dates.iso_day,
    "numeric-day": time_dates.numeric_day,
    "stretch-of-day": time_dates.stretch_of_day,
    "month": time_dates.month,
    "every-month": time_dates.every_month,
    "year": time_dates.year,
    "decade": time_dates.decade,
    "century": time_dates.century,
    "season": time_dates.season,
    "holiday": time_dates.holiday,
    "duration": time_lengths.duration,
    "bare-duration": time_lengths.bare_duration,
    "near-duration": time_lengths.near_duration,
    "repeated": time_lengths.repeated,
    "ago": time_lengths.ago,
    "later": time_lengths.later,
    "shifted": time_lengths.shifted,
    "anchored": time_lengths.anchored,
    "quarter": time_lengths.quarter,
    "half": time_lengths.half,
    "latest-quarter": time_lengths.latest_quarter,
    "reference": time_lengths.reference,
    "year-end": time_lengths.year_end,
    "day-count": time_lengths.day_count,
    "no-time": time_lengths.no_time,
    "clock": time_hours.clock,
    "part-of-day": time_hours.part_of_day,
    "bare-part": time_hours.bare_part,
    "relative-day": time_hours.relative_day,
}


def read_times(analysis: Analysis) -> tuple[Time, ...]:
    """Every time expression of the document, in order."""
    grammar = grammar_of(analysis.language)
    context = Context(_day(analysis.day.value), _day(analysis.situation.day_zero), Tenses(analysis))
    times: list[Time] = []
    for sentence in analysis.sentences:
        words = cut_words(analysis.text, sentence.start, sentence.end, grammar.vocabulary)
        found = _find(words, grammar, context)
        if found:
            times.extend(_time(f, words) for f in join(found, words, context) if f.value)
    return tuple(times)


def _find(words: list[Word], grammar: Grammar, context: Context) -> list[Found]:
    spelled = grammar.spell(words)
    found: list[Found] = []
    position = 0
    while position < len(words):
        time = _first_meaning(words, spelled, position, grammar, context)
        if time is None:
            position += 1
            continue
        found.append(time)
        context.note(time)
        position = time.end
    return found


def _first_meaning(words: list[Word], spelled: str, position: int, grammar: Grammar, context: Context) -> Found | None:
    for hit in grammar.hits(words, spelled, position):
        found = MEANINGS[hit.pattern.entry.kind](hit, context)
        if found is not None:
            return found
    return None


def _time(found: Found, words: list[Word]) -> Time:
    begin, end = found.whole or days_of(found.value)
    return Time(Span(words[found.start].start, words[found.end - 1].end), found.type, found.value, begin, end)


def _day(value: str | None) -> date | None:
    try:
        day = date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None
    return day if day is not None and day.year in _YEARS else None
