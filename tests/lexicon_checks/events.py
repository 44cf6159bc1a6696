"""What the reader of events makes of an example: type | status | actor -> target of every event."""

from sayso.readings.events.read import read_events


def gives(entry, analysis, analysed=None):
    analysed = analysed or analysis(entry.example)
    events = read_events(analysed, (), (), (), (), ())
    return "; ".join(
        f"{e.type} | {e.status} | {' + '.join(e.actor) or '-'} -> {' + '.join(e.target) or '-'}" for e in events
    )
