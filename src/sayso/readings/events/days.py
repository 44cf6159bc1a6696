"""Choose the day of an event among the times of its words.

Enters: an event as it is told, its sentence, and the times that were read. Leaves: the first and the last day of one
time, or none. Refused: a day that the words do not lead from to the event, one before, until or since which something
happened, and the day in a dateline.
"""

import re

from spacy.tokens import Token

from sayso.model import Span, Time
from sayso.readings.events.reach import leads_to
from sayso.readings.events.surroundings import Surroundings
from sayso.readings.events.telling import Told, is_past
from sayso.readings.events.vocabulary import Vocabulary

COARSE = re.compile(r"\d{4}(-\d{2})?")
BEFORE_A_TIME = 16
"""Characters before a time in which a word that bounds it ("until") stands."""


def days_of(
    told: Told, trigger: Token, sentence: Span, text: str, around: Surroundings, vocabulary: Vocabulary
) -> tuple[str | None, str | None]:
    """First and last day that the clause is told with, else that the rest of its sentence lends it.

    Without arcs, only the words of the clause count.
    """
    within, governing = _usable(told.span, text, around, vocabulary), told.governing
    if governing is None:
        return _days(within[0]) if within else (None, None)
    within = [t for t in within if _leads(t, governing, around, vocabulary, trigger, within=True)]
    if within:
        return _days(within[0])
    beside = [t for t in _usable(sentence, text, around, vocabulary) if not told.span.overlaps(t.span)]
    return _only([t for t in beside if _leads(t, governing, around, vocabulary, trigger)])


def days_told(sentence: Span, text: str, around: Surroundings, vocabulary: Vocabulary) -> tuple[str | None, str | None]:
    """The one day that a sentence in the simple past names, and that its main verb happened on."""
    words = around.doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
    usable = _usable(sentence, text, around, vocabulary)
    if words is None or not usable or not is_past(words.root):
        return None, None
    return _only(usable) if all(_leads(t, words.root, around, vocabulary) for t in usable) else (None, None)


def _only(times: list[Time]) -> tuple[str | None, str | None]:
    return _days(times[0]) if len({t.begin for t in times}) == 1 else (None, None)


def days_named(span: Span, text: str, around: Surroundings, vocabulary: Vocabulary) -> frozenset[str]:
    """The days that the words of the span name, whatever they are the days of; no bounds."""
    return frozenset(str(t.begin) for t in _usable(span, text, around, vocabulary))


def _usable(span: Span, text: str, around: Surroundings, vocabulary: Vocabulary) -> list[Time]:
    """The times of the span that can be a day of what it tells, single days before stretches."""
    usable = [t for t in around.times_in(span) if not _is_bounded(t, text, vocabulary) and not _is_dateline(t, text)]
    return sorted(usable, key=lambda t: t.begin != t.end)


def _leads(
    time: Time,
    governing: Token,
    around: Surroundings,
    vocabulary: Vocabulary,
    trigger: Token | None = None,
    *,
    within: bool = False,
) -> bool:
    token = around.root(time)
    return token is not None and leads_to(token, governing, vocabulary, trigger=trigger, within=within)


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
