"""Lend an event the place or the day of what is told right before it.

Enters: the events of a document in order, each with its sentence and the mention of its place, and the sentences
without their datelines. Leaves: them, those without a place or a day with that of the last event before in their
paragraph, else of the sentences before where all of them tell one place or one day. It is lent over a few sentences, to
what happens on the ground and is told as having happened. Refused: a place where the words in between lead to another,
a day for what is not told in a simple past.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from sayso.model import Event, Place, Span
from sayso.readings.events.days import days_told
from sayso.readings.events.places import role_of
from sayso.readings.events.retellings import Found
from sayso.readings.events.surroundings import Surroundings, innermost
from sayso.readings.events.vocabulary import Vocabulary

Days = tuple[str | None, str | None]
DAY = len("2022-03-07")
SENTENCES = 3
"""How many sentences a place or a day is lent over."""
PARAGRAPH = re.compile(r"\n\s*\n|\n(?=[A-Z“\"])")


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before an event: the text, its sentences and what was read of them."""

    text: str
    sentences: Sequence[Span]
    around: Surroundings
    vocabulary: Vocabulary
    contents: Sequence[Span]

    def nearest(self, one: Found) -> Sequence[Span]:
        """The last sentences before that of the event, in its paragraph."""
        position = bisect_left(self.sentences, one.sentence)
        near = self.sentences[max(0, position - SENTENCES) : position]
        return [s for s in near if not PARAGRAPH.search(self.text, s.end, one.sentence.start)]

    def last_told(self, near: Sequence[Span]) -> tuple[Span, Days] | None:
        """The last of the sentences that tells of a day on the document's own word, with its day."""
        for sentence in reversed(near):
            first, last = days_told(sentence, self.text, self.around, self.vocabulary)
            if first is not None:
                position = bisect_left(self.contents, Span(sentence.end, sentence.end))
                said = any(c.end > sentence.start for c in self.contents[max(0, position - 1) : position])
                return None if said or last is not None or len(first) < DAY else (sentence, (first, None))
        return None

    def places(self, span: Span) -> list[Place]:
        """The places that the words of the span lead to."""
        return [p for p in self.around.places_in(span) if role_of(p, self.around, self.vocabulary) == "in"]


def lend_settings(found: Sequence[Found], before: Before) -> list[Found]:
    """The events in order, with what is lent to them."""
    return list(_lent_days(_lent_places(found, before), before))


def _lent_places(found: Iterable[Found], before: Before) -> Iterator[Found]:
    lender: Found | None = None
    for one in found:
        if one.event.place is None and is_open(one):
            place = _place_before(one, lender, before)
            if place is not None:
                one = replace(one, place=place, event=msgspec.structs.replace(one.event, place=place.name))
        yield one
        if one.place is not None and _is_told(one):
            lender = one


def _place_before(one: Found, lender: Found | None, before: Before) -> Place | None:
    near = before.nearest(one)
    if lender is not None and lender.place is not None and lender.sentence in (one.sentence, *near):
        if not _is_kin(one, lender):
            return None
        between = before.places(Span(lender.event.span.start, one.sentence.end))
        return lender.place if innermost([lender.place, *between]) is not None else None
    if not near or not one.kind.on_the_ground:
        return None
    return innermost(before.places(Span(near[0].start, one.sentence.end)))


def _lent_days(found: Iterable[Found], before: Before) -> Iterator[Found]:
    lender: Found | None = None
    for one in found:
        if one.event.date is None and one.past and is_open(one):
            first, last = _days_before(one, lender, before)
            one = replace(one, event=msgspec.structs.replace(one.event, date=first, end=last))
        yield one
        if one.event.date is not None and one.past and _is_told(one):
            lender = one


def _days_before(one: Found, lender: Found | None, before: Before) -> tuple[str | None, str | None]:
    """The day of the last event before, else of the last sentence before that is told on one.

    What a source says takes it from the sentence before alone: of nine days lent to it from further up, or from a
    sentence that tells of no event, two were right.
    """
    near = before.nearest(one)
    told = one.main and one.event.status == "reported"
    if lender is not None and lender.sentence in (near if told else near[-1:]):
        is_one = _is_kin(one, lender) and _is_a_day(lender.event)
        days, start = (lender.event.date, lender.event.end), lender.sentence.start
    elif told and one.kind.on_the_ground and (found := before.last_told(near)) is not None:
        is_one, days, start = True, found[1], found[0].start
    else:
        return None, None
    between = {t.begin for t in before.around.times_in(Span(start, one.sentence.end))}
    return days if is_one and between <= set(days) else (None, None)


def _is_a_day(event: Event) -> bool:
    return event.end is None and event.date is not None and len(event.date) == DAY


def is_open(one: Found) -> bool:
    """Whether the event may be lent anything."""
    return _is_told(one) and not one.bare


def _is_told(one: Found) -> bool:
    return one.event.status in ("reported", "claimed")


def _is_kin(one: Found, lender: Found) -> bool:
    """Whether both happen on the ground, or are of one kind."""
    kind, other = one.kind, lender.kind
    return (kind.on_the_ground and other.on_the_ground) or kind.family == other.family
