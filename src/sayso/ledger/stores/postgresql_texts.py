"""Keep every character of a text on a server that takes all but one of them.

Enters: texts on their way to and from PostgreSQL, which refuses U+0000. Leaves: on the server that character stands as
two others, and the first of these is written as two as well where a text has it, so nothing is lost. The half of a
surrogate pair is no character, and refused here as it is by a file.
"""

from typing import Any

from psycopg import Connection
from psycopg.adapt import Loader
from psycopg.types.string import StrDumperUnknown

_MARK, _NUL = "\x10", "\0"
_MARKED, _NUL_MARKED = "\x10m", "\x10n"
_MARK_BYTE = b"\x10"


def register(connection: Connection[Any]) -> None:
    """From now on texts keep every character on this connection."""
    connection.adapters.register_dumper(str, _Texts)
    for name in ("text", "varchar"):
        connection.adapters.register_loader(name, _LoadedTexts)


def _escape(text: str) -> str:
    return text.replace(_MARK, _MARKED).replace(_NUL, _NUL_MARKED)


def _unescape(text: str) -> str:
    return text.replace(_NUL_MARKED, _NUL).replace(_MARKED, _MARK)


class _Texts(StrDumperUnknown):
    def dump(self, obj: str) -> bytes:
        return (_escape(obj) if _NUL in obj or _MARK in obj else obj).encode()


class _LoadedTexts(Loader):
    def load(self, data: Any) -> str:
        raw = bytes(data)
        return _unescape(raw.decode()) if _MARK_BYTE in raw else raw.decode()
