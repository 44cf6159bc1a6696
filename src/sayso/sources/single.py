"""A file that is one document: plain text, taken exactly as it is, or an HTML page."""

from collections.abc import Iterator
from typing import BinaryIO

from sayso.model import Problem
from sayso.sources import limits
from sayso.sources.encodings import declared_in_page, decode
from sayso.sources.opening import read_whole
from sayso.sources.received import Received


def receive_text(stream: BinaryIO, source: str) -> Iterator[Received | Problem]:
    """The text of a `.txt` or `.md` file."""
    yield Received(name=source, source=source, content=decode(read_whole(stream, limits.DOCUMENT)))


def receive_page(stream: BinaryIO, source: str) -> Iterator[Received | Problem]:
    """An HTML page, as it is."""
    data = read_whole(stream, limits.DOCUMENT)
    yield Received(name=source, source=source, content=decode(data, declared_in_page(data)), form="html")
