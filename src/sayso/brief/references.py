"""Number the documents that lines rest on, each with its quoted words.

Enters: sections without numbers. Leaves: the same sections numbered in the order of reading, and the reference list.
"""

from collections.abc import Sequence

import msgspec

from sayso.brief.brief import Anchor, DayCount, Part, Quote, Reference, Section
from sayso.brief.lines import credited_to
from sayso.ledger.views import DocumentView, Record

CONTEXT = 32


def number_references(
    sections: Sequence[Section], day: DayCount | None, record: Record
) -> tuple[tuple[Section, ...], DayCount | None, tuple[Reference, ...]]:
    """The sections and the day count with the numbers of their references, and the references by number."""
    found: dict[str, set[Anchor]] = {}
    order: dict[str, int] = {}

    def numbers(parts: Sequence[Part]) -> tuple[int, ...]:
        return numbers_of([p.anchor for p in parts if p.anchor is not None])

    def numbers_of(anchors: Sequence[Anchor]) -> tuple[int, ...]:
        told = []
        for anchor in anchors:
            found.setdefault(anchor.document, set()).add(anchor)
            told.append(order.setdefault(anchor.document, len(order) + 1))
        return tuple(dict.fromkeys(told))

    numbered = []
    for section in sections:
        heading = numbers(section.heading)
        lines = tuple(msgspec.structs.replace(line, references=numbers(line.parts)) for line in section.lines)
        numbered.append(msgspec.structs.replace(section, lines=lines, references=heading))
    if day is not None:
        day = msgspec.structs.replace(day, references=numbers_of(day.anchors))
    copies = _copies(record)
    references = tuple(
        _reference(n, record.documents[document], sorted(found[document], key=lambda a: (a.field, a.span)), copies)
        for document, n in order.items()
    )
    return tuple(numbered), day, references


def quote(view: DocumentView, anchor: Anchor) -> Quote:
    """The exact words at `anchor` with `CONTEXT` characters to each side."""
    text, span = getattr(view.document, anchor.field), anchor.span
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    return Quote(span.words(text), before, after, span, anchor.field)


def _reference(
    number: int, view: DocumentView, anchors: Sequence[Anchor], copies: dict[str, list[DocumentView]]
) -> Reference:
    document = view.document
    return Reference(
        number, document.id, document.name, credited_to(view), document.title, document.url, view.date, view.date_basis,
        tuple(quote(view, anchor) for anchor in anchors),
        tuple(credited_to(v) for v in copies[view.copy_group] if v.document.id != document.id),
    )  # fmt: skip


def _copies(record: Record) -> dict[str, list[DocumentView]]:
    groups: dict[str, list[DocumentView]] = {}
    for view in record.documents.values():
        groups.setdefault(view.copy_group, []).append(view)
    return groups
