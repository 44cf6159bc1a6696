"""Lay out as text what the ledger tells across documents, each word with whose it is and where it stands.

Enters: an account: a view with the documents and figures it refers to. Leaves: text, in which »words« are those of a
document. Everything that the view holds is told; nothing is ranked or picked.
"""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sayso.cli.findings import bounds, chain
from sayso.cli.incident_rows import because, in_words
from sayso.cli.judging import in_words as judged_words
from sayso.exports.material import outlet_of
from sayso.ledger.disputes.views import DisputeRecord, DisputeSide, DisputeView
from sayso.ledger.incidents.views import IncidentView, Teller, Toll
from sayso.ledger.views import DocumentView, FigureView, JudgementView, Series
from sayso.model import Span

WIDTH = 100


class Account(NamedTuple):
    """A view with the documents that its records stand in, and the figures of its tolls, by id."""

    view: Any
    documents: Mapping[str, DocumentView]
    figures: Mapping[str, FigureView]


def incident_text(account: Account) -> str:
    """An incident: what all tell, then each of its events, with whose word it is and what joined it to the others."""
    view: IncidentView = account.view
    speakers = {event: origin.speaker for origin in view.origins for event in origin.statements}
    lines = [view.id, _told(" in ".join(filter(None, (", ".join(view.types), ", ".join(view.places)))), view)]
    counted = {"documents": len(view.documents), "texts": view.texts, "origins": len(view.origins)}
    lines += [view.status, "; ".join(f"{what}: {number}" for what, number in counted.items())]
    lines += [*_tellers("who acts", view.actors), *_tellers("whom it befalls", view.targets)]
    for toll in view.tolls:
        lines += ["", *_toll(toll, account)]
    for event in view.events:
        joined = because(view.evidence.get(event.id))
        what = ", ".join(filter(None, (event.event.type, event.place, event.event.date, event.event.status)))
        note = f"{what} (joined by {joined})" if joined else what
        lines += ["", *_words(event, event.event.span, speakers.get(event.id), account, note)]
    return "\n".join(lines) + "\n"


def dispute_text(account: Account) -> str:
    """A dispute: both sides with every record, and how it ended."""
    view: DisputeView = account.view
    lines = [view.id, _told(f"{view.kind}: {view.about}", view), view.stands]
    for side in view.sides:
        lines += ["", f"{side.name} {side.role}; origins: {len(side.origins)}", *_side(side, account)]
    if view.ended is not None:
        lines += ["", f"{view.stands} by", *_record(view.ended, account)]
    return "\n".join(lines) + "\n"


def series_text(account: Account) -> str:
    """A series: every point in order, with its flags."""
    view: Series = account.view
    lines = [view.id, " · ".join(filter(None, (view.measure, view.population, view.place, view.basis, view.unit)))]
    flags = {flag.figure: f"{flag.kind} of {flag.before}" for flag in view.flags}
    for point in (*view.points, *view.parts):
        note = ", ".join(filter(None, (bounds(point.figure), f"for {point.day}", flags.get(point.id))))
        note += f", part of {point.part_of}" if point.part_of else ""
        lines += ["", *_words(point, point.figure.span, chain(point.source, point.figure.via), account, note)]
    return "\n".join(lines) + "\n"


def judgement_text(account: Account) -> str:
    """A judgement, and how it stands."""
    view: JudgementView = account.view
    one = view.judgement
    lines = [one.id, judged_words(one), f"{one.who}, {one.when}" + (f": {one.why}" if one.why else ""), view.state]
    return "\n".join([*lines, *(f"against {id}" for id in view.against)]) + "\n"


def _told(what: str, view: IncidentView | DisputeView) -> str:
    days = " to ".join(dict.fromkeys(day for day in (view.first, view.last) if day))
    return textwrap.fill(f"{what}, {days}" if days else what, WIDTH)


def _tellers(what: str, tellers: Sequence[Teller]) -> Iterator[str]:
    """Who is named, and by whom."""
    if tellers:
        names = "; ".join(f"{one.name} ({', '.join(one.by)})" for one in tellers)
        yield textwrap.fill(f"{what}: {names}", WIDTH, subsequent_indent="  ")


def _toll(toll: Toll, account: Account) -> Iterator[str]:
    yield in_words(toll)
    for figure in (account.figures[id] for id in toll.figures if id in account.figures):
        source = chain(figure.source, figure.figure.via)
        yield from _words(figure, figure.figure.span, source, account, bounds(figure.figure))


def _side(side: DisputeSide, account: Account) -> Iterator[str]:
    for record in side.records:
        yield from _record(record, account)


def _record(record: DisputeRecord, account: Account) -> list[str]:
    return _words(record, record.span, chain(record.speaker, record.via), account)


def _words(record: Any, span: Span, who: str | None, account: Account, note: str = "") -> list[str]:
    """A record: its id, day, what it is, whose word, the words, and where they stand."""
    document = account.documents[record.document]
    head = ", ".join(filter(None, (record.known or "no day known", who, f"in {outlet_of(document)}")))
    words = textwrap.fill(f"»{' '.join(record.words.split())}«", WIDTH, initial_indent="  ", subsequent_indent="  ")
    where = " ".join(
        filter(None, (f"  characters {span.start}–{span.end} of {record.document}", document.document.url))
    )
    return [f"{record.id}  {head}", *([f"  {note}"] if note else []), words, where]
