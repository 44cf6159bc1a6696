"""Hold the columns of what was added to the nouns that they are taken from.

Enters: stored documents. Leaves: the rows whose columns are not what adding would make of their nouns, each with what
they should be. Nothing is asked of the store here.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sayso.ledger.adding import RECORDS, reading_columns
from sayso.ledger.days import last_day
from sayso.ledger.tables import document, metadata, reading, receipt
from sayso.ledger.upkeep.stored import StoredDocument
from sayso.model import Document, Reading


class Stale(NamedTuple):
    """A row of a table, and the values of the columns that differ."""

    table: str
    row: int
    values: Mapping[str, Any]


def stale_columns(stored: StoredDocument) -> Iterator[Stale]:
    """The rows of a document and its readings that differ. Raises `msgspec.DecodeError` where a row holds no noun."""
    doc = stored.document()
    yield from _compare(document.name, stored.row, {"title": doc.title})
    received = {"retrieved": doc.retrieved, "known": last_day(doc.retrieved), "outlet": doc.outlet}
    yield from _compare(receipt.name, stored.receipt, received)
    for each in stored.readings:
        found = each.reading()
        names = ("reader", "rank", "situation", "known", "troubles")
        yield from _compare(reading.name, each.row, dict(zip(names, reading_columns(found), strict=True)))
        yield from _stale_records(doc, found, each.records)


def _stale_records(doc: Document, found: Reading, rows: Mapping[str, Any]) -> Iterator[Stale]:
    for field, (name, columns) in RECORDS.items():
        names = [c.name for c in metadata.tables[name].columns][5:]
        for record, row in zip(getattr(found, field), rows[field], strict=True):
            span, *more = columns(record, doc)
            expected = {"start": span.start, "end": span.end, **dict(zip(names, more, strict=True))}
            yield from _compare(name, row, expected)


def _compare(table: str, row: Any, expected: Mapping[str, Any]) -> Iterator[Stale]:
    values = {name: value for name, value in expected.items() if getattr(row, name) != value}
    if values:
        yield Stale(table, row.row, values)
