"""Find the records that a view asks for, with what people decided in the place of what was read.

Enters: conditions, each as SQL on what was read and as a test of a finished view. Leaves: views in order. The store's
columns hold what was read, so a record that people have corrected is tested as it is told, and all others by SQL.
Refuses: rejected records.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, and_, or_

from sayso.ledger.asking import UNDATED, Wanted, ask_records, has_one_of, is_one_of
from sayso.ledger.names.folding import plain_words
from sayso.ledger.tables import counting
from sayso.ledger.telling import Names, prepare_names
from sayso.model import Event, Figure, Statement

_View = TypeVar("_View")


KINDS: dict[str, Any] = {"statement": Statement, "figure": Figure, "event": Event}
"""The noun of each table of records that views tell."""


FEW, MANY = 250, 32_000
"""How many of the newest documents are looked through first, and how many at most, before all are asked. Of 101,000, to
test the statements of a thousand for a common word took 14 ms, and to put in order all that have it 288."""


class Condition(msgspec.Struct, frozen=True):
    """What records must be. `fits` tests the view; it is absent where no correction can change the answer. `sql` may
    take the documents that are asked: what has to be known for it is then asked of these alone. `days` says on which
    days there is any such record as it was read, where that is known; it is asked of `counting`.
    """

    sql: ColumnElement[bool] | Callable[[Wanted], ColumnElement[bool]]
    fits: Callable[[Any], bool] | None = None
    days: ColumnElement[bool] | None = None

    def told(self, wanted: Wanted) -> ColumnElement[bool]:
        """As SQL for these documents."""
        return self.sql if isinstance(self.sql, ColumnElement) else self.sql(wanted)


def find_records(
    connection: Connection,
    wanted: Wanted,
    names: Names,
    table: Table,
    tell: Callable[[Any, Names], _View],
    conditions: Sequence[Condition] = (),
    limit: int | None = None,
) -> tuple[_View, ...]:
    """Views of the records of `table` that fulfil every condition. A limit keeps the newest."""
    gone, changed = overruled(table, names.weighed.rejected), overruled(table, names.weighed.corrections)
    corrected = []
    if changed and conditions:
        sure = [c.told(wanted) for c in conditions if c.fits is None]
        rows = ask_records(connection, wanted, table, where=[has_one_of(table.c.id, changed), *sure])
        corrected = [row for row in rows if all(c.fits is None or c.fits(tell(row, names)) for c in conditions)]
    away = sorted({*gone, *changed}) if conditions else gone
    told = {row.id for row in corrected}.difference(gone)

    def ask(documents: Wanted) -> Sequence[Any]:
        where: ColumnElement[bool] = and_(True, *(c.told(documents) for c in conditions))
        if away:
            where = and_(~is_one_of(table.c.id, away), where)
        if told:
            where = or_(where, has_one_of(table.c.id, told))
        return ask_records(connection, documents, table, where=[where], limit=limit)

    rows = _ask_first(ask, _on_their_days(wanted, conditions, corrected), conditions, limit)
    prepare_names(rows, KINDS[table.name], names)
    return tuple(tell(row, names) for row in rows)


def _on_their_days(wanted: Wanted, conditions: Sequence[Condition], corrected: Iterable[Any]) -> Wanted:
    """The documents of the days on which there are such records as they were read, or these corrected ones."""
    others = {row.known or UNDATED for row in corrected}
    for days in (c.days for c in conditions if c.days is not None):
        wanted = wanted.known_on(or_(days, is_one_of(counting.c.day, others)) if others else days)
    return wanted


def _ask_first(
    ask: Callable[[Wanted], Sequence[Any]], wanted: Wanted, conditions: Sequence[Condition], limit: int | None
) -> Sequence[Any]:
    """The records of all documents; or of the newest alone, where these have as many as are wanted.

    A few are asked first, and then twice as many as it takes if it goes on like there. Where all conditions know their
    days, the store goes back from the newest by itself: no other index leads to what they ask for.
    """
    number = FEW
    while limit is not None and number <= MANY and any(c.days is None for c in conditions):
        rows = ask(wanted.newest(number))
        if len(rows) >= limit:
            return rows
        number = 2 * number * limit // len(rows) if rows else MANY + 1
    return ask(wanted)


def overruled(table: Table, ids: Any) -> list[str]:
    """Those of `ids` that are ids of records of `table`, in order."""
    return sorted(id for id in ids if id.startswith(table.name[0]))


def holds(about: str, *texts: str) -> bool:
    """Whether the texts have all the words of `about`, as the full-text index would find them."""
    words = [plain_words(text) for text in texts]
    sought = [(found, part.endswith("*")) for part in about.split() if (found := plain_words(part))]
    return bool(sought) and all(any(_has(text, *part) for text in words) for part in sought)


def _has(words: list[str], sought: list[str], open_end: bool) -> bool:
    """Whether the words sought stand there one after the other, the last of them with any ending where it is open."""
    *first, last = sought
    runs = (words[start : start + len(sought)] for start in range(len(words) - len(sought) + 1))
    return any(r[:-1] == first and (r[-1].startswith(last) if open_end else r[-1] == last) for r in runs)
