"""Lay out incidents as rows: a line each, or a line for each of their events with what joins it to the others."""

from typing import Any

import msgspec

from sayso.cli.rows import Documents, event_row
from sayso.ledger.incidents.views import Evidence, IncidentView, Toll

_BECAUSE = {
    "copy": "one text",
    "sentence": "one sentence",
    "words": "words in common",
    "lasts": "goes on",
    "judged": "people say so",
}


def incident_row(view: IncidentView) -> dict[str, Any]:
    """A row of `sayso incidents`; `words` are those of the event known first."""
    return {
        "id": view.id, "first": view.first, "last": view.last, "type": view.type, "types": list(view.types),
        "place": view.place, "places": list(view.places), "status": view.status,
        "actors": [one.name for one in view.actors], "targets": [one.name for one in view.targets],
        "toll": [in_words(one) for one in view.tolls], "texts": view.texts, "documents": len(view.documents),
        "origins": len(view.origins), "outlets": list(view.outlets), "words": view.events[0].words,
        "reported": list(view.reported), "claimed": list(view.claimed), "denied": list(view.denied),
        "events": [event.id for event in view.events], "tolls": msgspec.to_builtins(view.tolls),
        "actors_by": msgspec.to_builtins(view.actors), "targets_by": msgspec.to_builtins(view.targets),
        "origins_of": msgspec.to_builtins(view.origins), "document_ids": list(view.documents),
    }  # fmt: skip


def in_words(toll: Toll) -> str:
    """A toll in a line: "killed 35–180 (4)", by how many; "of them" marks a part of another toll."""
    low, high = (f"{end:.15g}" if end is not None else "" for end in (toll.low, toll.high))
    number = (low if low == high else f"{low}–{high}") + ("+" if toll.open else "")
    what = " ".join(filter(None, (toll.measure, toll.population, toll.unit)))
    return f"{'of them ' if toll.parts else ''}{what} {number} ({len(toll.by)})"


def incident_event_rows(view: IncidentView, documents: Documents) -> list[dict[str, Any]]:
    """The events of an incident, in order."""
    return [
        {"incident": view.id, "because": because(view.evidence.get(event.id)), **event_row(event, documents)}
        for event in view.events
    ]


def because(evidence: Evidence | None) -> str:
    """Why an event is in its incident, in words; nothing for one that nothing joined."""
    if evidence is None:
        return ""
    words = f": {', '.join(evidence.words)}" if evidence.words else ""
    return f"{_BECAUSE[evidence.because]} with {evidence.event}{words}"
