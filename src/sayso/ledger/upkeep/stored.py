"""Read back whole what was added: each document with every reading of it, as they came.

Enters: a connection. Leaves: documents in the order of their ids, a batch at a time, with the rows that their readings
are kept in. Nothing is decoded before it is asked for, so that one damaged row can be told from the others.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, select

from sayso.ledger.adding import RECORDS
from sayso.ledger.asking import is_one_of
from sayso.ledger.tables import document, metadata, problem, reading, receipt
from sayso.model import Document, Problem, Reading
from sayso.model.encoding import decode

BATCH = 200
"""Documents that are read back at a time: some 6 MB of rows."""
KINDS: Mapping[str, type[Any]] = {
    f.name: f.type.__args__[0] for f in msgspec.structs.fields(Reading) if f.name in RECORDS
}
"""The noun of each field of a reading that holds records."""


class StoredReading(msgspec.Struct, frozen=True):
    """The row of a reading, and those of its records by field and of its problems, in order."""

    row: Any
    records: Mapping[str, Sequence[Any]]
    problems: Sequence[Any]

    def reading(self) -> Reading:
        """The reading as it came. Raises `msgspec.DecodeError` where a row holds no noun."""
        found = {field: tuple(decode(r.noun, KINDS[field]) for r in rows) for field, rows in self.records.items()}
        problems = tuple(decode(row.noun, Problem) for row in self.problems)
        return msgspec.structs.replace(decode(self.row.noun, Reading), problems=problems, **found)

    def content(self) -> bytes:
        """What the id of the reading is the hash of: its JSON as it came, put together from its rows."""
        parts = msgspec.json.decode(self.row.noun, type=dict[str, msgspec.Raw])
        rows = {**self.records, "problems": self.problems}
        lists = {field: [msgspec.Raw(row.noun.encode()) for row in some] for field, some in rows.items() if some}
        whole = {**parts, **lists}
        return msgspec.json.encode({field: whole[field] for field in Reading.__struct_fields__ if field in whole})


class StoredDocument(msgspec.Struct, frozen=True):
    """The row of a document, the receipt that counts (none in a damaged ledger alone), and its readings by id."""

    row: Any
    receipt: Any
    readings: Sequence[StoredReading]

    def document(self) -> Document:
        """The document as it was first received. Raises `msgspec.DecodeError` where the receipt holds no noun."""
        return msgspec.structs.replace(decode(self.receipt.noun, Document), text=self.row.text)


def stored_documents(connection: Connection, ids: Iterable[str], *, readings: bool = True) -> Iterator[StoredDocument]:
    """The documents of these ids, in their order, with or without their `readings`."""
    rest = iter(ids)
    while some := list(islice(rest, BATCH)):
        rows = {row.id: row for row in connection.execute(select(document).where(is_one_of(document.c.id, some)))}
        numbers = {row.row for row in rows.values()}
        read = _readings(connection, numbers) if readings else {}
        receipts = {r.document: r for r in _rows_of(connection, receipt, "document", numbers)}
        found = (row for one in some if (row := rows.get(one)) is not None)
        yield from (StoredDocument(row, receipts.get(row.row), read.get(row.row, ())) for row in found)


def document_ids(connection: Connection) -> list[str]:
    """The id of every document, in order."""
    return list(connection.execute(select(document.c.id).order_by(document.c.id)).scalars())


def _readings(connection: Connection, documents: set[int]) -> dict[int, list[StoredReading]]:
    """The readings of these documents, by document."""
    rows = sorted(_rows_of(connection, reading, "document", documents), key=lambda row: row.id)
    numbers = {row.row for row in rows}
    records = {field: _by_reading(connection, metadata.tables[name], numbers) for field, (name, _) in RECORDS.items()}
    problems = _by_reading(connection, problem, numbers)
    found: dict[int, list[StoredReading]] = defaultdict(list)
    for row in rows:
        own = {field: rows_of[row.row] for field, rows_of in records.items()}
        found[row.document].append(StoredReading(row, own, problems[row.row]))
    return found


def _by_reading(connection: Connection, table: Table, readings: set[int]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in _rows_of(connection, table, "reading", readings):
        found[row.reading].append(row)
    return found


def _rows_of(connection: Connection, table: Table, column: str, numbers: set[int]) -> Sequence[Any]:
    """The rows whose `column` is one of these, in the order in which they were added."""
    query = select(table).where(is_one_of(table.c[column], numbers))
    return connection.execute(query.order_by(table.c.row)).all()
