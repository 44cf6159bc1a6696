"""What stands between quotation marks, whatever the marks are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.readings.statements.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One,” she said.", ["One,"]),
        ('"One," she said. "Two."', ["One,", "Two."]),
        ("''One,'' she said.", ["One,"]),
        ("‘‘One,’’ she said. “Two,’’ she added. “Three.”", ["One,", "Two,", "Three."]),
        ("«One», she said.", ["One"]),
        ("„One“, she said.", ["One"]),
        ("She called it ‘a mess’.", ["a mess"]),
        ("She called it 'a mess'.", ["a mess"]),
        ("It is the mayor's and the town's road.", []),
        ("The 'old road and the 'new one' met.", ["old road and the 'new one"]),
        ("'Old boats went by.\n'New boats' came.", ["New boats"]),
        ("“One.\n\n“Two.”", ["One.\n\n“Two."]),
        ("“One.\n\nNobody closed this.", ["One."]),
        ('She said: "One of us. He added that "two" came.', ["One of us.", "two"]),
        ("“He told me ‘no’ twice,” she said.", ["He told me ‘no’ twice,"]),
        ("no marks", []),
        ("", []),
    ],
)
def test_quotations_of_a_text(text, expected):
    assert [q.inner.words(text) for q in find_quotations(text)] == expected


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„`!?-", max_size=80))
def test_quotations_are_in_order_and_apart(text):
    end = 0
    for quotation in find_quotations(text):
        assert end <= quotation.outer.start < quotation.outer.end <= len(text)
        assert quotation.outer.covers(quotation.inner)
        end = quotation.outer.end
