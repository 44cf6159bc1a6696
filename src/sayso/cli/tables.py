"""Print rows as a table for people, or as JSON, JSON lines, CSV or TSV for programs.

Enters: rows of named values. Leaves: text on standard output. Cells are plain, and in CSV and TSV no spreadsheet runs
one as a formula: see `sayso.exports.cells`.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click

from sayso.exports.cells import cell_text, csv_line

Row = Mapping[str, Any]


def print_rows(rows: Sequence[Row], columns: Sequence[str], output: str, *, empty: str) -> None:
    """Print `columns` of `rows` as `output` says; programs get every value, people the columns. `empty` says none."""
    if output == "json":
        click.echo(json.dumps([dict(r) for r in rows], ensure_ascii=False, indent=1))
    elif output == "jsonl":
        for row in rows:
            click.echo(json.dumps(dict(row), ensure_ascii=False))
    elif output in ("csv", "tsv"):
        _print_csv(rows, columns, "," if output == "csv" else "\t")
    elif rows:
        _print_table(rows, columns)
    else:
        click.echo(empty, err=True)


def _print_csv(rows: Sequence[Row], columns: Sequence[str], delimiter: str) -> None:
    names = list(rows[0]) if rows else list(columns)
    sys.stdout.write(csv_line(names, delimiter))
    for row in rows:
        sys.stdout.write(csv_line([row.get(name) for name in names], delimiter))


def _print_table(rows: Sequence[Row], columns: Sequence[str]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(width=None if sys.stdout.isatty() else 132, highlight=False)
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for name in columns:
        table.add_column(name.replace("_", " "), overflow="fold", ratio=4 if name == "words" else None)
    for row in rows:
        table.add_row(*(Text(cell_text(row.get(name))) for name in columns))
    console.print(table)
