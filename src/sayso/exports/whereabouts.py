"""Tell where an incident was in the terms that tables of events use: country, areas, point, how exact.

Enters: the name of a place, and the places that documents name. Leaves: what the gazetteer gives of it. Refuses: to say
where a place is that no gazetteer has, or whose name may be of two: then only the name is left.
"""

import functools
from collections.abc import Mapping
from importlib import resources

import msgspec

from sayso.gazetteer import Feature, load_gazetteer
from sayso.ledger.names.views import PlaceView

POINT, DISTRICT, AREA, FUZZY, COUNTRY = "point", "district", "area", "fuzzy", "country"
_SIZES = {"city": POINT, "capital": POINT, "admin2": DISTRICT, "admin1": AREA, "country": COUNTRY}
_WITHOUT_NUMBER = {"city": POINT, "site": POINT, "area": FUZZY}
"""Of places that are in sayso's own lists: sites have a point, and areas such as a delta or a basin no border."""


class Whereabouts(msgspec.Struct, frozen=True):
    """Where a place is. `size` is what the name stands for: a point, a second-order district, a first-order area, an
    area without a border of its own ("fuzzy"), a country, or "" where nobody can say. `code` is ISO 3166-1 alpha-2 and
    `number` the numeric code of the country; `lat` and `lon` are WGS 84 degrees.
    """

    name: str = ""
    size: str = ""
    country: str | None = None
    code: str | None = None
    number: int | None = None
    area: str | None = None
    district: str | None = None
    lat: float | None = None
    lon: float | None = None


def whereabouts(name: str | None, places: Mapping[str, PlaceView]) -> Whereabouts:
    """Where the place of this name is."""
    view = places.get(name) if name is not None else None
    if view is None:
        return Whereabouts(name or "")
    gazetteer = load_gazetteer()
    here = gazetteer.by_id(view.geonames) if view.geonames is not None else None
    size = _SIZES[here.kind] if here is not None else _WITHOUT_NUMBER.get(view.kind, "") if view.lat is not None else ""
    area = gazetteer.by_code(here.area) if here is not None and here.area else None
    return Whereabouts(
        name=view.name,
        size=size,
        country=view.name if size == COUNTRY else _name(gazetteer.by_code(view.country) if view.country else None),
        code=view.country,
        number=_numbers().get(view.country or ""),
        area=view.name if size == AREA else _name(area),
        district=view.name if size == DISTRICT else None,
        lat=view.lat if size else None,
        lon=view.lon if size else None,
    )


def _name(found: Feature | None) -> str | None:
    return found.name if found is not None else None


@functools.cache
def _numbers() -> dict[str, int]:
    """The numeric code of each country by its letters (ISO 3166-1)."""
    data = resources.files("sayso.exports").joinpath("country_numbers.toml").read_bytes()
    return msgspec.toml.decode(data, type=dict[str, int])
