"""Inspect the file of a ledger without changing it: whether it can be opened, and whether the database in it is whole.

Enters: a path. Leaves: findings, and a connection that reads alone. What SQLite itself can tell is told here: damaged
pages, rows that lead nowhere, indexes that are short of rows.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import quote

import msgspec
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from sayso.ledger.migrations import is_known
from sayso.ledger.opening import REVISION
from sayso.ledger.tables import APPLICATION_ID, FULL_TEXT

State = Literal["ok", "note", "fault"]
LITTLE = 64 * 2**20
"""Bytes of free space below which adding soon fails: ten batches of 200 documents of 31 KB (8,646 news reports)."""
MOST = 5
"""Messages of one kind that are told."""
RESTORE = "put back a backup, or save what can be read with: sayso export record"
REBUILD = "run sayso rebuild"


class Finding(msgspec.Struct, frozen=True):
    """What a check found: ok; note, which is worth knowing; fault. `says` ends with the next step, where there is one.

    `place` is a file, a table or an id.
    """

    check: str
    state: State
    place: str
    says: str


@contextmanager
def looking(path: Path) -> Iterator[Connection]:
    """A connection that changes nothing. Raises SQLAlchemy's `DBAPIError` where there is no database."""
    engine = create_engine(
        "sqlite://", creator=lambda: _connect(path), isolation_level="AUTOCOMMIT", poolclass=NullPool
    )
    with engine.connect() as connection:
        yield connection


def _connect(path: Path) -> sqlite3.Connection:
    """A log of what is not yet in the file is read with it and left as it is; without one, none stays behind."""
    if Path(f"{path}-wal").exists():
        mode = "mode=ro"
    else:
        mode = "mode=rw" if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK) else "immutable=1"
    connection = sqlite3.connect(f"file:{quote(str(path.absolute()))}?{mode}", uri=True)
    connection.execute("PRAGMA query_only = ON")
    return connection


def inspect_place(path: Path) -> Iterator[Finding]:
    """Whether the file may be read and written, and whether it has room to grow."""
    if not os.access(path, os.R_OK):
        yield Finding("permissions", "fault", str(path), "may not be read; ask who owns it for leave")
    elif not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        says = "can be read and not added to: it or its folder is read-only; copy it to where you can write"
        yield Finding("permissions", "note", str(path), says)
    else:
        yield Finding("permissions", "ok", str(path), "can be read and written")
    free, size = shutil.disk_usage(path.parent).free, path.stat().st_size
    told = f"{free // 2**20:,} MB are free for a ledger of {size / 2**20:,.1f} MB"
    if free < LITTLE:
        yield Finding("disk space", "fault", str(path.parent), f"{told}; make room before you add")
    elif free < size:
        yield Finding("disk space", "note", str(path.parent), f"{told}: too little for a backup beside it")
    else:
        yield Finding("disk space", "ok", str(path.parent), told)


def inspect_mark(connection: Connection, path: Path) -> Finding:
    """Whether the database is a ledger of this program's revision."""
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    if mark != APPLICATION_ID and not tables:
        says = f"nothing is in it; where {path.name}-wal lies elsewhere, put it back beside it, else {RESTORE}"
        return Finding("revision", "fault", str(path), says)
    if mark != APPLICATION_ID:
        return Finding("revision", "fault", str(path), "is a database of another program; name another with --ledger")
    found = str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
    if found == REVISION:
        return Finding("revision", "ok", str(path), f"{found}, in SQLite {sqlite3.sqlite_version}")
    if is_known(found):
        return Finding("revision", "fault", str(path), f"{found}, {REVISION} is today's; run sayso status, then this")
    return Finding("revision", "fault", str(path), f"{found} is of a newer sayso; update sayso to open it")


def inspect_pages(connection: Connection, path: Path) -> Iterator[Finding]:
    """SQLite's own checks of every page and index, and of what rows lead to."""
    damage = [str(row[0]) for row in connection.exec_driver_sql(f"PRAGMA integrity_check({MOST})")]
    if damage == ["ok"]:
        yield Finding("pages", "ok", str(path), "every page and index is whole")
    for said in damage if damage != ["ok"] else ():
        yield Finding("pages", "fault", str(path), f"{' '.join(said.split())}; {RESTORE}")
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    for table, row, parent, _ in lost[:MOST]:
        says = f"row {row} leads to no {parent}; {REBUILD}, and where that does not help, {RESTORE}"
        yield Finding("references", "fault", str(table), says)
    if not lost:
        yield Finding("references", "ok", str(path), "every row leads where it says")


def inspect_full_text(connection: Connection) -> Iterator[Finding]:
    """Whether the full-text indexes are of as many rows as their tables have. `--full` looks at every word."""
    for index, (table, _) in FULL_TEXT.items():
        sizes = connection.exec_driver_sql(f"SELECT count(*) FROM {index}_docsize").scalar_one()
        rows = connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
        if sizes == rows:
            yield Finding("full text", "ok", index, f"{rows:,} rows")
        else:
            yield Finding("full text", "fault", index, f"is of {sizes:,} rows, and there are {rows:,}; {REBUILD}")
