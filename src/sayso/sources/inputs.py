"""Receive what a run was given: files, folders, standard input.

Enters: paths, and "-" for standard input. Leaves: every text in them as it was sent, in the order of the inputs, those
of a folder in the order of their names; and a `Problem` for whatever could not be taken in. Nothing is ever raised
for what an input holds, nothing is fetched, and what is hidden (a name that starts with a dot) is passed over.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from sayso.model import Problem
from sayso.sources.formats import receiver_for, sniff
from sayso.sources.opening import NotTaken, opened
from sayso.sources.received import Received

STANDARD_INPUT = "-"


def receive(inputs: Sequence[str], *, stdin: BinaryIO | None = None) -> Iterator[Received | Problem]:
    """Everything in `inputs`, or what is wrong with it. `stdin` is read where an input is "-"."""
    for name in inputs:
        if name == STANDARD_INPUT:
            yield from _receive_file(None, STANDARD_INPUT, stdin)
            continue
        path = Path(name)
        if path.is_dir():
            yield from _receive_folder(path)
        elif path.is_file():
            yield from _receive_file(path, name, None)
        else:
            yield Problem("sources", "not-found", "there is no such file or folder; check the path", name)


def _receive_folder(folder: Path) -> Iterator[Received | Problem]:
    empty = True
    for path in _files(folder):
        empty = False
        yield from _receive_file(path, str(path), None)
    if empty:
        yield Problem("sources", "empty", "there is no file in this folder; check the path", str(folder))


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        yield from (Path(parent, f) for f in sorted(files) if not f.startswith("."))


def _receive_file(path: Path | None, source: str, stdin: BinaryIO | None) -> Iterator[Received | Problem]:
    try:
        receiver = receiver_for(path.name) if path else None
        with opened(path, stdin) as stream:
            yield from (receiver or sniff(stream))(stream, source)
    except NotTaken as reason:
        yield Problem("sources", reason.code, str(reason), source)
