"""Code the types of an incident as ACLED does (Codebook of 2024), as far as they decide it.

Enters: the types that an incident is told as. Leaves: disorder type, event type and sub-event type, each empty where
the types leave it open or disagree; and whether ACLED would code it at all. What a type leaves open (see
`EventType.acled_open`) is decided by the others: a killing told as a shelling is a shelling. Of what kind a killing is
that is told as a protest, nobody can say.
"""

from collections.abc import Iterable
from typing import NamedTuple

from sayso.languages.ontology import EventType, event_type

VIOLENT = ("Battles", "Explosions/Remote violence", "Violence against civilians")
_DISORDER = dict.fromkeys(VIOLENT, "Political violence") | {
    "Protests": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
_MORE = {
    "Excessive force against protesters": "Political violence; Demonstrations",
    "Violent demonstration": "Demonstrations",
    "Mob violence": "Political violence",
}
"""Sub-types whose disorder type is not that of the event type; riots have none of their own."""


class Codes(NamedTuple):
    """ACLED's codes; "" where nobody can say."""

    disorder: str = ""
    type: str = ""
    sub_type: str = ""


def code_types(types: Iterable[str]) -> Codes:
    """The codes that all types together stand for."""
    kinds = [event_type(name) for name in types]
    found = {kind.acled for kind in kinds if kind.acled and kind.acled_open != "type"}
    forced = any(_is_force(kind) for kind in kinds if kind.acled_open == "type")
    if len(found) != 1 or (forced and found.isdisjoint(VIOLENT)):
        return Codes()
    [decided] = found
    subs = {kind.acled_sub for kind in kinds if kind.acled == decided and not kind.acled_open}
    sub_type = subs.pop() if len(subs) == 1 else ""
    return Codes(_MORE.get(sub_type, _DISORDER.get(decided, "")), decided, sub_type)


def is_coded(types: Iterable[str]) -> bool:
    """Whether ACLED codes happenings of one of these types."""
    return any(kind.acled or kind.acled_open for kind in map(event_type, types))


def is_violent(types: Iterable[str]) -> bool:
    """Whether one of these types tells that force was used against people or places."""
    return any(_is_force(event_type(name)) for name in types)


def goes_on_in_a_land(type: str) -> bool:
    """Whether it is no event to coders but what events are of, where its place is a country: a war, an invasion."""
    return event_type(type).lasts in ("land", "whole land")


def _is_force(kind: EventType) -> bool:
    """Whether it is one of the violent types, or told as an attack."""
    widest = event_type(kind.happening)
    return widest.acled in VIOLENT or (widest.acled_open == "type" and widest.plover == "ASSAULT")
