"""A backup is the ledger as it was at one moment, whole and checked, or it is not there at all."""

import subprocess
import sys
from pathlib import Path

import pytest

from ledger.adds_reports import BATCH, REPORTS, reports
from ledger.invented import judge, report
from sayso.ledger import Ledger
from sayso.ledger.upkeep.diagnosing import diagnose
from sayso.model import SaysoError, Situation


def faults(path):
    return [f for f in diagnose(path, Situation(), "sayso/1", full=True) if f.state == "fault"]


@pytest.mark.parametrize("source", ["l", ":memory:"])
def test_a_backup_is_a_ledger_like_the_other(tmp_path, source):
    path = tmp_path / source if source == "l" else source
    with Ledger.open(path) as ledger:
        ledger.add(report(n) for n in range(9))
        ledger.judge(judge("note", "place", "Velm", why="see there"))
        size = ledger.backup(tmp_path / "copy")
        with Ledger.open(tmp_path / "copy") as copy:
            assert list(copy.transcript()) == list(ledger.transcript())
            assert copy.record() == ledger.record()
            assert copy.add([report(10)]).documents == 1
    assert size > 0 and not faults(tmp_path / "copy")


def test_a_backup_overwrites_nothing(tmp_path):
    (tmp_path / "copy").write_text("mine")
    with Ledger.open(tmp_path / "l") as ledger, pytest.raises(SaysoError, match="name another"):
        ledger.backup(tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "mine"


def test_a_name_taken_meanwhile_is_not_overwritten(tmp_path, monkeypatch):
    with Ledger.open(tmp_path / "l") as ledger:
        monkeypatch.setattr("sayso.ledger.upkeep.copying._check", lambda _: (tmp_path / "copy").write_text("theirs"))
        with pytest.raises(SaysoError, match="name another"):
            ledger.backup(tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "theirs"
    assert {p.name for p in tmp_path.iterdir()} == {"l", "copy"}


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with Ledger.open(tmp_path / "l") as ledger, pytest.raises(SaysoError, match="cannot be written"):
        ledger.backup(tmp_path / "missing" / "copy")


@pytest.mark.parametrize("data", [b"", b"\0" * 9000, b"SQLite format 3\0" + b"\xff" * 9000])
def test_what_is_not_whole_is_not_kept(tmp_path, monkeypatch, data):
    monkeypatch.setattr("sayso.ledger.upkeep.copying.copy_store", lambda _, path: path.write_bytes(data))
    with Ledger.open(tmp_path / "l") as ledger, pytest.raises(SaysoError):
        ledger.backup(tmp_path / "copy")
    assert {p.name for p in tmp_path.iterdir()} == {"l"}


def test_backups_while_another_run_adds_hold_whole_batches(tmp_path):
    command = [sys.executable, str(Path(__file__).with_name("adds_reports.py")), str(tmp_path / "l")]
    ids = [d.id for d, _ in reports()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        safe = int(writer.stdout.readline())
        with Ledger.open(tmp_path / "l") as ledger:
            for n, line in enumerate(writer.stdout):
                if n % 4 == 0:
                    ledger.backup(tmp_path / f"copy-{n}")
                    with Ledger.open(tmp_path / f"copy-{n}") as copy:
                        there = set(copy.record().documents)
                    assert there == set(ids[: len(there)])
                    assert len(there) >= safe and len(there) % BATCH == 0
                    assert not faults(tmp_path / f"copy-{n}")
                safe = int(line)
    assert writer.returncode == 0 and safe == REPORTS
