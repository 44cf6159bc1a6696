"""Keep a ledger in a file, with SQLite: nothing to set up.

The file is in WAL mode: readers go on while one writer writes. Full text is FTS5, whose indexes hold no text of their
own. They are filled after each batch from the rows that it added: triggers on single rows cut inserts tenfold
(STACK.md).
"""

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, Connection, Dialect, Text, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.pool import NullPool
from sqlalchemy.types import TypeDecorator

from sayso.ledger.stores.server import Where
from sayso.ledger.stores.store import AtHand, Field, Items, Row, RowsWithWords, Values
from sayso.ledger.tables import APPLICATION_ID, FULL_TEXT
from sayso.model import SaysoError

TOKENS = "unicode61 remove_diacritics 2"
"""What a word is in FTS5's terms: letters match whatever their case and accents."""
CACHE = 64 << 10
"""KiB of pages kept in memory. Ids and runs of words are hashes, so that a batch writes to pages all over the file. In
SQLite's own 2 MB they are written out and read again several times within one transaction: 221,600 reads for a thousand
documents where there are 9,000 already, and 60,900 with this."""
LIST = JSON()
"""How a list is handed over."""


class SQLite:
    """A `Store` in one file."""

    @property
    def errors(self) -> tuple[type[Exception], ...]:
        """SQLAlchemy's, and those of Python's own driver."""
        return DBAPIError, sqlite3.Error

    def connect(self, where: Where, wait: float) -> Connection:
        """A connection to the file, which is made where there is none."""
        engine = create_engine(
            f"sqlite:///{where}", connect_args={"timeout": wait}, isolation_level="AUTOCOMMIT", poolclass=NullPool
        )
        connection = engine.connect()
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")
        connection.exec_driver_sql(f"PRAGMA cache_size = -{CACHE}")
        return connection

    def is_there(self, where: Where) -> bool:
        """Whether there is a file."""
        return isinstance(where, Path) and where.is_file()

    def revision(self, connection: Connection, where: Where) -> str | None:
        """The revision of the ledger in the file; `None` where the file is new.

        Tables and mark come in one step, so that tables seen first have their mark by then, whoever makes them now.
        """
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        if mark == APPLICATION_ID:
            return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
        if tables or mark:
            raise SaysoError(f"{where} is a database of another program, not a ledger; name another file with --ledger")
        return None

    def make_ready(self, connection: Connection) -> None:
        """Write ahead from now on."""
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")

    def begin(self, connection: Connection, *, write: bool) -> None:
        """SQLite waits for another writer by itself, as long as `connect` was told."""
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    def make_words(self, connection: Connection) -> None:
        """Make the full-text indexes, which look the text up in the tables."""
        for name in FULL_TEXT:
            connection.exec_driver_sql(_words_ddl(name))

    def sign(self, connection: Connection) -> None:
        """Mark the file."""
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")

    def insert(self, connection: Connection, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """One statement for all rows."""
        names, marks = ", ".join(f'"{c}"' for c in columns), ", ".join("?" * len(columns))
        connection.exec_driver_sql(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(rows))

    def keep_words(self, connection: Connection, added: Mapping[str, Sequence[Row]]) -> None:
        """Rows are numbered upwards, so that those added are the ones from the first on."""
        for index, (table, columns) in FULL_TEXT.items():
            if added.get(table):
                names = ", ".join(columns)
                connection.exec_driver_sql(
                    f"INSERT INTO {index}(rowid, {names}) SELECT row, {names} FROM {table} WHERE row >= ?",
                    (added[table][0][0],),
                )

    def has_its_words(self, connection: Connection, index: str) -> bool:
        """FTS5's own check."""
        try:
            connection.exec_driver_sql(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
        except DBAPIError:
            return False
        return True

    def make_words_anew(self, connection: Connection, index: str) -> None:
        """By FTS5, after the table of its own, which may be damaged, is gone."""
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {index}")
        connection.exec_driver_sql(_words_ddl(index))
        connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('rebuild')")

    def size(self, connection: Connection) -> int:
        """Bytes of the file, those in its write-ahead log counted once."""
        pages, size = (connection.exec_driver_sql(f"PRAGMA {p}").scalar_one() for p in ("page_count", "page_size"))
        return int(pages * size)

    def explain(self, where: Where, error: BaseException) -> str:
        """What SQLite says, in other words where a user can do something about it."""
        said = str(getattr(error, "orig", None) or error)
        if "not a database" in said or "malformed" in said:
            return f"{where} is not a ledger, or is damaged ({said}); name another file with --ledger"
        if "locked" in said:
            return f"{where} is being written to by another run of sayso; try again when that one is done"
        if "readonly" in said:
            return f"{where} cannot be written to: the file or its folder is read-only; copy it to where you can write"
        if "unable to open" in said:
            return f"{where} cannot be opened: there is no such folder, it is no file, or you may not read it"
        if "full" in said:
            return f"{where} cannot grow: the disk is full; what was added before is kept. Make room and run it again"
        return f"{where}: {said}"


def _words_ddl(index: str) -> str:
    table, columns = FULL_TEXT[index]
    return (
        f"CREATE VIRTUAL TABLE {index} USING fts5({', '.join(columns)}, content='{table}', "
        f"content_rowid='row', tokenize='{TOKENS}')"
    )


class Match(TypeDecorator[str]):
    """Words sought (see `RowsWithWords`), handed over in the query language of FTS5."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        if isinstance(value, str):
            return fts_query(value)
        return " AND ".join("(" + " OR ".join(_quoted(words) for words in some) + ")" for some in value)


def fts_query(about: str) -> str:
    """`about` in the query language of FTS5, in which every mark of its own stands in quotes."""
    quoted = (_quoted(word.rstrip("*")) + "*" * word.endswith("*") for word in about.split())
    return " ".join(quoted) or '""'


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


@compiles(Values, "sqlite")
def _values(element: Values, compiler: Any, **options: Any) -> str:
    return f"(SELECT value FROM json_each({compiler.process(element.clauses, **options)}))"


@compiles(Field, "sqlite")
def _field(element: Field, compiler: Any, **options: Any) -> str:
    noun, path = (compiler.process(clause, **options) for clause in element.clauses)
    steps = "".join(f"[{step}]" if step.isdigit() else f".{step}" for step in path.split("."))
    return f"json_extract({noun}, '${steps}')"


@compiles(Items, "sqlite")
def _items(element: Items, compiler: Any, **options: Any) -> str:
    noun, field = (compiler.process(clause, **options) for clause in element.clauses)
    return f"json_each({noun}, '$.{field}')"


@compiles(AtHand, "sqlite")
def _at_hand(element: AtHand, compiler: Any, **options: Any) -> str:
    return f"+{compiler.process(element.clauses, **options)}"


@compiles(RowsWithWords, "sqlite")
def _rows_with_words(element: RowsWithWords, compiler: Any, **options: Any) -> str:
    index, about = (compiler.process(clause, **options) for clause in element.clauses)
    return f"(SELECT rowid AS row FROM {index} WHERE {index} MATCH {about})"
