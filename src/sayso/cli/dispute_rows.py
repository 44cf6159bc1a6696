"""Lay out disputes as rows: one a side, with the words of its first record and where they stand."""

from typing import Any

from sayso.cli.findings import chain
from sayso.cli.rows import Documents
from sayso.ledger.disputes.views import DisputeRecord, DisputeSide, DisputeView


def dispute_rows(view: DisputeView, documents: Documents) -> list[dict[str, Any]]:
    """The rows of a dispute."""
    return [_row(view, side, documents) for side in view.sides]


def _row(view: DisputeView, side: DisputeSide, documents: Documents) -> dict[str, Any]:
    first, ended = side.records[0], view.ended
    return {
        "dispute": view.id, "kind": view.kind, "about": view.about, "first": view.first, "last": view.last,
        "stands": view.stands, "side": side.name, "role": side.role, "origins": len(side.origins),
        "records": [record.id for record in side.records], "id": first.id, "known": first.known,
        "speaker": chain(first.speaker, first.via), "words": " ".join(first.words.split()), **_origin(first, documents),
        "ended": ended.id if ended else None, "ended_known": ended.known if ended else None,
        "ended_by": chain(ended.speaker, ended.via) if ended else None,
        "ended_words": " ".join(ended.words.split()) if ended else None,
    }  # fmt: skip


def _origin(record: DisputeRecord, documents: Documents) -> dict[str, Any]:
    document = documents[record.document]
    return {"outlet": document.outlet or document.name, "title": document.title, "url": document.url,
            "document": document.id, "start": record.span.start, "end": record.span.end}  # fmt: skip
