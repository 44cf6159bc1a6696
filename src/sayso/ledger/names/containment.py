"""Tell what a place lies in: its first-order area, its country.

Enters: a GeoNames id. Leaves: places of the gazetteer, from the smaller to the larger. A place that the gazetteer does
not have lies in nothing that anybody could say.
"""

import functools

from sayso.gazetteer import Feature, load_gazetteer


@functools.lru_cache(maxsize=65536)
def places_around(geonames: int) -> tuple[Feature, ...]:
    """What the place with this id lies in; not the place itself."""
    gazetteer = load_gazetteer()
    place = gazetteer.by_id(geonames)
    if place is None:
        return ()
    found = (gazetteer.by_code(code) for code in (place.area, place.country) if code)
    return tuple(one for one in found if one is not None and one.id != place.id)
