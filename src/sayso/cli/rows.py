"""Lay out views as rows: every value a program may want, under plain names, with the words and where they stand."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sayso.cli.findings import bounds, chain
from sayso.ledger.views import EventView, FigureView, Judged, Series, SeriesNow, StatementView, StoryView
from sayso.model import Document, Span

Documents = Mapping[str, Document]


def _judged(view: Judged) -> dict[str, Any]:
    return {"grade": view.grade, "judgements": list(view.judgements), "conflicts": list(view.conflicts)}


def judged_columns(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """The columns to show, with those of flags, parts, judgements and conflicts where there is one."""
    rows = list(rows)
    some = ("flags", "part_of", "judgements", "conflicts")
    return [*columns, *(name for name in some if any(row.get(name) for row in rows))]


def _origin(document: str, span: Span, documents: Documents) -> dict[str, Any]:
    found = documents[document]
    return {"outlet": found.outlet or found.name, "title": found.title, "url": found.url, "document": document,
            "start": span.start, "end": span.end}  # fmt: skip


def statement_row(view: StatementView, documents: Documents) -> dict[str, Any]:
    """A row of `sayso said`."""
    s = view.statement
    return {
        "id": view.id, "known": view.known, "speaker": chain(view.speaker, view.via), "act": s.act, "mode": s.mode,
        "said_on": s.said_on, "hedge": s.hedge, "caveat": s.caveat, "words": view.words,
        **_judged(view), **_origin(view.document, s.content, documents),
    }  # fmt: skip


def figure_row(view: FigureView, documents: Documents) -> dict[str, Any]:
    """A row of `sayso figures`."""
    f = view.figure
    return {
        "id": view.id, "day": view.day, "known": view.known, "value": bounds(f), "low": f.low, "high": f.high,
        "unit": f.unit, "measure": f.measure, "population": f.population, "place": f.place, "basis": f.basis,
        "since": f.since, "source": chain(view.source, f.via), "unverified": f.unverified, "part_of": view.part_of,
        "words": view.words,
        **_judged(view), **_origin(view.document, f.span, documents),
    }  # fmt: skip


def under_wholes(views: Sequence[FigureView]) -> list[FigureView]:
    """The figures in their order, but for those whose whole is there: these stand under it."""
    there = {view.id for view in views}
    parts: dict[str | None, list[FigureView]] = defaultdict(list)
    for view in views:
        parts[view.part_of if view.part_of in there else None].append(view)
    ordered, waiting = [], parts[None][::-1]
    while waiting:
        ordered.append(waiting.pop())
        waiting += parts[ordered[-1].id][::-1] if ordered[-1].id in parts else ()
    return ordered


def series_rows(series: Series, documents: Documents) -> list[dict[str, Any]]:
    """The points of a series, in order, each with its flags, and under it its parts, which are of other series."""
    flags: dict[str, list[str]] = defaultdict(list)
    for flag in series.flags:
        flags[flag.figure].append(f"{flag.kind} of {flag.before}")
    points = {point.id for point in series.points}
    parts = [part for part in series.parts if part.id not in points]
    return [
        {"series": view.series, "flags": flags[view.id], **figure_row(view, documents)}
        for view in under_wholes([*series.points, *parts])
    ]


def latest_rows(now: SeriesNow, documents: Documents) -> list[dict[str, Any]]:
    """A row for each origin of a series: what it says last, and what it said before."""
    return [
        {
            "series": now.id, "what": " · ".join(filter(None, (now.measure, now.population, now.place, now.basis))),
            "origin": one.origin, "default": "yes" if number == 0 else "", "texts": one.texts, "origins": one.origins,
            "days": one.days, "says_so_since": one.since, "before": bounds(one.before.figure) if one.before else None,
            "moved": "yes" if one.origin in now.moved else "",
            "before_known": one.before.known if one.before else None, "span_low": now.low, "span_high": now.high,
            **figure_row(one.figure, documents),
        }
        for number, one in enumerate(now.latest)
    ]  # fmt: skip


def event_row(view: EventView, documents: Documents) -> dict[str, Any]:
    """A row of `sayso events`."""
    e = view.event
    return {
        "id": view.id, "date": e.date, "end": e.end, "known": view.known, "type": e.type, "status": e.status,
        "negated": e.negated, "actor": list(e.actor), "target": list(e.target), "place": e.place, "words": view.words,
        **_judged(view), **_origin(view.document, e.span, documents),
    }  # fmt: skip


def story_row(view: StoryView) -> dict[str, Any]:
    """A row of `sayso stories`."""
    return {
        "id": view.id, "first": view.first, "last": view.last, "documents": len(view.documents), "texts": view.texts,
        "outlets": len(view.outlets), "title": view.title, "members": list(view.documents),
        "outlet_names": list(view.outlets),
    }  # fmt: skip


def timeline_rows(views: Iterable[EventView], documents: Documents, since: str | None) -> list[dict[str, Any]]:
    """One row for the events of one day, type and place; the words are those of the first to report it."""
    groups: dict[tuple[str, str, str], list[EventView]] = defaultdict(list)
    for view in views:
        event = view.event
        if event.date and event.status in ("reported", "claimed") and not event.negated and event.date >= (since or ""):
            groups[event.date, event.type, event.place or ""].append(view)
    rows = []
    for key in sorted(groups):
        first = min(groups[key], key=lambda v: (v.known, v.id))
        outlets = {documents[v.document].outlet or v.document for v in groups[key]}
        rows.append({**event_row(first, documents), "outlets": len(outlets), "events": [v.id for v in groups[key]]})
    return rows
