"""Whatever the text, nothing raises, no span lies outside of it, and what is read can be written."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import checks
import hostile
from sayso.languages import load_language
from sayso.model import Document, Problem, Quantity, Reading, Span, Time

ROOT = Path(__file__).parents[2]
BASES = [p.read_text("utf-8", "replace") for p in sorted((ROOT / "src/sayso/demo/reports").iterdir())]
FRAGMENTS = hostile.fragments_of(load_language("en"))
LENGTH = 400


@pytest.fixture(scope="module")
def trial():
    return checks.Trial()


@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_or_made_up_text_is_read_without_a_failure(seed, trial):
    for number in range(25):
        text = hostile.make_text(random.Random(f"{seed}/{number}"), BASES, FRAGMENTS, LENGTH)
        case = checks.Case(text, form="html" if number % 10 == 0 else "text", date="2031-05-24" if number % 2 else "")
        failure = trial.failure(case)
        assert failure is None, (failure, text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(FRAGMENTS) | st.sampled_from(hostile.TIES) | st.text(max_size=8), max_size=30))
def test_any_string_of_fragments_is_read_without_a_failure(trial, pieces):
    assert trial.failure(checks.Case(" ".join(pieces))) is None


TEXT = "Two boats sank on Friday."
BROKEN = [
    (Reading("d", "r", times=(Time(Span(15, 26), "DATE", "x"),)), "outside of the text"),
    (Reading("d", "r", times=(Time(Span(3, 3), "DATE", "x"),)), "outside of the text or empty"),
    (Reading("d", "r", times=(Time(Span(15, 21), "DATE", "x", begin="2031-02-30"),)), "is no day"),
    (Reading("d", "r", times=(Time(Span(3, 4), "DATE", "x"),)), "holds no words"),
    (Reading("d", "r", quantities=(Quantity(Span(0, 3), Span(0, 3), float("inf")),)), "is not a number"),
    (Reading("d", "r", problems=(Problem("readings", "reader-failed", "read_times failed"),)), "read_times failed"),
    (Reading("d", "r"), None),
]


@pytest.mark.parametrize(("reading", "wrong"), BROKEN, ids=[str(wrong) for _, wrong in BROKEN])
def test_a_broken_promise_is_found(reading, wrong):
    found = checks.wrong_with(Document("d", "n", TEXT), reading)
    assert wrong in found if wrong else found is None


def test_a_failing_text_is_cut_down_to_what_fails(trial, monkeypatch):
    monkeypatch.setattr(trial, "failure", lambda case: "raised Oops: x" if "!" in case.text else None)
    assert trial.shrink(checks.Case("One boat sank! " * 9), "raised Oops: y").text == "!"
