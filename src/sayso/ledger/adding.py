"""Add readings, with their documents, to the tables of a ledger.

Enters: a batch of documents with their readings, inside a transaction for writing. Leaves: rows for what the ledger
did not hold yet, the full-text indexes over them, and the pairs of near copies that they make. Refuses: a reading of
another document than the one it comes with.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, delete, func, select

from sayso.ledger.asking import is_one_of
from sayso.ledger.copies.credits import credit_rows
from sayso.ledger.copies.meeting import link_copies
from sayso.ledger.copies.versions import link_versions
from sayso.ledger.copies.wordprints import Print, prints_of
from sayso.ledger.counting import count_again
from sayso.ledger.days import last_day
from sayso.ledger.names.filing import ask_uses, file_names
from sayso.ledger.opening import insert, keep_words
from sayso.ledger.stories.sketches import sketch_of
from sayso.ledger.tables import (
    copy_address,
    copy_credit,
    copy_version,
    document,
    metadata,
    problem,
    reading,
    receipt,
    wording,
)
from sayso.ledger.views import Added
from sayso.model import (
    Actor,
    Document,
    Event,
    Figure,
    Place,
    Problem,
    Quantity,
    Reading,
    SaysoError,
    Span,
    Statement,
    Time,
    content_id,
    record_id,
)
from sayso.model.encoding import encode

Row = tuple[Any, ...]


class _Batch:
    """The rows to be added, by table, numbered on from those that are there."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.rows: dict[str, list[Row]] = {name: [] for name in metadata.tables}
        self.last = {name: _last_row(connection, name) for name in metadata.tables if name not in _UNNUMBERED}
        self.prints: dict[int, Print] = {}
        """Of the new wordings, by row."""
        self.addressed: dict[int, tuple[str, Print]] = {}
        """Url and print of the documents of which a receipt counts that did not before, by row."""

    def put(self, table: str, *columns: Any) -> int:
        self.last[table] += 1
        self.rows[table].append((self.last[table], *columns))
        return self.last[table]

    def touched(self) -> set[int]:
        """The documents of which a receipt or a reading is to be added."""
        return {row[1] for row in self.rows["receipt"]} | {row[2] for row in self.rows["reading"]}

    def write(self) -> None:
        for table in metadata.sorted_tables:
            insert(self.connection, table.name, self.rows[table.name])
        keep_words(self.connection, self.rows)


_NOWHERE = Span(0, 0)
_UNNUMBERED = {
    *("copy_address", "copy_credit", "copy_key", "copy_pair", "copy_version", "counting", "name_block", "name_use"),
    *("situation", "sketch"),
}


def add_batch(connection: Connection, pairs: Sequence[tuple[Document, Reading]]) -> Added:
    """Add these; what is known already is left as it is."""
    batch = _Batch(connection)
    numbers = _add_documents(batch, [d for d, _ in pairs])
    new_documents = len(batch.rows["document"])
    new_readings = _add_readings(batch, pairs, numbers)
    touched = batch.touched()
    before = ask_uses(connection, touched)
    batch.write()
    link_copies(connection, batch.prints)
    link_versions(connection, batch.addressed)
    count_again(connection, touched)
    uses = ask_uses(connection, touched)
    uses.subtract(before)
    file_names(connection, uses)
    return Added(new_documents, len({d.id for d, _ in pairs}) - new_documents, new_readings, len(pairs) - new_readings)


def add_problems(connection: Connection, problems: Sequence[Problem]) -> int:
    """Add problems that no reading holds. How many were new."""
    batch = _Batch(connection)
    _put_problems(batch, problems, None)
    batch.write()
    return len(batch.rows["problem"])


def _add_documents(batch: _Batch, documents: Sequence[Document]) -> dict[str, int]:
    numbers = _rows_by(batch.connection, document, "id", {d.id for d in documents})
    receipts = _receipts(batch.connection, list(numbers.values()))
    new = {d.id: d.text for d in documents if d.id not in numbers}
    prints = dict(zip(new, prints_of(list(new.values())), strict=True))
    wordings = _rows_by(batch.connection, wording, "digest", {p.digest.hex() for p in prints.values()})
    counting: dict[int, Document] = {}
    for doc in documents:
        if doc.id not in numbers:
            digest = prints[doc.id].digest.hex()
            if digest not in wordings:
                wordings[digest] = batch.put("wording", digest)
                batch.prints[wordings[digest]] = prints[doc.id]
            numbers[doc.id] = batch.put("document", doc.id, wordings[digest], doc.title, doc.text)
            batch.rows["sketch"].append((numbers[doc.id], sketch_of(doc.title, doc.text)))
        number, noun = numbers[doc.id], encode(msgspec.structs.replace(doc, text="")).decode()
        earliest = receipts.get(number)
        if earliest is None or _when(doc.retrieved, noun) < _when(*earliest):
            receipts[number] = (doc.retrieved, noun)
            counting[number] = doc
            batch.put("receipt", number, doc.retrieved, last_day(doc.retrieved), doc.outlet, noun)
    _index_receipts(batch, counting, prints)
    return numbers


def _index_receipts(batch: _Batch, counting: Mapping[int, Document], prints: dict[str, Print]) -> None:
    """Index the addresses and credits that the receipts give which count from now on, and no others."""
    received_again = {number: doc for number, doc in counting.items() if doc.id not in prints}
    for table in (copy_address.c.document, copy_credit.c.document, copy_version.c.first, copy_version.c.second):
        for number in received_again:
            batch.connection.execute(delete(table.table).where(table == number))
    texts = [doc.text for doc in received_again.values()]
    prints |= zip((doc.id for doc in received_again.values()), prints_of(texts), strict=True)
    for number, doc in counting.items():
        batch.addressed[number] = doc.url, prints[doc.id]
        batch.rows["copy_credit"] += credit_rows(number, doc)


def _when(retrieved: str | None, noun: str) -> tuple[bool, str, str]:
    return retrieved is None, retrieved or "", noun


def _add_readings(batch: _Batch, pairs: Sequence[tuple[Document, Reading]], numbers: dict[str, int]) -> int:
    ids = [content_id("r", encode(r).decode()) for _, r in pairs]
    known = set(_rows_by(batch.connection, reading, "id", set(ids)))
    for (doc, found), reading_id in zip(pairs, ids, strict=True):
        if found.document != doc.id:
            raise SaysoError(f"the reading of {found.document} came with document {doc.id} ({doc.name}); read it again")
        if reading_id not in known:
            known.add(reading_id)
            _put_reading(batch, doc, found, reading_id, numbers[doc.id])
    return len(batch.rows["reading"])


def _put_reading(batch: _Batch, doc: Document, found: Reading, reading_id: str, number: int) -> None:
    head = msgspec.structs.replace(found, **dict.fromkeys(RECORDS, ()), problems=())
    row = batch.put("reading", reading_id, number, *reading_columns(found), encode(head).decode())
    for field, (table, columns) in RECORDS.items():
        for record in getattr(found, field):
            span, *more = columns(record, doc)
            batch.put(table, row, span.start, span.end, encode(record).decode(), *more)
    _put_problems(batch, found.problems, row)


def reading_columns(found: Reading) -> Row:
    """What the table of readings has of one: reader, rank, situation, known, troubles."""
    rank = re.sub(r"\d+", lambda digits: digits[0].zfill(6), found.reader)
    return found.reader, rank, found.situation, last_day(found.date), len(found.problems)


def _put_problems(batch: _Batch, problems: Sequence[Problem], row: int | None) -> None:
    if not problems:
        return
    nouns = {content_id("p", str(row or ""), noun): noun for noun in (encode(p).decode() for p in problems)}
    known = _rows_by(batch.connection, problem, "id", set(nouns))
    for problem_id, noun in nouns.items():
        if problem_id not in known:
            batch.put("problem", problem_id, row, noun)


def _statement(s: Statement, doc: Document) -> Row:
    words = s.content.words(doc.text)
    return s.content, record_id("s", doc.id, s.content), words, s.speaker, s.speaker_kind


def _figure(f: Figure, doc: Document) -> Row:
    return f.span, record_id("f", doc.id, f.span), f.span.words(doc.text), f.measure, f.place, f.source


def _event(e: Event, doc: Document) -> Row:
    return e.span, record_id("e", doc.id, e.span), e.span.words(doc.text), e.type, e.place


def _time(t: Time, _: Document) -> Row:
    return (t.span,)


def _quantity(q: Quantity, _: Document) -> Row:
    return (q.span,)


def _place(p: Place, _: Document) -> Row:
    return p.span, p.name, p.geonames


def _actor(a: Actor, _: Document) -> Row:
    acronyms = " ".join(n for n in a.other_names if n.isupper() and " " not in n)
    return (a.mentions[0] if a.mentions else _NOWHERE), a.name, a.kind, acronyms


RECORDS: dict[str, tuple[str, Callable[[Any, Document], Row]]] = {
    "statements": ("statement", _statement),
    "figures": ("figure", _figure),
    "events": ("event", _event),
    "times": ("time", _time),
    "quantities": ("quantity", _quantity),
    "places": ("place", _place),
    "actors": ("actor", _actor),
}
"""The fields of a reading that hold records: the table of each, and its span and further columns."""


def _last_row(connection: Connection, name: str) -> int:
    return int(connection.execute(select(func.coalesce(func.max(metadata.tables[name].c.row), 0))).scalar_one())


def _rows_by(connection: Connection, table: Table, column: str, values: set[str]) -> dict[str, int]:
    """The row of each of `values` that the table has."""
    query = select(table.c[column], table.c.row).where(is_one_of(table.c[column], values))
    return {str(value): int(row) for value, row in connection.execute(query)}


def _receipts(connection: Connection, documents: list[int]) -> dict[int, tuple[str | None, str]]:
    """The receipt that counts of each document."""
    query = select(receipt.c.document, receipt.c.retrieved, receipt.c.noun).order_by(receipt.c.row)
    found = connection.execute(query.where(is_one_of(receipt.c.document, documents)))
    return {row: (retrieved, noun) for row, retrieved, noun in found}
