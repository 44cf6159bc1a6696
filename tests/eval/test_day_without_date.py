"""A day is right that is the row's, and by a fair reading the outlet's own day before it."""

import pytest

from day_without_date import is_fairly_right
from sayso.documents import DocumentDay
from sayso.model import Span

TEXT = "TORVIK, March 4 (Reuters) - A dam held on March 5, a warden said."
DATELINE, TOLD = Span(8, 15), Span(42, 49)


@pytest.mark.parametrize(("value", "basis", "evidence", "right"), [
    ("2031-03-05", "inferred", TOLD, True),
    ("2031-03-04", "inferred", DATELINE, True),
    ("2031-03-04", "inferred", TOLD, False),
    ("2031-03-04", "page", None, True),
    ("2031-03-03", "page", None, False),
    ("2031-03-06", "page", None, False),
])  # fmt: skip
def test_the_day_before_is_right_where_it_is_the_outlet_s_own(document, english, value, basis, evidence, right):
    day = DocumentDay(value, basis, (evidence,) if evidence else ())
    row = {"date": "2031-03-05T01:00:00Z"}
    assert is_fairly_right(row, document(TEXT), day, english) is right
