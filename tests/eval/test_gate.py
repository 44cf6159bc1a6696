"""The gate fails below its floors, floors only rise, and what is not whole is found out."""

import json
import sys

import pytest

import floors
import gate
import integrity
import measures
import runs
from measures import MEASURES, Figure, Row
from sets import SETS


@pytest.fixture
def output(tmp_path):
    def make(*readings):
        path = tmp_path / "readings.jsonl"
        path.write_text("".join(json.dumps(r) + "\n" for r in readings), "utf-8")
        return runs.Output(path, 2.0)

    return make


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "corpus.jsonl"
    rows = [{"id": "a", "text": "One boat sank."}, {"id": "b", "text": "Two did not."}]
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    return path


@pytest.mark.parametrize(("ours", "floor", "fails"), [
    (0.7009, 0.7, False), (0.6999, 0.7, True), (0.7, 0.7, False), (0.29999999999999993, 0.3, False), (0.1, None, False),
])  # fmt: skip
def test_a_figure_below_its_floor_fails(ours, floor, fails):
    assert Row("times", "value", Figure(ours), floor=floor).fails is fails


def test_floors_rise_and_never_fall():
    rows = [Row("times", "value", Figure(0.7219)), Row("times", "strict", Figure(0.5), floor=0.6)]
    assert [r.floor for r in floors.raise_floors(rows)] == [0.721, 0.6]


def test_floors_are_kept_by_set_and_measure(tmp_path, monkeypatch):
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.toml")
    floors.write_floors([Row("times", m, Figure(0.9), floor=f) for m, f in (("value", 0.721), ("strict", 0.6))])
    assert floors.load_floors() == {"times": {"value": 0.721, "strict": 0.6}}


def test_every_floor_is_of_a_measure():
    known = {(m.set, m.metric) for m in MEASURES}
    known |= {("corpus", m) for m in floors.load_floors().get("corpus", {})}
    assert {(s, m) for s, of in floors.load_floors().items() for m in of} <= known | {
        ("seeds", "dated right, read together")
    }


def test_every_measure_is_of_a_set():
    assert {m.set for m in MEASURES} == {s.name for s in SETS}


@pytest.mark.parametrize(("printed", "told"), [
    ({"f1": 0.5, "precision": 1.0, "recall": 1 / 3}, "| times | value | 0.500 | 1.000 | 0.333 | – | 0.800 | 0.499 |"),
    (0.5, "| times | value | 0.500 | – | – | – | 0.800 | 0.499 |"),
])  # fmt: skip
def test_the_table_gives_a_figure_with_its_parts(printed, told):
    measure = measures.Measure("times", "value", "key")
    row = Row("times", "value", measures.figure_of({"key": printed}, measure), aim=0.8, floor=0.499)
    assert gate.as_table([row]).splitlines()[-1] == told


def test_a_whole_corpus_is_whole(corpus, output):
    readings = [{"document": "a", "events": [{"span": [0, 13], "trigger": [9, 13]}]}, {"document": "b"}]
    assert [r.ours.value for r in integrity.check_corpus(corpus, output(*readings)).rows] == [1.0, 1.0, 1.0]


@pytest.mark.parametrize(("reading", "broken"), [
    (None, 0),
    ({"document": "b", "problems": [{"code": "reader-failed", "place": "b", "message": "read_times failed"}]}, 1),
    ({"document": "b", "statements": [{"content": [0, 3], "via_spans": [[4, 99]]}]}, 2),
    ({"document": "b", "statements": [{"content": [3, 3]}]}, 2),
])  # fmt: skip
def test_what_is_lost_failed_or_outside_is_below_the_floor(corpus, output, reading, broken):
    readings = [{"document": "a", "times": [{"span": [0, 3]}]}, *([reading] if reading else [])]
    rows = integrity.check_corpus(corpus, output(*readings)).rows
    assert [r.fails for r in rows] == [i == broken for i in range(3)]


def test_without_gold_sets_it_says_so_and_passes(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(gate, "SHARED", tmp_path)
    monkeypatch.setattr(sys, "argv", ["gate.py"])
    assert gate.main() == 0
    assert "skipped" in capsys.readouterr().out
