"""Lay out a reading as rows that a person can scan: one a statement, figure or event, in the order of the text."""

from collections.abc import Iterator
from typing import Any

from sayso.model import Document, Figure, Reading, Span


def findings(document: Document, reading: Reading) -> Iterator[dict[str, Any]]:
    """The rows of one reading."""
    rows = [*_statements(reading), *_figures(reading), *_events(reading)]
    for span, row in sorted(rows, key=lambda r: (r[0], r[1]["kind"])):
        words = " ".join(span.words(document.text).split())
        yield {"document": document.name, "day": reading.date, **row, "words": words, "span": [span.start, span.end]}


def _statements(reading: Reading) -> Iterator[tuple[Span, dict[str, Any]]]:
    for s in reading.statements:
        yield s.content, _row("statement", chain(s.speaker, s.via), s.act, s.said_on, None)


def _figures(reading: Reading) -> Iterator[tuple[Span, dict[str, Any]]]:
    for f in reading.figures:
        yield f.span, _row("figure", chain(f.source, f.via), f"{bounds(f)} {f.measure}", f.as_of, f.place)


def _events(reading: Reading) -> Iterator[tuple[Span, dict[str, Any]]]:
    for e in reading.events:
        yield e.span, _row("event", ", ".join(e.actor) or None, f"{e.type} ({e.status})", e.date, e.place)


def _row(kind: str, who: str | None, what: str, when: str | None, where: str | None) -> dict[str, Any]:
    return {"kind": kind, "who": who, "what": what, "when": when, "where": where}


def chain(speaker: str | None, via: tuple[str, ...]) -> str | None:
    """Speaker and relays, as "official via Reuters"."""
    return " via ".join([speaker or "?", *via]) if speaker or via else None


def bounds(figure: Figure) -> str:
    """The figure's bounds as people write them: "500+", "up to 40", "5–8", with its unit."""
    low, high = (None if v is None else f"{v:,.10g}" for v in (figure.low, figure.high))
    if low == high or low is None or high is None:
        number = f"up to {high}" if low is None else f"{low}+" if high is None else low
    else:
        number = f"{low}–{high}"
    about = "~" if figure.approx and low == high else ""
    unit = {"percent": "%"}.get(figure.unit or "", f" {figure.unit}" if figure.unit else "")
    return f"{about}{number}{unit}"
