"""Read the days that follow a day of a month and share its month: "April 10 and 24", "May 3, 5 and 8", "March 4-13".

Enters: the words of a sentence and a day just found in it. Leaves: the days behind it, each a time of its own. Refused
is a number that counts what stands behind it ("April 10 and 24 guests"), and one that is no later day of the month.
"""

from calendar import monthrange
from datetime import date

from sayso.readings.times.context import Context, Found
from sayso.readings.times.words import Word

_NAMES = frozenset({"MONTH", "MONTHLIKE"})
_JOINTS = frozenset({"LISTING", "DASH"})
_COUNTED = _NAMES | {"UNITS", "UNIT", "SIGN", "NUMBER", "DASH", "MERIDIEM", "CLOCK"}


def further_days(first: Found, words: list[Word], context: Context) -> list[Found]:
    """The days behind `first`, in order; none where a list does not end in "and 24", "to 24" or "-24"."""
    if first.grain != "D" or first.day is None or first.type != "DATE" or not _ends_in_a_day(first, words):
        return []
    found: list[Found] = []
    last, end = first.day, first.end
    while end + 1 < len(words) and (day := _day_at(words[end + 1], last)):
        joint = words[end].kinds.keys()
        closing = bool(_JOINTS & joint)
        if not closing and "COMMA" not in joint:
            break
        found.append(Found(end + 1, end + 2, "DATE", day.isoformat(), "D", day))
        last, end = day, end + 2
        if closing:
            return found if _is_free(words, end, context) else []
    return []


def _ends_in_a_day(first: Found, words: list[Word]) -> bool:
    """Whether the phrase is a month with its day behind it and no year."""
    return "DAY" in words[first.end - 1].kinds and any(_NAMES & w.kinds.keys() for w in words[first.start : first.end])


def _day_at(word: Word, after: date) -> date | None:
    number = int(word.value or 0) if "DAY" in word.kinds else 0
    return after.replace(day=number) if after.day < number <= monthrange(after.year, after.month)[1] else None


def _is_free(words: list[Word], end: int, context: Context) -> bool:
    """Whether nothing that a number counts stands at `end`: a noun, a unit, a month, a sign, another number."""
    if end >= len(words):
        return True
    after = words[end]
    if _COUNTED & after.kinds.keys():
        return False
    return not after.text[0].isalpha() or context.tenses.tag(after.start)[:2] not in ("NN", "JJ", "")
