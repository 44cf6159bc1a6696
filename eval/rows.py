"""Read files of rows: one JSON object a line, as documents come in and readings go out."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of rows."""
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def readings_of(path: Path) -> dict[str, dict[str, Any]]:
    """The readings that `sayso read … --format jsonl` printed, by the name of their document."""
    return {row["document"]: row for row in rows_of(path)}
