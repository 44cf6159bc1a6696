"""A cell is plain, whole, and nothing that a spreadsheet would run; what stood in it can be read back."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.exports.cells import FORMULA, cell_text, csv_line, safe_cell, unguarded

TEXTS = st.text(st.one_of(st.sampled_from("=+-@＝＠'\t\r\n\x00 ,;\"x"), st.characters()), max_size=12)
NUMBERS = st.one_of(st.integers(), st.floats(allow_nan=False, allow_infinity=False))


@pytest.mark.parametrize(
    ("value", "cell"),
    [(None, ""), (1.0, "1"), (1.5, "1.5"), (["a", None, 2], "a; ; 2"), ("a\x1b[31m\nb", "a [31m b"), (True, "True"),
     (1.2e12, "1200000000000"), (3_456_789_012_345.0, "3456789012345"), (1234567890123.25, "1234567890123.25"),
     (-3, "-3"), (1e23, "99999999999999991611392")],
)  # fmt: skip
def test_a_cell_is_plain(value, cell):
    assert cell_text(value) == cell


@pytest.mark.parametrize(
    ("text", "cell"),
    [("=1+1", "'=1+1"), (" =1+1", "' =1+1"), ("\t@SUM(1)", "' @SUM(1)"), ("-40", "'-40"), ("＝1", "'＝1"),
     ("'=1", "''=1"), ("'so'", "'so'"), ("40-50", "40-50"), (-40, "-40"), (["-40"], "'-40")],
)  # fmt: skip
def test_what_a_spreadsheet_would_run_is_text(text, cell):
    assert safe_cell(text) == cell


@given(st.lists(TEXTS, min_size=1, max_size=5), st.sampled_from(",\t"))
def test_text_comes_back_and_runs_nowhere(texts, delimiter):
    [cells] = csv.reader(io.StringIO(csv_line(texts, delimiter)), delimiter=delimiter)
    assert not any(cell.lstrip().startswith(FORMULA) or not cell.isprintable() for cell in cells)
    assert [unguarded(cell) for cell in cells] == [cell_text(text) for text in texts]


@given(st.lists(NUMBERS, min_size=1, max_size=5))
def test_numbers_come_back_as_they_were(numbers):
    [cells] = csv.reader(io.StringIO(csv_line(numbers)))
    assert [float(cell) for cell in cells] == [float(number) for number in numbers]
