"""Run a PostgreSQL server for the tests, from the programs that Debian's package `postgresql` installs.

It lives in a folder of its own, answers on a socket there alone, and writes nothing to the disk that must last. As the
server refuses to be run by root, root runs it as another user. Its own order of texts is English, not that of code
points, so that the tests see whether a ledger has its own.
"""

import atexit
import importlib.util
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import quote

ROOMS = 8
"""Ledgers that are handed out in turn: no test holds as many at a time."""
QUICK = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_connections": "60",
}


def missing() -> str | None:
    """What keeps a server from being run here, with the next step."""
    if importlib.util.find_spec("psycopg") is None:
        return "needs psycopg: pip install 'sayso[postgresql]'"
    if programs() is None:
        return "needs the programs of a PostgreSQL server: apt-get install postgresql"
    return None


def programs() -> Path | None:
    """The folder of the newest server's programs; Debian keeps them off the path."""
    there = [p.parent for p in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    newest = max(there, key=lambda p: int(p.parent.name) if p.parent.name.isdigit() else 0, default=None)
    found = shutil.which("initdb")
    return newest or (Path(found).parent if found else None)


class PostgresServer:
    """A server that runs until `stop`, with ledgers in schemas of its one database."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="sayso-pg-"))
        self.user = _other_user()
        if self.user is not None:
            shutil.chown(self.folder, self.user)
        order = ["--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US"]
        self._run("initdb", "-D", "data", "-U", "sayso", "--auth=trust", "--no-sync", *order)
        settings = " ".join(f"-c {name}='{value}'" for name, value in {**QUICK, "unix_socket_directories": "."}.items())
        settings = settings.replace("'.'", f"'{self.folder}'")
        self._run("pg_ctl", "-D", "data", "-l", "log", "-o", settings, "-w", "start")
        atexit.register(self.stop)
        self._made = 0
        self._turn = 0

    def _run(self, program: str, *arguments: str) -> None:
        folder = programs()
        assert folder is not None
        other = {} if self.user is None else {"user": self.user, "group": self.user, "extra_groups": []}
        if self.user == "nobody":
            other["group"] = "nogroup"
        done = subprocess.run(
            [str(folder / program), *arguments],
            cwd=self.folder,
            env={**os.environ, "HOME": str(self.folder), "LC_ALL": "C.UTF-8"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
            **other,
        )
        assert done.returncode == 0, f"{program}: {done.stderr.decode()}"

    def stop(self) -> None:
        """End the server and remove its folder."""
        if self.folder.exists():
            self._run("pg_ctl", "-D", "data", "-m", "immediate", "stop")
            shutil.rmtree(self.folder)

    def url(self, schema: str = "public", *, user: str = "sayso", database: str = "postgres") -> str:
        """How psycopg and sayso name a schema here."""
        options = quote(f"-csearch_path={schema}")
        return f"postgresql://{user}@/{database}?host={self.folder}&options={options}"

    def run(self, *statements: str) -> None:
        """Run SQL beside the ledgers."""
        import psycopg

        with psycopg.connect(self.url(), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)

    def new(self) -> str:
        """The URL of an empty schema that nobody has used."""
        self._made += 1
        self.run(f"CREATE SCHEMA new{self._made}")
        return self.url(f"new{self._made}")

    def emptied(self) -> str:
        """The URL of a ledger without rows. They are handed out in turn: to make one takes twenty times as long."""
        from sayso.ledger import Ledger
        from sayso.ledger.tables import FULL_TEXT, metadata

        room, self._turn = f"room{self._turn % ROOMS}", self._turn + 1
        if self._turn <= ROOMS:
            self.run(f"CREATE SCHEMA {room}")
            Ledger.open(self.url(room)).close()
        else:
            names = (*FULL_TEXT, *(table.name for table in reversed(metadata.sorted_tables)))
            self.run(*(f'DELETE FROM {room}."{name}"' for name in names))
        return self.url(room)


def _other_user() -> str | None:
    """Whom root runs the server as."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    import pwd

    return "postgres" if any(user.pw_name == "postgres" for user in pwd.getpwall()) else "nobody"
