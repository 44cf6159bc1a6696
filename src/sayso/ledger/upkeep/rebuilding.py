"""Make everything that is derived anew, and say what was not as it should be.

Enters: a connection, inside a transaction for writing, so that all is made anew or nothing. Leaves: columns, wordings,
copies, sketches and full-text indexes as documents, readings and judgements alone make them, and how many rows differ
from those that were there. Refuses: a ledger with a row that holds no noun.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, Table, case, select, update

from sayso.ledger.columns import stale_columns
from sayso.ledger.full_text import mend_full_text
from sayso.ledger.tables import (
    copy_address,
    copy_credit,
    copy_key,
    copy_pair,
    copy_version,
    counting,
    document,
    filed_name,
    metadata,
    name_block,
    name_use,
    reading,
    receipt,
    sketch,
    wording,
)
from sayso.ledger.upkeep.refilling import refill
from sayso.ledger.upkeep.stored import document_ids, stored_documents
from sayso.model import SaysoError


class Difference(msgspec.Struct, frozen=True):
    """Rows of a derived table that were there and should not have been, and the other way round. What is told of a
    full-text index, or of columns, is how many were wrong.
    """

    table: str
    gone: int
    new: int


def rebuild(connection: Connection) -> tuple[Difference, ...]:
    """Make it anew; the tables that differ from what they were."""
    told = canonical_rows()
    for name, query in told.items():
        connection.exec_driver_sql(f"CREATE TEMPORARY TABLE before_{name} AS {_written(connection, query)}")
    mended = _mend_columns(connection)
    refill(connection)
    found = [Difference(f"{name} columns", count, count) for name, count in sorted(mended.items())]
    found += [_compare(connection, name, query) for name, query in told.items()]
    found += [Difference(name, 1, 1) for name in mend_full_text(connection)]
    return tuple(one for one in found if one.gone or one.new)


def canonical_rows() -> Mapping[str, Select[Any]]:
    """The rows of each derived table, with ids and digests in the place of the ledger's own numbers."""
    one, other = wording.alias("one"), wording.alias("other")
    low, high = document.alias("low"), document.alias("high")
    text, called = document.join(wording), filed_name.c["noun", "name", "kind", "more"]
    return {
        "wording": select(document.c.id, wording.c.digest).select_from(text),
        "copy_key": select(copy_key.c.hash, copy_key.c.rank, copy_key.c["keys"], wording.c.digest).join(wording),
        "copy_pair": _pairs(copy_pair, one, other, "digest"),
        "copy_version": _pairs(copy_version, low, high, "id"),
        "copy_address": select(copy_address.c.hash, document.c.id).join(document),
        "copy_credit": select(document.c.id, *list(copy_credit.c)[1:]).select_from(copy_credit.join(document)),
        "sketch": select(document.c.id, sketch.c.terms).join(document),
        "counting": select(*counting.c["id", "situation", "several", "day"], reading.c.id.label("read"), receipt.c.noun)
        .join(reading, reading.c.row == counting.c.reading)
        .join(receipt, receipt.c.row == counting.c.receipt),
        "name_use": select(*called, *name_use.c["situation", "day", "uses"]).select_from(name_use.join(filed_name)),
        "name_block": select(*called, name_block.c.block)
        .select_from(name_block.join(filed_name))
        .where(select(name_use.c.uses).where(name_use.c.name == filed_name.c.row).exists()),
    }


def _pairs(table: Table, one: Any, other: Any, key: str) -> Select[Any]:
    """Pairs by what names their sides, the lesser first: which row is first tells which came first."""
    in_order = one.c[key] <= other.c[key]
    sides = (one.c[key], other.c[key]), (table.c.first_share, table.c.second_share)
    columns = [
        case((in_order, a), else_=b).label(f"{which}{name}")
        for name, pair in zip(("", "_share"), sides, strict=True)
        for which, a, b in (("first", *pair), ("second", *pair[::-1]))
    ]
    rows = table.join(one, one.c.row == table.c.first).join(other, other.c.row == table.c.second)
    return select(*columns).select_from(rows)


def _mend_columns(connection: Connection) -> Counter[str]:
    """Put right the columns that differ from their nouns; how many rows of each table."""
    mended: Counter[str] = Counter()
    for stored in stored_documents(connection, document_ids(connection)):
        if stored.receipt is None:
            raise SaysoError(f"{stored.row.id}: the ledger has lost how this document came; see: sayso doctor")
        try:
            stale = list(stale_columns(stored))
        except (msgspec.MsgspecError, ValueError) as error:
            raise SaysoError(f"{stored.row.id}: a row of it holds no noun ({error}); see: sayso doctor") from error
        for name, row, values in stale:
            table = metadata.tables[name]
            connection.execute(update(table).where(table.c.row == row).values(values))
            mended[name] += 1
    return mended


def _compare(connection: Connection, name: str, query: Select[Any]) -> Difference:
    """How many rows were there before alone, and are there now alone."""
    before, now = f"SELECT * FROM before_{name}", _written(connection, query)
    gone, new = (
        int(connection.exec_driver_sql(f"SELECT count(*) FROM ({a} EXCEPT {b}) AS differing").scalar_one())
        for a, b in ((before, now), (now, before))
    )
    connection.exec_driver_sql(f"DROP TABLE before_{name}")
    return Difference(name, gone, new)


def _written(connection: Connection, query: Select[Any]) -> str:
    return str(query.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True}))
