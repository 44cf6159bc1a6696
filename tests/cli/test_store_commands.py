"""The commands that look after the store: what is made anew, and what another reading changed."""

import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from ledger.invented import judge, report
from sayso.cli.main import sayso
from sayso.ledger import Ledger
from sayso.model import Figure, Reading, SaysoError, Span, record_id
from sayso.readings.reader import READER

LED = ["--ledger", "l"]


def call(folder: Path, *arguments: str) -> Result:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return CliRunner().invoke(sayso, [*arguments, *LED], catch_exceptions=False)


@pytest.fixture
def desk(tmp_path) -> Path:
    """A folder with a ledger of two documents, one of them read by nobody but an old reader that found nothing."""
    (one, read), (other, _) = report(1, text="Nothing else was known."), report(2, text="The ferry did not sail.")
    wrong = Figure(Span(0, 5), Span(0, 5), 5, 5, "arrested")
    read = msgspec.structs.replace(read, figures=(wrong, *read.figures))
    gone = record_id("f", one.id, wrong.span)
    with Ledger.open(tmp_path / "l") as ledger:
        ledger.add([(one, read), (other, Reading(other.id, "sayso/1"))])
        kept = record_id("s", one.id, read.statements[0].content)
        ledger.judge(judge("confirm", "statement", kept), judge("reject", "figure", gone))
    return tmp_path


def test_another_reading_keeps_judgements_and_tells_what_changed(desk):
    with Ledger.open(desk / "l") as ledger:
        judged = ledger.judgements()
    told = call(desk, "rebuild", "--read", "--format", "json")
    assert told.exit_code == 0
    rows = {row["what"]: row for row in json.loads(told.stdout)}
    assert rows["documents"] | {"before": 2, "after": 2, "gained": 0, "lost": 0} == rows["documents"]
    for row in rows.values():
        assert row["after"] == row["before"] + row["gained"] - row["lost"]
        assert all(len(row[f"{part}_ids"]) == row[part] for part in ("gained", "lost", "changed"))
    assert rows["statements"]["gained"] == 1 and rows["figures"]["lost_ids"][0].startswith("f")
    with Ledger.open(desk / "l") as ledger:
        assert [v.judgement for v in ledger.judgements()] == [v.judgement for v in judged]
        states = {v.judgement.noun: v.state for v in ledger.judgements()}
        assert states["statement"] == "counts" and states["figure"] == "alone"
        assert list(ledger.documents_without_reading(READER, ledger.situation.fingerprint())) == []
    [alone] = [v.judgement.id for v in judged if v.judgement.noun == "figure"]
    assert f"1 judgements are about what is no longer read: {alone}" in told.stderr
    again = call(desk, "rebuild", "--read", "--format", "json")
    assert not any(row[part] for row in json.loads(again.stdout) for part in ("gained", "lost", "changed"))
    assert again.stderr == ""


def test_what_is_made_anew_is_listed(desk):
    assert call(desk, "rebuild").stderr == "Made anew; nothing differed.\n"
    with Ledger.open(desk / "l") as ledger:
        ledger._connection.exec_driver_sql("DELETE FROM sketch")
    assert json.loads(call(desk, "rebuild", "--format", "json").stdout) == [{"table": "sketch", "gone": 0, "new": 2}]


def test_the_doctor_says_what_is_wrong_and_leaves_with_one(desk):
    told = call(desk, "doctor")
    assert told.exit_code == 0 and "fault" not in told.stdout
    assert "were not read by" in told.stdout
    with Ledger.open(desk / "l") as ledger:
        ledger._connection.exec_driver_sql("DELETE FROM sketch")
    told = call(desk, "doctor", "--full", "--format", "json")
    assert told.exit_code == 1
    faults = [row for row in json.loads(told.stdout) if row["state"] == "fault"]
    assert {row["check"] for row in faults} == {"derived"}
    assert all("sayso rebuild" in row["says"] for row in faults)
    assert call(desk, "rebuild").exit_code == call(desk, "doctor", "--full").exit_code == 0


def test_a_ledger_is_copied_and_nothing_is_overwritten(desk):
    assert "checked" in call(desk, "backup", "copy").stdout
    with Ledger.open(desk / "l") as ledger, Ledger.open(desk / "copy") as copy:
        assert list(copy.transcript()) == list(ledger.transcript())
    with pytest.raises(SaysoError, match="overwrites nothing"):
        call(desk, "backup", "copy")


@pytest.mark.parametrize("command", [["doctor"], ["backup", "copy"], ["rebuild"]])
def test_a_ledger_that_is_not_there_is_told_and_not_made(tmp_path, command):
    with pytest.raises(SaysoError, match="no such ledger"):
        call(tmp_path, *command)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("noun", "begins"), [("record", '{"'), ("statements", '{"@context"'), ("figures", "Id,Day"), ("events", '{"type"')]
)
def test_a_noun_is_exported_to_the_output_or_to_a_file(desk, noun, begins):
    told = call(desk, "export", noun)
    assert told.exit_code == 0 and told.stdout.startswith(begins)
    (desk / "there").write_text("before")
    assert call(desk, "export", noun, "--to", "there").stdout == ""
    assert (desk / "there").read_text("utf-8") == told.stdout
    assert {p.name for p in desk.iterdir()} == {"l", "there"}


def test_a_ledger_is_made_of_an_exported_record(desk):
    call(desk, "export", "record", "--to", "record")
    for new in (2, 0):
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(desk)
            told = CliRunner().invoke(sayso, ["import", "record", "--ledger", "copy"])
        assert told.stdout.startswith(f"{new} documents")
    with Ledger.open(desk / "l") as ledger, Ledger.open(desk / "copy") as copy:
        assert copy.record() == ledger.record() and copy.judgements() == ledger.judgements()


@pytest.mark.parametrize(
    "options", [["record", "--by", "x"], ["events", "--format", "hxl"], ["record", "--since", "2031-01-01"]]
)
def test_what_does_not_go_together_is_refused(desk, options):
    told = CliRunner().invoke(sayso, ["export", *options, "--ledger", str(desk / "l")])
    assert told.exit_code == 2


def test_a_file_that_cannot_be_written_is_told(desk):
    with pytest.raises(SaysoError, match="cannot be written"):
        call(desk, "export", "record", "--to", "missing/record")
