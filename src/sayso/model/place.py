"""A place is where: a populated place, a region, a country or a site, as one document names it."""

from typing import Literal

import msgspec

from sayso.model.fields import written
from sayso.model.span import Span

PlaceKind = Literal["city", "region", "country", "continent", "site", "water", "area"]


class Place(msgspec.Struct, frozen=True, omit_defaults=True):
    """A mention of a place. `name` is the gazetteer's name, or the document's own where the gazetteer has none.

    `lat` and `lon` are WGS 84 degrees, absent where no single candidate is left. `country` is ISO 3166-1 alpha-2,
    `admin1` the first administrative area's name. `relation` are the words that place something beside it
    ("northwest of").
    """

    span: Span
    name: str
    kind: PlaceKind = written("city")
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    geonames: int | None = None
    relation: str | None = None
