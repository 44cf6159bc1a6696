"""Read places."""

from sayso.model import Place
from sayso.readings.analysis import Analysis


def read_places(analysis: Analysis) -> tuple[Place, ...]:
    """Every mention of a place in the document, in order."""
    return ()
