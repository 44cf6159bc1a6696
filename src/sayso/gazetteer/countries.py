"""Tell which country a name is the name of.

Enters: a name as somebody wrote it. Leaves: the country, as the gazetteer has it; `None` where the name is no
country's, or that of two.
"""

import functools

from sayso.gazetteer import load_gazetteer
from sayso.gazetteer.index import Feature
from sayso.gazetteer.names import fold


@functools.lru_cache(maxsize=1 << 16)
def country_called(name: str) -> Feature | None:
    """The one country of this name; by another name of its own, only where no other place is called so."""
    places = list(load_gazetteer().find(fold(name)))
    own = [place for place in places if place.exact]
    countries = {place.name: place for place in own or places if place.kind == "country"}
    return next(iter(countries.values())) if len(countries) == 1 else None
