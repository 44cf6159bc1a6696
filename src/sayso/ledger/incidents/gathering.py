"""Gather the incidents of a moment, and tell those that are asked for.

Enters: an open connection, which documents count, the names and the copies known by then. Leaves: incidents by their
first day, those without a day last; as views, of as many as are asked for.
"""

import functools
from collections.abc import Callable, Iterable, Sequence, Set
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, Text, and_, func, or_

from sayso.languages.ontology import load_ontology
from sayso.ledger import asking
from sayso.ledger.asking import UNDATED, Wanted
from sayso.ledger.copies.groups import Copies
from sayso.ledger.copies.origins import parts_within, tell_texts
from sayso.ledger.finding import Condition, find_records, holds
from sayso.ledger.incidents.groups import Gathered, gather
from sayso.ledger.incidents.happenings import FULL, TOLD, can_be_one, own_words, take_happenings
from sayso.ledger.incidents.linking import Linking
from sayso.ledger.incidents.telling import Parts, begins, incident_id, tell_incident
from sayso.ledger.incidents.views import IncidentView
from sayso.ledger.judgements.parting import Verdicts
from sayso.ledger.names.folding import Key
from sayso.ledger.names.place_kinds import PlaceKinds
from sayso.ledger.stores.store import Field
from sayso.ledger.stories.sketches import words_of_terms
from sayso.ledger.surroundings import REACH, in_sentence
from sayso.ledger.tables import event, figure, statement
from sayso.ledger.telling import Names, tell_event, tell_figure, tell_statement
from sayso.ledger.views import EventView, FigureView

FEW = 4
"""Events that are looked at for each incident asked for, at first; and by how much more, where these are too few."""


class Asked(NamedTuple):
    """What one event of an incident must be; `inside` are the names of places, by any of which it is meant. One, that
    or another, has become known on `since` or later. The id of the incident begins with `id`.
    """

    kind: str | None = None
    by: str | None = None
    place: str | None = None
    inside: set[str] | None = None
    about: str | None = None
    since: str | None = None
    id: str = ""


class Gathering:
    """The incidents known at a moment."""

    def __init__(self, connection: Connection, wanted: Wanted, names: Names, copies: Copies) -> None:
        self._connection, self._wanted, self._names = connection, wanted, names
        self._copies, self._told = copies, tell_texts(copies)
        where = PlaceKinds(asking.ask_place_kinds(connection, wanted), names.places)
        verdicts = names.weighed.pairs("event")
        events = find_records(connection, wanted, names, event, tell_event, [_telling_or_judged(verdicts)])
        self._events = {e.id: e for e in events}
        self._figures = self._figures_of(events)
        rows = asking.ask_surroundings(connection, [e.id for e in events if can_be_one(e)], REACH)
        self._around = {id: (before, behind) for id, before, behind in rows}
        texts = {one: told.text for one, told in self._told.items()}
        happenings = take_happenings(events, self._around, where, texts, self._figures)
        self._happenings = {one.id: one for one in happenings}
        self.linking = Linking(happenings, where, [(a[0], b[0]) for a, b in (*verdicts.same, *verdicts.apart)])

    def find(self, asked: Asked, limit: int | None = None) -> list[Gathered]:
        """The incidents that are as asked for, by their first day. A limit keeps the last of them.

        Only what hangs together with an event that is as asked for is looked at, from the last day backwards until
        there are enough: what is left then began no later than the earliest of these events.
        """
        fit, events = fitting(asked, self._names), self._events.values()
        meant = {e.id for e in events if fit(e)}
        late = {e.id for e in events if asked.since is None or e.known >= asked.since}
        seeds = sorted(meant if len(meant) <= len(late) else late, key=lambda id: (self._date(id), id))
        some, found = len(seeds) if limit is None else FEW * limit, list[Gathered]()
        while True:
            found = [g for g in self._reach(seeds[-some:]) if _is_meant(g, meant, late, asked.id)]
            if limit is None or some >= len(seeds):
                break
            if sum(_day(g) > self._date(seeds[-some]) for g in found) >= limit:
                break
            some *= FEW
        return found if limit is None else found[max(0, len(found) - limit) :]

    def _date(self, id: str) -> str:
        return self._events[id].event.date or UNDATED

    def _reach(self, ids: Iterable[str]) -> list[Gathered]:
        """The incidents of these events, by their first day."""
        reached, links = self.linking.around(ids)
        events = [e for id, e in self._events.items() if id in reached]
        happenings = [one for id, one in self._happenings.items() if id in reached]
        return sorted(gather(events, happenings, links, self._names.weighed.pairs("event")), key=_first)

    def tell(self, some: Sequence[Gathered]) -> tuple[IncidentView, ...]:
        """Views of these."""
        events = [e for one in some for e in one.events]
        said = self._referred(statement, tell_statement, {e.id: _statement_of(e) for e in events})
        stated = {e: some[0] for e, some in said.items()}
        parts = Parts(self._figures, stated, self._told, parts_within(self._copies))
        return tuple(tell_incident(one, parts, self._shared_words) for one in some)

    def _figures_of(self, events: Sequence[EventView]) -> dict[str, list[FigureView]]:
        return self._referred(figure, tell_figure, {e.id: (e.document, e.event.figures) for e in events})

    def _referred(
        self, table: Table, tell: Callable[[Any, Names], Any], positions: dict[str, tuple[str, tuple[int, ...]]]
    ) -> dict[str, list[Any]]:
        """For each event the records that it refers to by their positions in its document's reading."""
        named_at = {(one, place) for one, places in positions.values() for place in places}
        at = asking.ask_positions(self._connection, self._wanted, table, named_at)
        ids = {one: [at[d, n] for n in places if (d, n) in at] for one, (d, places) in positions.items()}
        wanted = Condition(asking.has_one_of(table.c.id, {id for some in ids.values() for id in some}))
        views = find_records(self._connection, self._wanted, self._names, table, tell, [wanted])
        named = {view.id: view for view in views}
        return {one: [named[id] for id in some if id in named] for one, some in ids.items() if some}

    def _shared_words(self, one: str, other: str) -> list[str]:
        """The words that two events share, the rarest first, as the first of them has them."""
        if one not in self._happenings or other not in self._happenings:
            return []
        ours = self._happenings[one]
        found = self.linking.rarity.shared(ours, self._happenings[other])
        words = words_of_terms(" ".join((own_words(self._events[one]), *in_sentence(*self._around[one]))))
        terms = sorted(found, key=lambda term: (-found[term], term))
        return [words[term] for term in terms if term in words]


def fitting(asked: Asked, names: Names) -> Callable[[EventView], bool]:
    """Whether an event is as asked for."""
    by, place, about = asked.by, asked.place, asked.about
    is_by = functools.cache(lambda name: by is None or names.actors.fits(by, name))
    is_at = functools.cache(lambda where: place is None or (where is not None and names.places.same(place, where)))
    return lambda one: (
        (asked.kind is None or one.event.type == asked.kind)
        and (by is None or any(map(is_by, one.event.actor)))
        and is_at(one.event.place)
        and (asked.inside is None or one.event.place in asked.inside)
        and (about is None or holds(about, one.words, one.event.type))
        and begins(one, asked.id)
    )


def _telling_or_judged(verdicts: Verdicts[Key]) -> Condition:
    """Events that may tell of a happening, and those that people say something of; no others are in an incident.

    They are told apart in SQL as far as that is cheap: of 57,654 events of 8,646 reports 8,653 tell of a happening.
    """
    judged = {key[0] for pair in (*verdicts.same, *verdicts.apart) for key in pair}
    kinds = [kind.name for kind in load_ontology().type if not kind.flows]
    dated = func.length(Field(event.c.noun, "date", Text())) >= FULL
    status = Field(event.c.noun, "status", Text())
    telling = and_(event.c.place.is_not(None), event.c.type.in_(kinds), dated, or_(status.is_(None), status.in_(TOLD)))
    return Condition(or_(telling, asking.is_one_of(event.c.id, judged)), lambda v: can_be_one(v) or v.id in judged)


def _first(one: Gathered) -> tuple[str, str]:
    return _day(one), one.events[0].id


def _day(one: Gathered) -> str:
    return min((e.event.date for e in one.events if e.event.date), default=UNDATED)


def _is_meant(one: Gathered, meant: Set[str], late: Set[str], id: str) -> bool:
    """Whether an event of it is as asked for, one has become known late enough, and its id is the one asked for."""
    ids = {e.id for e in one.events}
    return bool(ids & meant and ids & late) and incident_id(one.events).startswith(id)


def _statement_of(view: EventView) -> tuple[str, tuple[int, ...]]:
    return view.document, () if view.event.statement is None else (view.event.statement,)
