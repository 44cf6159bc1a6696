"""Copy a ledger while others read it and add to it.

Enters: an open connection, and the path of a file that is not there. Leaves: the file, as the ledger was at one moment,
checked, and in one step: nobody ever sees half of it. It is a ledger like the other. Refuses: to overwrite.
"""

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection

from sayso.ledger.tables import APPLICATION_ID
from sayso.model import SaysoError


def back_up(connection: Connection, path: Path) -> int:
    """Copy the ledger to `path`; its size in bytes. Raises `SaysoError` where something is there, or it cannot be
    written, or what was written is not whole.
    """
    if path.exists():
        raise SaysoError(f"{path} is there already, and a backup overwrites nothing; name another file")
    try:
        with tempfile.TemporaryDirectory(prefix=f".{path.name}.", suffix=".partial", dir=path.parent) as folder:
            partial = Path(folder, path.name)
            copy_store(connection, partial)
            _check(partial)
            _settle(partial, path)
    except (OSError, sqlite3.Error) as error:
        raise SaysoError(f"{path} cannot be written ({error}); name another file, or make room") from error
    return path.stat().st_size


def copy_store(connection: Connection, path: Path) -> None:
    """The database as it is now, in a new file. Who adds meanwhile is not held up: it is read as of one moment."""
    if connection.dialect.name != "sqlite":
        raise SaysoError("this ledger is on a server; back it up with the server's own program: pg_dump")
    store = connection.connection.driver_connection
    assert isinstance(store, sqlite3.Connection)
    with closing(sqlite3.connect(path)) as target:
        store.backup(target)


def _check(path: Path) -> None:
    """Refuse a copy that is not whole, and bring it to the disk."""
    with closing(sqlite3.connect(path)) as copy:
        [mark] = copy.execute("PRAGMA application_id").fetchone()
        damage = [str(row[0]) for row in copy.execute("PRAGMA integrity_check(1)")]
    if mark != APPLICATION_ID or damage != ["ok"]:
        raise SaysoError(f"the copy is not whole ({damage[0]}); look at the ledger with: sayso doctor")
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _settle(partial: Path, path: Path) -> None:
    """Give it its name, unless somebody else has taken that meanwhile."""
    try:
        os.link(partial, path)
    except FileExistsError:
        raise SaysoError(f"{path} is there already, and a backup overwrites nothing; name another file") from None
    except OSError:  # a file system without links
        if path.exists():
            raise
        partial.rename(path)
