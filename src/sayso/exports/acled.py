"""Write incidents as CSV with the columns of ACLED (Codebook of 2024), and columns that lead back to the words.

Enters: incidents that ACLED would code, no war as a whole. Leaves: a row each. Filled is what the record holds. A cell
is empty where nobody says, also where ACLED has a code for "unknown"; `inter1` and the like, `region`, `tags` and
`civilian_targeting` are for coders. `event_id_cnty` is the incident's id. `fatalities` is the least number that a
source gives, as ACLED asks of conflicting reports; none given is empty, and not 0. A country has no point.
"""

from collections.abc import Iterator
from typing import Any

from sayso.exports.acled_codes import code_types, goes_on_in_a_land, is_coded
from sayso.exports.cells import csv_line
from sayso.exports.days import days_between, whole_day
from sayso.exports.deaths import deaths_of
from sayso.exports.leads import LEADS, leads_of
from sayso.exports.material import Material
from sayso.exports.whereabouts import AREA, COUNTRY, DISTRICT, POINT, Whereabouts, whereabouts
from sayso.exports.whom import acting, befallen
from sayso.ledger.incidents.views import IncidentView

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
_PRECISION = {POINT: 1, DISTRICT: 2, AREA: 3}
WEEK, MONTH = 7, 31


def acled(material: Material) -> Iterator[str]:
    """Headings, and a row an incident."""
    yield csv_line((*COLUMNS, *LEADS))
    for view in material.incidents:
        place = whereabouts(view.place, material.places)
        if is_coded(view.types) and not (place.size == COUNTRY and goes_on_in_a_land(view.type)):
            yield _row(view, place, material)


def _row(view: IncidentView, place: Whereabouts, material: Material) -> str:
    codes, deaths = code_types(view.types), deaths_of(view, material.figure)
    has_point = place.size in _PRECISION
    row: dict[str, Any] = {
        "event_id_cnty": view.id,
        "event_date": whole_day(view.first),
        "year": view.first and view.first[:4],
        "time_precision": _time_precision(view),
        "disorder_type": codes.disorder,
        "event_type": codes.type,
        "sub_event_type": codes.sub_type,
        "actor1": acting(view, material),
        "actor2": befallen(view, material),
        "iso": place.number,
        "country": place.country,
        "admin1": place.area,
        "admin2": place.district,
        "location": "" if place.size == COUNTRY else place.name,
        "latitude": place.lat if has_point else None,
        "longitude": place.lon if has_point else None,
        "geo_precision": _PRECISION.get(place.size),
        "source": view.outlets,
        "notes": " ".join(view.events[0].words.split()),
        "fatalities": deaths.low,
    }
    return csv_line([*(row.get(name) for name in COLUMNS), *leads_of(view, deaths, material)])


def _time_precision(view: IncidentView) -> int | None:
    """1 for one day, 2 for days of one week, 3 for days of one month; none for what goes on longer."""
    days = days_between(view.first, view.last)
    if days is None:
        return None
    return 1 if days == 1 else 2 if days <= WEEK else 3 if days <= MONTH else None
