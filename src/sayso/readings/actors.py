"""Read actors."""

from sayso.model import Actor, Place
from sayso.readings.analysis import Analysis


def read_actors(analysis: Analysis, places: tuple[Place, ...]) -> tuple[Actor, ...]:
    """Every actor that the document names, each once, with all its mentions."""
    return ()
