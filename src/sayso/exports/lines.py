"""Write incidents or disputes as JSON lines, with all that the ledger tells of each.

Enters: views. Leaves: a JSON object a line: the view, and in its `documents` where each of its documents came from and
when it was known. Spans are start and end in the document's text, code points from zero, the end excluded. They are
derived: the same record gives the same lines, and `sayso import` takes the record itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from sayso.exports.material import Material, outlet_of
from sayso.ledger.disputes.views import DisputeRecord, DisputeView
from sayso.ledger.views import DocumentView


def incident_lines(material: Material) -> Iterator[str]:
    """A line an incident."""
    for view in material.incidents:
        yield _line(view, view.documents, material)


def dispute_lines(material: Material) -> Iterator[str]:
    """A line a dispute."""
    for view in material.disputes:
        yield _line(view, dict.fromkeys(record.document for record in records_of(view)), material)


def records_of(view: DisputeView) -> Iterator[DisputeRecord]:
    """The records of both sides, and the one that ended it."""
    yield from view.records
    if view.ended is not None:
        yield view.ended


def _line(view: msgspec.Struct, documents: Iterable[str], material: Material) -> str:
    row = msgspec.to_builtins(view)
    row["documents"] = documents_of({id: material.documents[id] for id in documents})
    return msgspec.json.encode(row).decode() + "\n"


def documents_of(views: Mapping[str, DocumentView]) -> list[dict[str, Any]]:
    """Where each document came from, and when it was known."""
    return [
        {"id": id, "outlet": outlet_of(view), "title": view.document.title, "url": view.document.url,
         "published": view.document.published, "known": view.known}
        for id, view in views.items()
    ]  # fmt: skip
