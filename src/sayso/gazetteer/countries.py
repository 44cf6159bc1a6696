"""Tell which country a name is the name of.

Enters: a name as somebody wrote it. Leaves: the country, as the gazetteer has it; `None` where the name is no
country's, or that of two.
"""

import functools

import numpy as np

from sayso.gazetteer import load_gazetteer
from sayso.gazetteer.index import KINDS, Feature
from sayso.gazetteer.names import digest, fold


@functools.lru_cache(maxsize=1 << 16)
def country_called(name: str) -> Feature | None:
    """The one country of this name; by another name of its own, only where no other place is called so."""
    key = fold(name)
    if digest(key) not in _digests():
        return None
    places = list(load_gazetteer().find(key))
    own = [place for place in places if place.exact]
    countries = {place.name: place for place in own or places if place.kind == "country"}
    return next(iter(countries.values())) if len(countries) == 1 else None


@functools.cache
def _digests() -> frozenset[int]:
    """Those of all names that a country bears: a few thousand, where all places have hundreds of thousands."""
    index = load_gazetteer()
    is_country = np.asarray(index.columns["kind"])[np.asarray(index.postings) >> 1] == KINDS.index("country")
    names = np.searchsorted(np.asarray(index.starts), np.flatnonzero(is_country), side="right") - 1
    return frozenset(np.asarray(index.keys)[names].tolist())
