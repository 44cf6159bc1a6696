"""Write events as GeoJSON (RFC 7946): one FeatureCollection, a feature an event.

Enters: events, and the places that they name. Leaves: JSON. An event has the point of its place, longitude before
latitude in WGS 84; where no gazetteer has the place, or no place is told, its geometry is null, which the standard has
for this. An event is one report of it: how many of them are one happening is not told here.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from sayso.exports.material import Material, outlet_of
from sayso.ledger.views import EventView


def geojson(material: Material) -> Iterator[str]:
    """The collection, a feature a line."""
    yield '{"type":"FeatureCollection","features":[\n'
    last = len(material.events) - 1
    for number, view in enumerate(material.events):
        yield msgspec.json.encode(_feature(view, material)).decode() + ("\n" if number == last else ",\n")
    yield "]}\n"


def _feature(view: EventView, material: Material) -> dict[str, Any]:
    place = material.places.get(view.place) if view.place is not None else None
    point = None
    if place is not None and place.lat is not None and place.lon is not None:
        point = {"type": "Point", "coordinates": [place.lon, place.lat]}
    return {"type": "Feature", "id": view.id, "geometry": point, "properties": _properties(view, material)}


def _properties(view: EventView, material: Material) -> dict[str, Any]:
    event, document = view.event, material.documents[view.document]
    return {
        "type": event.type,
        "status": event.status,
        "negated": event.negated,
        "date": event.date,
        "end": event.end,
        "actor": view.actor,
        "target": view.target,
        "place": view.place,
        "known": view.known,
        "words": view.words,
        "grade": view.grade,
        "document": view.document,
        "start": event.span.start,
        "stop": event.span.end,
        "outlet": outlet_of(document),
        "url": document.document.url,
    }
