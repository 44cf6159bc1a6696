"""Keep each event once.

Enters: the events found in a sentence, or in a whole document. Leaves: those that tell something of their own. Within a
sentence a verb comes before a noun in its clause ("died in an attack" is one event), and what "and" adds of the same
kind goes to the event before it ("killed … and wounded …"). Within a document a headline and its sentence are one
event, and a mere noun tells nothing of what was told before. Never merged: events of different days or places.
"""

import re
from dataclasses import dataclass, replace

import msgspec

from sayso.languages.ontology import EventType, event_type
from sayso.model import Event, Place, Span

OVERLAP = 0.5
"""Share of the shorter clause above which two clauses are one."""
RESTATED = 0.6
"""Share of the shorter clause's content words that its retelling repeats."""
FEWEST_WORDS = 3
WORD = re.compile(r"\w{4,}")
NUMBER = re.compile(r"\d++(?:[.,]\d++)*+")
STEM = 5


@dataclass(frozen=True, slots=True)
class Found:
    """An event before it is set beside the others: told by a noun, by a verb that carries it, after another's "and".

    `sentence` is where it stands, `place` the mention that its place is, `past` whether a simple past tells it,
    `main` whether the main clause of its sentence does, `named` the days that its sentence names, of whatever, `aside`
    whether a relative clause tells it.
    """

    event: Event
    noun: bool
    carried: bool
    coordinated: bool
    sentence: Span
    place: Place | None = None
    past: bool = False
    main: bool = False
    named: frozenset[str] = frozenset()
    aside: bool = False

    @property
    def days(self) -> frozenset[str]:
        """Its day, else the days that it might be of."""
        return self.named if self.event.date is None else frozenset((self.event.date,))

    @property
    def kind(self) -> EventType:
        """The event's type."""
        return event_type(self.event.type)

    @property
    def bare(self) -> bool:
        """Whether a noun alone tells it."""
        return self.noun and not self.carried


def once_a_sentence(found: list[Found]) -> list[Found]:
    """The events of a sentence, in order."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.bare, f.noun, f.event.trigger)):
        if not any(_is_told_in(one.event, other.event) and not _is_apart(one, other) for other in kept):
            kept.append(one)
    joined: list[Found] = []
    for one in sorted(kept, key=lambda f: f.event.span):
        before = joined[-1] if joined else None
        if before is not None and one.coordinated and one.kind.family == before.kind.family:
            joined[-1] = _join(before, one)
        else:
            joined.append(one)
    return joined


def _is_told_in(one: Event, other: Event) -> bool:
    """Whether `one` stands within the clause of `other`, or both share most of their words."""
    if one.span == other.span or other.span.covers(one.trigger):
        return True
    shared = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
    shortest = min(one.span.end - one.span.start, other.span.end - other.span.start)
    return shared > OVERLAP * shortest


def _is_apart(one: Found, other: Found) -> bool:
    """Whether a relative clause tells of another happening than the clause that it stands in."""
    inner, outer = (one, other) if other.event.span.covers(one.event.span) else (other, one)
    if not inner.aside or inner.noun or outer.aside or not _has_happened(inner):
        return False
    return outer.event.span.covers(inner.event.span) and inner.kind.happening != outer.kind.happening


def _has_happened(one: Found) -> bool:
    return one.event.status in ("reported", "claimed")


def _join(first: Found, second: Found) -> Found:
    a, b = first.event, second.event
    event = msgspec.structs.replace(
        a,
        span=Span(a.span.start, max(a.span.end, b.span.end)),
        target=a.target or b.target,
        place=a.place or b.place,
        date=a.date or b.date,
        end=a.end if a.date else b.end,
    )
    return replace(first, event=event, place=first.place or second.place)


def once_a_document(found: list[Found], text: str) -> list[Event]:
    """The events of a document, in order, each told by the clause that says most of it."""
    kept: list[tuple[Found, frozenset[str]]] = []
    for one in found:
        words = _telling_words(one.event.span.words(text))
        if one.bare and any(_names_again(one.event, other.event) for other, _ in kept):
            continue
        earlier = next((i for i, (f, w) in enumerate(kept) if _restates(one, words, f, w)), None)
        if earlier is None:
            kept.append((one, words))
        elif _said(one) > _said(kept[earlier][0]):
            kept[earlier] = one, words
    return sorted((f.event for f, _ in kept), key=lambda e: e.span)


def _telling_words(words: str) -> frozenset[str]:
    """What the clause tells by: the stems of its content words, and its numbers."""
    return frozenset(w[:STEM] for w in WORD.findall(words.lower())) | frozenset(NUMBER.findall(words))


def _names_again(event: Event, other: Event) -> bool:
    """Whether a mere noun says no more than an event before it."""
    if event.type != other.type:
        return False
    return event.place in (None, other.place) and event.date in (None, other.date)


def _restates(one: Found, words: frozenset[str], before: Found, others: frozenset[str]) -> bool:
    """Whether two clauses tell one event in nearly the same words, and no day, place or number speaks against it.

    Days that their sentences name speak against it even where none is known to be the event's.
    """
    event, other = one.event, before.event
    if event.type != other.type or event.negated != other.negated:
        return False
    if one.days and before.days and one.days.isdisjoint(before.days):
        return False
    counts, other_counts = ({w for w in told if w[0].isdecimal()} for told in (words, others))
    if counts and other_counts and counts.isdisjoint(other_counts):
        return False
    words, others = words - counts, others - other_counts
    fewest = min(len(words), len(others))
    return fewest >= FEWEST_WORDS and len(words & others) >= RESTATED * fewest


def _said(one: Found) -> tuple[int, bool, int]:
    """How much a clause tells, and where that is the same whether its sentence names a day, and its length."""
    event = one.event
    told = sum(map(bool, (event.actor, event.target, event.place, event.date)))
    return told, bool(one.named), event.span.end - event.span.start
