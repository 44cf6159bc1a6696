"""An event is something that happened, is planned or is denied in the world."""

from typing import Literal

import msgspec

from sayso.model.fields import written
from sayso.model.span import Span

Status = Literal["reported", "claimed", "denied", "planned", "forecast"]


class Event(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who did what to whom, where and when. `span` is the clause, `trigger` the word that gives it away.

    `date` and `end` are ISO 8601 days or coarser ("2022-03"). `status`: "reported" on the document's own word,
    "claimed" on a source's. `figures` and `statement` are positions in `Reading.figures` and `Reading.statements`.
    """

    span: Span
    trigger: Span
    type: str
    actor: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    place: str | None = None
    date: str | None = None
    end: str | None = None
    status: Status = written("reported")
    negated: bool = False
    figures: tuple[int, ...] = ()
    statement: int | None = None
