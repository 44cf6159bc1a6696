"""Open a ledger: create it, bring it up to date, or say plainly why not.

Enters: a file, or a database on a server. Leaves: a SQLAlchemy connection to a ledger of this program's revision that
commits only what a `transaction` encloses. Refuses, with a `SaysoError`: what is no ledger, what a newer program wrote,
what cannot be opened or written, and what another writer has held for longer than the wait.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import CreateIndex, CreateTable

from sayso.ledger.stores.choosing import store_at, store_of
from sayso.ledger.stores.server import Where
from sayso.ledger.stores.store import Row
from sayso.ledger.tables import metadata
from sayso.model import SaysoError

REVISION = "0010"
"""The newest migration in `migrations/versions`; a test holds it to that."""


def connect(where: Where, wait: float) -> Connection:
    """A connection to the ledger, made or migrated where need be. `wait` is in seconds."""
    with explained(where):
        connection = store_at(where).connect(where, wait)
        try:
            _prepare(connection, where)
        except BaseException:
            connection.close()
            raise
        return connection


def is_there(where: Where) -> bool:
    """Whether there is a ledger, or a file that may be one."""
    with explained(where):
        return store_at(where).is_there(where)


@contextmanager
def transaction(connection: Connection, *, write: bool) -> Iterator[None]:
    """All of what is enclosed or nothing; a reader sees one moment throughout, a writer is alone."""
    if connection.invalidated:  # the server has undone what was lost with it; go on with a new one
        connection.rollback()
    store_of(connection).begin(connection, write=write)
    try:
        yield
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        if not connection.invalidated:
            with suppress(DBAPIError):
                connection.exec_driver_sql("ROLLBACK")
        raise


@contextmanager
def explained(where: Where) -> Iterator[None]:
    """Turn the database's errors into the user's."""
    store = store_at(where)
    try:
        yield
    except UnicodeEncodeError as error:
        raise SaysoError(f"{error.object!r} is no text (not UTF-8); type it again") from error
    except store.errors as error:
        raise SaysoError(store.explain(where, error)) from error


def _prepare(connection: Connection, where: Where) -> None:
    store = store_of(connection)
    found = store.revision(connection, where)
    if found == REVISION:
        return
    if found is None:
        store.make_ready(connection)
        with transaction(connection, write=True):
            if store.revision(connection, where) is None:
                _create(connection)
        return
    from sayso.ledger.migrations import is_known, migrate
    from sayso.ledger.upkeep.refilling import refill_empty

    if not is_known(found):
        raise SaysoError(f"{where} was written by a newer sayso (revision {found}); update sayso to open it")
    with transaction(connection, write=True):
        if store.revision(connection, where) != REVISION:
            migrate(connection)
            refill_empty(connection)


def _create(connection: Connection) -> None:
    """Make every table as it is today. Migrations are for ledgers that are there already."""
    for table in metadata.sorted_tables:
        connection.execute(CreateTable(table))
        for index in sorted(table.indexes, key=lambda i: str(i.name)):
            connection.execute(CreateIndex(index))
    store_of(connection).make_words(connection)
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{REVISION}')")
    store_of(connection).sign(connection)


def insert(connection: Connection, name: str, rows: list[Row]) -> None:
    """Add rows, each a tuple of all columns in the table's order, by the driver's own bulk call."""
    if rows:
        store_of(connection).insert(connection, name, metadata.tables[name].columns.keys(), rows)


def keep_words(connection: Connection, added: Mapping[str, list[Row]]) -> None:
    """Put the words of rows that were just added, by table, into the full-text indexes."""
    store_of(connection).keep_words(connection, added)
