"""Open connections to a server, set up as a ledger needs them.

Enters: a URL. Leaves: a SQLAlchemy connection that commits each statement, keeps every character of a text, and makes
text columns whose order is that of code points, as a file's is. Nothing outside this module knows psycopg.
"""

from typing import Any

import psycopg
from sqlalchemy import Column, Connection, create_engine
from sqlalchemy.dialects.postgresql.base import PGTypeCompiler
from sqlalchemy.pool import NullPool

from sayso.ledger.stores.postgresql_texts import register

ENCODING = "utf8"
SETTINGS = "SET lock_timeout = '{wait}ms'; SET jit = off"
"""Queries of a ledger take less time than it takes to compile one."""


def connect(url: str, wait: float) -> Connection:
    """A connection on which whatever has to wait for another gives up after so many seconds."""

    def creator() -> Any:
        connection = psycopg.connect(url, autocommit=True, client_encoding=ENCODING, fallback_application_name="sayso")
        connection.execute(SETTINGS.format(wait=max(1, int(wait * 1000))))
        register(connection)
        return connection

    engine = create_engine(
        "postgresql+psycopg://",
        creator=creator,
        isolation_level="AUTOCOMMIT",
        poolclass=NullPool,
        use_native_hstore=False,
    )
    engine.dialect.type_compiler_instance = _ByCodePoint(engine.dialect)
    return engine.connect()


class _ByCodePoint(PGTypeCompiler):
    """Texts as columns order by code point, whatever the database's own order is."""

    def visit_TEXT(self, type_: Any, **options: Any) -> str:  # noqa: N802
        name = super().visit_TEXT(type_, **options)
        return f'{name} COLLATE "C"' if isinstance(options.get("type_expression"), Column) else name
