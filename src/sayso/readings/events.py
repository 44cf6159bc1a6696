"""Read events."""

from sayso.model import Actor, Event, Figure, Place, Statement, Time
from sayso.readings.analysis import Analysis


def read_events(
    analysis: Analysis,
    statements: tuple[Statement, ...],
    figures: tuple[Figure, ...],
    times: tuple[Time, ...],
    places: tuple[Place, ...],
    actors: tuple[Actor, ...],
) -> tuple[Event, ...]:
    """Every event of the document, in order."""
    return ()
