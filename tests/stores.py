"""The stores that a ledger may be kept in, for tests of what must be the same in each."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from postgresql_server import PostgresServer, missing

STORES = ("sqlite", "postgresql")
kept_in_a_file = pytest.mark.parametrize("store", ["sqlite"], indirect=True)
"""For tests of many examples of what no store has a part in."""


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgresServer]:
    """A server; tests that need it are skipped where none can be run."""
    trouble = missing()
    if trouble is not None:
        pytest.skip(trouble)
    server = PostgresServer()
    yield server
    server.stop()


@pytest.fixture(scope="session", params=STORES)
def store(request: pytest.FixtureRequest) -> str:
    """The name of each store in turn."""
    if request.param == "postgresql":
        request.getfixturevalue("postgresql")
    return str(request.param)


@pytest.fixture(scope="session")
def nowhere(store: str, request: pytest.FixtureRequest) -> Callable[[], str]:
    """Where to open an empty ledger that is kept no longer than it is open."""
    if store == "sqlite":
        return lambda: ":memory:"
    server: PostgresServer = request.getfixturevalue("postgresql")
    return server.emptied


@pytest.fixture(scope="session")
def somewhere(
    store: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], str | Path]:
    """Where to open an empty ledger that is there when it is opened again."""
    if store == "sqlite":
        return _files(tmp_path_factory)
    server: PostgresServer = request.getfixturevalue("postgresql")
    return server.emptied


@pytest.fixture(scope="session")
def unmade(
    store: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], str | Path]:
    """Where no ledger has been made yet."""
    if store == "sqlite":
        return _files(tmp_path_factory)
    server: PostgresServer = request.getfixturevalue("postgresql")
    return server.new


def _files(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """A name for a file that is not there, each time another."""
    folder, numbers = tmp_path_factory.mktemp("ledgers"), count()
    return lambda: folder / str(next(numbers))
