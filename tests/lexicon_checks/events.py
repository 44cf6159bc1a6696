"""What the reader of events makes of an example: type | status | actor -> target of every event."""

import re

from sayso.model import Place, Span
from sayso.readings.events.read import read_events


def gives(entry, analysis, analysed=None):
    analysed = analysed or analysis(entry.example)
    places = tuple(Place(Span(m.start(), m.end()), "Oster", "city") for m in re.finditer("Oster", entry.example))
    events = read_events(analysed, (), (), (), places, ())
    return "; ".join(
        f"{e.type} | {e.status} | {' + '.join(e.actor) or '-'} -> {' + '.join(e.target) or '-'}" for e in events
    )
