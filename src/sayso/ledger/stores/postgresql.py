"""Keep a ledger on a server, with PostgreSQL: one run writes, and many read at once.

The ledger is all that stands in the connection's schema. A writer holds a lock of the whole ledger, so that there is
one at a time; readers wait for nobody. The words of texts are told here (see `postgresql_words`) and stand in tables of
their own. Needs psycopg, which the extra `postgresql` brings.
"""

import sys
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ARRAY, Connection, Dialect, Text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import TypeDecorator

from sayso.ledger.stores.postgresql_errors import explain
from sayso.ledger.stores.postgresql_words import any_of, queries, vectors
from sayso.ledger.stores.server import Server, Where
from sayso.ledger.stores.store import AtHand, Field, Items, Row, RowsWithWords, Values
from sayso.ledger.tables import APPLICATION_ID, FULL_TEXT, metadata
from sayso.model import SaysoError

_AT_A_TIME = 1000
SIGNATURE = "A ledger of sayso."
_LOCK = f"SELECT pg_advisory_xact_lock({APPLICATION_ID}, hashtext(current_schema()))"
_FOUND = f"""
SELECT current_schema() AS schema, current_setting('server_encoding') AS encoding,
    obj_description(to_regclass(quote_ident(current_schema()) || '.alembic_version'), 'pg_class') = '{SIGNATURE}'
        AS signed,
    (SELECT count(*) FROM pg_class AS c
        WHERE c.relnamespace = to_regnamespace(quote_ident(current_schema())) AND c.relkind IN ('r', 'p')
        AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.objid = c.oid AND d.deptype = 'e')) AS tables
"""
"""What the schema holds; tables of the server's extensions are nobody's data."""
_SIZE = """
SELECT coalesce(sum(pg_total_relation_size(oid)), 0) FROM pg_class
WHERE relnamespace = to_regnamespace(quote_ident(current_schema())) AND relkind = 'r'
"""


class PostgreSQL:
    """A `Store` in a schema of a database."""

    @property
    def errors(self) -> tuple[type[Exception], ...]:
        """SQLAlchemy's, and psycopg's once it is in use."""
        driver = sys.modules.get("psycopg")
        return (DBAPIError, driver.Error) if driver else (DBAPIError,)

    def connect(self, where: Where, wait: float) -> Connection:
        """A connection to the database, which must be there."""
        assert isinstance(where, Server)
        try:
            from sayso.ledger.stores import postgresql_driver
        except ImportError as error:
            raise SaysoError(
                f"{where}: a ledger on a server needs psycopg ({error}); install it: pip install 'sayso[postgresql]'"
            ) from error
        return postgresql_driver.connect(where.url, wait)

    def is_there(self, where: Where) -> bool:
        """Whether the schema holds a ledger."""
        with self.connect(where, 1.0) as connection:
            return self.revision(connection, where) is not None

    def revision(self, connection: Connection, where: Where) -> str | None:
        """The revision of the ledger in the schema; `None` where the schema is empty."""
        found = connection.exec_driver_sql(_FOUND).one()
        if found.signed:
            return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
        if found.schema is None:
            raise SaysoError(f"{where} names a schema that is not there; make it with: CREATE SCHEMA")
        if found.tables:
            raise SaysoError(f"{where} holds the tables of another program, not a ledger; name an empty database")
        if found.encoding != "UTF8":
            raise SaysoError(
                f"{where} cannot hold every text: its encoding is {found.encoding}; make a database with: "
                "createdb --encoding=UTF8 --template=template0 NAME"
            )
        return None

    def make_ready(self, connection: Connection) -> None:
        """Nothing has to be settled before."""

    def begin(self, connection: Connection, *, write: bool) -> None:
        """A writer waits for the lock of the ledger, and then sees all that the one before it has added."""
        driver: Any = connection.connection.driver_connection
        if driver.info.transaction_status:
            raise SaysoError("nothing can be added to a ledger while one moment of it is looked at")
        if not write:
            connection.exec_driver_sql("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            return
        connection.exec_driver_sql("BEGIN")
        try:
            connection.exec_driver_sql(_LOCK)
        except DBAPIError:
            connection.exec_driver_sql("ROLLBACK")
            raise

    def make_words(self, connection: Connection) -> None:
        """Make a table of words for each full-text index."""
        for name, (table, _) in FULL_TEXT.items():
            connection.exec_driver_sql(
                f'CREATE TABLE {name} ("row" INTEGER NOT NULL REFERENCES {table} ("row"), words TSVECTOR NOT NULL)'
            )
            connection.exec_driver_sql(f"CREATE INDEX {name}_by_word ON {name} USING gin (words)")

    def sign(self, connection: Connection) -> None:
        """Mark the table that tells the revision."""
        connection.exec_driver_sql(f"COMMENT ON TABLE alembic_version IS '{SIGNATURE}'")

    def insert(self, connection: Connection, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """One stream of all rows."""
        names = ", ".join(f'"{c}"' for c in columns)
        driver: Any = connection.connection.driver_connection
        with driver.cursor() as cursor, cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)

    def keep_words(self, connection: Connection, added: Mapping[str, Sequence[Row]]) -> None:
        """Tell the words of the rows here, and send them."""
        for index, (table, columns) in FULL_TEXT.items():
            where = [metadata.tables[table].columns.keys().index(name) for name in columns]
            rows = [(row[0], vector) for row in added.get(table, ()) for vector in vectors(row[n] for n in where)]
            if rows:
                self.insert(connection, index, ("row", "words"), rows)

    def has_its_words(self, connection: Connection, index: str) -> bool:
        """By making the index anew beside itself."""
        connection.exec_driver_sql(f"CREATE TEMPORARY TABLE anew (LIKE {index}) ON COMMIT DROP")
        self._fill(connection, index, "anew")
        one, other = f"TABLE {index} EXCEPT ALL TABLE anew", f"TABLE anew EXCEPT ALL TABLE {index}"
        differs = connection.exec_driver_sql(f"SELECT EXISTS ({one}) OR EXISTS ({other})").scalar_one()
        connection.exec_driver_sql("DROP TABLE anew")
        return not differs

    def make_words_anew(self, connection: Connection, index: str) -> None:
        """The table of words may be damaged, but it is there: the server looks after that."""
        connection.exec_driver_sql(f"DELETE FROM {index}")
        self._fill(connection, index, index)

    def _fill(self, connection: Connection, index: str, target: str) -> None:
        """Put the words of all rows that the index is of into the table `target`."""
        table, columns = FULL_TEXT[index]
        names, last = ", ".join(("row", *columns)), 0
        while True:
            query = f'SELECT {names} FROM {table} WHERE "row" > {last} ORDER BY "row" LIMIT {_AT_A_TIME}'
            rows = connection.exec_driver_sql(query).all()
            if not rows:
                return
            words = [(row[0], vector) for row in rows for vector in vectors(row[1:])]
            self.insert(connection, target, ("row", "words"), words)
            last = rows[-1][0]

    def size(self, connection: Connection) -> int:
        """Bytes of the tables in the schema, with their indexes."""
        return int(connection.exec_driver_sql(_SIZE).scalar_one())

    def explain(self, where: Where, error: BaseException) -> str:
        """What PostgreSQL says, in other words where a user can do something about it."""
        return explain(str(where), getattr(error, "orig", None) or error)


class Queries(TypeDecorator[Any]):
    """Words sought (see `RowsWithWords`), handed over as a list in the query language of PostgreSQL."""

    impl = ARRAY(Text)
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> list[str]:
        return queries(value) if isinstance(value, str) else [any_of(some) for some in value]


@compiles(Values, "postgresql")
def _values(element: Values, compiler: Any, **options: Any) -> str:
    return f"(SELECT unnest({compiler.process(element.clauses, **options)}) AS value)"


@compiles(Field, "postgresql")
def _field(element: Field, compiler: Any, **options: Any) -> str:
    noun, path = (compiler.process(clause, **options) for clause in element.clauses)
    steps = path.replace(".", ",")
    kind = compiler.dialect.type_compiler_instance.process(element.type)
    return f"CAST({_as_json(noun)} #>> '{{{steps}}}' AS {kind})"


@compiles(Items, "postgresql")
def _items(element: Items, compiler: Any, **options: Any) -> str:
    noun, field = (compiler.process(clause, **options) for clause in element.clauses)
    return f"json_array_elements_text({_as_json(noun)} -> '{field}')"


@compiles(AtHand, "postgresql")
def _at_hand(element: AtHand, compiler: Any, **options: Any) -> str:
    """The column itself: the server counts its rows, and knows which index to use."""
    return str(compiler.process(element.clauses, **options))


def _as_json(noun: str) -> str:
    """PostgreSQL takes no U+0000 in JSON either, so one is another character for as long as it is looked into."""
    return f"CAST(replace({noun}, '\\u0000', '\\u0001') AS JSON)"


@compiles(RowsWithWords, "postgresql")
def _rows_with_words(element: RowsWithWords, compiler: Any, **options: Any) -> str:
    index, given = (compiler.process(clause, **options) for clause in element.clauses)
    sought = f"CAST({given} AS TEXT[])"
    return (
        f'(SELECT found."row" FROM unnest({sought}) WITH ORDINALITY AS sought (query, number) '
        f"JOIN {index} AS found ON found.words @@ CAST(sought.query AS TSQUERY) "
        f'GROUP BY found."row" HAVING count(DISTINCT sought.number) = cardinality({sought}))'
    )
