"""What the ledger answers with about incidents: events of many documents that are one happening.

Every view carries the ids of the events, figures and statements that lead to document and span.
"""

import msgspec

from sayso.ledger.copies.origins import Origin
from sayso.ledger.incidents.finding import Because
from sayso.ledger.views import EventView


class Evidence(msgspec.Struct, frozen=True):
    """Why an event is in its incident: the event that it is linked to, by what, and the rarest words that both have.

    `because` is "copy" (one text tells both in the same words), "sentence" (two texts have the sentence), "words" (rare
    words of one day and place), "lasts" (told of a thing that goes on) or "judged" (people say so).
    """

    event: str
    because: Because
    words: tuple[str, ...] = ()


class Teller(msgspec.Struct, frozen=True):
    """Somebody or something named in an incident, and who says so: sources, or outlets on their own word."""

    name: str
    by: tuple[str, ...]
    events: tuple[str, ...]


class Toll(msgspec.Struct, frozen=True):
    """What the incident's figures of one measure, unit and population come to: a range, never a mean.

    `low` is the least number that a source gives, `high` the greatest; `open` tells that a figure with the greatest
    says "at least". `figures` by (day known, id); `by` are the sources, or the outlets on their own word, each once,
    and `texts` in how many texts the figures stand, copies counted once. Figures that are a part of another one
    ("three of the dead were children") are in no range with it: they are `parts`.
    """

    measure: str
    unit: str | None
    population: str | None
    low: float | None
    high: float | None
    open: bool
    figures: tuple[str, ...]
    by: tuple[str, ...]
    texts: int
    parts: bool = False


class IncidentView(msgspec.Struct, frozen=True):
    """One happening, as all documents tell it.

    `type` is the type that most texts tell, `place` the place that most do. `first` and `last` are ISO 8601 days, or
    `None` where no event has one. `reported`, `claimed` and `denied` are the ids of events on a document's own word, on
    a source's, and of denials. `events` by (day known, document, place in it), with the `evidence` for each by its id;
    `texts` is how many documents are left when copies count once; `origins` are the independent ones, of events. `id`
    is made of the event that was known first.
    """

    id: str
    type: str
    types: tuple[str, ...]
    place: str | None
    places: tuple[str, ...]
    first: str | None
    last: str | None
    actors: tuple[Teller, ...]
    targets: tuple[Teller, ...]
    reported: tuple[str, ...]
    claimed: tuple[str, ...]
    denied: tuple[str, ...]
    tolls: tuple[Toll, ...]
    documents: tuple[str, ...]
    outlets: tuple[str, ...]
    texts: int
    origins: tuple[Origin, ...]
    events: tuple[EventView, ...]
    evidence: dict[str, Evidence]

    @property
    def status(self) -> str:
        """Whether a document says so on its own word, or a source alone; and whether somebody denies it."""
        told = "reported" if self.reported else "claimed"
        return f"{told}, denied" if self.denied else told
