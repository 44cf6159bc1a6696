"""Find the records that a view asks for, with what people decided in the place of what was read.

Enters: conditions, each as SQL on what was read and as a test of a finished view. Leaves: views in order. The store's
columns hold what was read, so a record that people have corrected is tested as it is told, and all others by SQL.
Refuses: rejected records.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, and_, or_

from sayso.ledger.asking import Wanted, ask_records, has_one_of, is_one_of
from sayso.ledger.names.folding import plain_words
from sayso.ledger.telling import Names, prepare_names
from sayso.model import Event, Figure, Statement

_View = TypeVar("_View")


KINDS: dict[str, Any] = {"statement": Statement, "figure": Figure, "event": Event}
"""The noun of each table of records that views tell."""


class Condition(msgspec.Struct, frozen=True):
    """What records must be. `fits` tests the view; it is absent where no correction can change the answer."""

    sql: ColumnElement[bool]
    fits: Callable[[Any], bool] | None = None


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
    where: ColumnElement[bool] = and_(True, *(c.sql for c in conditions))
    if changed and conditions:
        sure = [c.sql for c in conditions if c.fits is None]
        tests = [c.fits for c in conditions if c.fits is not None]
        rows = ask_records(connection, wanted, table, where=[has_one_of(table.c.id, changed), *sure])
        fitting = [row.id for row in rows if all(test(tell(row, names)) for test in tests)]
        where = or_(and_(~is_one_of(table.c.id, changed), where), is_one_of(table.c.id, fitting))
    if gone:
        where = and_(~is_one_of(table.c.id, gone), where)
    rows = ask_records(connection, wanted, table, where=[where], limit=limit)
    prepare_names(rows, KINDS[table.name], names)
    return tuple(tell(row, names) for row in rows)


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
