"""Number the documents that lines rest on and list the quoted words of each.

Enters: sections without numbers. Leaves: the same sections numbered in the order of reading, and the reference list.
"""

from collections.abc import Sequence

import msgspec

from sayso.brief.brief import Anchor, Part, Quote, Reference, Section
from sayso.ledger.views import DocumentView, Record
from sayso.model import Span

CONTEXT = 32


def number_references(sections: Sequence[Section], record: Record) -> tuple[tuple[Section, ...], tuple[Reference, ...]]:
    """The sections with the numbers of their references, and the references by number."""
    spans: dict[str, set[Span]] = {}

    def numbers(parts: Sequence[Part]) -> tuple[int, ...]:
        found = []
        for anchor in (p.anchor for p in parts if p.anchor is not None):
            spans.setdefault(anchor.document, set()).add(anchor.span)
            found.append(list(spans).index(anchor.document) + 1)
        return tuple(dict.fromkeys(found))

    numbered = []
    for section in sections:
        heading = numbers(section.heading)
        lines = tuple(msgspec.structs.replace(line, references=numbers(line.parts)) for line in section.lines)
        numbered.append(msgspec.structs.replace(section, lines=lines, references=heading))
    copies = _copies(record)
    references = tuple(
        _reference(n, record.documents[document], sorted(found), copies)
        for n, (document, found) in enumerate(spans.items(), 1)
    )
    return tuple(numbered), references


def quote(view: DocumentView, anchor: Anchor) -> Quote:
    """The exact words at `anchor` with `CONTEXT` characters to each side."""
    text, span = view.document.text, anchor.span
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    return Quote(span.words(text), before, after, span)


def _reference(
    number: int, view: DocumentView, spans: Sequence[Span], copies: dict[str, list[DocumentView]]
) -> Reference:
    document = view.document
    return Reference(
        number, document.id, document.name, document.outlet, document.title, document.url, view.date, view.date_basis,
        tuple(quote(view, Anchor(document.id, s)) for s in spans),
        tuple(v.document.outlet or v.document.name for v in copies[view.copy_group] if v.document.id != document.id),
    )  # fmt: skip


def _copies(record: Record) -> dict[str, list[DocumentView]]:
    groups: dict[str, list[DocumentView]] = {}
    for view in record.documents.values():
        groups.setdefault(view.copy_group, []).append(view)
    return groups
