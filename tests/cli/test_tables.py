"""Rows come out as a table, JSON, JSON lines, CSV or TSV, and nothing in a cell harms who opens them."""

import csv
import io
import json

import pytest

from sayso.cli.findings import bounds
from sayso.cli.tables import print_rows
from sayso.model import Figure, Span

ROWS = [
    {"id": "s1", "words": 'He said "no", twice', "count": 3.0},
    {"id": "s2", "words": "=HYPERLINK(1)", "count": None},
]


def test_json_holds_every_value(capsys):
    print_rows(ROWS, ["id"], "json", empty="none")
    assert json.loads(capsys.readouterr().out) == ROWS


def test_json_lines_are_rows(capsys):
    print_rows(ROWS, ["id"], "jsonl", empty="none")
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == ROWS


@pytest.mark.parametrize(("output", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_csv_reads_back_and_runs_no_formula(capsys, output, delimiter):
    print_rows(ROWS, ["id"], output, empty="none")
    read = list(csv.DictReader(io.StringIO(capsys.readouterr().out), delimiter=delimiter))
    assert read[0] == {"id": "s1", "words": 'He said "no", twice', "count": "3"}
    assert read[1]["words"] == "'=HYPERLINK(1)"


def test_a_table_has_the_columns_asked_for(capsys):
    print_rows(ROWS, ["id", "count"], "table", empty="none")
    out = capsys.readouterr().out
    assert "s1" in out
    assert "HYPERLINK" not in out


def test_no_rows_say_so_beside_the_output(capsys):
    print_rows([], ["id"], "table", empty="No statement matches.")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "No statement matches." in captured.err


def test_no_rows_in_csv_still_have_a_header(capsys):
    print_rows([], ["id", "words"], "csv", empty="none")
    assert capsys.readouterr().out == "id,words\n"


@pytest.mark.parametrize(
    ("low", "high", "unit", "approx", "expected"),
    [(16, 16, None, None, "16"), (350, None, None, None, "350+"), (None, 40, None, None, "up to 40"),
     (5, 8, None, None, "5–8"), (13000, 13000, None, "around", "~13,000"), (9.5, 9.5, "percent", None, "9.5%"),
     (3020000000, 3020000000, "USD", None, "3,020,000,000 USD")],
)  # fmt: skip
def test_bounds_read_as_people_write_them(low, high, unit, approx, expected):
    assert bounds(Figure(Span(0, 1), Span(0, 1), low, high, "killed", unit=unit, approx=approx)) == expected
