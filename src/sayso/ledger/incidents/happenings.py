"""Take from events what tells a happening of a day from others: when, where, of what kind, in which words.

Enters: views of events, the words around each, what places names stand for, and which figures count how many things.
Leaves: a `Happening` for each event that tells of one. Refuses, with nothing in its place: what is planned, forecast or
did not happen; what has no day ("2022-03" is none, nor is a week) or no place; what goes on a bit at a time, such as
flight or prices (see `EventType.flows`); what names another town than the one that it was read to be in; what says
how things stand by a day ("847 killed as of Friday"); what is told of all the time since a day ("2,000 have died since
the war began"), which is no happening of that day; and what is told days later by a sentence that names no time.

The words are those of the clause, of its actor and its target, at full weight, and those of the sentence around it, at
half weight: "killing three" is told by what stands before it. Words that say when are left out, and those of the place.
"""

import functools
import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from sayso.languages import load_lexicon, supported_languages
from sayso.languages.ontology import event_type
from sayso.ledger.names.folding import Key, fold, plain_words
from sayso.ledger.names.place_kinds import PlaceKinds
from sayso.ledger.stories.sketches import terms_of
from sayso.ledger.surroundings import in_sentence
from sayso.ledger.views import EventView, FigureView

AROUND = 0.5
"""Weight of a word beside the clause. On 75 pairs of events of one day and place, judged by hand, those that are one
are told from the others with 6 mistakes by words so weighted, and with 10 by words of the clause alone."""
TOLD = ("reported", "claimed", "denied")
"""Events of these are of what happened, or is denied to have."""
LATE = 3
"""Days after which a sentence that names no time is not relied upon for the day: another one has lent it."""
FULL = 10
"""Characters of an ISO 8601 day."""
_TIMES = (
    *("unit", "units", "weekday", "weekdays", "monthlike", "daypart", "dayparts", "noon", "relday", "zone", "season"),
)


Tolls = tuple[tuple[str, tuple[float, float]], ...]


class Happening(msgspec.Struct, frozen=True):
    """What an event tells of. `text` is the document that its text comes from; `days` are ordinals, one or two.

    `seat` is the place, or the country where a thing that lasts goes on; `known` is the first day it was known.
    """

    id: str
    text: str
    known: str
    words: Key
    family: str
    actor: frozenset[int]
    target: frozenset[int]
    """The terms of who acts and of whom or what it befalls."""
    place: str
    seat: str
    days: tuple[int, ...]
    lasts: bool
    terms: Mapping[int, float]
    named: frozenset[int]
    """The terms of the place's name, which tell it from other places and from nothing in it."""
    tolls: Tolls = ()
    """What it counts, by measure: the lowest and the highest number."""
    deed: bool = False
    """Whether it is what a body or person does, not what happens on the ground: others do the like on the same day."""


Around = Mapping[str, tuple[str, str]]
"""For each event the text before and behind its clause."""


def take_happenings(
    events: Iterable[EventView],
    around: Around,
    where: PlaceKinds,
    texts: Mapping[str, str],
    figures: Mapping[str, Sequence[FigureView]],
) -> list[Happening]:
    """What the events tell of, in their order. `texts` leads from copies to their origin, `figures` from an event's id
    to its figures.
    """
    found = []
    for view in events:
        counted = figures.get(view.id, ())
        tally = is_tally(view, counted, where) or is_standing(view)
        if can_be_one(view) and not tally and not is_elsewhere(view, where):
            beside = " ".join(in_sentence(*around.get(view.id, ("", ""))))
            if not is_since(view, beside) and not is_lent_late(view, beside):
                found.append(_take(view, where, texts.get(view.document, view.document), beside, _tolls(counted)))
    return found


def can_be_one(view: EventView) -> bool:
    """Whether an event tells of something that happened, or is denied to have, on a day and at a place."""
    told = view.event.status in TOLD and not view.event.negated
    told = told and not event_type(view.event.type).flows
    return told and view.place is not None and bool(days_of(view))


def days_of(view: EventView) -> tuple[int, ...]:
    """The ordinals of the day, or of the two days of a night; nothing where it is less precise."""
    return _ordinals(view.event.date, view.event.end or view.event.date)


@functools.lru_cache(maxsize=1 << 12)
def _ordinals(first: str | None, last: str | None) -> tuple[int, ...]:
    if first is None or last is None or min(len(first), len(last)) < FULL:
        return ()
    start, end = (date.fromisoformat(day[:10]).toordinal() for day in (first, last))
    return tuple(range(start, end + 1)) if start <= end <= start + 1 else ()


def is_tally(view: EventView, figures: Sequence[FigureView], where: PlaceKinds) -> bool:
    """Whether an event tells how many there are by now: so far, since a day, or in all of a land."""
    wide = view.place is None or where.is_wide(view.place) or _has_any(view.words, _spelled("so far"))
    return any(f.figure.basis == "cumulative" and (wide or f.figure.since is not None) for f in figures)


def is_standing(view: EventView) -> bool:
    """Whether the clause says how things stand by then: "as of Friday, troops were closing in".

    Of single words for that ("by Friday") most say who did it.
    """
    return _has_any(view.words, tuple(form for form in _spelled("as of") if " " in form))


def is_lent_late(view: EventView, beside: str) -> bool:
    """Whether an event is told days later by a sentence that names no time: another one has lent it its day."""
    if not view.known or date.fromisoformat(view.known).toordinal() < days_of(view)[-1] + LATE:
        return False
    words = set(terms_of(f"{beside} {view.words}"))
    return words.isdisjoint(_time_terms()) and words.isdisjoint(terms_of(view.event.date or ""))


def own_words(view: EventView) -> str:
    """The words of the clause, and the names of who and whom."""
    return " ".join((view.words, *view.event.target, *view.event.actor))


def is_elsewhere(view: EventView, where: PlaceKinds) -> bool:
    """Whether the clause names towns of the same country, and not the place that the event was read to be at."""
    place = view.place or ""
    here, named = fold(place), where.towns_in(view.words)
    land = where.of(place).country
    others = {town for town in named - {here} if where.of(" ".join(town)).country == land}
    return bool(others) and here not in named and not where.is_wide(place)


def is_since(view: EventView, beside: str) -> bool:
    """Whether an event is told, some days later, of all the time since its day."""
    if not view.known or date.fromisoformat(view.known).toordinal() < days_of(view)[-1] + 2:
        return False
    return not _since().isdisjoint(plain_words(f"{beside} {view.words}"))


def _tolls(figures: Sequence[FigureView]) -> Tolls:
    """What the figures count that are no part of another one. Of two of one measure nobody can say which it is."""
    found: dict[str, list[tuple[float, float]]] = {}
    for one in (view.figure for view in figures if view.figure.part_of is None):
        low, high = one.low if one.low is not None else 0.0, one.high if one.high is not None else math.inf
        found.setdefault(f"{one.measure} {one.unit or ''}", []).append((low, high))
    return tuple((measure, bounds[0]) for measure, bounds in sorted(found.items()) if len(bounds) == 1)


def _take(view: EventView, where: PlaceKinds, text: str, beside: str, tolls: Tolls) -> Happening:
    event, place, days, kind = view.event, view.place or "", days_of(view), event_type(view.event.type)
    seat = _seat(view, where)
    own = terms_of(own_words(view))
    left_out = _time_terms() | set(terms_of(view.event.date or ""))
    named = frozenset(terms_of(f"{place} {event.place or ''} {seat or ''}"))
    terms = dict.fromkeys(terms_of(beside), AROUND) | dict.fromkeys(own, 1.0)
    return Happening(
        id=view.id,
        text=text,
        known=view.known,
        words=fold(view.words),
        family=(kind.lasts_as if seat is not None else "") or kind.happening,
        actor=frozenset(terms_of(" ".join(event.actor))),
        target=frozenset(terms_of(" ".join(event.target))),
        place=place,
        seat=seat or place,
        days=days,
        lasts=seat is not None,
        terms={term: weight for term, weight in terms.items() if term not in left_out and term not in named},
        named=named,
        tolls=tolls,
        deed=not kind.on_the_ground,
    )


def _seat(view: EventView, where: PlaceKinds) -> str | None:
    """Over what a thing goes on that lasts for days: a narrow place, or a country, by its code."""
    lasts, place = event_type(view.event.type).lasts, view.place or ""
    if lasts in ("", "place"):
        return place if lasts and not where.is_wide(place) else None
    aims = (where.of(name) for name in view.target)
    aimed = next((known.country for known in aims if known.kind == "country"), None)
    known = where.of(place)
    if aimed is not None or lasts == "land aimed at":
        return aimed
    return known.country if lasts == "land" or known.kind == "country" else None


@functools.cache
def _since() -> frozenset[str]:
    """The words for "since", in every language."""
    spellings = (load_lexicon(code, "measures").spellings("since") for code in supported_languages())
    return frozenset().union(*spellings)


def _has_any(words: str, forms: Iterable[str]) -> bool:
    """Whether the words have one of these forms among them."""
    plain = f" {' '.join(plain_words(words))} "
    return any(f" {form} " in plain for form in forms)


@functools.cache
def _spelled(kind: str) -> tuple[str, ...]:
    """The forms of a kind of words around measures, in every language."""
    spellings = (load_lexicon(code, "measures").spellings(kind) for code in supported_languages())
    return tuple(form for forms in spellings for form in sorted(forms))


@functools.cache
def _time_terms() -> frozenset[int]:
    """The terms of words that say when, in every language."""
    spellings: set[str] = set()
    for code in supported_languages():
        spellings |= load_lexicon(code, "calendar").spellings("month", "weekday")
        spellings |= load_lexicon(code, "times").spellings(*_TIMES)
    return frozenset(term for spelling in spellings for term in terms_of(spelling))
