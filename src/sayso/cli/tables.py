"""Print rows as a table for people, or as JSON, JSON lines, CSV or TSV for programs.

Enters: rows of named values. Leaves: text on standard output. Cells come from strangers: control characters are taken
out, and in CSV and TSV a cell that a spreadsheet would run as a formula gets an apostrophe (OWASP, CSV injection).
"""

import csv
import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click

Row = Mapping[str, Any]
FORMULA = ("=", "+", "-", "@", "\t", "\r")


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
    writer = csv.writer(sys.stdout, delimiter=delimiter, lineterminator="\n")
    names = list(rows[0]) if rows else list(columns)
    writer.writerow(names)
    for row in rows:
        writer.writerow([_safe(row.get(name)) for name in names])


def _safe(value: Any) -> str:
    cell = cell_text(value)
    number = isinstance(value, int | float)
    return f"'{cell}" if cell.startswith(FORMULA) and not number else cell


def cell_text(value: Any) -> str:
    """A value as a cell: nothing for none, lists joined, whole numbers without ".0", no control characters."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.0f}".replace(",", "") if value.is_integer() else repr(value)
    if isinstance(value, list | tuple):
        return "; ".join(cell_text(v) for v in value)
    return "".join(c if c.isprintable() else " " for c in str(value))


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
