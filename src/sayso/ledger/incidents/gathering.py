"""Gather the incidents of a moment, and tell those that are asked for.

Enters: an open connection, which documents count, the names and the copies known by then. Leaves: incidents by their
first day, those without a day last; as views, of as many as are asked for.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, or_

from sayso.ledger import asking
from sayso.ledger.asking import Wanted
from sayso.ledger.copies.groups import Copies
from sayso.ledger.copies.origins import tell_texts
from sayso.ledger.days import order
from sayso.ledger.finding import Condition, find_records, holds
from sayso.ledger.incidents.finding import link_happenings, once
from sayso.ledger.incidents.groups import Gathered, gather
from sayso.ledger.incidents.happenings import can_be_one, own_words, take_happenings
from sayso.ledger.incidents.pairs import Rarity
from sayso.ledger.incidents.telling import Parts, tell_incident
from sayso.ledger.incidents.views import IncidentView
from sayso.ledger.judgements.parting import Verdicts
from sayso.ledger.names.folding import Key
from sayso.ledger.names.place_kinds import PlaceKinds
from sayso.ledger.stories.sketches import words_of_terms
from sayso.ledger.surroundings import REACH, in_sentence
from sayso.ledger.tables import event, figure, statement
from sayso.ledger.telling import Names, tell_event, tell_figure, tell_statement
from sayso.ledger.views import EventView, FigureView


class Asked(NamedTuple):
    """What one event of an incident must be; `inside` are the names of places, by any of which it is meant."""

    kind: str | None = None
    by: str | None = None
    place: str | None = None
    inside: set[str] | None = None
    about: str | None = None


class Gathering:
    """The incidents known at a moment."""

    def __init__(self, connection: Connection, wanted: Wanted, names: Names, copies: Copies) -> None:
        self._connection, self._wanted, self._names = connection, wanted, names
        self._positions: dict[str, dict[str, tuple[str, ...]]] = {}
        self._copies, self._told = copies, tell_texts(copies)
        where = PlaceKinds(asking.ask_place_kinds(connection, wanted), names.places)
        verdicts = names.weighed.pairs("event")
        events = find_records(connection, wanted, names, event, tell_event, [_placed_or_judged(verdicts)])
        self._events = {e.id: e for e in events}
        self._figures = self._figures_of(events)
        rows = asking.ask_surroundings(connection, [e.id for e in events if can_be_one(e)], REACH)
        self._around = {id: (before, behind) for id, before, behind in rows}
        texts = {one: told.text for one, told in self._told.items()}
        happenings = take_happenings(events, self._around, where, texts, self._figures)
        self._happenings = {one.id: one for one in happenings}
        self._rarity = Rarity(once(happenings))
        links = link_happenings(happenings, where)
        self.found = sorted(gather(events, happenings, links, verdicts), key=_first)

    def since(self, since: str | None) -> list[Gathered]:
        """The incidents of which an event has become known on this day or later."""
        return [g for g in self.found if since is None or any(e.known >= since for e in g.events)]

    def tell(self, some: Sequence[Gathered]) -> tuple[IncidentView, ...]:
        """Views of these."""
        events = [e for one in some for e in one.events]
        said = self._referred(statement, tell_statement, {e.id: _statement_of(e) for e in events})
        standing = [(part, whole) for part, whole, _ in self._copies.parts()]
        parts = Parts(self._figures, {e: some[0] for e, some in said.items()}, self._told, standing)
        return tuple(tell_incident(one, parts, self._shared_words) for one in some)

    def _figures_of(self, events: Sequence[EventView]) -> dict[str, list[FigureView]]:
        return self._referred(figure, tell_figure, {e.id: (e.document, e.event.figures) for e in events})

    def _referred(
        self, table: Table, tell: Callable[[Any, Names], Any], positions: dict[str, tuple[str, tuple[int, ...]]]
    ) -> dict[str, list[Any]]:
        """For each event the records that it refers to by their positions in its document's reading."""
        if table.name not in self._positions:
            self._positions[table.name] = asking.ask_positions(self._connection, self._wanted, table)
        at = self._positions[table.name]
        ids = {one: [at[d][n] for n in places if n < len(at.get(d, ()))] for one, (d, places) in positions.items()}
        wanted = Condition(asking.is_one_of(table.c.id, {id for some in ids.values() for id in some}))
        views = find_records(self._connection, self._wanted, self._names, table, tell, [wanted])
        named = {view.id: view for view in views}
        return {one: [named[id] for id in some if id in named] for one, some in ids.items() if some}

    def _shared_words(self, one: str, other: str) -> list[str]:
        """The words that two events share, the rarest first, as the first of them has them."""
        if one not in self._happenings or other not in self._happenings:
            return []
        ours = self._happenings[one]
        found = self._rarity.shared(ours, self._happenings[other])
        words = words_of_terms(" ".join((own_words(self._events[one]), *in_sentence(*self._around[one]))))
        terms = sorted(found, key=lambda term: (-found[term], term))
        return [words[term] for term in terms if term in words]


def fits(one: EventView, asked: Asked, names: Names) -> bool:
    """Whether an event is as asked for."""
    where = one.event.place
    return (
        (asked.kind is None or one.event.type == asked.kind)
        and (asked.by is None or any(names.actors.fits(asked.by, name) for name in one.event.actor))
        and (asked.place is None or (where is not None and names.places.same(asked.place, where)))
        and (asked.inside is None or where in asked.inside)
        and (asked.about is None or holds(asked.about, one.words, one.event.type))
    )


def _placed_or_judged(verdicts: Verdicts[Key]) -> Condition:
    """Events that have a place, and those that people say something of; no others are in an incident."""
    judged = {key[0] for pair in (*verdicts.same, *verdicts.apart) for key in pair}
    placed = event.c.place.is_not(None)
    return Condition(or_(placed, asking.is_one_of(event.c.id, judged)), lambda v: v.event.place or v.id in judged)


def _first(one: Gathered) -> tuple[bool, str, str]:
    days = [e.event.date for e in one.events if e.event.date]
    return order(min(days, default=""), one.events[0].id)


def _statement_of(view: EventView) -> tuple[str, tuple[int, ...]]:
    return view.document, () if view.event.statement is None else (view.event.statement,)
