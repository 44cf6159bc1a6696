"""Disputes are scored on those that were judged, and on no others."""

import pytest

import disputes

VERDICTS = {"x1": ("real", ""), "x2": ("wrong", "an attempt read as done"), "x3": ("real", "")}


@pytest.mark.parametrize(
    ("found", "judged", "real"),
    [({"x1", "x2"}, 2, 1), ({"x1", "x9"}, 1, 1), ({"x9"}, 0, 0), ({"x1", "x2", "x3"}, 3, 2)],
)
def test_what_was_not_judged_counts_for_nothing(found, judged, real):
    assert disputes.score(found, VERDICTS) == (judged, real)


def test_the_sheet_holds_ids_and_verdicts_only():
    verdicts = disputes.load_verdicts()
    assert len(verdicts) == 60
    assert {verdict for verdict, _ in verdicts.values()} == {"real", "side", "wrong"}
    assert all(one.startswith("x") and len(one) == 17 for one in verdicts)
