"""A reading is what one reader found in one document."""

import msgspec

from sayso.model.actor import Actor
from sayso.model.document import DayBasis
from sayso.model.event import Event
from sayso.model.figure import Figure
from sayso.model.place import Place
from sayso.model.problem import Problem
from sayso.model.quantity import Quantity
from sayso.model.span import Span
from sayso.model.statement import Statement
from sayso.model.time import Time


class Reading(msgspec.Struct, frozen=True, omit_defaults=True):
    """Everything found in a document, in the order of the text.

    `document` is the document's id, `reader` the name and version that found it, `situation` the fingerprint of the
    situation it was read in. `date` is the document's ISO 8601 day, `date_basis` how it is known, and
    `date_evidence` the words an inferred day rests on.
    """

    document: str
    reader: str
    situation: str = ""
    language: str | None = None
    date: str | None = None
    date_basis: DayBasis = "unknown"
    date_evidence: tuple[Span, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    problems: tuple[Problem, ...] = ()
