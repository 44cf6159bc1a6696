"""What is a server's own: who may write, what is lost with a connection, and what a user is told. Needs a server."""

import contextlib
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from ledger.adds_reports import BATCH, reports
from ledger.invented import report
from sayso import demo
from sayso.documents import make_document
from sayso.ledger import Ledger
from sayso.ledger.migrations import scripts
from sayso.ledger.opening import REVISION, is_there, transaction
from sayso.ledger.stores.postgresql_errors import explain
from sayso.ledger.stores.server import Server, locate
from sayso.model import Document, SaysoError, Situation
from sayso.readings.pool import read_documents
from sayso.sources import Received, receive

FIRST_REVISION = Path(__file__).with_name("postgresql_0005.sql")
"""The tables of the first revision that was kept on servers, as pg_dump writes them."""
SCHEMA = """
SELECT format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, collation_name)
FROM information_schema.columns WHERE table_schema = '{0}' UNION ALL
SELECT replace(indexdef, '{0}.', '') FROM pg_indexes WHERE schemaname = '{0}' UNION ALL
SELECT format('%s %s %s', conrelid::regclass::text, conname, pg_get_constraintdef(oid)) FROM pg_constraint
WHERE connamespace = '{0}'::regnamespace ORDER BY 1
"""


def rows(server, query):
    import psycopg

    with psycopg.connect(server.url(), autocommit=True) as connection:
        return [row[0] for row in connection.execute(query).fetchall()]


def schema_of(url):
    return url.rpartition("search_path%3D")[2]


def schema(server, url):
    name = schema_of(url)
    return [row.replace(f"{name}.", "") for row in rows(server, SCHEMA.format(name))]


def pid(ledger):
    return ledger._connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()


@pytest.fixture(scope="module")
def read_demo(loaded_pipeline):
    """The demo's reports with their readings."""
    items = (i for i in receive([str(Path(demo.__file__).with_name("reports"))]) if isinstance(i, Received))
    made = (make_document(item, retrieved="2031-01-01T00:00:00+00:00") for item in items)
    documents = [doc for doc in made if isinstance(doc, Document)]
    return list(read_documents(documents, Situation(), "en", jobs=1))


def test_every_text_is_ordered_by_code_point(postgresql):
    url = postgresql.new()
    Ledger.open(url).close()
    other = f"""SELECT table_name FROM information_schema.columns WHERE table_schema = '{schema_of(url)}'
        AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'"""
    assert rows(postgresql, other) == []
    assert rows(postgresql, "SELECT CASE WHEN 'a' < 'B' THEN 'English' END") == ["English"]


def test_a_ledger_of_the_first_revision_becomes_one_of_todays(postgresql):
    old, new = postgresql.new(), postgresql.new()
    postgresql.run(f"SET search_path = {schema_of(old)};" + FIRST_REVISION.read_text(encoding="utf-8"))
    for url in (old, new):
        Ledger.open(url).close()
    assert schema(postgresql, old) == schema(postgresql, new)
    assert scripts().get_current_head() == REVISION


def test_views_do_not_make_a_ledger(postgresql):
    url = postgresql.new()
    assert not is_there(locate(url))
    assert rows(postgresql, f"SELECT relname FROM pg_class WHERE relnamespace = '{schema_of(url)}'::regnamespace") == []
    Ledger.open(url).close()
    assert is_there(locate(url))


def test_another_programs_tables_are_refused_and_left_alone(postgresql):
    url = postgresql.new()
    postgresql.run(f"CREATE TABLE {schema_of(url)}.alembic_version (version_num TEXT)")
    with pytest.raises(SaysoError, match="another program"):
        Ledger.open(url)
    assert len(schema(postgresql, url)) == 1


def test_a_newer_programs_ledger_is_refused(postgresql):
    url = postgresql.new()
    Ledger.open(url).close()
    postgresql.run(f"UPDATE {schema_of(url)}.alembic_version SET version_num = '9999'")
    with pytest.raises(SaysoError, match=r"newer sayso \(revision 9999\); update"):
        Ledger.open(url)


def test_a_lost_connection_is_told_and_the_ledger_goes_on(postgresql):
    with Ledger.open(postgresql.emptied()) as ledger:
        ledger.add([report(1)])
        for use in (ledger.record, lambda: ledger.add([report(2)])):
            postgresql.run(f"SELECT pg_terminate_backend({pid(ledger)}, 5000)")
            with pytest.raises(SaysoError, match=r"ended the connection .* Run it again"):
                use()
            assert ledger.status().documents == 1
        assert ledger.add([report(2)]).documents == 1


def test_a_connection_that_is_lost_within_a_batch_leaves_nothing_of_it(postgresql, monkeypatch):
    def cut_off(connection, prints):
        postgresql.run(f"SELECT pg_terminate_backend({pid(ledger)}, 5000)")
        connection.exec_driver_sql("SELECT 1")

    with Ledger.open(postgresql.emptied()) as ledger:
        ledger.add([report(1)])
        with monkeypatch.context() as patched:
            patched.setattr("sayso.ledger.adding.link_copies", cut_off)
            with pytest.raises(SaysoError, match="what was added before is kept"):
                ledger.add([report(2)])
        assert [d.document.name for d in ledger.documents()] == ["report-1"]
        assert ledger.add([report(1), report(2)]).documents == 1
        assert len(ledger.statements(about="died")) == 2


@pytest.mark.parametrize("lines", [0, 3])
def test_a_killed_writer_leaves_whole_batches_and_the_next_goes_on(postgresql, lines):
    url = postgresql.emptied()
    command = [sys.executable, str(Path(__file__).with_name("adds_reports.py")), url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        safe = max([0, *(int(writer.stdout.readline()) for _ in range(lines))])
        writer.kill()
    with Ledger.open(url) as killed, Ledger.open(":memory:") as whole:
        with transaction(killed._connection, write=True):
            """The one that was killed holds the ledger until the server has undone its last batch."""
        there = list(killed.record().documents)
        assert len(there) >= safe == lines * BATCH
        assert len(there) % BATCH == 0
        killed.add(reports())
        whole.add(reports())
        assert killed.record() == whole.record()
        assert killed.statements(about="died") == whole.statements(about="died")
        assert killed.rebuild() == ()


def test_writers_take_turns_while_readers_read(postgresql):
    url = postgresql.emptied()
    parts = [list(reports())[n::3] for n in range(3)]

    def write(part):
        with Ledger.open(url) as ledger:
            ledger.add(part, batch=BATCH)

    writers = [threading.Thread(target=write, args=(part,)) for part in parts]
    with Ledger.open(url) as reader, Ledger.open(":memory:") as whole:
        for writer in writers:
            writer.start()
        while any(writer.is_alive() for writer in writers):
            with reader.moment():
                record = reader.record()
                assert len(record.statements) == len(record.documents) == reader.status().documents
        whole.add(reports())
        assert reader.record() == whole.record()


MAY_BE_EMPTY = ("parts", "incidents", "disputes", "problems", "judgements")
VIEWS = (
    "record", "documents", "statements", "figures", "events", "series", "latest", "copies", "origins", "parts",
    "stories", "actors", "places", "incidents", "disputes", "problems", "judgements",
)  # fmt: skip


def test_every_view_answers_as_that_of_a_file(postgresql, read_demo):
    with Ledger.open(postgresql.emptied()) as server, Ledger.open(":memory:") as file:
        for ledger in (server, file):
            ledger.add(read_demo)
        for name in VIEWS:
            for as_of in ("2025-06-10", "2025-06-12", None):
                told = getattr(file, name)(as_of=as_of)
                assert getattr(server, name)(as_of=as_of) == told, name
            assert told or name in MAY_BE_EMPTY, name
        assert list(server.transcript()) == list(file.transcript())


def test_nothing_is_added_within_a_moment(nowhere):
    with Ledger.open(nowhere()) as ledger, ledger.moment():
        with pytest.raises(SaysoError):
            ledger.add([report(1)])
        assert ledger.documents() == ()


def test_who_may_only_read_reads(postgresql):
    url = postgresql.new()
    with Ledger.open(url) as ledger:
        ledger.add([report(1)])
    name, user = schema_of(url), f"reads_{schema_of(url)}"
    postgresql.run(
        f"CREATE ROLE {user} LOGIN",
        f"GRANT USAGE ON SCHEMA {name} TO {user}",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA {name} TO {user}",
    )
    with Ledger.open(postgresql.url(name, user=user)) as ledger:
        assert len(ledger.statements(about="died")) == 1
        with pytest.raises(SaysoError, match="cannot be used by this user"):
            ledger.add([report(2)])


def test_a_database_that_cannot_hold_every_text_is_refused(postgresql):
    with contextlib.suppress(Exception):
        postgresql.run(
            "CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' LOCALE_PROVIDER 'libc' TEMPLATE template0",
        )
    with pytest.raises(SaysoError, match=r"its encoding is LATIN1; .*--encoding=UTF8"):
        Ledger.open(postgresql.url(database="latin"))


WRONG = [
    ("postgresql://sayso:geheim@/nowhere?host={host}", r"cannot be opened .*createdb"),
    ("postgresql://nobody:geheim@/postgres?host={host}", "does not know this user"),
    ("postgresql://sayso:geheim@localhost:1/postgres", "cannot be reached"),
    ("postgres://sayso:geheim@/postgres?host={host}/none", "cannot be reached"),
    ("postgresql://sayso:geheim@/postgres?host={host}&password=geheim&port=x", "cannot be reached|no address"),
    ("postgresql://sayso:geheim@/postgres?host={host}&pasword=geheim", "no address"),
    ("postgresql://sayso:geheim@/postgres?host={host}&options=-csearch_path%3Dnone", "CREATE SCHEMA"),
    ("postgresql://sayso:ge/heim@localhost/postgres", "%2F"),
    ("postgresql://sayso:ge?heim@localhost/postgres", "%3F"),
    ("postgresql://sayso:ge#heim@localhost/postgres", "%23"),
]


@pytest.mark.parametrize(("url", "says"), WRONG)
def test_what_cannot_be_opened_is_told_without_the_password(postgresql, url, says):
    with pytest.raises(SaysoError, match=says) as told:
        Ledger.open(url.format(host=postgresql.folder))
    assert "heim" not in str(told.value)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://ana:geheim@db.example:5433/desk", "postgresql://ana@db.example:5433/desk"),
        ("postgres://ana:ge:heim%40@db.example/desk", "postgres://ana@db.example/desk"),
        ("postgresql:///desk?user=ana&password=geheim&host=/run/pg", "postgresql:///desk?user=ana&host=/run/pg"),
        ("postgresql://db.example/desk?sslpassword=geheim", "postgresql://db.example/desk"),
        ("postgresql://", "postgresql://"),
    ],
)
def test_a_server_is_named_without_the_password(url, shown):
    assert str(locate(url)) == shown
    assert "heim" not in repr(locate(url))


def test_what_is_no_url_is_a_file():
    assert locate("a.ledger") == Path("a.ledger")
    assert locate(Server("postgresql://h/d")) == Server("postgresql://h/d")


def test_the_driver_that_is_missing_is_asked_for(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    monkeypatch.delattr("sayso.ledger.stores.postgresql_driver", raising=False)
    monkeypatch.delitem(sys.modules, "sayso.ledger.stores.postgresql_driver", raising=False)
    with pytest.raises(SaysoError, match=r"needs psycopg .*pip install 'sayso\[postgresql\]'"):
        Ledger.open("postgresql://ana:geheim@localhost/desk")


class ServerError(Exception):
    """An error as psycopg raises them."""

    def __init__(self, text, sqlstate=None):
        super().__init__(text)
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (ServerError("canceling statement due to lock timeout", "55P03"), "here is being written to by another run"),
        (ServerError("cannot execute INSERT in a read-only transaction", "25006"), "the server only reads"),
        (ServerError("could not extend file", "53100"), "the server's disk is full"),
        (ServerError("server closed the connection unexpectedly\n\tThis probably"), "unexpectedly); what was added"),
        (ServerError("connection failed: FATAL:  password authentication failed"), "PGPASSWORD"),
        (ServerError("connection failed: fe_sendauth: no password supplied"), "asks for a password"),
        (ServerError("connection failed: FATAL:  sorry, too many clients already"), "no more connections"),
        (ServerError("duplicate key\nDETAIL: the words of a row", "23505"), "here reports: duplicate key"),
    ],
)
def test_what_the_server_says_is_told_with_the_next_step(error, says):
    told = explain("here", error)
    assert says in told
    assert "the words of a row" not in told and "\n" not in told
