"""Turn values into cells of tables that spreadsheets open.

Enters: a value; what is text comes from strangers. Leaves: a cell. Control characters are taken out, and text that a
spreadsheet would run as a formula gets an apostrophe (OWASP, CSV injection), as does text that such an apostrophe
already stands before: `unguarded` takes off the one that was put there.
"""

import csv
import io
from collections.abc import Iterable
from typing import Any

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a formula begins with; programs that fold widths take the wide signs for the narrow ones."""
_PASSED = " '"
"""What may stand before it: some programs pass over blanks, and an apostrophe may be ours."""


def cell_text(value: Any) -> str:
    """A value as people read it: nothing for none, lists joined, whole numbers in full, no control characters."""
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, list | tuple):
        return "; ".join(cell_text(v) for v in value)
    return "".join(c if c.isprintable() else " " for c in str(value))


def safe_cell(value: Any) -> str:
    """A value as a cell that no spreadsheet runs. Numbers stay numbers, also those below zero."""
    cell = cell_text(value)
    return f"'{cell}" if _runs(cell) and not isinstance(value, int | float) else cell


def unguarded(cell: str) -> str:
    """The text of a cell that was read back."""
    return cell[1:] if cell.startswith("'") and _runs(cell) else cell


def csv_line(values: Iterable[Any], delimiter: str = ",") -> str:
    """The values as safe cells of one line, with its line break."""
    line = io.StringIO()
    csv.writer(line, delimiter=delimiter, lineterminator="\n").writerow([safe_cell(value) for value in values])
    return line.getvalue()


def _runs(cell: str) -> bool:
    return cell.lstrip(_PASSED).startswith(FORMULA)
