"""The intake does at most 2.2 times the work for twice the text.

Counted are lines of code run, so that no clock is needed. The families of text are those of `bench/linear.py`, which
measures seconds: what is done within one call of a library (a slice, a search, a parse) counts as one line here, and
shows only there.
"""

import runpy
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

LINEAR = runpy.run_path(str(Path(__file__).parents[2] / "bench" / "linear.py"))
FAMILIES, MOST = LINEAR["FAMILIES"], LINEAR["MOST"]
LENGTH = 8000


def work(stage: Callable[[str], object], text: str) -> int:
    """How many lines of code of the project and of this file are run."""
    lines = 0

    def count(frame, event, argument):
        nonlocal lines
        lines += event == "line"
        return count

    def enter(frame, event, argument):
        return count if "sayso" in frame.f_code.co_filename or frame.f_code.co_filename == __file__ else None

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        stage(text)
    finally:
        sys.settrace(before)
    return lines


def growth(stage: Callable[[str], object], unit: str, length: int) -> float:
    """How many times the work of a text of repeats is done for one twice as long."""
    once, twice = (unit * (n * length // len(unit)) for n in (1, 2))
    stage(once[:200])
    return work(stage, twice) / work(stage, once)


@pytest.mark.parametrize("family", FAMILIES)
def test_the_work_of_the_intake_grows_with_the_text_alone(english, family):
    stages = LINEAR["intake"](english)
    grown = {name: growth(stage, FAMILIES[family], LENGTH) for name, stage in stages.items()}
    assert {name: ratio for name, ratio in grown.items() if ratio > MOST} == {}


def test_work_that_grows_faster_is_seen():
    def pairs(text):
        return sum(a == b for a in text for b in text)

    def characters(text):
        return sum(a == "a" for a in text)

    assert growth(pairs, "ab", 200) > 3.5
    assert growth(characters, "ab", 200) <= 2
