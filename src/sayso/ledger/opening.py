"""Open the file of a ledger: create it, bring it up to date, or say plainly why not.

Enters: a path. Leaves: a SQLAlchemy connection to a ledger of this program's revision, in WAL mode, that commits only
what a `transaction` encloses. Refuses, with a `SaysoError`: a file that is no ledger, one that a newer program wrote,
one that cannot be opened or written, one that another writer has held for longer than the wait.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import CreateIndex, CreateTable

from sayso.ledger.tables import APPLICATION_ID, full_text_ddl, metadata
from sayso.model import SaysoError

REVISION = "0005"
"""The newest migration in `migrations/versions`; a test holds it to that."""


def connect(path: Path, wait: float) -> Connection:
    """A connection to the ledger at `path`, made or migrated where need be. `wait` is in seconds."""
    with explained(path):
        engine = create_engine(
            f"sqlite:///{path}", connect_args={"timeout": wait}, isolation_level="AUTOCOMMIT", poolclass=NullPool
        )
        connection = engine.connect()
        try:
            connection.exec_driver_sql("PRAGMA foreign_keys = ON")
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


@contextmanager
def transaction(connection: Connection, *, write: bool) -> Iterator[None]:
    """All of what is enclosed or nothing; a reader sees one moment throughout, a writer is alone."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
    try:
        yield
    except BaseException:
        connection.exec_driver_sql("ROLLBACK")
        raise
    connection.exec_driver_sql("COMMIT")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn the database's errors into the user's."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise SaysoError(_explain(path, str(getattr(error, "orig", None) or error))) from error
    except UnicodeEncodeError as error:
        raise SaysoError(f"{error.object!r} is no text (not UTF-8); type it again") from error


def _explain(path: Path, said: str) -> str:
    if "not a database" in said or "malformed" in said:
        return f"{path} is not a ledger, or is damaged ({said}); name another file with --ledger"
    if "locked" in said:
        return f"{path} is being written to by another run of sayso; try again when that one is done"
    if "readonly" in said:
        return f"{path} cannot be written to: the file or its folder is read-only; copy it to where you can write"
    if "unable to open" in said:
        return f"{path} cannot be opened: there is no such folder, it is no file, or you may not read it"
    if "full" in said:
        return f"{path} cannot grow: the disk is full; what was added before is kept. Make room and run it again"
    return f"{path}: {said}"


def _prepare(connection: Connection, path: Path) -> None:
    found = _revision(connection, path)
    if found == REVISION:
        return
    if found is None:
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        with transaction(connection, write=True):
            if _revision(connection, path) is None:
                _create(connection)
        return
    from sayso.ledger.migrations import is_known, migrate
    from sayso.ledger.refilling import refill_copies

    if not is_known(found):
        raise SaysoError(f"{path} was written by a newer sayso (revision {found}); update sayso to open it")
    with transaction(connection, write=True):
        if _revision(connection, path) != REVISION:
            migrate(connection)
            refill_copies(connection)


def _revision(connection: Connection, path: Path) -> str | None:
    """The revision of the ledger in the file; `None` where the file is new."""
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    if mark == APPLICATION_ID:
        return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
    if connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one() or mark:
        raise SaysoError(f"{path} is a database of another program, not a ledger; name another file with --ledger")
    return None


def _create(connection: Connection) -> None:
    """Make every table as it is today. Migrations are for ledgers that are there already."""
    for table in metadata.sorted_tables:
        connection.execute(CreateTable(table))
        for index in sorted(table.indexes, key=lambda i: str(i.name)):
            connection.execute(CreateIndex(index))
    for statement in full_text_ddl():
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (REVISION,))
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def insert(connection: Connection, name: str, rows: list[tuple[Any, ...]]) -> None:
    """Add rows, each a tuple of all columns in the table's order, by the driver's own bulk call."""
    if rows:
        columns = [f'"{c.name}"' for c in metadata.tables[name].columns]
        marks = ", ".join("?" * len(columns))
        connection.exec_driver_sql(f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})", rows)
