"""Write events or incidents as GeoJSON (RFC 7946): one FeatureCollection, a feature each.

Enters: events or incidents, and the places that they name. Leaves: JSON. A feature has the point of its place,
longitude before latitude in WGS 84; where no gazetteer has the place, or no place is told, its geometry is null, which
the standard has for this. An event is one report; an incident is all reports of one happening.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import msgspec

from sayso.exports.deaths import deaths_of
from sayso.exports.leads import words_of_events
from sayso.exports.material import Material, outlet_of
from sayso.exports.whom import told_by
from sayso.ledger.incidents.views import IncidentView
from sayso.ledger.views import EventView

_View = TypeVar("_View", EventView, IncidentView)


def geojson(material: Material) -> Iterator[str]:
    """The collection of events, a feature a line."""
    return _collection(material.events, _event, material)


def incident_geojson(material: Material) -> Iterator[str]:
    """The collection of incidents, a feature a line."""
    return _collection(material.incidents, _incident, material)


def _collection(
    views: Sequence[_View], properties: Callable[[_View, Material], dict[str, Any]], material: Material
) -> Iterator[str]:
    yield '{"type":"FeatureCollection","features":[\n'
    last = len(views) - 1
    for number, view in enumerate(views):
        feature = {
            "type": "Feature",
            "id": view.id,
            "geometry": _point(view.place, material),
            "properties": properties(view, material),
        }
        yield msgspec.json.encode(feature).decode() + ("\n" if number == last else ",\n")
    yield "]}\n"


def _point(name: str | None, material: Material) -> dict[str, Any] | None:
    place = material.places.get(name) if name is not None else None
    if place is None or place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}


def _event(view: EventView, material: Material) -> dict[str, Any]:
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


def _incident(view: IncidentView, material: Material) -> dict[str, Any]:
    deaths = deaths_of(view, material.figure)
    return {
        "type": view.type,
        "types": view.types,
        "status": view.status,
        "first": view.first,
        "last": view.last,
        "actors": told_by(view.actors),
        "targets": told_by(view.targets),
        "place": view.place,
        "places": view.places,
        "killed_low": deaths.low,
        "killed_high": deaths.high,
        "killed_at_least": deaths.open,
        "texts": view.texts,
        "origins": len(view.origins),
        "outlets": view.outlets,
        "events": words_of_events(view, material),
    }
