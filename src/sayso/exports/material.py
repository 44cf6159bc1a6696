"""What exports are made from: views of one moment, with the documents they stand in and the places they name."""

from collections.abc import Mapping

import msgspec

from sayso.ledger.names.views import PlaceView
from sayso.ledger.views import DocumentView, EventView, FigureView, StatementView


class Material(msgspec.Struct, frozen=True):
    """Views of one moment. `documents` are by id, `places` by the one name that each goes by across documents."""

    documents: Mapping[str, DocumentView]
    statements: tuple[StatementView, ...] = ()
    figures: tuple[FigureView, ...] = ()
    events: tuple[EventView, ...] = ()
    places: Mapping[str, PlaceView] = {}


def outlet_of(view: DocumentView) -> str:
    """Who published a document; where nobody says, what the input is called."""
    return view.document.outlet or view.document.name
