"""The doctor finds every damage that was done on purpose, names what to do, and changes nothing."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from ledger.invented import judge, prose, report
from sayso.ledger import Ledger
from sayso.ledger.upkeep.diagnosing import diagnose
from sayso.model import Problem, Situation

HERE = Situation(names={"Welm": ("Velm",)})
NAMES = ("l", "l-wal", "l-shm")


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> Path:
    """A ledger of thirty documents, closed."""
    path = tmp_path_factory.mktemp("sound") / "l"
    problem = Problem("readings", "too-long", "is long", "x")
    pairs = [
        report(n, text=f"{prose(n % 9, 90)} {prose(n, 12)} (AP)", situation=HERE.fingerprint(), problems=(problem,))
        for n in range(30)
    ]
    with Ledger.open(path, HERE) as ledger:
        ledger.add(pairs)
        ledger.keep_situation(HERE)
        ledger.judge(judge("note", "place", "Velm", why="see there"))
    return path


@pytest.fixture
def path(sound, tmp_path) -> Path:
    (tmp_path / "l").write_bytes(sound.read_bytes())
    return tmp_path / "l"


def faults(path, *, full=False, reader="sayso/1"):
    """The first fault of each check."""
    found = [f for f in diagnose(path, HERE, reader, full=full) if f.state == "fault"]
    return {f.check: f for f in reversed(found)}


def write(path, statement):
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def contents(folder):
    return {p.name: p.read_bytes() for p in folder.iterdir()}


@pytest.mark.parametrize("full", [False, True])
def test_a_sound_ledger_has_no_fault_and_is_left_as_it_is(path, full):
    before = contents(path.parent)
    found = list(diagnose(path, HERE, "sayso/1", full=full))
    assert {f.state for f in found} == {"ok"}, found
    assert {f.check for f in found} >= {"permissions", "disk space", "revision", "pages", "references", "full text"}
    assert contents(path.parent) == before


DAMAGE = [
    ("UPDATE document SET text = text || 'x' WHERE row = 3", "documents"),
    ("UPDATE document SET id = 'd0000000000000000' WHERE row = 3", "documents"),
    ("DELETE FROM receipt WHERE document = 3", "documents"),
    ("UPDATE receipt SET noun = '{' WHERE document = 3", "documents"),
    ("DELETE FROM document WHERE row = 3", "references"),
    ("DELETE FROM reading WHERE document = 3", "readings"),
    ("DELETE FROM statement WHERE row = 5", "readings"),
    ("UPDATE figure SET noun = replace(noun, '40', '41')", "readings"),
    ("UPDATE event SET noun = '[' WHERE row = 7", "documents"),
    ("UPDATE statement SET noun = replace(noun, '\"content\":[', '\"content\":[9') WHERE row = 1", "spans"),
    ("DELETE FROM problem WHERE row = 1", "readings"),
    ("UPDATE problem SET id = 'p' WHERE row = 1", "problems"),
    ("UPDATE judgement SET noun = replace(noun, 'see', 'say')", "judgements"),
    ("UPDATE judgement SET id = 'j0000000000000000'", "judgements"),
    ("UPDATE situation SET fingerprint = 'u0'", "situation"),
    ("UPDATE statement SET speaker = 'Nobody' WHERE row = 1", "derived"),
    ("UPDATE document SET wording = 1", "derived"),
    ("UPDATE sketch SET terms = x'' WHERE document = 2", "derived"),
    ("DELETE FROM copy_credit", "derived"),
    ("DELETE FROM figure_words WHERE rowid = 2", "full text"),
    ("DROP TABLE event_words", "full text"),
    ("DROP TABLE actor", "documents"),
    ("PRAGMA application_id = 7", "revision"),
    ("UPDATE alembic_version SET version_num = '0003'", "revision"),
    ("UPDATE alembic_version SET version_num = '9999'", "revision"),
]


@pytest.mark.parametrize(("damage", "check"), DAMAGE, ids=[d[0][:60] for d in DAMAGE])
def test_damaged_rows_are_a_fault_with_a_next_step(path, damage, check):
    write(path, damage)
    before = contents(path.parent)
    found = faults(path)
    assert check in found
    assert any(step in found[check].says for step in ("backup", "sayso", "--ledger"))
    assert contents(path.parent) == before


DERIVED = [
    ("DELETE FROM copy_pair", "derived", "copy_pair"),
    ("DELETE FROM copy_key WHERE wording = 2", "derived", "copy_key"),
    ("DELETE FROM copy_address", None, None),
    ("UPDATE copy_pair SET second_share = 0", "derived", "copy_pair"),
    ("UPDATE statement_words_docsize SET sz = x'00' WHERE id = 1", "full text", "statement_words"),
]


@pytest.mark.parametrize(("damage", "check", "place"), DERIVED, ids=[d[0] for d in DERIVED])
def test_what_only_comparing_with_a_new_copy_shows_is_found_in_full(path, damage, check, place):
    write(path, damage)
    assert not faults(path)
    found = faults(path, full=True)
    assert {(f.check, f.place) for f in found.values()} == ({(check, place)} if check else set())
    with Ledger.open(path, HERE) as ledger:
        ledger.rebuild()
    assert not faults(path, full=True)


def overwrite(path, start, data):
    with path.open("rb+") as file:
        file.seek(start)
        file.write(data)


BYTES = [
    ("a header overwritten", lambda path: overwrite(path, 0, b"\0" * 100)),
    ("no file but noise", lambda path: path.write_bytes(b"Not a ledger at all. " * 999)),
    ("cut in the middle of a page", lambda path: os.truncate(path, path.stat().st_size // 2 + 77)),
    ("cut at a page", lambda path: os.truncate(path, path.stat().st_size // 2 // 4096 * 4096)),
    ("cut after the first page", lambda path: os.truncate(path, 4096)),
    ("emptied", lambda path: os.truncate(path, 0)),
    ("its schema overwritten", lambda path: overwrite(path, 100, b"\xff" * 3996)),
    *(
        (f"page {n} overwritten", lambda path, n=n: overwrite(path, 4096 * n, b"\xaa" * 4096))
        for n in (1, 2, 5, 9, 20, 33)
    ),
]


@pytest.mark.parametrize("damage", [d for _, d in BYTES], ids=[name for name, _ in BYTES])
def test_damaged_bytes_are_a_fault_and_left_as_they_are(path, damage):
    damage(path)
    before = contents(path.parent)
    found = faults(path)
    assert found.keys() & {"file", "pages", "revision"}
    assert all(finding.says for finding in found.values())
    assert contents(path.parent) == before


def test_a_ledger_that_has_lost_its_log_is_a_fault(tmp_path):
    """A writer was killed before anything went from the log to the file, and the file alone was moved."""
    script = "import os, sys; from ledger.invented import report; from sayso.ledger import Ledger\n"
    script += "ledger = Ledger.open(sys.argv[1]); ledger.add([report(1)]); os._exit(9)"
    tests = str(Path(__file__).parents[1])
    subprocess.run([sys.executable, "-c", script, str(tmp_path / "l")], cwd=tests, check=False)
    before = contents(tmp_path)
    assert not faults(tmp_path / "l")
    assert {name: data for name, data in contents(tmp_path).items() if name != "l-shm"} == {
        name: data for name, data in before.items() if name != "l-shm"
    }
    (tmp_path / "l-wal").unlink()
    (tmp_path / "l-shm").unlink()
    assert "l-wal" in faults(tmp_path / "l")["revision"].says


NOTES = [
    ([judge("reject", "figure", "f0000000000000000")], "sayso/1", "judgements", "about nothing"),
    (
        [judge("grade", "outlet", "Velm Post", grade="A"), judge("grade", "outlet", "Velm Post", grade="D", who="Jo")],
        "sayso/1",
        "judgements",
        "in conflict",
    ),
    ([], "sayso/2", "reader", "30 documents were not read by sayso/2"),
]


@pytest.mark.parametrize(("made", "reader", "check", "says"), NOTES, ids=[n[3] for n in NOTES])
def test_what_is_no_fault_is_noted(path, made, reader, check, says):
    with Ledger.open(path, HERE) as ledger:
        ledger.judge(*made)
    [note] = [f for f in diagnose(path, HERE, reader) if f.state == "note"]
    assert note.check == check and says in note.says


def test_another_situation_is_noted(path):
    found = {f.check: f for f in diagnose(path, msgspec.structs.replace(HERE, places=("Orlin",)), "sayso/1")}
    assert found["situation"].state == "note"


def test_little_room_is_a_fault(path, monkeypatch):
    usage = type("Usage", (), {"free": 1000})
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage)
    assert "make room" in faults(path)["disk space"].says


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write what is read-only")
def test_what_may_not_be_written_is_noted(path):
    path.chmod(0o444)
    assert {f.check for f in diagnose(path, HERE, "sayso/1") if f.state == "note"} == {"permissions"}
