"""Write incidents as CSV with the columns of UCDP GED (Codebook 24.1), and columns that lead back to the words.

Enters: incidents in which force was used and, by some source, somebody was killed, as the dataset asks; no war as a
whole. Leaves: a row each. Filled is what the record holds; a cell is empty where nobody says. `type_of_violence`,
dyads, conflicts, clarity and numbers of countries and actors are for coders. `low` and `high` are the least and the
greatest number that a source gives; `best` is their number where all agree and none says about, more or less, else
empty: sayso picks none of them.
"""

import math
from collections.abc import Iterator
from typing import Any

from sayso.exports.acled_codes import goes_on_in_a_land, is_violent
from sayso.exports.cells import csv_line
from sayso.exports.days import days_between, whole_day
from sayso.exports.deaths import Deaths, deaths_of
from sayso.exports.leads import LEADS, leads_of
from sayso.exports.material import Material, outlet_of
from sayso.exports.whereabouts import AREA, COUNTRY, DISTRICT, FUZZY, POINT, Whereabouts, whereabouts
from sayso.exports.whom import acting, befallen
from sayso.ledger.incidents.views import IncidentView

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best",
    "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
_PRECISION = {POINT: 1, DISTRICT: 3, AREA: 4, FUZZY: 5, COUNTRY: 6}
_DAYS = ((1, 1), (6, 2), (7, 3), (31, 4))
"""The most days that each precision of a date stands for: one, a few, a week, a month; 5 is for more."""
CELLS_A_DEGREE = 2


def ucdp(material: Material) -> Iterator[str]:
    """Headings, and a row an incident."""
    yield csv_line((*COLUMNS, *LEADS))
    for view in material.incidents:
        deaths, place = deaths_of(view, material.figure), whereabouts(view.place, material.places)
        in_land = place.size == COUNTRY and goes_on_in_a_land(view.type)
        if is_violent(view.types) and not in_land and (deaths.low or deaths.high):
            yield _row(view, deaths, place, material)


def _row(view: IncidentView, deaths: Deaths, place: Whereabouts, material: Material) -> str:
    row: dict[str, Any] = {
        "id": view.id,
        "year": view.first and view.first[:4],
        "side_a": acting(view, material),
        "side_b": befallen(view, material),
        **_sources(view, material),
        **_where(view, place),
        "date_prec": _date_precision(view),
        "date_start": whole_day(view.first),
        "date_end": whole_day(view.last),
        "best": deaths.agreed,
        "high": deaths.high,
        "low": deaths.low,
    }
    return csv_line([*(row.get(name) for name in COLUMNS), *leads_of(view, deaths, material)])


def _sources(view: IncidentView, material: Material) -> dict[str, Any]:
    """The documents, each as "outlet, day, title"; and on whose word they say so. Copies count once."""
    found = [material.documents[id] for id in view.documents]
    articles = [", ".join(filter(None, (outlet_of(d), d.known, d.document.title or ""))) for d in found]
    return {
        "number_of_sources": view.texts,
        "source_article": articles,
        "source_office": view.outlets,
        "source_date": list(dict.fromkeys(d.known for d in found if d.known)),
        "source_original": list(dict.fromkeys(one.speaker for one in view.origins if one.speaker)),
    }


def _where(view: IncidentView, place: Whereabouts) -> dict[str, Any]:
    precision = _PRECISION.get(place.size)
    found: dict[str, Any] = {
        "where_prec": precision,
        "where_coordinates": place.name,
        "where_description": view.places,
        "adm_1": place.area,
        "adm_2": place.district,
        "country": place.country,
    }
    if precision is not None and place.lat is not None and place.lon is not None:
        found |= {"latitude": place.lat, "longitude": place.lon, "geom_wkt": f"POINT ({place.lon:g} {place.lat:g})"}
        found["priogrid_gid"] = prio_grid(place.lat, place.lon)
    return found


def prio_grid(lat: float, lon: float) -> int:
    """The cell of PRIO-GRID (Tollefsen et al. 2012) of a point: half degrees, from 1 in the south-west, row by row."""
    row, column = math.floor((90 + lat) * CELLS_A_DEGREE), math.floor((180 + lon) * CELLS_A_DEGREE)
    return min(row, 179 * 2 + 1) * 720 + min(column, 719) + 1


def _date_precision(view: IncidentView) -> int | None:
    days = days_between(view.first, view.last)
    return None if days is None else next((code for most, code in _DAYS if days <= most), 5)
