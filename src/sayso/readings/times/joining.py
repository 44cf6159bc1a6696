"""Join neighbours that tell one time together.

Enters: the times found in a sentence, in order. Leaves: fewer, longer ones. "6 a.m. ET" + "Monday", "Wednesday" +
"night", "the third quarter" + "of 1990", "June" + "last year" each become one; "early", "the end of", "nearly", "at
least" before a time become part of its words and change nothing of its value.
"""

from datetime import date

from sayso.readings.times.context import Context, Found
from sayso.readings.times.values import days_of, move, stretch
from sayso.readings.times.words import Word

_LINKS = frozenset({"COMMA", "POSSESSIVE", "LINK"})
_FAR = 5  # words between a time of day and the "on Friday" that it belongs to
_COARSE = {"M", "Q", "S", "H"}


def join(found: list[Found], words: list[Word], context: Context) -> list[Found]:
    """The times of a sentence, joined and coloured."""
    joined: list[Found] = []
    for time in found:
        if joined and (both := _joined(joined[-1], time, words, context)):
            joined[-1] = both
            context.note(both)
        else:
            joined.append(time)
    _place_clocks(joined, words)
    kept = [f for f in joined if f.value]
    for time in kept:
        if time.end - time.start > 1 and "DOT" in words[time.end - 1].kinds:
            time.end -= 1
    limit = 0
    for time in kept:
        time.start = max(_coloured_start(time, words), limit)
        limit = time.end
    return kept


def _joined(first: Found, second: Found, words: list[Word], context: Context) -> Found | None:
    gap = words[first.end : second.start]
    if len(gap) > 1 or (gap and not _LINKS & gap[0].kinds.keys()):
        return None
    if first.grain == "T" and second.grain == "D" and first.loose:
        return _timed(first, second, second, first)
    if first.grain == "D" and second.grain == "T" and second.loose and not (gap and "COMMA" in gap[0].kinds):
        return _timed(first, second, first, second)
    if second.grain == "Y" and first.loose and second.day and not second.loose:
        return _in_year(first, second, first, second.day)
    if first.grain == "Y" and second.loose and second.grain in _COARSE and first.day:
        return _in_year(first, second, second, first.day)
    return None


def _timed(first: Found, second: Found, on: Found, at: Found) -> Found:
    """The time of day of `at` on the day of `on`."""
    value = f"{on.value}T{at.clock}"
    return Found(first.start, second.end, "TIME", value, "T", on.day, on.loose, at.clock, zone=at.zone)


def _place_clocks(found: list[Found], words: list[Word]) -> None:
    """Give a time of day the day that stands behind it: "6 a.m. in Tarsk on Friday", "6 a.m. (0400 GMT) on Friday"."""
    for at, on in zip(found[-2::-1], found[:0:-1], strict=True):
        gap = words[at.end : on.start]
        if at.grain != "T" or not at.loose or on.day is None or not 0 < len(gap) <= _FAR:
            continue
        told = on.grain == "D" and "DAYLINK" in gap[-1].kinds
        beside = on.grain == "T" and not on.loose and {"OPEN", "DAYLINK", "LISTING"} & gap[-1].kinds.keys()
        if at.clock and (told or beside):
            at.value, at.day, at.loose, at.whole = f"{stretch(on.day, 'D')}T{at.clock}", on.day, False, None


def _in_year(first: Found, second: Found, part: Found, year: date) -> Found | None:
    """The month, quarter, season, half year or day `part` of `year`."""
    value = f"{year.year:04}{part.value[4:]}"
    day = move(part.day, year.year - part.day.year, "Y") if part.day else None
    if part.grain == "D" and day is not None:
        value = stretch(day, "D")
    return Found(first.start, second.end, "DATE", value, part.grain, day, whole=days_of(value))


def _coloured_start(time: Found, words: list[Word]) -> int:
    """Where the time starts with the words that colour it."""
    start = time.start
    if time.type == "SET" or (
        time.type == "DURATION" and "ARTICLE" in words[start].kinds and "A" not in words[start].kinds
    ):
        return start
    kind = "ABOUT" if time.type == "DURATION" else "EARLY"
    if start and "DASH" in words[start - 1].kinds and start > 1 and "EARLY" in words[start - 2].kinds:
        start -= 1
    for _ in range(3):
        before = words[max(start - 2, 0) : start]
        if before and kind in before[-1].kinds:
            start -= 1
        elif len(before) == 2 and (_is_bound(*before) if kind == "ABOUT" else _is_edge(*before)):
            start -= 2
        else:
            break
    if start < time.start and start and "ARTICLE" in words[start - 1].kinds:
        start -= 1
    return start


def _is_bound(first: Word, second: Word) -> bool:
    """Whether the two are "more than", "at least", "up to"."""
    return "ABOUT1" in first.kinds and "ABOUT2" in second.kinds


def _is_edge(first: Word, second: Word) -> bool:
    """Whether the two are "end of", "earlier in"."""
    return bool({"EARLY", "EDGE"} & first.kinds.keys()) and "LINK" in second.kinds
