"""Ids are hashes of content, so that the same thing found twice is one thing.

An id is a letter for its kind (`d` document, `s` statement, `f` figure, `e` event, `j` judgement) and sixteen
hexadecimal digits of a BLAKE2b digest (RFC 7693). Any unambiguous prefix will do where a person types one.
"""

import hashlib

from sayso.model.span import Span


def content_id(kind: str, *parts: str) -> str:
    """The id for `parts`, which are kept apart: ("ab", "c") and ("a", "bc") differ."""
    digest = hashlib.blake2b(digest_size=8)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return kind + digest.hexdigest()


def record_id(kind: str, document_id: str, span: Span) -> str:
    """The id of a record of `kind` at `span`: a reading holds at most one record of a kind at a span."""
    return content_id(kind, document_id, str(span.start), str(span.end))
