"""State what a ledger asks of the database it is kept in; whatever else it does is one code for all.

A store is one module that has a `Store` and says how the elements below are written in its SQL. It is entered into
`sayso.ledger.stores.choosing`, and the suite in `tests/ledger` then holds it to what the others answer.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from sqlalchemy import Connection, literal_column
from sqlalchemy.sql.functions import FunctionElement

from sayso.ledger.stores.server import Where

Row = tuple[Any, ...]
"""The columns of one row, all of them, in the table's order."""


class Store(Protocol):
    """A kind of database. It holds no state: a connection, or where the ledger is, comes with each call."""

    @property
    def errors(self) -> tuple[type[Exception], ...]:
        """What SQLAlchemy and the driver raise."""

    def connect(self, where: Where, wait: float) -> Connection:
        """A connection that commits each statement unless a transaction was begun; a writer waits so many seconds."""

    def is_there(self, where: Where) -> bool:
        """Whether there is anything that could be a ledger. Raises `SaysoError` where nobody can tell."""

    def revision(self, connection: Connection, where: Where) -> str | None:
        """The revision of the ledger; `None` where there is nothing yet. Raises `SaysoError` for another's data."""

    def make_ready(self, connection: Connection) -> None:
        """Do what a new ledger needs before the transaction in which its tables are made."""

    def begin(self, connection: Connection, *, write: bool) -> None:
        """Begin a transaction: a reader sees one moment throughout, a writer is alone once this returns."""

    def make_words(self, connection: Connection) -> None:
        """Make the full-text indexes."""

    def sign(self, connection: Connection) -> None:
        """Mark the tables, which are all there, as a ledger's."""

    def insert(self, connection: Connection, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """Add rows by the driver's own bulk call."""

    def keep_words(self, connection: Connection, added: Mapping[str, Sequence[Row]]) -> None:
        """Put the words of these rows, which were just added to the tables named, into the full-text indexes."""

    def has_its_words(self, connection: Connection, index: str) -> bool:
        """Whether a full-text index holds exactly the words of its table."""

    def make_words_anew(self, connection: Connection, index: str) -> None:
        """Make a full-text index anew from its table."""

    def size(self, connection: Connection) -> int:
        """Bytes that the ledger takes."""

    def explain(self, where: Where, error: BaseException) -> str:
        """An error of the database in the user's words, with the next step."""


class Values(FunctionElement[Any]):
    """The values of a list, which is its one argument, as rows with the column `value`."""

    name = "list_of_values"
    inherit_cache = True


class Field(FunctionElement[Any]):
    """What a noun's JSON has in a field, of the type `kind`; NULL where it has nothing.

    `path` leads to one value: the field's name, and behind it where in a list, as in `cue_span.0`.
    """

    name = "field_of_noun"
    inherit_cache = True

    def __init__(self, noun: Any, path: str, kind: Any) -> None:
        super().__init__(noun, literal_column(path))
        self.type = kind


class Items(FunctionElement[Any]):
    """The values of a list of words in a noun's JSON, as the column `value`; none where it has no such field.

    The arguments are the noun and the field's name, as a literal column.
    """

    name = "items_of_noun"
    inherit_cache = True


class AtHand(FunctionElement[Any]):
    """A column of rows that are at hand, as its one argument: no index on it is used."""

    name = "at_hand"
    inherit_cache = True

    def __init__(self, column: Any) -> None:
        super().__init__(column)
        self.type = column.type


class RowsWithWords(FunctionElement[Any]):
    """The rows of a table, as the column `row`, that have all the words sought.

    The arguments are the full-text index, as a literal column, and the words: as a user types them, or a list of lists,
    of each of which a row must have one.
    """

    name = "rows_with_words"
    inherit_cache = True
