"""Make views of incidents.

Enters: gathered events with their figures and statements, the documents they stand in, and the words of each. Leaves:
views. Nothing is asked of the store here.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from sayso.ledger.copies.origins import Said, Told, independent_origins
from sayso.ledger.days import order
from sayso.ledger.incidents.groups import Gathered
from sayso.ledger.incidents.tolls import tell_tolls
from sayso.ledger.incidents.views import Evidence, IncidentView, Teller
from sayso.ledger.views import EventView, FigureView, StatementView
from sayso.model import content_id

SHOWN = 5
"""Words that evidence names, the rarest first."""
SharedWords = Callable[[str, str], Iterable[str]]
"""The words that two events share, the rarest first."""


class Parts(msgspec.Struct, frozen=True):
    """What events of incidents refer to: by event its figures and its statement, where texts of documents come from,
    and which documents stand in a longer one.
    """

    figures: Mapping[str, Sequence[FigureView]]
    statements: Mapping[str, StatementView]
    told: Mapping[str, Told]
    standing: Mapping[str, Sequence[str]]


def incident_id(events: Sequence[EventView]) -> str:
    """The id of the incident of these events: that of the one known first leads to it."""
    return content_id("i", min(events, key=lambda e: order(e.known, e.id)).id)


def begins(event: EventView, id: str) -> bool:
    """Whether the id of an incident that this event leads to begins so."""
    return not id or content_id("i", event.id).startswith(id)


def tell_incident(gathered: Gathered, parts: Parts, words: SharedWords) -> IncidentView:
    """The view of one incident."""
    events, told = gathered.events, parts.told
    stated = {status: tuple(e.id for e in events if e.event.status == status) for status in _STATUSES}
    types, places = _most_told(events, told, _types), _most_told(events, told, _places)
    days = sorted(day for e in events for day in (e.event.date, e.event.end or e.event.date) if day)
    sources = {e.id: _source(e, parts) for e in events}
    outlets = (told[e.document].outlet for e in events)
    figures = {f.id: f for e in events for f in parts.figures.get(e.id, ())}
    return IncidentView(
        id=incident_id(events),
        type=types[0],
        types=types,
        place=places[0] if places else None,
        places=places,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        actors=_tellers(events, sources, lambda e: e.actor),
        targets=_tellers(events, sources, lambda e: e.target),
        **stated,
        tolls=tell_tolls(figures.values(), told),
        documents=tuple(dict.fromkeys(e.document for e in events)),
        outlets=tuple(dict.fromkeys(outlet for outlet in outlets if outlet)),
        texts=len({told[e.document].text for e in events}),
        origins=independent_origins((_said(e, parts) for e in events), told, parts.standing),
        events=events,
        evidence={
            id: Evidence(link.other, link.because, tuple(words(id, link.other))[:SHOWN])
            for id, link in gathered.links.items()
        },
    )


_STATUSES = ("reported", "claimed", "denied")


def _most_told(
    events: Sequence[EventView], told: Mapping[str, Told], names: Callable[[EventView], Iterable[str]]
) -> tuple[str, ...]:
    """What events are called, by how many texts call one so, copies counted once."""
    texts: dict[str, set[str]] = defaultdict(set)
    for event in events:
        for name in names(event):
            texts[name].add(told[event.document].text)
    return tuple(sorted(texts, key=lambda name: (-len(texts[name]), name)))


def _types(event: EventView) -> tuple[str, ...]:
    return () if event.event.status == "denied" else (event.event.type,)


def _places(event: EventView) -> tuple[str, ...]:
    return (event.place,) if event.place is not None else ()


def _tellers(
    events: Sequence[EventView], sources: Mapping[str, str], names: Callable[[EventView], Iterable[str]]
) -> tuple[Teller, ...]:
    """Who is named, in the order of how many say so, then of first mention."""
    found: dict[str, list[EventView]] = defaultdict(list)
    for event in events:
        for name in names(event):
            found[name].append(event)
    told = [
        Teller(name, tuple(dict.fromkeys(sources[e.id] for e in some)), tuple(e.id for e in some))
        for name, some in found.items()
    ]
    return tuple(sorted(told, key=lambda one: -len(one.by)))


def _source(event: EventView, parts: Parts) -> str:
    """Whose word an event is: the speaker's, else the outlet's."""
    said = parts.statements.get(event.id)
    named = said.speaker if said is not None else None
    return named or parts.told[event.document].outlet or event.document


def _said(event: EventView, parts: Parts) -> Said:
    """An event as far as its origin goes: that of its statement, else its document's own word."""
    said = parts.statements.get(event.id)
    if said is None:
        return Said(event.id, event.known, event.document, None, (), event.words)
    return Said(event.id, said.known, said.document, said.speaker, said.via, said.words)
