"""Verify what a ledger was told: that every id is the hash of what it stands for, and every span lies in its text.

Enters: a connection that reads alone, and documents to look at. Leaves: what is wrong, each with an id and the next
step. Nothing is mended here: what people and documents said cannot be made anew.
"""

import functools
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from sayso.ledger.columns import stale_columns
from sayso.ledger.copies.credits import credit_rows
from sayso.ledger.copies.wordprints import digest_of
from sayso.ledger.counting import what_counts
from sayso.ledger.stories.sketches import sketch_of
from sayso.ledger.tables import copy_credit, counting, judgement, problem, situation, sketch, wording
from sayso.ledger.upkeep.inspecting import REBUILD, RESTORE
from sayso.ledger.upkeep.stored import StoredDocument, stored_documents
from sayso.model import Document, Judgement, Problem, Reading, SaysoError, Situation, Span, content_id, identify
from sayso.model.encoding import decode

Wrong = tuple[str, str, str]
"""The check, the id, what is wrong and what to do."""


def verify_documents(connection: Connection, ids: Iterable[str]) -> Iterator[Wrong]:
    """What is wrong with these documents, their readings, and what is derived from each alone."""
    for stored in stored_documents(connection, ids):
        if stored.receipt is None:
            yield "documents", stored.row.id, f"nothing tells how it came; {RESTORE}"
            continue
        try:
            yield from _verify(stored)
            yield from _verify_derived(connection, stored)
        except (msgspec.MsgspecError, ValueError, TypeError) as error:
            yield "documents", stored.row.id, f"a row of it holds no noun ({error}); {RESTORE}"


def _verify(stored: StoredDocument) -> Iterator[Wrong]:
    doc, id = stored.document(), stored.row.id
    own = identify(doc.text, title=doc.title, url=doc.url, outlet=doc.outlet, published=doc.published)
    if not own == id == doc.id:
        yield "documents", id, f"its content is that of {own}: it was changed; {RESTORE}"
    if not stored.readings:
        yield "readings", id, "has no reading, and is in no view; run sayso rebuild --read"
    yield from (
        ("spans", id, f"{span.start}–{span.end} is not in its text; {RESTORE}") for span in _outside(doc, doc.text)
    )
    for each in stored.readings:
        found = each.reading()
        if content_id("r", each.content().decode()) != each.row.id:
            yield (
                "readings",
                id,
                f"the reading {each.row.id} is not what was added: rows were lost or changed; {RESTORE}",
            )
        spans = _outside(found, doc.text)
        yield from (
            ("spans", id, f"{span.start}–{span.end} in {each.row.id} is not in its text; {RESTORE}") for span in spans
        )


def _verify_derived(connection: Connection, stored: StoredDocument) -> Iterator[Wrong]:
    row = stored.row
    if any(stale_columns(stored)):
        yield "derived", row.id, f"columns differ from what was read; {REBUILD}"
    terms = connection.execute(select(sketch.c.terms).where(sketch.c.document == row.row)).scalar()
    if terms != sketch_of(row.title, row.text):
        yield "derived", row.id, f"has another sketch; {REBUILD}"
    digest = connection.execute(select(wording.c.digest).where(wording.c.row == row.wording)).scalar()
    if digest != digest_of(row.text):
        yield "derived", row.id, f"has another wording; {REBUILD}"
    credits = connection.execute(select(copy_credit).where(copy_credit.c.document == row.row)).all()
    if sorted(map(tuple, credits)) != sorted(credit_rows(row.row, stored.document())):
        yield "derived", row.id, f"has other credits; {REBUILD}"
    counted = connection.execute(select(counting).where(counting.c.document == row.row)).all()
    if sorted(map(tuple, counted)) != sorted(map(tuple, connection.execute(what_counts([row.row])))):
        yield "derived", row.id, f"is counted by another reading or receipt; {REBUILD}"


def verify_others(connection: Connection) -> Iterator[Wrong]:
    """What is wrong with judgements, situations and problems."""
    for id, noun in connection.execute(select(judgement.c.id, judgement.c.noun)):
        try:
            own = decode(noun, Judgement).id
        except (msgspec.MsgspecError, SaysoError) as error:
            yield "judgements", id, f"{error}; {RESTORE}"
        else:
            if own != id:
                yield "judgements", id, f"is that of {own}: it was changed; {RESTORE}"
    for fingerprint, noun in connection.execute(select(situation.c.fingerprint, situation.c.noun)):
        if _fingerprint(noun) != fingerprint:
            yield "situation", fingerprint, f"is not what its fingerprint stands for; {RESTORE}"
    for id, reading, noun in connection.execute(select(problem.c.id, problem.c.reading, problem.c.noun)):
        if content_id("p", str(reading or ""), noun) != id or not _is(noun, Problem):
            yield "problems", id, f"is not what its id stands for; {RESTORE}"


def _fingerprint(noun: str) -> str | None:
    return decode(noun, Situation).fingerprint() if _is(noun, Situation) else None


def _is(noun: str, kind: type[Any]) -> bool:
    try:
        decode(noun, kind)
    except msgspec.MsgspecError:
        return False
    return True


def _outside(noun: Document | Reading, text: str) -> list[Span]:
    """The spans that lie outside of the text."""
    return [span for span in _spans(noun) if not 0 <= span.start <= span.end <= len(text)]


def _spans(noun: Any) -> Iterator[Span]:
    if isinstance(noun, Span):
        yield noun
    elif isinstance(noun, tuple):
        for part in noun:
            yield from _spans(part)
    elif isinstance(noun, msgspec.Struct):
        for name in _fields(type(noun)):
            yield from _spans(getattr(noun, name))


@functools.cache
def _fields(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """The fields that hold spans, or nouns that do."""
    return tuple(f.name for f in msgspec.structs.fields(kind) if f.type is not str and f.type is not float)
