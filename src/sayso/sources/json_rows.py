"""Rows of JSON: one object a line, or a list of objects in one file."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from sayso.model import Problem
from sayso.sources import limits
from sayso.sources.encodings import decode
from sayso.sources.opening import NotTaken, read_lines, read_whole, refuse_binary
from sayso.sources.received import Received
from sayso.sources.rows import receive_row

LISTS = ("articles", "documents", "rows", "items", "data", "results", "entries", "docs", "hits", "stories")
"""Names that an object gives to the list of rows it wraps."""


def receive_json_lines(stream: BinaryIO, source: str) -> Iterator[Received | Problem]:
    """The rows of a `.jsonl` or `.ndjson` file, read line by line."""
    empty = True
    for number, line in enumerate(read_lines(stream), start=1):
        if number == 1 and line is not None:
            refuse_binary(line[:8192])
        if line is not None and not line.strip():
            continue
        empty = False
        yield _receive(line, source, number)
    if empty:
        raise NotTaken("empty", "is empty; there is nothing to read in it")


def receive_json(stream: BinaryIO, source: str) -> Iterator[Received | Problem]:
    """The rows of a `.json` file: a list of objects, an object that holds such a list, or one object."""
    try:
        content = _loads(decode(read_whole(stream, limits.FILE)))
    except (ValueError, RecursionError) as error:
        raise NotTaken("not-json", f"is not valid JSON ({error}); one object a line belongs in .jsonl") from error
    for number, row in enumerate(_rows(content), start=1):
        yield _receive_row(row, source, number)


def _rows(content: Any) -> list[Any]:
    if isinstance(content, list):
        return content
    if isinstance(content, dict):
        wrapped = next((content[n] for n in LISTS if isinstance(content.get(n), list)), None)
        return wrapped if wrapped is not None else [content]
    raise NotTaken("not-rows", "holds no list of objects; give a list of rows, or one row")


def _receive(line: bytes | None, source: str, number: int) -> Received | Problem:
    place = f"{source}:{number}"
    if line is None:
        message = f"is longer than {limits.ROW // 2**20} MB and is passed over; split it"
        return Problem("sources", "row-too-large", message, place)
    try:
        return _receive_row(_loads(decode(line)), source, number)
    except (ValueError, RecursionError) as error:
        return Problem("sources", "not-json", f"is not valid JSON ({error}); correct or remove the line", place)


def _receive_row(row: Any, source: str, number: int) -> Received | Problem:
    place = f"{source}:{number}"
    try:
        return receive_row(row, source, place)
    except NotTaken as reason:
        return Problem("sources", reason.code, str(reason), place)


def _loads(text: str) -> Any:
    return json.loads(text)
