"""What of a text is in one sentence with some words of it: text on both sides -> expected."""

import pytest

from sayso.ledger.surroundings import in_sentence


@pytest.mark.parametrize(
    ("before", "behind", "expected"),
    [
        ("It rained. In Velm ", " on Monday. Then came night.", ("In Velm ", " on Monday")),
        ("In Velm ", " on Monday", ("In Velm ", " on Monday")),
        ("“No.” He said ", "\nNext line", ("He said ", "")),
        ("", "", ("", "")),
    ],
)
def test_a_sentence_ends_where_a_mark_or_a_line_does(before, behind, expected):
    assert in_sentence(before, behind) == expected
