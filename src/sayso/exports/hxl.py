"""Write figures as CSV with the hashtags of HXL 1.1 in its second row.

Enters: figures. Leaves: rows. What is measured stands in a column (`#indicator+name`), for no two measures share a
hashtag; bounds that nobody gave are empty.
"""

from collections.abc import Iterator
from typing import Any

from sayso.exports.cells import csv_line
from sayso.exports.material import Material, outlet_of
from sayso.ledger.views import FigureView

COLUMNS = {
    "Id": "#meta+id",
    "Day": "#date",
    "Since": "#date+start",
    "Until": "#date+end",
    "Known": "#date+reported",
    "Measure": "#indicator+name",
    "Low": "#indicator+num+min",
    "High": "#indicator+num+max",
    "Unit": "#indicator+unit",
    "Basis": "#indicator+type",
    "Population": "#population+name",
    "Place": "#loc+name",
    "Country": "#country+code+v_iso2",
    "Latitude": "#geo+lat",
    "Longitude": "#geo+lon",
    "Source": "#org+source+name",
    "Via": "#org+relay+name",
    "Unverified": "#status+unverified",
    "Series": "#meta+series",
    "Words": "#description+words",
    "Outlet": "#meta+outlet",
    "URL": "#meta+url",
    "Document": "#meta+document",
    "Start": "#meta+start",
    "End": "#meta+end",
}


def hxl(material: Material) -> Iterator[str]:
    """Headings, hashtags, and a row a figure."""
    yield csv_line(COLUMNS)
    yield csv_line(COLUMNS.values())
    for view in material.figures:
        yield csv_line(_values(view, material))


def _values(view: FigureView, material: Material) -> list[Any]:
    figure, document = view.figure, material.documents[view.document]
    place = material.places.get(view.place) if view.place is not None else None
    return [
        view.id, view.day, figure.since, figure.until, view.known, figure.measure, figure.low, figure.high,
        figure.unit, figure.basis, figure.population, view.place, place and place.country, place and place.lat,
        place and place.lon, view.source, "; ".join(figure.via), "yes" if figure.unverified else "no", view.series,
        view.words, outlet_of(document), document.document.url, view.document, figure.span.start, figure.span.end,
    ]  # fmt: skip
