"""Lay out copy groups as rows: one a document, the origin first, with the words that its reason rests on."""

from typing import Any

from sayso.cli.rows import Documents
from sayso.ledger.copies.versions import Change, address_of, change
from sayso.ledger.days import order
from sayso.ledger.views import Copy, CopyGroup
from sayso.model import Span

REASONS = {
    "wire": "the wire that the others credit",
    "first": "known first",
    "received": "received first",
    "fullest": "has more of the others than they have of it",
    "id": "nothing tells them apart",
}
SHOWN = 200
"""Characters of a change that a table shows."""


def copy_rows(group: CopyGroup, documents: Documents, *, changes: bool) -> list[dict[str, Any]]:
    """The rows of a group."""
    return [_row(copy, group, documents, changes) for copy in group.members]


def _row(copy: Copy, group: CopyGroup, documents: Documents, changes: bool) -> dict[str, Any]:
    document = documents[copy.document]
    is_origin = copy.document == group.origin
    row = {
        "text": group.origin, "document": copy.document, "kind": copy.kind, "share": copy.share,
        "origin_share": copy.origin_share, "known": copy.known, "outlet": copy.outlet or document.name,
        "title": document.title, "url": document.url, "why": _why(group, documents) if is_origin else "",
        "reason": group.reason, "wire": group.wire, **_credit(group, documents),
    }  # fmt: skip
    if changes:
        before = _before(copy, group, documents)
        row["changed"] = _changed(documents[before].text, document.text) if before is not None else ""
    return row


def _before(copy: Copy, group: CopyGroup, documents: Documents) -> str | None:
    """The member that stood at the same address before it."""
    address = address_of(documents[copy.document].url)
    there = [c for c in group.members if address is not None and address_of(documents[c.document].url) == address]
    there.sort(key=lambda c: (*order(c.known, ""), documents[c.document].retrieved or "", c.document))
    place = next((n for n, c in enumerate(there) if c.document == copy.document), 0)
    return there[place - 1].document if place else None


def _why(group: CopyGroup, documents: Documents) -> str:
    words = _credit(group, documents)["credit_words"]
    return REASONS[group.reason] + (f"; credited: {words}" if words else "")


def _credit(group: CopyGroup, documents: Documents) -> dict[str, Any]:
    """The words by which a member credits the wire, and where they stand."""
    found = group.credit
    if found is None:
        return dict.fromkeys(("credit_words", "credit_document", "credit_field", "credit_start", "credit_end"))
    document = documents[found.document]
    words = found.span.words(document.text if found.field == "text" else document.byline)
    return {"credit_words": words, "credit_document": found.document, "credit_field": found.field,
            "credit_start": found.span.start, "credit_end": found.span.end}  # fmt: skip


def _changed(before: str, after: str) -> str:
    found: Change = change(before, after)
    moved = [f"{_words(a, before)} → {_words(b, after)}" for a, b in found.moved]
    added = [f"+ {_words(span, after)}" for span in found.added]
    removed = [f"- {_words(span, before)}" for span in found.removed]
    return "; ".join([*moved, *added, *removed])


def _words(span: Span, text: str) -> str:
    words = " ".join(span.words(text).split())
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
