"""The nouns of sayso: frozen data types that every stage speaks and that import nothing of any stage."""

from sayso.model.actor import Actor, ActorKind
from sayso.model.document import DayBasis, Document, Furniture, FurnitureKind, identify
from sayso.model.errors import SaysoError
from sayso.model.event import Event, Status
from sayso.model.figure import Basis, Figure
from sayso.model.identity import content_id, record_id
from sayso.model.judgement import Judgement
from sayso.model.place import Place, PlaceKind
from sayso.model.problem import Problem
from sayso.model.quantity import Change, PairRole, Quantity
from sayso.model.reading import Reading
from sayso.model.situation import Party, Situation
from sayso.model.span import Span
from sayso.model.statement import Act, Mode, SpeakerKind, Statement
from sayso.model.time import Time, TimeType

__all__ = [
    "Act", "Actor", "ActorKind", "Basis", "Change", "DayBasis", "Document", "Event", "Figure", "Furniture",
    "FurnitureKind", "Judgement", "Mode", "PairRole", "Party", "Place", "PlaceKind", "Problem", "Quantity", "Reading",
    "SaysoError", "Situation", "Span", "SpeakerKind", "Statement", "Status", "Time", "TimeType", "content_id",
    "identify", "record_id",
]  # fmt: skip
