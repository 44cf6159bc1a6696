"""The gazetteer: an offline index of the world's places, loaded on first use and kept for the process."""

import functools
from importlib import resources

from sayso.gazetteer.index import Feature, Index, unpack
from sayso.gazetteer.names import fold

__all__ = ["Feature", "Index", "fold", "load_gazetteer"]


@functools.cache
def load_gazetteer() -> Index:
    """The index that ships with the package: 270,000 places. Takes .15 seconds and 45 MB, once a process."""
    return unpack((resources.files("sayso.gazetteer") / "places.bin").read_bytes())
