"""Statements with one cue and one speaker count as one of several pieces, and no others do."""

import pytest

import split_quotations


def statement(start, cue=(30, 34), speaker="Ilse Brandt"):
    return {"content": [start, start + 5], "cue_span": list(cue) if cue else None, "speaker": speaker}


@pytest.mark.parametrize(
    ("statements", "contents"),
    [
        ([statement(0), statement(40)], [[[0, 5], [40, 45]]]),
        ([statement(0), statement(40, cue=(60, 64))], [[[0, 5]], [[40, 45]]]),
        ([statement(0), statement(40, speaker="Karl Olsen")], [[[0, 5]], [[40, 45]]]),
        ([statement(0, cue=None), statement(40, cue=None)], [[[0, 5]], [[40, 45]]]),
        ([statement(0), statement(20), statement(40)], [[[0, 5], [20, 25], [40, 45]]]),
        ([], []),
    ],
)
def test_what_one_cue_splits_is_one(statements, contents):
    assert [one["content"] for one in split_quotations.put_together(statements)] == contents
