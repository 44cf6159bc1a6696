"""Hold the full-text indexes to the words that they are of, and make them anew.

Enters: a connection, inside a transaction for writing. Leaves: which indexes find what stands in the tables, no more
and no less; indexes made anew.
"""

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from sayso.ledger.tables import FULL_TEXT, full_text_ddl


def is_consistent(connection: Connection, index: str) -> bool:
    """Whether the index holds exactly the words of its table: FTS5's own check, which changes nothing."""
    try:
        connection.exec_driver_sql(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
    except DBAPIError:
        return False
    return True


def mend_full_text(connection: Connection) -> tuple[str, ...]:
    """Make those anew that are not consistent; their names."""
    if connection.dialect.name != "sqlite":
        return ()
    broken = tuple(name for name in FULL_TEXT if not is_consistent(connection, name))
    for name, ddl in zip(FULL_TEXT, full_text_ddl(), strict=True):
        if name in broken:
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
            connection.exec_driver_sql(ddl)
            connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('rebuild')")
    return broken
