"""Register the exports: for each noun and form, the function that writes it.

Enters: nothing. Leaves: `EXPORTS`, by noun and form, the default form of a noun first. To add one, write a module with
a function like these and put a line here; `tests/exports` then holds it to what all exports must be.
"""

from collections.abc import Callable, Iterator

import msgspec

from sayso.exports.acled import acled
from sayso.exports.annotations import annotations
from sayso.exports.claims import claims
from sayso.exports.geojson import geojson, incident_geojson
from sayso.exports.hxl import hxl
from sayso.exports.lines import dispute_lines, incident_lines
from sayso.exports.material import Material
from sayso.exports.ucdp import ucdp

Write = Callable[[Material], Iterator[str]]


class Export(msgspec.Struct, frozen=True):
    """One form of one noun. `write` yields pieces of text that end with a line break; `ending` is of a file's name."""

    noun: str
    form: str
    ending: str
    write: Write


EXPORTS: dict[tuple[str, str], Export] = {
    (one.noun, one.form): one
    for one in (
        Export("statements", "annotations", ".jsonl", annotations),
        Export("figures", "hxl", ".csv", hxl),
        Export("events", "geojson", ".geojson", geojson),
        Export("incidents", "jsonl", ".jsonl", incident_lines),
        Export("incidents", "acled", ".csv", acled),
        Export("incidents", "ucdp", ".csv", ucdp),
        Export("incidents", "geojson", ".geojson", incident_geojson),
        Export("disputes", "jsonl", ".jsonl", dispute_lines),
        Export("disputes", "claims", ".jsonl", claims),
    )
}
