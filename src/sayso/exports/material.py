"""What exports are made from: views of one moment, with the documents they stand in and the places they name."""

from collections.abc import Mapping, Set

import msgspec

from sayso.ledger.disputes.views import DisputeView
from sayso.ledger.incidents.views import IncidentView
from sayso.ledger.names.folding import Key
from sayso.ledger.names.views import PlaceView
from sayso.ledger.views import DocumentView, EventView, FigureView, StatementView


class Material(msgspec.Struct, frozen=True):
    """Views of one moment. `documents` are by id, `places` by the one name that each goes by across documents. Of
    incidents, `figure` has the figures that they refer to, by id; `actors` are the names of everybody, and `towns` all
    names, folded, of places that are no countries.
    """

    documents: Mapping[str, DocumentView]
    statements: tuple[StatementView, ...] = ()
    figures: tuple[FigureView, ...] = ()
    events: tuple[EventView, ...] = ()
    incidents: tuple[IncidentView, ...] = ()
    disputes: tuple[DisputeView, ...] = ()
    places: Mapping[str, PlaceView] = {}
    figure: Mapping[str, FigureView] = {}
    actors: Set[str] = frozenset()
    towns: Set[Key] = frozenset()


def outlet_of(view: DocumentView) -> str:
    """Who published a document; where nobody says, what the input is called."""
    return view.document.outlet or view.document.name
