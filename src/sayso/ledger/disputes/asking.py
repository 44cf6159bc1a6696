"""Ask the store for what disputes are found in.

Enters: a connection and what to filter by. Leaves: conditions and rows. Statements are wanted that deny or accuse,
that stand near a denial, in which a place is taken or held, or that grant something; of all others nothing can become a
dispute, or end one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Text, and_, func, or_, select

from sayso.ledger.asking import Wanted, has_one_of_each, is_one_of, is_part, population_of_figure
from sayso.ledger.disputes.denials import ANSWERING
from sayso.ledger.disputes.happening import AHEAD, acts_on_the_ground
from sayso.ledger.disputes.holding import TAKEN, Mention
from sayso.ledger.disputes.numbers import BASIS, FULL, counts_people
from sayso.ledger.disputes.words import forms_of
from sayso.ledger.finding import Condition
from sayso.ledger.stores.store import Field
from sayso.ledger.tables import document, event, figure, place, statement
from sayso.ledger.views import EventView
from sayso.model import Span

_ACT = Field(statement.c.noun, "act", Text())
REACH = 1000
"""Characters around a denial in which the claim may stand; see `denials.FAR`, and the cues between."""


def wanted_statements(connection: Connection, wanted: Wanted, corrected: Iterable[str]) -> ColumnElement[bool]:
    """Which statements are wanted. Those that people have corrected may deny or accuse now, and are."""
    around: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for _, reading, start, end in _rows(connection, wanted, event, event.c.type == TAKEN):
        around[reading].append((start, end))
    changed, found = set(corrected), set[int]()
    answering = or_(_ACT.in_(ANSWERING), is_one_of(statement.c.id, changed))
    for row, reading, start, end, act, id in _rows(connection, wanted, statement, answering, _ACT, statement.c.id):
        found.add(row)
        if act == "deny" or id in changed:
            around[reading].append((start - REACH, end + REACH))
    for row, reading, start, end in _rows(connection, wanted, statement, is_one_of(statement.c.reading, around)):
        if any(start < behind and before < end for before, behind in around[reading]):
            found.add(row)
    found |= _granting(connection, wanted)
    return or_(is_one_of(statement.c.row, found), _holds())


def _granting(connection: Connection, wanted: Wanted) -> set[int]:
    """The rows of the statements whose cue is a word for granting."""
    counted = wanted.counted()
    start, end = (Field(statement.c.noun, f"cue_span.{n}", Integer()) for n in (0, 1))
    query = (
        select(statement.c.row)
        .join(counted, counted.c.reading == statement.c.reading)
        .join(document, document.c.row == counted.c.document)
        .where(_matches(document, ("concede",)))
        .where(func.lower(func.substr(document.c.text, start + 1, end - start)).in_(sorted(forms_of("concede"))))
    )
    return set(connection.execute(query).scalars())


def wanted_figures() -> Condition:
    """Which figures are wanted: running totals that say whom they count, and are no part of another one."""
    total = and_(Field(figure.c.noun, "basis", Text()) == BASIS, population_of_figure().is_not(None), ~is_part())
    return Condition(total, counts_people)


def wanted_events() -> Condition:
    """Which events are wanted: takeovers; of all on the ground those that are ahead, and those reported of a day."""
    status = func.coalesce(Field(event.c.noun, "status", Text()), "reported")
    dated = and_(status == "reported", func.length(Field(event.c.noun, "date", Text())) == FULL)
    ground = and_(is_one_of(event.c.type, acts_on_the_ground()), or_(status.in_(AHEAD), dated))
    return Condition(or_(event.c.type == TAKEN, ground), _is_wanted)


def _is_wanted(view: EventView) -> bool:
    found = view.event
    dated = found.status == "reported" and len(found.date or "") == FULL
    return found.type == TAKEN or (found.type in acts_on_the_ground() and (found.status in AHEAD or dated))


def ask_mentions(connection: Connection, wanted: Wanted, name_of: Any) -> dict[tuple[str, str], list[Mention]]:
    """The places named within takeovers, by document and chosen name."""
    counted = wanted.counted()
    within = and_(place.c.reading == event.c.reading, place.c.start >= event.c.start, place.c.end <= event.c.end)
    relation = Field(place.c.noun, "relation", Text()).label("relation")
    query = (
        select(counted.c.id, place.c.name, place.c.start, place.c.end, relation)
        .join(event, event.c.reading == counted.c.reading)
        .join(place, within)
        .where(event.c.type == TAKEN)
    )
    found: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for row in connection.execute(query.distinct()):
        mention = Mention(Span(row.start, row.end), row.relation is not None)
        found[row.id, name_of(row.name) or row.name].append(mention)
    return {key: sorted(mentions) for key, mentions in found.items()}


def _rows(
    connection: Connection, wanted: Wanted, table: Any, where: ColumnElement[bool], *more: ColumnElement[Any]
) -> Sequence[Any]:
    """Row, reading, start, end and what `more` is asked for, of the records of a table that fit."""
    counted = wanted.counted()
    query = select(*table.c["row", "reading", "start", "end"], *more)
    return connection.execute(query.join(counted, counted.c.reading == table.c.reading).where(where)).all()


def _holds() -> ColumnElement[bool]:
    """Whether a statement has a word for holding a place, and one that tells that it stays so."""
    return _matches(statement, ("hold", "keep"))


def _matches(table: Any, kinds: Sequence[str]) -> ColumnElement[bool]:
    """Whether a row of a table with a full-text index has a form of each of these kinds."""
    return has_one_of_each(table, [sorted(forms_of(kind)) for kind in kinds])
