"""Make the tables that are derived anew, from the documents that the ledger holds.

Enters: a connection, inside a transaction for writing. Leaves: wordings, copies, versions, credits, addresses and
sketches as the documents alone make them, which of their readings count, and the names in these. Documents are taken in
the order of their ids and in batches of one size, so that nothing of the order in which they came is left.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from sqlalchemy import Connection, func, select, update

from sayso.ledger.copies.credits import credit_rows
from sayso.ledger.copies.levels import LEVELS
from sayso.ledger.copies.meeting import link_copies
from sayso.ledger.copies.versions import link_versions
from sayso.ledger.copies.wordprints import Print, prints_of
from sayso.ledger.counting import count_again
from sayso.ledger.names.filing import ask_uses, file_names
from sayso.ledger.opening import insert
from sayso.ledger.stories.sketches import sketch_of
from sayso.ledger.tables import (
    copy_address,
    copy_credit,
    copy_key,
    counting,
    document,
    filed_name,
    metadata,
    name_block,
    name_use,
    sketch,
    wording,
)
from sayso.ledger.upkeep.stored import BATCH, StoredDocument, document_ids, stored_documents

DERIVED = ("copy_version", "copy_pair", "copy_key", "copy_address", "copy_credit", "sketch")
"""The tables that hold nothing else, those that lead to others first."""


def refill_empty(connection: Connection) -> None:
    """Fill the tables of a ledger whose schema was just brought up to date, where they are empty."""
    if not any(connection.execute(select(t).limit(1)).first() for t in (copy_key, copy_address, copy_credit)):
        refill(connection)
    elif not all(connection.execute(select(t).limit(1)).first() for t in (counting, filed_name)):
        _refill_names(connection)


def refill(connection: Connection) -> None:
    """Empty the tables, and fill them."""
    for name in DERIVED:
        connection.execute(metadata.tables[name].delete())
    wordings = {digest: row for row, digest in connection.execute(select(wording.c.row, wording.c.digest))}
    for documents, prints in _batches(connection):
        _settle(connection, documents, prints, wordings)
        insert(connection, sketch.name, [(d.row.row, sketch_of(d.row.title, d.row.text)) for d in documents])
        insert(connection, copy_credit.name, [c for d in documents for c in credit_rows(d.row.row, d.document())])
    connection.execute(wording.delete().where(wording.c.row.not_in(select(document.c.wording))))
    linked: set[int] = set()  # only now: texts are looked up by their wordings
    for documents, prints in _batches(connection):
        numbers = {wordings[p.digest.hex()]: p for p in prints}
        link_copies(connection, {row: p for row, p in numbers.items() if row not in linked}, LEVELS[-1])
        linked |= numbers.keys()
        link_versions(connection, {d.row.row: (d.document().url, p) for d, p in zip(documents, prints, strict=True)})
    _refill_names(connection)


def _refill_names(connection: Connection) -> None:
    """Settle what counts, and file the names that it uses."""
    count_again(connection)
    for table in (name_use, name_block, filed_name):
        connection.execute(table.delete())
    rows = list(connection.execute(select(counting.c.document).distinct().order_by(counting.c.document)).scalars())
    for start in range(0, len(rows), BATCH):
        file_names(connection, ask_uses(connection, rows[start : start + BATCH]))


def _batches(connection: Connection) -> Iterator[tuple[Sequence[StoredDocument], list[Print]]]:
    """Documents with their prints, by id."""
    every = stored_documents(connection, document_ids(connection), readings=False)
    received = (one for one in every if one.receipt is not None)
    while some := list(islice(received, BATCH)):
        yield some, prints_of([one.row.text for one in some])


def _settle(
    connection: Connection, documents: Sequence[StoredDocument], prints: Sequence[Print], wordings: dict[str, int]
) -> None:
    """Give every document the wording of its digest. `wordings` are those that there are, by digest."""
    last = connection.execute(select(func.coalesce(func.max(wording.c.row), 0))).scalar_one()
    new = [digest for digest in dict.fromkeys(p.digest.hex() for p in prints) if digest not in wordings]
    wordings.update((digest, row) for row, digest in enumerate(new, last + 1))
    insert(connection, wording.name, [(wordings[digest], digest) for digest in new])
    for one, found in zip(documents, prints, strict=True):
        number = wordings[found.digest.hex()]
        if one.row.wording != number:
            connection.execute(update(document).where(document.c.row == one.row.row).values(wording=number))
