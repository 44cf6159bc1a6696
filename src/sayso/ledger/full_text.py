"""Hold the full-text indexes to the words that they are of, and make them anew.

Enters: a connection, inside a transaction for writing. Leaves: which indexes find what stands in the tables, no more
and no less; indexes made anew.
"""

from sqlalchemy import Connection

from sayso.ledger.stores.choosing import store_of
from sayso.ledger.tables import FULL_TEXT


def is_consistent(connection: Connection, index: str) -> bool:
    """Whether the index holds exactly the words of its table. Nothing is changed."""
    return store_of(connection).has_its_words(connection, index)


def mend_full_text(connection: Connection) -> tuple[str, ...]:
    """Make those anew that are not consistent; their names."""
    broken = tuple(name for name in FULL_TEXT if not is_consistent(connection, name))
    for name in broken:
        store_of(connection).make_words_anew(connection, name)
    return broken
