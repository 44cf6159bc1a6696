"""A wrong speaker counts against the statements that name one, and a missing one does not."""

import importlib
from pathlib import Path

import pytest

EVAL = Path(__file__).parents[2] / "eval"


@pytest.fixture
def counted(monkeypatch, capsys):
    monkeypatch.syspath_prepend(str(EVAL))
    module = importlib.import_module("wrong_speakers")

    def count(*pairs):
        module.print_rates([module.Case("a", "", gold, ours, gold == ours) for gold, ours in pairs])
        return [line.split()[-1] for line in capsys.readouterr().out.splitlines()]

    return count


@pytest.mark.parametrize(("pairs", "wrong", "invented", "missing"), [
    ([("Anna Brandt", "Anna Brandt")], "0/1", "0/1", "0/1"),
    ([("Anna Brandt", "Karl Olsen"), ("Karl Olsen", "Karl Olsen")], "1/2", "0/2", "0/2"),
    ([(None, "Karl Olsen"), ("Karl Olsen", "Karl Olsen")], "1/2", "1/2", "0/2"),
    ([("Anna Brandt", None), ("Karl Olsen", "Karl Olsen")], "0/1", "0/1", "1/2"),
    ([(None, None)], "0/0", "0/0", "0/1"),
])  # fmt: skip
def test_only_a_named_speaker_can_be_wrong(counted, pairs, wrong, invented, missing):
    assert counted(*pairs) == [wrong, invented, missing]
