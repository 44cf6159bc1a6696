"""Read times: every expression that says when, how long or how often, as a TIMEX3 value on the document's calendar.

Enters: an analysed document. Leaves: its times in order. Each sentence is cut into words (`words`); patterns of
the language find the phrases (`patterns`), the longest first; what a phrase means is worked out from the
document's day, the tense of its verb and the times before it (`dates`, `weekdays`, `quarters`, `lengths`, `hours`);
neighbours that tell one time together are joined (`joining`). On a page that is written on, the day of an entry's stamp
takes the place of the document's. Where the document's day is not known, a value keeps X
for what it cannot say. Ages, prices and counts are no times; what could mean several days is left out.
"""

from collections.abc import Callable, Iterator
from datetime import date

from sayso.documents.day_zero import own_day_zero
from sayso.model import Span, Time
from sayso.readings.analysis import Analysis
from sayso.readings.stamps import find_stamps
from sayso.readings.times import dates, hours, lengths, quarters, weekdays
from sayso.readings.times.context import Context, Found
from sayso.readings.times.joining import join
from sayso.readings.times.lists import further_days
from sayso.readings.times.patterns import Grammar, Hit, grammar_of
from sayso.readings.times.tense import Tenses
from sayso.readings.times.titles import is_title
from sayso.readings.times.values import days_of
from sayso.readings.times.words import Word, cut_words

_YEARS = range(1000, 9000)  # room on both sides for "a century ago"; a document's day beyond it is an error
Meaning = Callable[[Hit, Context], Found | None]

MEANINGS: dict[str, Meaning] = {
    "weekday": weekdays.weekday,
    "weekday-beside": weekdays.weekday_beside,
    "weekday-with-number": weekdays.weekday_with_number,
    "every-weekday": weekdays.every_weekday,
    "day-of-month": dates.day_of_month,
    "iso-day": dates.iso_day,
    "numeric-day": dates.numeric_day,
    "stretch-of-day": dates.stretch_of_day,
    "month": dates.month,
    "every-month": dates.every_month,
    "year": dates.year,
    "decade": dates.decade,
    "century": dates.century,
    "season": dates.season,
    "holiday": dates.holiday,
    "duration": lengths.duration,
    "bare-duration": lengths.bare_duration,
    "near-duration": lengths.near_duration,
    "repeated": lengths.repeated,
    "ago": lengths.ago,
    "later": lengths.later,
    "shifted": lengths.shifted,
    "anchored": lengths.anchored,
    "quarter": quarters.quarter,
    "half": quarters.half,
    "latest-quarter": quarters.latest_quarter,
    "reference": lengths.reference,
    "year-end": quarters.year_end,
    "day-count": lengths.day_count,
    "no-time": lengths.no_time,
    "clock": hours.clock,
    "part-of-day": hours.part_of_day,
    "bare-part": hours.bare_part,
    "relative-day": hours.relative_day,
}


def read_times(analysis: Analysis) -> tuple[Time, ...]:
    """Every time expression of the document, in order."""
    tenses, own = Tenses(analysis), _day(analysis.day.value)
    times = tuple(_read(analysis, tenses, lambda _: own))
    stamps = find_stamps(analysis.text, (s.start for s in analysis.sentences), times)
    if not stamps.starts:
        return times
    return tuple(_read(analysis, tenses, lambda start: _day(stamps.written(start)) or own))


def _read(analysis: Analysis, tenses: Tenses, written: Callable[[int], date | None]) -> Iterator[Time]:
    """The times, each told from the day on which the sentence that starts at an offset was written."""
    grammar = grammar_of(analysis.language)
    context = Context(None, lambda: _day_zero(analysis), tenses)
    for sentence in analysis.sentences:
        context.write_on(written(sentence.start))
        words = cut_words(analysis.text, sentence.start, sentence.end, grammar.vocabulary)
        found = _find(words, grammar, context)
        if found:
            yield from (_time(f, words) for f in join(found, words, context) if f.value)


def _find(words: list[Word], grammar: Grammar, context: Context) -> list[Found]:
    spelled = grammar.spell(words)
    found: list[Found] = []
    position = 0
    while position < len(words):
        time = _first_meaning(words, spelled, position, grammar, context)
        if time is None:
            position += 1
            continue
        if is_title(time, words):
            position = time.end
            continue
        for named in (time, *further_days(time, words, context)):
            found.append(named)
            context.note(named)
            position = named.end
    return found


def _first_meaning(words: list[Word], spelled: str, position: int, grammar: Grammar, context: Context) -> Found | None:
    for hit in grammar.hits(words, spelled, position):
        found = MEANINGS[hit.pattern.entry.kind](hit, context)
        if found is not None:
            return found
    return None


def _time(found: Found, words: list[Word]) -> Time:
    begin, end = found.whole or days_of(found.value)
    return Time(
        Span(words[found.start].start, words[found.end - 1].end), found.type, found.value, begin, end, found.zone
    )


def _day_zero(analysis: Analysis) -> date | None:
    return _day(analysis.situation.day_zero or own_day_zero(analysis.document, analysis.language))


def _day(value: str | None) -> date | None:
    try:
        day = date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None
    return day if day is not None and day.year in _YEARS else None
