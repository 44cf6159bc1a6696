"""Lay out what has an id: one record with its words in their context, or what is told across documents."""

import textwrap
from collections.abc import Sequence
from typing import Any

import msgspec

from sayso.cli.accounts import KINDS, show_account
from sayso.cli.judging import in_words
from sayso.ledger import Ledger
from sayso.ledger.views import DocumentView, EventView, FigureView, JudgementView, StatementView
from sayso.model import Document, SaysoError, Span
from sayso.model.judgement import UNGRADED

CONTEXT = 240
WIDTH = 100
View = StatementView | FigureView | EventView | DocumentView


def show(ledger: Ledger, id: str, output: str, as_of: str | None = None) -> str:
    """What has this id as text, with words marked »so«, or as JSON. Raises `SaysoError` for an id that is unknown,
    ambiguous, or not known by the ISO day `as_of`.
    """
    if id[:1] in KINDS:
        return show_account(ledger, id, output, as_of)
    view, document = ledger.show(id, as_of)
    if as_of is not None and not (view.known and view.known <= as_of):
        raise SaysoError(
            f"{id} was not known by {as_of}, but {view.known or 'on no day that is known'}; ask as of that day"
        )
    judged = [v for v in ledger.judgements(as_of) if v.judgement.id in view.judgements] if view.judgements else []
    if output == "json":
        row = {"record": view, "document": document, "judgements": judged}
        return msgspec.json.format(msgspec.json.encode(row), indent=1).decode() + "\n"
    head = f"{document.outlet or document.name}"
    head += f", “{' '.join(document.title.split())}”" if document.title else ""
    head += f", {document.published or 'no day given'}" + (f"\n{document.url}" if document.url else "")
    lines = _judged_lines(view, judged)
    if isinstance(view, DocumentView):
        return "\n".join([view.document.id, head, *lines, "", document.text]) + "\n"
    span, fields = _parts(view)
    lines = [view.id, head, *lines, ""]
    lines += [textwrap.fill(_marked(document, span), WIDTH), f"characters {span.start}–{span.end}", ""]
    fields = dict.fromkeys(name for name, _ in view.read) | fields
    lines += [f"{name.replace('_', ' '):12} {_plain(value)}{_read(view, name)}" for name, value in fields.items()]
    return "\n".join(lines) + "\n"


def _read(view: StatementView | FigureView | EventView, field: str) -> str:
    """What was read where a person has put something else."""
    read = dict(view.read)
    return f" (read: {_plain(read[field]) or 'nothing'})" if field in read else ""


def _judged_lines(view: View, judged: Sequence[JudgementView]) -> list[str]:
    """What people decided about it: "rejected: in no view", the grade, and each judgement with who, when and why."""
    lines = ["rejected: no other view tells it"] if view.rejected else []
    lines += [f"graded {view.grade} on the Admiralty scale"] if view.grade != UNGRADED else []
    for each in judged:
        one = each.judgement
        told = f"{one.id}  {in_words(one)} ({one.who}, {one.when[:10]})" + (f": {one.why}" if one.why else "")
        lines.append(told + (" [in conflict: what was read stands]" if each.state == "conflict" else ""))
    return lines


def _parts(view: StatementView | FigureView | EventView) -> tuple[Span, dict[str, Any]]:
    record: msgspec.Struct
    if isinstance(view, StatementView):
        record, span = view.statement, view.statement.content
    elif isinstance(view, FigureView):
        record, span = view.figure, view.figure.span
    else:
        record, span = view.event, view.event.span
    skip = {"span", "content", "statement", "figures"}
    return span, {k: v for k, v in msgspec.to_builtins(record).items() if k not in skip and v is not None}


def _plain(value: Any) -> str:
    if value is None or isinstance(value, float):
        return "" if value is None else f"{value:.15g}"
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _marked(document: Document, span: Span) -> str:
    text = document.text
    start, end = max(0, span.start - CONTEXT), min(len(text), span.end + CONTEXT)
    before, after = text[start : span.start], text[span.end : end]
    words = f"{before}»{span.words(text)}«{after}"
    return ("… " if start else "") + " ".join(words.split()) + (" …" if end < len(text) else "")
