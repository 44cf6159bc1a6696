"""Tell what was to happen in the words of a dispute, and what then happened.

Enters: events, the statements they stand in, and the sides. Leaves: by statement the acts that it says a side is about
to do; by act the days on which texts report it as a fact. An act is a type of event, the side that does it, and the
side that it is done to. Refuses: an act of nobody, or to nobody, who can be told; what was reported without a day.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sayso.languages.ontology import load_ontology
from sayso.ledger.copies.origins import Told as Text
from sayso.ledger.disputes.sides import Sides
from sayso.ledger.disputes.told import Told, tell_event
from sayso.ledger.views import EventView, StatementView

AHEAD = ("planned", "forecast")
LEAST = 3
"""Texts that must report an act, copies counted once: a reader may take a fear for a fact now and then."""


class Act(NamedTuple):
    """What one side does to another: a type of event."""

    type: str
    by: str
    to: str


class Done(NamedTuple):
    """A report of an act, the ISO 8601 day it is of, and the text that it stands in."""

    told: Told
    day: str
    text: str


def acts_on_the_ground() -> frozenset[str]:
    """The types of event that happen where the crisis does."""
    return frozenset(t.name for t in load_ontology().type if t.on_the_ground)


def gather_acts_ahead(
    events: Iterable[EventView], said: Sequence[StatementView], sides: Sides
) -> Mapping[str, frozenset[Act]]:
    """The acts that each statement says are ahead, by its id. Who is not named there is the speaker."""
    within: dict[str, list[StatementView]] = defaultdict(list)
    for view in said:
        within[view.document].append(view)
    found: dict[str, set[Act]] = defaultdict(set)
    for event in events:
        if event.event.status in AHEAD:
            for view in within[event.document]:
                if view.statement.content.covers(event.event.trigger):
                    found[view.id] |= _acts(event, sides, sides.of(view.speaker))
    return {id: frozenset(acts) for id, acts in found.items()}


def gather_acts_done(events: Iterable[EventView], texts: Mapping[str, Text], sides: Sides) -> Mapping[Act, list[Done]]:
    """The reports of each act, by the day it is of."""
    found: dict[Act, list[Done]] = defaultdict(list)
    for event in events:
        day = event.event.date or ""
        if event.event.status == "reported" and not event.event.negated and len(day) == 10 and day <= event.known:
            for act in _acts(event, sides, None):
                found[act].append(Done(tell_event(event, None, None), day, texts[event.document].text))
    return {act: sorted(done, key=lambda d: (d.day, d.told.order)) for act, done in found.items()}


def first_done(done: Sequence[Done], after: str) -> Told | None:
    """The first report that an act was done after this ISO 8601 day, where enough texts report it."""
    later = [one for one in done if one.day > after]
    enough = len({one.text for one in later}) >= LEAST
    return min((one.told for one in later), key=lambda told: told.order) if enough else None


def _acts(event: EventView, sides: Sides, speaker: str | None) -> set[Act]:
    by = {side for name in event.actor for side, _ in sides.named_in(name)} or ({speaker} if speaker else set())
    to = {side for name in (*event.target, event.place or "") for side, _ in sides.named_in(name)}
    return {Act(event.event.type, one, other) for one in by for other in to if one != other}
