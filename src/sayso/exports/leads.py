"""Lead from an incident back to its words: columns that follow those of a standard.

Enters: an incident with the records and documents it rests on. Leaves: cells under names that begin with "sayso_".
Words stand in cells as JSON, in which nothing is lost: each with the id of its record and document, and with start and
end in that document's text, code points from zero, the end excluded. Where a cell would grow longer than a spreadsheet
takes, the words of the last records are left out; their ids are there.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sayso.exports.deaths import Deaths
from sayso.exports.material import Material, outlet_of
from sayso.exports.whom import told_by
from sayso.ledger.incidents.views import IncidentView
from sayso.ledger.views import EventView, FigureView
from sayso.model import Span

LEADS = (
    "sayso_incident", "sayso_status", "sayso_types", "sayso_first", "sayso_last", "sayso_known", "sayso_places",
    "sayso_actors", "sayso_targets", "sayso_killed_low", "sayso_killed_high", "sayso_killed_at_least",
    "sayso_killed_words", "sayso_texts", "sayso_origins", "sayso_event_ids", "sayso_documents", "sayso_words",
)  # fmt: skip
LONGEST = 32_767
"""Characters of a cell that spreadsheets take (Microsoft, "Excel specifications and limits"); more breaks the row."""


def leads_of(view: IncidentView, deaths: Deaths, material: Material) -> list[Any]:
    """The cells of `LEADS`."""
    known = [event.known for event in view.events if event.known]
    return [
        view.id, view.status, view.types, view.first, view.last, min(known, default=""), view.places,
        told_by(view.actors), told_by(view.targets), deaths.low, deaths.high, "yes" if deaths.open else "no",
        in_json([_figure(one, material) for one in deaths.figures]), view.texts, len(view.origins),
        [event.id for event in view.events], view.documents,
        in_json(words_of_events(view, material)),
    ]  # fmt: skip


def words_of_events(view: IncidentView, material: Material) -> list[dict[str, Any]]:
    """The words of each event of an incident, on whose word they stand, and where."""
    speakers = {event: origin.speaker for origin in view.origins for event in origin.statements}
    return [_event(one, speakers.get(one.id), material) for one in view.events]


def in_json(rows: Iterable[Mapping[str, Any]]) -> str:
    """A list in JSON, of as many rows as a cell takes, in which every character is printable."""
    texts, length = [], 2
    for row in rows:
        text = _printable(json.dumps(row, ensure_ascii=False, separators=(",", ":")))
        length += len(text) + 1
        if length > LONGEST:
            break
        texts.append(text)
    return f"[{','.join(texts)}]"


def _printable(text: str) -> str:
    return text if text.isprintable() else "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in text)


def _event(view: EventView, speaker: str | None, material: Material) -> dict[str, Any]:
    return {
        "event": view.id, "type": view.event.type, "status": view.event.status, "speaker": speaker,
        **_place_of(view.document, view.event.span, view.words, material),
    }  # fmt: skip


def _figure(view: FigureView, material: Material) -> dict[str, Any]:
    figure = view.figure
    return {
        "figure": view.id, "low": figure.low, "high": figure.high, "population": figure.population,
        "speaker": view.source, **_place_of(view.document, figure.span, view.words, material),
    }  # fmt: skip


def _place_of(id: str, span: Span, words: str, material: Material) -> dict[str, Any]:
    view = material.documents[id]
    return {"words": words, "document": id, "start": span.start, "end": span.end, "known": view.known,
            "outlet": outlet_of(view), "url": view.document.url}  # fmt: skip
