"""Read times."""

from sayso.model import Time
from sayso.readings.analysis import Analysis


def read_times(analysis: Analysis) -> tuple[Time, ...]:
    """Every time expression of the document, in order."""
    return ()
