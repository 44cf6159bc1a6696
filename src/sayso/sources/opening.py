"""Open what an input names, unpacked and bounded.

Enters: a path or a stream. Leaves: bytes, whole or line by line. Raises `NotTaken` with a code and the reason where
the bytes are too many, broken, or plainly no text.
"""

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from sayso.sources import limits

_GZIP = b"\x1f\x8b"
_MAGIC = (
    (b"%PDF", "a PDF; convert it to text first"),
    (b"PK\x03\x04", "a ZIP archive or an office document; unpack it, or save it as text"),
    (b"\xd0\xcf\x11\xe0", "an office document; save it as text"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"SQLite format 3", "a database; export its rows as .jsonl or .csv"),
    (b"{\\rtf", "an RTF document; save it as text"),
    (b"WARC/", "a web archive; take its pages out as .html"),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


class NotTaken(Exception):  # noqa: N818 - no error of the program: it becomes a Problem
    """An input, or a part of one, that cannot be taken in; `code` and the message make its `Problem`."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@contextmanager
def opened(path: Path | None, stdin: BinaryIO | None) -> Iterator[BinaryIO]:
    """The bytes at `path`, or of standard input where it is `None`, unpacked if they are gzipped."""
    try:
        if path is None:
            if stdin is None:
                raise NotTaken("no-input", "nothing was handed in on standard input")
            yield _unpacked(stdin)
        else:
            with path.open("rb") as stream:
                yield _unpacked(stream)
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise NotTaken("broken-gzip", f"the gzip data is damaged ({error}); fetch or pack the file again") from error
    except OSError as error:
        raise NotTaken(
            "unreadable", f"cannot be read ({error.strerror or error}); check the file and its rights"
        ) from (error)


def _unpacked(stream: BinaryIO) -> BinaryIO:
    peekable = stream if hasattr(stream, "peek") else io.BufferedReader(stream)  # type: ignore[type-var]
    if peekable.peek(2)[:2] == _GZIP:
        return gzip.open(peekable, "rb")  # type: ignore[return-value]
    return peekable


def read_whole(stream: BinaryIO, most: int) -> bytes:
    """All bytes of `stream`, at most `most` of them."""
    data = stream.read(most + 1)
    if len(data) > most:
        raise NotTaken("too-large", f"is larger than {most // 2**20} MB unpacked; split it into rows or smaller files")
    if not data.strip():
        raise NotTaken("empty", "is empty; there is nothing to read in it")
    refuse_binary(data[:8192])
    return data


def read_lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines of `stream` without their ends; `None` for one that is longer than a row may be."""
    taken = 0
    while line := stream.readline(limits.ROW):
        taken += len(line)
        if taken > limits.STREAM:
            raise NotTaken("too-large", f"is larger than {limits.STREAM // 2**30} GB unpacked; split it")
        if line.endswith(b"\n") or len(line) < limits.ROW:
            yield line.rstrip(b"\r\n")
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limits.ROW)
            taken += len(line)
        yield None


def refuse_binary(head: bytes) -> None:
    """Raise `NotTaken` where the first bytes of a file show that it is no text."""
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise NotTaken("not-text", f"is {what}")
    if b"\0" in head and not head.startswith(_WIDE_MARKS):
        raise NotTaken("not-text", "is binary data, not text; give text, pages or rows")
