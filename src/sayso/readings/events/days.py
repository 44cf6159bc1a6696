"""Choose the day of an event among the times of its words.

Enters: the span of a clause or a sentence, and the times that were read. Leaves: the first and the last day of one
time, or none. Refused: a day before, until or since which something happened, and the day in a dateline.
"""

import re

from sayso.model import Span, Time
from sayso.readings.events.surroundings import Surroundings
from sayso.readings.events.vocabulary import Vocabulary

COARSE = re.compile(r"\d{4}(-\d{2})?")
BEFORE_A_TIME = 16
"""Characters before a time in which a word that bounds it ("until") stands."""


def days_in(
    span: Span, text: str, around: Surroundings, vocabulary: Vocabulary, *, alone: bool
) -> tuple[str | None, str | None]:
    """First and last day that a time of `span` gives; where `alone`, only if it gives one."""
    usable = [t for t in around.times_in(span) if not _is_bounded(t, text, vocabulary) and not _is_dateline(t, text)]
    usable = [t for t in usable if t.begin == t.end] or usable
    if not usable or (alone and len({t.begin for t in usable}) > 1):
        return None, None
    return _days(usable[0])


def _days(time: Time) -> tuple[str | None, str | None]:
    if COARSE.fullmatch(time.value):
        return time.value, None
    return time.begin, (time.end if time.end != time.begin else None)


def _is_bounded(time: Time, text: str, vocabulary: Vocabulary) -> bool:
    """ "before Friday", "until 3 March": the event is not of that day."""
    before = text[max(0, time.span.start - BEFORE_A_TIME) : time.span.start].split()[-2:]
    return any(word.lower() in vocabulary.boundaries for word in before)


def _is_dateline(time: Time, text: str) -> bool:
    """ "(Dec. 30) –" and "(Jan. 25, 2013)" before a line break: the day of the report."""
    if text[max(0, time.span.start - 1) : time.span.start] != "(" or text[time.span.end : time.span.end + 1] != ")":
        return False
    after = text[time.span.end + 1 : time.span.end + 4]
    return "\n" in after or after.lstrip()[:1] in ("-", "–", "—")
