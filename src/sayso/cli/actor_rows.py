"""Lay out actors and places as rows: a line each, or a line for each of their other names."""

from collections.abc import Iterable
from typing import Any

from sayso.cli.tables import print_rows
from sayso.ledger.names.merges import OtherName
from sayso.ledger.names.views import ActorView, PlaceView

FEW = 5
"""Other names that stand in a line for people; programs get all."""


def actor_row(view: ActorView) -> dict[str, Any]:
    """A row of `sayso actors`. `office` is the one that most texts give."""
    best = max(view.offices, key=lambda office: office.texts, default=None)
    return {
        "name": view.name, "kind": view.kind, "of": view.of, "side": view.side, "side_by": view.side_by,
        "office": best.title if best is not None else None, "texts": view.texts, "documents": view.documents,
        "statements": view.statements, "first": view.first, "last": view.last, "other_names": _some(view.names),
        "offices": [f"{o.side} {o.title} ({o.first} to {o.last}, {o.texts} texts)" for o in view.offices],
        "judgements": list(view.judgements),
    }  # fmt: skip


def place_row(view: PlaceView) -> dict[str, Any]:
    """A row of `sayso places`."""
    return {
        "name": view.name, "kind": view.kind, "within": ", ".join(view.within), "documents": view.documents,
        "mentions": view.mentions, "first": view.first, "last": view.last, "other_names": _some(view.names),
        "country": view.country, "lat": view.lat, "lon": view.lon, "geonames": view.geonames,
        "judgements": list(view.judgements),
    }  # fmt: skip


def print_names(views: Iterable[ActorView | PlaceView], output: str) -> None:
    """Print a row for each other name, with the rule that joined it and the name that it was joined to."""
    rows = [
        {"name": view.name, "other": one.name, "rule": one.rule, "joined_to": one.of, "documents": one.uses}
        for view in views
        for one in view.names
    ]
    print_rows(rows, ["name", "other", "rule", "joined_to", "documents"], output, empty="No name was joined.")


def _some(names: Iterable[OtherName]) -> list[str]:
    return [one.name for one in names][:FEW]
