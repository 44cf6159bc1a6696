"""One writer and many readers; a writer that is killed leaves whole batches and nothing else."""

import random
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from ledger.adds_reports import BATCH, reports
from ledger.invented import report
from ledger.kills_itself import few
from sayso.ledger import Ledger
from sayso.ledger.opening import REVISION, transaction
from sayso.ledger.stores.choosing import store_at
from sayso.ledger.tables import FULL_TEXT
from sayso.ledger.upkeep.diagnosing import diagnose
from sayso.model import SaysoError, Situation


@pytest.mark.parametrize("lines", [0, 1, 4, 9])
def test_a_killed_writer_leaves_whole_batches_and_goes_on(tmp_path, lines):
    command = [sys.executable, str(Path(__file__).with_name("adds_reports.py")), str(tmp_path / "killed")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        safe = max([0, *(int(writer.stdout.readline()) for _ in range(lines))])
        writer.kill()
    with Ledger.open(tmp_path / "killed") as killed, Ledger.open(tmp_path / "whole") as whole:
        there = list(killed.record().documents)
        assert len(there) >= safe == lines * BATCH
        assert len(there) % BATCH == 0
        assert set(there) == {d.id for d, _ in list(reports())[: len(there)]}
        assert killed.add(reports()).documents_known == len(there)
        whole.add(reports())
        assert killed.record() == whole.record()
        assert killed.statements(about="died") == whole.statements(about="died")
    with sqlite3.connect(tmp_path / "killed") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for index in FULL_TEXT:
            connection.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
    connection.close()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such kill")
def test_runs_killed_within_transactions_lose_nothing_while_another_reads(tmp_path):
    """The short form of eval/kills.py: one ledger, killed at moments drawn by lot until all reports are in."""
    path, expected, rng = tmp_path / "l", [d.id for d, _ in few()], random.Random(7)
    seen = safe = killed = 0
    with Ledger.open(path) as reader:
        while seen < len(expected):
            command = [sys.executable, str(Path(__file__).with_name("kills_itself.py")), str(path)]
            done = subprocess.run([*command, str(rng.randint(10, 50))], capture_output=True, text=True, check=False)
            assert done.returncode in (0, -signal.SIGKILL), done.stderr
            killed += done.returncode != 0
            safe = max([safe, *map(int, done.stdout.split())])
            there = reader.record().documents
            assert set(there) == set(expected[: len(there)])
            assert len(there) >= max(seen, safe) and len(there) % BATCH == 0
            assert not [f for f in diagnose(path, Situation(), "") if f.state == "fault"]
            seen = len(there)
        assert killed >= 3
        with Ledger.open(tmp_path / "whole") as whole:
            whole.add(few())
            assert list(reader.transcript()) == list(whole.transcript())
            assert reader.record() == whole.record()


def test_an_error_in_a_batch_leaves_nothing_of_it(nowhere):
    (one, reading), (other, _) = report(1), report(2)
    with Ledger.open(nowhere()) as ledger:
        with pytest.raises(SaysoError, match="came with document"):
            ledger.add([(one, reading), (other, reading)])
        assert ledger.status().documents == 0
        assert ledger.add([(one, reading)]).documents == 1


def test_a_second_writer_is_told_after_its_wait(somewhere):
    where = somewhere()
    with Ledger.open(where) as first, Ledger.open(where, wait=0.05) as second:
        with transaction(first._connection, write=True):
            with pytest.raises(SaysoError, match="another run of sayso"):
                second.add([report(1)])
            assert second.record().documents == {}
        assert second.add([report(1)]).documents == 1


def test_a_second_writer_waits_for_the_first(somewhere):
    where = somewhere()
    with Ledger.open(where) as first:
        with transaction(first._connection, write=True):
            thread = threading.Thread(target=_add, args=(where,))
            thread.start()
        thread.join()
        assert first.status().documents == 1


def _add(where):
    with Ledger.open(where, wait=30) as ledger:
        ledger.add([report(1)])


def test_two_runs_that_make_and_fill_one_ledger_at_once_make_the_one_that_one_run_makes(unmade, nowhere):
    """Both begin where no ledger is, and add the same reports: neither loses one, and none is there twice."""
    where = unmade()
    command = [sys.executable, str(Path(__file__).with_name("adds_reports.py")), str(where)]
    writers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    told = [writer.communicate()[0].split() for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0]
    new = sum(int(lines[-1]) for lines in told)
    with Ledger.open(where) as both, Ledger.open(nowhere()) as one:
        one.add(reports())
        assert new == both.status().documents == one.status().documents
        assert list(both.transcript()) == list(one.transcript())
        assert both.record() == one.record() and both.rebuild() == ()


class MadeMeanwhile:
    """A connection to a file in which another run makes a ledger after the first question."""

    def __init__(self, connection, path):
        self.connection, self.path = connection, path

    def exec_driver_sql(self, statement):
        self.value = self.connection.exec_driver_sql(statement).scalar_one()
        Ledger.open(self.path).close()
        return self

    def scalar_one(self):
        return self.value


def test_a_ledger_that_another_run_makes_meanwhile_is_not_taken_for_a_foreign_one(tmp_path):
    store = store_at(tmp_path / "l")
    with closing(store.connect(tmp_path / "l", 1)) as connection:
        assert store.revision(MadeMeanwhile(connection, tmp_path / "l"), tmp_path / "l") in (None, REVISION)


def test_who_rebuilds_and_who_adds_wait_for_each_other(somewhere):
    where = somewhere()
    command = [sys.executable, str(Path(__file__).with_name("adds_reports.py")), str(where)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        writer.stdout.readline()
        with Ledger.open(where) as ledger, Ledger.open(where) as reader:
            for _ in range(3):
                before = reader.status().documents
                assert ledger.rebuild() == ()
                assert reader.status().documents >= before
        writer.communicate()
    assert writer.returncode == 0
    with Ledger.open(where) as ledger:
        assert ledger.status().documents == len(list(reports()))


def test_a_reader_sees_one_moment_while_a_writer_adds(somewhere):
    where = somewhere()
    with Ledger.open(where) as writer, Ledger.open(where) as reader:
        writer.add([report(1)])
        with transaction(reader._connection, write=False):
            seen = reader._documents(reader._wanted())
            writer.add([report(2)])
            assert reader._documents(reader._wanted()) == seen
        assert len(reader.documents()) == 2


def test_what_is_asked_within_one_moment_is_of_one_state(somewhere):
    """A list of records and the documents they stand in must fit each other while another run adds."""
    where = somewhere()
    with Ledger.open(where) as reader, Ledger.open(where) as writer:
        writer.add([report(1)])
        with reader.moment():
            documents = {d.document.id for d in reader.documents()}
            writer.add([report(2)])
            assert {f.document for f in reader.figures()} == documents
            assert len(reader.latest("killed")) == 1
        assert {f.document for f in reader.figures()} > documents
