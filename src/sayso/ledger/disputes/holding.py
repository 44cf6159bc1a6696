"""Gather who is said to have which place.

Enters: events and statements that tell of places taken or held, the mentions of places in their documents, and the
sides. Leaves: holds, each with the day it is of. Refuses: countries and regions; a place that the words of the event
do not name, or only something beside it ("the outskirts of"); what is planned or
feared; words that name several sides.
"""

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sayso.gazetteer import fold as fold_place
from sayso.gazetteer import load_gazetteer
from sayso.languages import load_lexicon, supported_languages
from sayso.ledger.disputes.control import Hold
from sayso.ledger.disputes.sides import Sides
from sayso.ledger.disputes.told import day_number, tell_event, tell_statement
from sayso.ledger.disputes.words import is_of_kind, kinds_in
from sayso.ledger.names.folding import plain_words
from sayso.ledger.views import EventView, StatementView
from sayso.model import Span

TAKEN = "takeover"
LONGEST = 200
"""Characters of a statement that tells of one place: a longer one tells of several."""
_TOLD = ("reported", "claimed", "denied")


class Mention(NamedTuple):
    """Where a place is named, and whether as what something else is beside of."""

    span: Span
    beside: bool


Mentions = Mapping[tuple[str, str], Sequence[Mention]]
"""Mentions by document and name."""


def gather_holds(
    events: Sequence[EventView], said: Sequence[StatementView], mentions: Mentions, sides: Sides
) -> Iterator[Hold]:
    """Who is said to have taken, not to have taken, or to hold which place."""
    within: dict[str, list[StatementView]] = defaultdict(list)
    for view in said:
        within[view.document].append(view)
    takeovers = [event for event in events if event.event.type == TAKEN]
    places = {e.place for e in takeovers if e.place is not None and is_one_spot(e.place)}
    for event in takeovers:
        if event.event.status in _TOLD and event.place in places and event.known and _names_it(event, mentions):
            yield from _taken(event, _around(event, within[event.document]), sides)
    named = {tuple(plain_words(place)): place for place in places}
    for view in said:
        if view.known and len(view.words) <= LONGEST and all(is_of_kind(view.words, kind) for kind in ("hold", "keep")):
            yield from _held(view, named, sides)


def _names_it(event: EventView, mentions: Mentions) -> bool:
    """Whether the words of the event, from its trigger on, name the place itself."""
    there = Span(event.event.trigger.start, event.event.span.end)
    found = [m for m in mentions.get((event.document, event.event.place or ""), ()) if there.covers(m.span)]
    return bool(found) and not any(m.beside for m in found) and _is_whole(event)


def _is_whole(event: EventView) -> bool:
    """Whether what is taken is the place, and nothing in it ("a hospital in Velm")."""
    name, targets = tuple(plain_words(event.place or "")), event.event.target
    whole = {"hold", "whole"}
    return not targets or any(_has(plain_words(t), name) or not whole.isdisjoint(kinds_in(t)) for t in targets)


def _taken(event: EventView, within: StatementView | None, sides: Sides) -> Iterator[Hold]:
    taker = next((side for name in event.actor for side, _ in sides.named_in(name)), None)
    denied = event.event.status == "denied" or event.event.negated
    speaker = sides.of(within.speaker) if within is not None else None
    dated = event.event.date is not None and len(event.event.date) == 10 and event.event.date <= event.known
    when = event.event.date if dated and event.event.date is not None else event.known
    if denied or taker is not None:
        told = tell_event(event, within, speaker)
        hearsay = speaker != taker and not (dated and within is None)
        yield Hold(told, event.place or "", day_number(when), taker, denied, hearsay=hearsay)


def _held(view: StatementView, named: dict[tuple[str, ...], str], sides: Sides) -> Iterator[Hold]:
    holders = [side for side, _ in sides.named_in(view.words)]
    words = plain_words(view.words)
    there = {place for name, place in named.items() if _has(words, name)}
    if len(holders) == 1 and len(there) == 1:
        told = tell_statement(view, sides.of(view.speaker), {})
        yield Hold(told, there.pop(), day_number(view.known), holders[0], taken=False)


def _has(words: Sequence[str], name: tuple[str, ...]) -> bool:
    return any(tuple(words[at : at + len(name)]) == name for at in range(len(words) - len(name) + 1))


def _around(event: EventView, said: Iterable[StatementView]) -> StatementView | None:
    """The shortest statement that the event's trigger stands in."""
    around = [s for s in said if s.statement.content.covers(event.event.trigger)]
    return min(around, key=lambda s: (s.statement.content.end - s.statement.content.start, s.id), default=None)


@functools.lru_cache(maxsize=1 << 14)
def is_one_spot(name: str) -> bool:
    """Whether a name is a town's or a site's, as far as can be told: no country bears it, no region, and where an area
    does, so does a town.
    """
    if name.casefold() in _regions():
        return False
    kinds = [f.kind for f, _ in zip(load_gazetteer().find(fold_place(name)), range(3), strict=False) if f.exact]
    return "country" not in kinds and (not kinds or "city" in kinds or "capital" in kinds)


@functools.cache
def _regions() -> frozenset[str]:
    names = (load_lexicon(code, "place_names") for code in supported_languages())
    return frozenset(s for lexicon in names for s in lexicon.spellings("region", "area", "country"))
