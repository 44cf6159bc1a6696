"""File the names that documents have, with how often the readings that count use each.

Enters: a connection, inside a transaction for writing, with the documents that came and what they used before. Leaves:
the tables `filed_name`, `name_block` and `name_use`, in which a name is found without asking all documents. A document
that was read in several situations uses its names as it does in any; what another situation makes of it is kept as the
difference, so that the two add up. Names are only added: one that nothing uses any more is found by nobody.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Text,
    and_,
    bindparam,
    cast,
    delete,
    func,
    literal,
    select,
    update,
)

from sayso.ledger.asking import is_one_of
from sayso.ledger.names.blocks import blocks_of, blocks_of_place, blocks_of_words
from sayso.ledger.names.knowing import Named
from sayso.ledger.names.places import Located
from sayso.ledger.opening import insert
from sayso.ledger.tables import actor, counting, event, figure, filed_name, name_block, name_use, place, statement

ACTOR, SOURCE, PLACE, AT = "actor", "source", "place", "at"
_HERE = "@"
"""Before the blocks of places: a town may be called as somebody is."""


class Filed(NamedTuple):
    """A name as it is filed."""

    noun: str
    name: str
    kind: str
    more: str

    @property
    def named(self) -> Named:
        """As somebody's. What only figures give as their source is of no kind that is joined."""
        kind = self.kind if self.noun == ACTOR else "unknown"
        return Named(self.name, kind, tuple(self.more.split()))

    @property
    def located(self) -> Located:
        """As a place's."""
        return Located(self.name, int(self.more) if self.more else None)

    def blocks(self) -> Iterable[str]:
        """What it is filed under."""
        if self.noun in (PLACE, AT):
            return map(block_of_place, blocks_of_place(self.located))
        return blocks_of(self.named) or blocks_of_words(self.name)


Use = tuple[Filed, str, str]
"""A name, the situation and the day."""


def block_of_place(block: str) -> str:
    """The block of places, as it is kept."""
    return _HERE + block


def ask_uses(connection: Connection, documents: Collection[int]) -> Counter[Use]:
    """How often these documents use each name, as `counting` says which of their readings count."""
    found: Counter[Use] = Counter()
    usual = counting.alias("usual")
    instead = and_(usual.c.document == counting.c.document, usual.c.situation == "", counting.c.situation != "")
    for noun, called, kind, more in _NAMES:
        told = called, kind, more, counting.c.situation
        reading = called.table.c.reading
        own = select(*told, counting.c.day, func.count()).join(counting, counting.c.reading == reading)
        less = select(*told, usual.c.day, -func.count()).join(usual, usual.c.reading == reading).join(counting, instead)
        for query in (own, less):
            query = query.where(is_one_of(counting.c.document, documents))
            for *parts, situation, day, uses in _grouped(connection, query, called):
                found[Filed(noun, *parts), situation, day] += uses
    return found


_NOTHING = literal("")
_NAMES: tuple[tuple[str, Any, Any, Any], ...] = (
    (ACTOR, actor.c.name, actor.c.kind, actor.c.acronyms),
    (ACTOR, statement.c.speaker, statement.c.speaker_kind, _NOTHING),
    (SOURCE, figure.c.source, _NOTHING, _NOTHING),
    (PLACE, place.c.name, _NOTHING, func.coalesce(cast(place.c.geonames, Text), "")),
    (AT, figure.c.place, _NOTHING, _NOTHING),
    (AT, event.c.place, _NOTHING, _NOTHING),
)
"""What is filed: noun, name, kind, and what more is known."""


def _grouped(connection: Connection, query: Select[Any], called: Any) -> Sequence[Any]:
    columns = [column for column in list(query.selected_columns)[:-1] if column is not _NOTHING]
    return connection.execute(query.where(called.is_not(None)).group_by(*columns)).all()


def is_used_on(noun: str, names: Collection[str]) -> ColumnElement[bool]:
    """Whether a day of `counting` is one on which any of these names is used as this noun."""
    days = select(name_use.c.day).join(filed_name, filed_name.c.row == name_use.c.name)
    return counting.c.day.in_(days.where(filed_name.c.noun == noun, is_one_of(filed_name.c.name, names)))


def file_names(connection: Connection, uses: Mapping[Use, int]) -> None:
    """Add to what is kept: how much more, or less, each name is used."""
    rows = _rows(connection, {filed for filed, _, _ in uses})
    more = {(rows[filed], situation, day): times for (filed, situation, day), times in uses.items() if times}
    keys = name_use.c.name, name_use.c.situation, name_use.c.day
    days = {day for _, _, day in more}
    kept = select(name_use).where(is_one_of(keys[0], {row for row, _, _ in more}), is_one_of(keys[2], days))
    there = {key: times for *key_parts, times in connection.execute(kept) if (key := tuple(key_parts)) in more}
    if there:
        which = and_(*(column == bindparam(f"old_{column.name}") for column in keys))
        sums = [(*key, times + more[key]) for key, times in there.items()]
        told = [dict(zip(("old_name", "old_situation", "old_day", "uses"), one, strict=True)) for one in sums]
        connection.execute(update(name_use).where(which), told)
        connection.execute(delete(name_use).where(name_use.c.uses == 0, is_one_of(keys[0], {key[0] for key in there})))
    insert(connection, name_use.name, sorted((*key, times) for key, times in more.items() if key not in there))


def _rows(connection: Connection, every: Set[Filed]) -> dict[Filed, int]:
    """The row of each name. Those that are new are added."""
    query = select(filed_name.c.row, *filed_name.c["noun", "name", "kind", "more"])
    query = query.where(is_one_of(filed_name.c.name, {filed.name for filed in every}))
    rows = {Filed(*parts): row for row, *parts in connection.execute(query)}
    last = connection.execute(select(func.coalesce(func.max(filed_name.c.row), 0))).scalar_one()
    new = {filed: row for row, filed in enumerate(sorted(every - rows.keys()), last + 1)}
    insert(connection, filed_name.name, [(row, *filed) for filed, row in new.items()])
    insert(connection, name_block.name, sorted((block, row) for filed, row in new.items() for block in filed.blocks()))
    return rows | new
