"""Keep judgements, and bring the store's side to them: what they are about, and how far their effect reaches.

Enters: an open connection. Leaves: judgements added or found; corrections of statements carried on to the figures that
stand in them. Refuses: names that nobody can be told by, because they fold to the same words or are descriptions.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, func, select

from sayso.ledger.asking import Wanted, has_one_of, is_one_of
from sayso.ledger.judgements.weighing import Weighed
from sayso.ledger.names.actors import Naming
from sayso.ledger.names.folding import fold
from sayso.ledger.names.knowing import describes
from sayso.ledger.opening import insert
from sayso.ledger.tables import event, figure, judgement, statement
from sayso.model import Figure, Judgement, SaysoError
from sayso.model.encoding import decode, encode

TABLES = {"statement": statement, "figure": figure, "event": event}
FOLLOWED = {"speaker": "source", "via": "via"}
"""The fields of a statement that its figures repeat, and what they are called there."""


def add_judgements(connection: Connection, judgements: Sequence[Judgement]) -> int:
    """Add what is not there yet, inside a transaction for writing. How many were new."""
    for one in judgements:
        _check_names(one)
    new = {one.id: one for one in judgements}
    for known in connection.execute(select(judgement.c.id)).scalars():
        new.pop(known, None)
    last = connection.execute(select(func.coalesce(func.max(judgement.c.row), 0))).scalar_one()
    rows = [(row, one.id, one.when[:10], encode(one).decode()) for row, one in enumerate(new.values(), last + 1)]
    insert(connection, "judgement", rows)
    return len(rows)


def _check_names(one: Judgement) -> None:
    if one.noun not in ("actor", "place", "outlet"):
        return
    for name in one.about:
        if not fold(name):
            raise SaysoError(f"{name!r} has no word in it that could be a name; give a name")
        if one.kind in ("same", "not_same") and one.noun == "actor" and describes(name):
            raise SaysoError(f"{name!r} is a description, of one here and of another there; give a name")
    if one.kind in ("same", "not_same") and len({fold(name) for name in one.about}) < len(one.about):
        raise SaysoError(f"{', '.join(one.about)}: two of these are one name, but for case, accents and articles")


def ask_judgements(connection: Connection, as_of: str | None) -> list[Judgement]:
    """Every judgement known by the ISO day `as_of`, by (when, id)."""
    query = select(judgement.c.noun)
    if as_of is not None:
        query = query.where(judgement.c.known <= as_of)
    found = [decode(noun, Judgement) for noun in connection.execute(query).scalars()]
    return sorted(found, key=lambda j: (j.when, j.id))


def count_judgements(connection: Connection) -> int:
    """How many there are. None ever goes, so that as many are the same ones."""
    return int(connection.execute(select(func.count()).select_from(judgement)).scalar_one())


def carry_on(connection: Connection, wanted: Wanted, weighed: Weighed) -> Weighed:
    """With what is corrected in a statement also in the figures that stand in it, where they have no correction of
    their own.
    """
    changed = {
        id: {FOLLOWED[field]: value for field, value in values.items() if field in FOLLOWED}
        for id, values in weighed.corrections.items()
        if id.startswith("s") and FOLLOWED.keys() & values.keys()
    }
    if not changed:
        return weighed
    corrections = {id: dict(values) for id, values in weighed.corrections.items()}
    bearing = dict(weighed.bearing)
    for id, of in _figures_in(connection, wanted, set(changed)):
        own = corrections.setdefault(id, {})
        corrections[id] = {**changed[of], **own}
        key = ("figure", (id,))
        bearing[key] = bearing.get(key, ()) + bearing[("statement", (of,))]
    return msgspec.structs.replace(weighed, corrections=corrections, bearing=bearing)


def spread(weighed: Weighed, naming: Mapping[str, Naming]) -> Weighed:
    """With the judgements of every name also under the one name that it goes by across documents."""
    bearing = dict(weighed.bearing)
    for noun, chosen in naming.items():
        for name in sorted(weighed.names.get(noun, ())):
            key = noun, fold(chosen.of(name))
            if key != (noun, fold(name)):
                bearing[key] = bearing.get(key, ()) + weighed.bearing.get((noun, fold(name)), ())
    return msgspec.structs.replace(weighed, bearing=bearing)


def _figures_in(connection: Connection, wanted: Wanted, statements: set[str]) -> list[tuple[str, str]]:
    """The ids of the figures that stand in these statements, each with the statement's."""
    counted = wanted.each()
    others = statement.alias("others")
    before = select(func.count()).where(others.c.reading == statement.c.reading, others.c.row < statement.c.row)
    query = select(statement.c.id, statement.c.reading, before.scalar_subquery())
    query = query.join(counted, counted.c.reading == statement.c.reading).where(has_one_of(statement.c.id, statements))
    found = {(reading, position): id for id, reading, position in connection.execute(query)}
    within = select(figure.c.id, figure.c.reading, figure.c.noun)
    within = within.where(
        figure.c.reading.in_(select(statement.c.reading).where(has_one_of(statement.c.id, statements)))
    )
    return [
        (id, found[reading, decode(noun, Figure).statement])
        for id, reading, noun in connection.execute(within)
        if (reading, decode(noun, Figure).statement) in found
    ]


def ask_present(connection: Connection, wanted: Wanted, judgements: Iterable[Judgement]) -> set[str]:
    """Of the ids that judgements are about, those of records and documents that there are."""
    asked: dict[str, set[str]] = {}
    for one in judgements:
        asked.setdefault(one.noun, set()).update(one.about)
    return set().union(*(_present(connection, wanted, noun, ids) for noun, ids in asked.items()))


def _present(connection: Connection, wanted: Wanted, noun: str, ids: set[str]) -> set[str]:
    counted = wanted.each()
    if noun == "document":
        query = select(counted.c.id).where(is_one_of(counted.c.id, ids))
    elif noun in TABLES:
        table = TABLES[noun]
        query = select(table.c.id).join(counted, counted.c.reading == table.c.reading)
        query = query.where(has_one_of(table.c.id, ids))
    else:
        return ids
    return set(connection.execute(query).scalars())
