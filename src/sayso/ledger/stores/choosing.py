"""Choose the store of a ledger, and hand values over in the form that each store takes.

Enters: where a ledger is, a connection to it, or values to ask for. Leaves: its store, or a parameter of a query. A
server's driver is not imported before a server is asked for.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ARRAY, BindParameter, Connection, Text, bindparam, column, literal_column, select
from sqlalchemy.sql.selectable import Select, TableValuedAlias

from sayso.ledger.stores import postgresql, sqlite
from sayso.ledger.stores.server import Server, Where
from sayso.ledger.stores.store import Items, RowsWithWords, Store, Values

_STORES: dict[str, Store] = {"sqlite": sqlite.SQLite(), "postgresql": postgresql.PostgreSQL()}
"""By SQLAlchemy's name of the kind of database."""


def store_at(where: Where) -> Store:
    """The store that keeps what is there."""
    return _STORES["postgresql" if isinstance(where, Server) else "sqlite"]


def store_of(connection: Connection) -> Store:
    """The store that a connection leads to."""
    return _STORES[connection.dialect.name]


def values_of(wanted: Iterable[Any], like: Any) -> Select[Any]:
    """A query for these values, however many there are, of the type of the column `like`."""
    kind = sqlite.LIST.with_variant(ARRAY(like.type), "postgresql")
    values = Values(bindparam(None, sorted(wanted), type_=kind, unique=True)).table_valued(column("value", like.type))
    return select(values.c.value)


def items_of(noun: Any, field: str) -> TableValuedAlias:
    """The words of a list in a noun's JSON, as the column `value`, beside each row that has the noun."""
    return Items(noun, literal_column(field)).table_valued(column("value", Text()))


def rows_with_words(index: str, about: str | Sequence[Sequence[str]]) -> Select[Any]:
    """A query for the rows of the table with this full-text index that have what `RowsWithWords` says of `about`."""
    kind = sqlite.Match().with_variant(postgresql.Queries(), "postgresql")
    words: BindParameter[Any] = bindparam(None, about, type_=kind, unique=True)
    rows = RowsWithWords(literal_column(index), words).table_valued(column("row"))
    return select(rows.c.row)
