"""Keep which reading and which receipt of each document count.

Enters: a connection, inside a transaction for writing, and documents of which a reading or a receipt came in. Leaves:
their rows of `counting`. Of several readings of one document the one counts that was made in the situation asked for,
by the newest reader, with the fewest problems; what is still equal is settled by the id, so that the order of adding
never matters. A document's receipt that counts is its earliest, which is the last that was kept. A document has one
row, and, where it was read in several situations, one more for each of these.
"""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Select, Subquery, case, delete, func, insert, literal, select, union

from sayso.ledger.asking import UNDATED, is_one_of
from sayso.ledger.tables import counting, document, reading, receipt


def count_again(connection: Connection, documents: Collection[int] | None = None) -> None:
    """Settle what counts of these documents, by row, or of all."""
    told = delete(counting)
    connection.execute(told if documents is None else told.where(is_one_of(counting.c.document, documents)))
    connection.execute(insert(counting).from_select(counting.columns.keys(), what_counts(documents)))


def what_counts(documents: Collection[int] | None = None) -> Select[Any]:
    """The rows of `counting` of these documents, or of all, from what came in."""
    best = _ranked(documents)
    first = select(func.max(receipt.c.row)).where(receipt.c.document == document.c.row).scalar_subquery()
    received = receipt.alias("received")
    day = func.coalesce(best.c.known, received.c.known, UNDATED).label("day")
    query = select(*best.c["document", "situation", "several", "reading"], received.c.row, document.c.id, day)
    query = query.join(document, document.c.row == best.c.document).join(received, received.c.row == first)
    return query.where(best.c.place == 1)


def _ranked(documents: Collection[int] | None) -> Subquery:
    """Every reading of each document, with its place among them in each situation that may be asked for."""
    asked = _situations(documents)
    order = (reading.c.situation == asked.c.situation).desc(), reading.c.rank.desc(), reading.c.troubles, reading.c.id
    place = func.row_number().over(partition_by=asked.c["document", "situation"], order_by=order)
    columns = reading.c.row.label("reading"), reading.c.known, place.label("place")
    query = select(*asked.c["document", "situation", "several"], *columns)
    return query.join(reading, reading.c.document == asked.c.document).subquery("ranked")


def _situations(documents: Collection[int] | None) -> Subquery:
    """Each document with the situations for which it makes a difference which one is asked for, and with ''."""
    of, where = reading.c.document, reading.c.situation
    several = case((func.count(where.distinct()) > 1, 1), else_=0).label("several")
    every = select(of, literal("").label("situation"), several).group_by(of)
    other = reading.alias("other")
    differs = select(other.c.row).where(other.c.document == of, other.c.situation != where).exists()
    each = select(of, where, literal(1)).where(differs)
    if documents is not None:
        every, each = every.where(is_one_of(of, documents)), each.where(is_one_of(of, documents))
    return union(every, each).subquery("asked")
