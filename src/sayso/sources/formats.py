"""Which file is read how: one entry an ending, and what the first bytes say of a stream that has none."""

from collections.abc import Callable, Iterator
from typing import BinaryIO

from sayso.model import Problem
from sayso.sources.json_rows import receive_json, receive_json_lines
from sayso.sources.opening import NotTaken
from sayso.sources.received import Received
from sayso.sources.single import receive_page, receive_text
from sayso.sources.tables import receive_table

Receiver = Callable[[BinaryIO, str], Iterator[Received | Problem]]

FORMATS: dict[str, Receiver] = {
    ".txt": receive_text,
    ".text": receive_text,
    ".md": receive_text,
    ".markdown": receive_text,
    ".html": receive_page,
    ".htm": receive_page,
    ".xhtml": receive_page,
    ".jsonl": receive_json_lines,
    ".ndjson": receive_json_lines,
    ".json": receive_json,
    ".csv": receive_table,
    ".tsv": receive_table,
}

NOT_YET: dict[str, str] = {
    ".xml": "is XML, perhaps a feed, and feeds are not read yet; save the pages as .html or the items as .jsonl",
    ".rss": "is a feed, and feeds are not read yet; save the pages as .html or the items as .jsonl",
    ".atom": "is a feed, and feeds are not read yet; save the pages as .html or the items as .jsonl",
    ".warc": "is a web archive, and those are not read yet; take its pages out as .html",
    ".pdf": "is a PDF; convert it to text first",
    ".docx": "is an office document; save it as text",
    ".doc": "is an office document; save it as text",
    ".zip": "is an archive; unpack it",
}


def receiver_for(name: str) -> Receiver:
    """Who reads a file of this name. Raises `NotTaken` where nobody does."""
    plain = name.lower().removesuffix(".gz")
    ending = plain[plain.rfind(".") :] if "." in plain else ""
    if ending in FORMATS:
        return FORMATS[ending]
    known = ", ".join(FORMATS)
    reason = NOT_YET.get(ending, f"has an ending that is not known; known are {known}, and .gz of these")
    raise NotTaken("unknown-format", reason)


def sniff(stream: BinaryIO) -> Receiver:
    """Who reads a stream without a name, by how it begins."""
    head = stream.peek(512)[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()  # type: ignore[attr-defined]
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return receive_page
    if head.startswith((b"<?xml", b"<rss", b"<feed")) and b"<html" not in head:
        raise NotTaken("unknown-format", NOT_YET[".xml"])
    if head.startswith(b"{"):
        return receive_json_lines
    return receive_json if head.startswith((b"[{", b"[ ", b"[\n")) else receive_text
