"""Read statements."""

from sayso.model import Actor, Statement, Time
from sayso.readings.analysis import Analysis


def read_statements(analysis: Analysis, actors: tuple[Actor, ...], times: tuple[Time, ...]) -> tuple[Statement, ...]:
    """Every statement of the document, in order of its content."""
    return ()
