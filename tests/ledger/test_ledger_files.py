"""What a file must be to be opened as a ledger, and what a user is told where it is not."""

import os
import sqlite3
import subprocess
import sys

import msgspec
import pytest
from sqlalchemy import create_engine

from ledger.invented import prose, report
from sayso.ledger import Ledger
from sayso.ledger.migrations import migrate, scripts
from sayso.ledger.opening import REVISION
from sayso.ledger.tables import APPLICATION_ID
from sayso.model import SaysoError, Situation


def schema(path):
    """Every table and index, as the file states it, spaces aside."""
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    connection.close()
    return sorted((kind, name, table, "".join((sql or "").split())) for kind, name, table, sql in rows)


def make_of_revision(path, revision):
    engine = create_engine(f"sqlite:///{path}", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        migrate(connection, revision)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    engine.dispose()


@pytest.mark.parametrize("revision", [s.revision for s in scripts().walk_revisions()])
def test_a_migrated_ledger_has_the_schema_of_a_new_one(tmp_path, revision):
    make_of_revision(tmp_path / "old", revision)
    Ledger.open(tmp_path / "old").close()
    Ledger.open(tmp_path / "new").close()
    assert schema(tmp_path / "old") == schema(tmp_path / "new")


def test_the_newest_revision_is_the_one_that_new_ledgers_are_of():
    assert scripts().get_current_head() == REVISION


def test_a_ledger_finds_the_day_zero_again_that_its_documents_gave_away(somewhere):
    where = somewhere()
    base = Situation(name="dam", places=("Orlin",))
    with Ledger.open(where, base) as ledger:
        for zero in ("2031-05-01", "2031-05-02"):
            ledger.keep_situation(msgspec.structs.replace(base, day_zero=zero))
            ledger.keep_situation(msgspec.structs.replace(base, day_zero=zero))
        doc, read = report(1)
        read = msgspec.structs.replace(
            read, situation=msgspec.structs.replace(base, day_zero="2031-05-01").fingerprint()
        )
        ledger.add([(doc, read)])
    with Ledger.open(where, base) as ledger:
        assert ledger.settle_situation().day_zero == "2031-05-01"
    with Ledger.open(where, Situation(places=("Talmo",))) as ledger:
        assert ledger.settle_situation().day_zero is None
    with Ledger.open(where, Situation(places=("Orlin",), day_zero="2031-04-30")) as ledger:
        assert ledger.settle_situation().day_zero == "2031-04-30"


def test_a_ledger_is_there_after_it_is_closed(somewhere):
    where = somewhere()
    with Ledger.open(where) as ledger:
        ledger.add([report(1)])
        record = ledger.record()
    with Ledger.open(str(where)) as ledger:
        assert ledger.record() == record


def test_the_size_of_a_ledger_is_that_of_its_file(tmp_path):
    with Ledger.open(tmp_path / "l") as ledger:
        ledger.add([report(1)])
        size = ledger.status().bytes
    assert size == (tmp_path / "l").stat().st_size


def test_an_empty_file_becomes_a_ledger(tmp_path):
    (tmp_path / "l").touch()
    with Ledger.open(tmp_path / "l") as ledger:
        assert ledger.record().documents == {}


def write_database(path, *statements):
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_file_that_is_no_ledger_is_refused_and_left_alone(tmp_path):
    (tmp_path / "text").write_text("Not a ledger at all. " * 100)
    before = (tmp_path / "text").read_bytes()
    with pytest.raises(SaysoError, match="not a ledger"):
        Ledger.open(tmp_path / "text")
    assert (tmp_path / "text").read_bytes() == before


def test_another_programs_database_is_refused_and_left_alone(tmp_path):
    write_database(tmp_path / "other", "CREATE TABLE notes (note TEXT)")
    before = (tmp_path / "other").read_bytes()
    with pytest.raises(SaysoError, match="another program"):
        Ledger.open(tmp_path / "other")
    assert (tmp_path / "other").read_bytes() == before


def test_a_newer_programs_ledger_is_refused(tmp_path):
    Ledger.open(tmp_path / "l").close()
    write_database(tmp_path / "l", "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SaysoError, match=r"newer sayso \(revision 9999\); update"):
        Ledger.open(tmp_path / "l")


@pytest.mark.parametrize("name", ["", "missing/l"])
def test_what_cannot_be_opened_is_told(tmp_path, name):
    with pytest.raises(SaysoError, match="cannot be opened"):
        Ledger.open(tmp_path / name)


def test_a_damaged_ledger_is_told(tmp_path):
    with Ledger.open(tmp_path / "l") as ledger:
        ledger.add(report(n) for n in range(50))
    data = bytearray((tmp_path / "l").read_bytes())
    data[8192:] = b"\xff" * (len(data) - 8192)
    (tmp_path / "l").write_bytes(data)
    with pytest.raises(SaysoError, match=r"damaged|not a ledger"), Ledger.open(tmp_path / "l") as ledger:
        ledger.record()


def test_a_ledger_that_cannot_be_written_is_told(tmp_path):
    with Ledger.open(tmp_path / "l") as ledger:
        ledger._connection.exec_driver_sql("PRAGMA query_only = ON")
        with pytest.raises(SaysoError, match="read-only"):
            ledger.add([report(1)])


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write what is read-only")
def test_a_read_only_file_is_told(tmp_path):
    with Ledger.open(tmp_path / "l") as ledger:
        ledger.add([report(1)])
    (tmp_path / "l").chmod(0o444)
    with pytest.raises(SaysoError, match="read-only"), Ledger.open(tmp_path / "l") as ledger:
        ledger.add([report(2)])


def test_the_stage_is_imported_without_the_database_library():
    code = "import sys, sayso.ledger, sayso.ledger.views; print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_ledger_from_before_finds_its_copies_again(tmp_path):
    """What the tables of copies hold after a migration is what they hold where every document was added anew."""
    text = prose(7, 200)
    pairs = [report(n, text=text if n % 2 else f"{text} {prose(n, 90)}", outlet=f"Outlet {n} (AP)") for n in range(4)]
    with Ledger.open(tmp_path / "new") as ledger:
        ledger.add(pairs, batch=1)
        found = ledger.copies()
    make_of_revision(tmp_path / "old", "0002")
    move_rows(tmp_path / "new", tmp_path / "old", ["document", "reading", "receipt"])
    with Ledger.open(tmp_path / "old") as ledger:
        assert ledger.copies() == found != ()


def move_rows(source, target, tables):
    """Copy rows into a ledger of revision 0002, which had one wording for two documents here."""
    with sqlite3.connect(target) as connection:
        connection.execute("ATTACH ? AS other", (str(source),))
        connection.execute("INSERT INTO wording SELECT row, 'old' || row FROM other.wording")
        for table in tables:
            connection.execute(f"INSERT INTO {table} SELECT * FROM other.{table}")
        connection.execute("UPDATE document SET wording = 1 WHERE row = 2")
    connection.close()


def test_a_ledger_from_before_finds_the_names_of_a_body(tmp_path):
    ways = ["Norway's defense ministry", "the Norwegian Ministry of Defence"]
    with Ledger.open(tmp_path / "old") as ledger:
        ledger.add([report(n, speaker=way, kind="organisation") for n, way in enumerate(ways)])
    with sqlite3.connect(tmp_path / "old") as connection:
        connection.execute("DELETE FROM name_block WHERE block LIKE 'name:=%'")
        connection.execute("UPDATE alembic_version SET version_num = '0009'")
    connection.close()
    with Ledger.open(tmp_path / "old") as ledger:
        assert len(ledger.statements(by=ways[0])) == len(ledger.statements(by=ways[1])) == 2
