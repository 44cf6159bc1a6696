"""Files, folders and streams are received as they were sent; what cannot be is a problem that says why."""

import gzip
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Problem
from sayso.sources import Received, limits, receive
from sayso.sources.formats import FORMATS
from sayso.sources.rows import FIELDS


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def contents(items):
    return [i.content if isinstance(i, Received) else i.code for i in items]


SINGLE = [
    ("a.txt", "Shells fell.\r\nNobody came.\n", ["Shells fell.\r\nNobody came.\n"]),
    ("a.md", "# A title\n", ["# A title\n"]),
    ("A.TXT", "Shells fell.", ["Shells fell."]),
    ("a.txt.gz", gzip.compress(b"Shells fell.", mtime=0), ["Shells fell."]),
    ("a.txt", b"\xef\xbb\xbfShells fell.", ["Shells fell."]),
    ("a.txt", "Снаряды".encode("utf-16"), ["Снаряды"]),
    ("a.txt", "Le maire a dit « non », l’été dernier, à Orlan.".encode("cp1252"),
     ["Le maire a dit « non », l’été dernier, à Orlan."]),
    ("a.txt", "“Да” “нет” “да”".encode() + b"\xff" + "“нет” “да”".encode(), ["“Да” “нет” “да”\ufffd“нет” “да”"]),
    ("a.html", b'<meta charset="windows-1251"><p>' + "Снаряды".encode("cp1251"),
     ['<meta charset="windows-1251"><p>Снаряды']),
    ("a.txt", "", ["empty"]),
    ("a.csv", "id,text\n", ["empty"]),
    ("a.txt", " \n", ["empty"]),
    ("a.txt", b"%PDF-1.7 ...", ["not-text"]),
    ("a.txt", b"ab\0\0cd", ["not-text"]),
    ("a.txt.gz", gzip.compress(b"Shells fell." * 99, mtime=0)[:-20], ["broken-gzip"]),
    ("a.txt.gz", b"\x1f\x8bnothing", ["broken-gzip"]),
    ("a.bin", "Shells fell.", ["unknown-format"]),
    ("noending", "Shells fell.", ["unknown-format"]),
    ("feed.xml", "<rss/>", ["unknown-format"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "received"), SINGLE)
def test_a_file_is_received_exactly_or_refused(name, content, received, tmp_path):
    assert contents(receive([write(tmp_path / name, content)])) == received


def test_a_missing_path_is_a_problem_and_the_run_goes_on(tmp_path):
    there = write(tmp_path / "a.txt", "Shells fell.")
    missing, text = receive([str(tmp_path / "none.txt"), there])
    assert (missing.code, missing.place) == ("not-found", str(tmp_path / "none.txt"))
    assert text.content == "Shells fell."


def test_a_folder_is_received_in_order_without_what_is_hidden(tmp_path):
    for name in ("b.txt", "a.txt", ".hidden.txt", "c/d.txt", ".git/x.txt"):
        write(tmp_path / name, name)
    assert contents(receive([str(tmp_path)])) == ["a.txt", "b.txt", "c/d.txt"]


def test_an_empty_folder_is_a_problem(tmp_path):
    assert contents(receive([str(tmp_path)])) == ["empty"]


JSON_LINES = '{"id": 7, "Headline": "T", "body": "One."}\n\nnot json\n{"text": ""}\n[1]\n{"text": "Two \\ud800."}'


def test_rows_are_received_and_bad_ones_named_by_their_line(tmp_path):
    path = write(tmp_path / "a.jsonl", JSON_LINES)
    one, bad, empty, no_row, two = receive([path])
    assert (one.name, one.title, one.content) == ("7", "T", "One.")
    assert [(p.code, p.place) for p in (bad, empty, no_row)] == [
        ("not-json", f"{path}:3"), ("no-text", f"{path}:4"), ("not-a-row", f"{path}:5"),
    ]  # fmt: skip
    assert (two.name, two.content) == (f"{path}:6", "Two \ufffd.")


ROW = {"id": "r1", "url": "https://orlan.example/a", "source": {"name": "Orlan Desk"}, "publishedAt": "2031-05-24",
       "authors": ["A. Lind", "B. Kerr"], "headline": "T", "lang": "en", "maintext": "One.\r\nTwo."}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.ndjson", json.dumps(ROW)),
        ("a.json", json.dumps([ROW])),
        ("a.json", json.dumps({"status": "ok", "articles": [ROW]}, indent=1)),
        ("a.json", json.dumps(ROW)),
        ("a.jsonl.gz", gzip.compress(json.dumps(ROW).encode())),
    ],
)
def test_a_row_is_the_same_in_every_form(name, content, tmp_path):
    path = write(tmp_path / name, content)
    assert list(receive([path])) == [
        Received("r1", path, "One.\r\nTwo.", "text", "https://orlan.example/a", "Orlan Desk", "T", "A. Lind, B. Kerr",
                 "2031-05-24", "en")
    ]  # fmt: skip


TABLES = [
    ("a.csv", "id,text\n1,One.\n2,\"Two,\nthree.\"\n", ["One.", "Two,\nthree."]),
    ("a.csv", "id;text\n1;One, two.\n", ["One, two."]),
    ("a.tsv", "\ufeffText\tDate\nOne\u2028two.\t2031-05-24\n", ["One\u2028two."]),
    ("a.csv", "id,text\n1,\n2,Two.\n", ["no-text", "Two."]),
    ("a.csv", "a,b\n1,2\n", ["no-text"]),
    ("a.csv", "\n\n", ["empty"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "received"), TABLES)
def test_a_table_is_received_row_by_row(name, content, received, tmp_path):
    assert contents(receive([write(tmp_path / name, content)])) == received


@pytest.mark.parametrize("field", FIELDS)
def test_every_listed_name_of_a_field_is_understood(field, tmp_path):
    for name in FIELDS[field]:
        row = {name: "value"} if field in ("text", "html") else {"text": "One.", name: "value"}
        (received,) = receive([write(tmp_path / "a.json", json.dumps([row]))])
        found = getattr(received, {"id": "name", "text": "content", "html": "content"}.get(field, field))
        assert found == "value", name


def test_the_names_of_fields_are_apart():
    names = [n for names in FIELDS.values() for n in names]
    assert len(names) == len(set(names))


STREAMS = [
    (b"Shells fell.", ["Shells fell."]),
    (b'{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
    (b'[{"text": "One."}]', ["One."]),
    (b"<!DOCTYPE html><p>One.", ["<!DOCTYPE html><p>One."]),
    (gzip.compress(b"Shells fell.", mtime=0), ["Shells fell."]),
    (b"[Photo] Shells fell.", ["[Photo] Shells fell."]),
    (b"", ["empty"]),
    (b"<?xml version='1.0'?><rss/>", ["unknown-format"]),
]


@pytest.mark.parametrize(("data", "received"), STREAMS)
def test_standard_input_is_received_by_how_it_begins(data, received):
    assert contents(receive(["-"], stdin=io.BytesIO(data))) == received


def test_standard_input_without_a_stream_is_a_problem():
    assert contents(receive(["-"])) == ["no-input"]


@pytest.mark.parametrize("name", ["a.txt.gz", "a.csv.gz", "a.json.gz", "a.html.gz"])
def test_a_bomb_is_refused(name, tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "DOCUMENT", 2**20)
    monkeypatch.setattr(limits, "FILE", 2**20)
    assert contents(receive([write(tmp_path / name, gzip.compress(b"a" * 2**21, mtime=0))])) == ["too-large"]


def test_a_row_that_is_too_long_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "ROW", 100)
    long = json.dumps({"text": "a" * 1000})
    path = write(tmp_path / "a.jsonl", f'{long}\n{{"text": "One."}}\n')
    assert contents(receive([path])) == ["row-too-large", "One."]


@pytest.mark.parametrize("name", [f"a{ending}" for ending in FORMATS])
@given(data=st.binary(max_size=200) | st.text(alphabet='{}[]",:\\ua1\n\t<> é', max_size=60).map(str.encode))
def test_no_bytes_raise(name, data, tmp_path_factory):
    path = write(tmp_path_factory.mktemp("x") / name, data)
    for item in receive([path, "-"], stdin=io.BytesIO(data)):
        assert isinstance(item, Received | Problem)
        if isinstance(item, Received):
            item.content.encode()


def test_a_problem_names_what_to_do_next(tmp_path):
    for name, content, _ in SINGLE:
        for item in receive([write(tmp_path / name, content)]):
            if isinstance(item, Problem):
                assert item.stage == "sources"
                assert item.place
                assert len(item.message) > 20
