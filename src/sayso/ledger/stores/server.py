"""Name the server that a ledger is kept on, without the password.

Enters: a URL, `postgresql://USER@HOST/DATABASE`, as PostgreSQL's own programs take it. Leaves: the URL for the driver,
and a name for people, in which no password stands. Refuses: what is cut in two by a mark that belongs to the password.
"""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from sayso.model import SaysoError

SCHEMES = ("postgresql://", "postgres://")
_SHOWN = ("host", "port", "dbname", "user", "service", "options")


@dataclass(frozen=True, slots=True)
class Server:
    """A database on a server. As text it is its name without the password, fit for any message."""

    url: str = field(repr=False)

    def __post_init__(self) -> None:
        before, _, _ = self.url.partition("?")
        authority, _, rest = before.partition("://")[2].partition("/")
        if "@" in rest or "#" in before or ("@" not in authority and "@" in self.url):
            raise SaysoError(
                "the address of the ledger cannot be told apart from its password; write / as %2F, ? as %3F, # as %23 "
                "and @ as %40 there, or leave the password out and set PGPASSWORD"
            )

    def __str__(self) -> str:
        before, _, options = self.url.partition("?")
        scheme, _, rest = before.partition("://")
        user, at, place = rest.rpartition("@")
        shown = urlencode([pair for pair in parse_qsl(options) if pair[0] in _SHOWN], safe="/")
        return f"{scheme}://{user.partition(':')[0]}{at}{place}" + (f"?{shown}" if shown else "")


Where = Path | Server
"""Where a ledger is kept: a file, or a database on a server."""


def locate(where: "str | Where") -> Where:
    """The server that a URL names, else the file. Raises `SaysoError` for a URL that is none."""
    if isinstance(where, str):
        return Server(where) if where.startswith(SCHEMES) else Path(where)
    return where
