"""Fill the copy tables of a ledger whose schema was just brought up to date, from the documents it holds.

Enters: a connection, inside a transaction for writing. Leaves: the tables as if every document had been added anew.
A ledger whose copy tables are filled is left as it is.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select, update

from sayso.ledger.credits import credit_rows
from sayso.ledger.meeting import link_copies
from sayso.ledger.opening import insert
from sayso.ledger.tables import copy_address, copy_credit, copy_key, document, receipt, wording
from sayso.ledger.versions import link_versions
from sayso.ledger.wordprints import Print, prints_of
from sayso.model import Document
from sayso.model.encoding import decode

BATCH = 200


def refill_copies(connection: Connection) -> None:
    """Fill the tables where they are empty."""
    if any(connection.execute(select(t).limit(1)).first() for t in (copy_key, copy_address, copy_credit)):
        return
    last = connection.execute(select(func.coalesce(func.max(document.c.row), 0))).scalar_one()
    wordings: dict[str, int] = {}
    for start in range(1, last + 1, BATCH):
        query = select(document).where(document.c.row >= start, document.c.row < start + BATCH)
        rows = connection.execute(query.order_by(document.c.row)).all()
        prints = dict(zip((row.row for row in rows), prints_of([row.text for row in rows]), strict=True))
        link_copies(connection, _settle(connection, rows, prints, wordings))
        documents = {row.row: _document(connection, row) for row in rows}
        link_versions(connection, {row: (documents[row].url, found) for row, found in prints.items()})
        credits = [credit for row, doc in documents.items() for credit in credit_rows(row, doc)]
        insert(connection, copy_credit.name, credits)


def _settle(
    connection: Connection, rows: Sequence[Any], prints: Mapping[int, Print], wordings: dict[str, int]
) -> dict[int, Print]:
    """Give every document the wording of its digest; the prints of the wordings not met before."""
    new: dict[int, Print] = {}
    settled = set(wordings.values())
    for row in rows:
        digest = prints[row.row].digest.hex()
        if digest not in wordings:
            taken = row.wording in settled
            wordings[digest] = _next(connection) if taken else row.wording
            if taken:
                insert(connection, wording.name, [(wordings[digest], digest)])
            else:
                connection.execute(update(wording).where(wording.c.row == row.wording).values(digest=digest))
            new[wordings[digest]] = prints[row.row]
            settled.add(wordings[digest])
        if wordings[digest] != row.wording:
            connection.execute(update(document).where(document.c.row == row.row).values(wording=wordings[digest]))
    return new


def _next(connection: Connection) -> int:
    return int(connection.execute(select(func.max(wording.c.row))).scalar_one()) + 1


def _document(connection: Connection, row: Any) -> Document:
    """The document as its receipt that counts has it."""
    query = select(receipt.c.noun).where(receipt.c.document == row.row).order_by(receipt.c.row.desc()).limit(1)
    return msgspec.structs.replace(decode(connection.execute(query).scalar_one(), Document), text=row.text)
