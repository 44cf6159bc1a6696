"""Held-out documents are rebuilt from where their texts are kept, and refused where a text has changed."""

import gzip
import hashlib
import json
import sys

import pytest

import held
from runs import GateError

SPANS = {"statements": "content", "figures": "span", "events": "span"}
TEXT = "The dam at Oru broke on Friday, a warden said."


@pytest.fixture
def corpora(tmp_path, monkeypatch):
    for folder in ("corpora/ukraine2022", "gold/clusters/news_cluster", "gold/places"):
        (tmp_path / folder).mkdir(parents=True)
    with gzip.open(tmp_path / "corpora/ukraine2022/stream.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps({"title": t, "text": t and TEXT}) + "\n" for t in ("", "Dam breaks"))
    article = {"title": "Dam breaks", "text": TEXT}
    (tmp_path / "gold/clusters/news_cluster/dam.json").write_text(json.dumps(article), "utf-8")
    markup = "<article><source>a/Dry_day</source>\n<text>Dry.</text></article>"
    markup += f"<article><source>a/Dam_breaks</source>\n<text>{TEXT}</text></article>"
    (tmp_path / "gold/places/GeoVirus.xml").write_text(markup, "utf-8")
    monkeypatch.setattr(held, "SHARED", tmp_path)


def record(source, text=TEXT):
    sha = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return {"document": "d.txt", "source": source, "sha256": sha, "outlet": "Oru Post", "given": None}


SOURCES = [
    {"set": "ukraine2022", "key": 1},
    {"set": "news_cluster", "key": "dam.json"},
    {"set": "GeoVirus", "key": 1},
]


@pytest.mark.parametrize("source", SOURCES, ids=lambda s: s["set"])
def test_a_document_is_rebuilt_from_where_its_text_is_kept(corpora, source):
    wanted = {"id": "d.txt", "outlet": "Oru Post", "date": None, "title": "Dam breaks", "text": TEXT}
    assert held.document_of(record(source)) == wanted


@pytest.mark.parametrize("source", SOURCES, ids=lambda s: s["set"])
def test_a_text_that_changed_is_refused(corpora, source):
    with pytest.raises(GateError, match="not the one that was annotated"):
        held.document_of(record(source, TEXT + " "))


@pytest.mark.parametrize("arguments", [[], ["--rows", "-"]])
def test_without_the_corpora_it_says_so_and_passes(tmp_path, monkeypatch, capsys, arguments):
    monkeypatch.setattr(held, "SHARED", tmp_path)
    monkeypatch.setattr(sys, "argv", ["held.py", *arguments])
    assert held.main() == 0
    told = capsys.readouterr()
    assert "skipped" in told.err
    assert told.out == ""


def test_trouble_with_a_text_is_one_line_beside_the_rows(corpora, tmp_path, monkeypatch, capsys):
    part = tmp_path / "part"
    part.mkdir()
    (part / "d.json").write_text(json.dumps(record(SOURCES[0], TEXT + " ")), "utf-8")
    (tmp_path / "eval").mkdir()
    (tmp_path / "eval" / "score_record.py").touch()
    monkeypatch.setattr(held, "parts", lambda: [part])
    monkeypatch.setattr(sys, "argv", ["held.py", "--rows", "-"])
    assert held.main() == 1
    told = capsys.readouterr()
    assert told.err == "held: the text of d.txt is not the one that was annotated\n"
    assert told.out == ""


def test_annotations_hold_spans_and_names_and_no_text():
    """A string of nine words would be a sentence of somebody's article; a name is shorter."""
    for part in held.parts():
        for path in part.glob("*.json"):
            assert all(len(s.split()) < 9 for s in strings(json.loads(path.read_text("utf-8")))), path
            if path.name != "aliases.json":
                found = json.loads(path.read_text("utf-8"))
                assert all(0 <= s[0] < s[1] for s in [*spans(found), *found["furniture"]]), path


def spans(found):
    return [item[key] for kind, key in SPANS.items() for item in found[kind]]


def strings(node):
    if isinstance(node, str):
        return [node]
    if isinstance(node, dict):
        return [s for k, v in node.items() for s in (k, *strings(v))]
    return [s for v in node for s in strings(v)] if isinstance(node, list) else []
