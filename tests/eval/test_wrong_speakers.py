"""A wrong speaker counts against the statements that name one, and a missing one does not."""

import json
import sys
from types import SimpleNamespace

import pytest

import wrong_speakers
from wrong_speakers import Case, rates

TEXT = "The mayor said the dam had held. The mayor left, and a warden laughed."


@pytest.mark.parametrize(("pairs", "right", "wrong", "invented", "missing"), [
    ([("Anna Brandt", "Anna Brandt")], (1, 1), (0, 1), (0, 1), (0, 1)),
    ([("Anna Brandt", "Karl Olsen"), ("Karl Olsen", "Karl Olsen")], (1, 2), (1, 2), (0, 2), (0, 2)),
    ([(None, "Karl Olsen"), ("Karl Olsen", "Karl Olsen")], (1, 2), (1, 2), (1, 2), (0, 2)),
    ([("Anna Brandt", None), ("Karl Olsen", "Karl Olsen")], (1, 1), (0, 1), (0, 1), (1, 2)),
    ([(None, None)], (0, 0), (0, 0), (0, 0), (0, 1)),
])  # fmt: skip
def test_only_a_named_speaker_can_be_wrong(pairs, right, wrong, invented, missing):
    found = rates([Case("a", "", gold, ours, gold == ours) for gold, ours in pairs])
    assert list(found.values()) == [right, wrong, invented, missing]


@pytest.fixture
def record(tmp_path, monkeypatch):
    """The cases of one hand-made record whose two statements are said by Brandt and by nobody."""
    said = [{"content": [0, 9], "speaker": "Anna Brandt"}, {"content": [20, 29], "speaker": None}]
    (tmp_path / "d.json").write_text(json.dumps({"document": "texts/d.txt", "statements": said}), "utf-8")
    (tmp_path / "aliases.json").write_text(json.dumps({"Anna Brandt": ["the mayor"]}), "utf-8")
    scorer = SimpleNamespace(pair=pair, same_name=same_name)
    monkeypatch.setitem(sys.modules, "score_record", scorer)
    return lambda readings: [
        (c.gold, c.ours, c.right) for c in wrong_speakers.record_cases(tmp_path, readings)
    ]  # fmt: skip


def pair(gold, ours, key, least):
    return [(i, j) for i, g in enumerate(gold) for j, o in enumerate(ours) if g[key] == o[key]]


def same_name(wanted, named, aliases):
    return named == wanted or named in aliases.get(wanted, [])


@pytest.mark.parametrize(("content", "speaker", "case"), [
    ([0, 9], "Anna Brandt", ("Anna Brandt", "Anna Brandt", True)),
    ([0, 9], "the mayor", ("Anna Brandt", "the mayor", True)),
    ([0, 9], "Karl Olsen", ("Anna Brandt", "Karl Olsen", False)),
    ([0, 9], None, ("Anna Brandt", None, False)),
    ([20, 29], "Karl Olsen", (None, "Karl Olsen", False)),
])  # fmt: skip
def test_a_record_s_speaker_goes_by_any_of_its_names(record, content, speaker, case):
    reading = {"document": "in/d.txt", "statements": [{"content": content, "speaker": speaker}]}
    assert record({"in/d.txt": reading}) == [case]


@pytest.mark.parametrize("readings", [
    {}, {"in/other.txt": {"statements": [{"content": [0, 9], "speaker": "Anna Brandt"}]}}, {"in/d.txt": {}},
])  # fmt: skip
def test_a_record_that_was_not_read_gives_no_cases(record, readings):
    assert record(readings) == []


@pytest.fixture
def spans(tmp_path, monkeypatch):
    """The cases of a text of which the gold has one statement, with its speaker at the beginning."""

    def count(content, speaker_span, source=(0, 9)):
        gold = [{"content": [(15, 31)], "source": [source] if source else []}]
        scorer = SimpleNamespace(
            statements=lambda folder, split: [({"id": f"{folder.name}/{split}", "text": TEXT}, gold)],
            spans_of=lambda span: [tuple(span)] if span else [],
            overlapping=lambda a, b: max(0, min(a[1], b[1]) - max(a[0], b[0])),
            length=lambda some: sum(b - a for a, b in some),
            match=lambda gold, ours, common: [(0, 0)] if ours else [],
        )
        monkeypatch.setitem(sys.modules, "gold", scorer)
        ours = [{"content": content, "speaker_span": speaker_span}]
        readings = {f"{tmp_path.name}/dev": {"statements": ours}}
        found = wrong_speakers.span_cases(tmp_path / "statements", readings, "dev")
        return [(c.gold, c.ours, c.right) for c in found]

    return count


@pytest.mark.parametrize(("speaker_span", "ours", "right"), [
    ([0, 9], "The mayor", True),
    ([4, 9], "mayor", True),
    ([33, 42], "The mayor", False),
    ([53, 61], "a warden", False),
    (None, None, False),
])  # fmt: skip
def test_a_source_is_right_where_it_stands_and_the_same_words_elsewhere_are_not(spans, speaker_span, ours, right):
    assert spans([15, 31], speaker_span) == [("The mayor", ours, right)]


def test_a_source_that_the_gold_does_not_have_is_wrong(spans):
    assert spans([15, 31], [0, 9], source=None) == [(None, "The mayor", False)]


@pytest.mark.parametrize(("content", "found"), [([15, 31], 1), ([15, 23], 1), ([15, 20], 0), ([40, 50], 0)])
def test_a_statement_is_found_where_half_of_the_words_are_common(spans, content, found):
    assert len(spans(content, [0, 9])) == found


def test_the_shares_are_printed_as_one_object(tmp_path, monkeypatch, capsys):
    cases = [Case("a", "x", "Anna Brandt", name, name == "Anna Brandt") for name in ("Anna Brandt", "Karl Olsen")]
    monkeypatch.setattr(wrong_speakers, "record_cases", lambda *_: cases)
    (tmp_path / "readings.jsonl").write_text("", "utf-8")
    monkeypatch.setattr(
        sys, "argv", ["wrong_speakers.py", "record", str(tmp_path), str(tmp_path / "readings.jsonl"), "--json"]
    )
    monkeypatch.setattr(sys, "path", [*sys.path])
    wrong_speakers.main()
    assert json.loads(capsys.readouterr().out) == {
        "speaker right, of those named": 0.5,
        "speaker wrong, of those named": 0.5,
        "of these, the gold has nobody": 0.0,
        "nobody named, the gold has one": 0.0,
    }
