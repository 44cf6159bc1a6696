"""What the ledger answers when it is asked who acts and where."""

import msgspec

from sayso.ledger.names.merges import OtherName
from sayso.ledger.views import Judged
from sayso.model import Span


class OfficeView(msgspec.Struct, frozen=True):
    """An office that documents give somebody: of which side, as what, in how many texts, first and last known when.

    `evidence` is the document that was first to say so, and the words.
    """

    side: str
    title: str
    texts: int
    first: str
    last: str
    evidence: tuple[str, Span]


class ActorView(Judged, frozen=True):
    """Somebody, under one name across documents, or a body or state.

    `of` is the party or state they belong to, `side` what that is in the situation: "party", "third party" or
    "outlet". Both are empty where there is more than one candidate. `side_by` says who says so: "situation" (it names
    them), "name" (its own name does), "office" (the offices that documents give), "outlet", or "judgement". `texts`
    counts the documents that name them, copies once; `statements` what they say. `first` and `last` are ISO 8601 days,
    "" where nobody can say.
    """

    name: str
    kind: str
    names: tuple[OtherName, ...]
    documents: int
    texts: int
    statements: int
    first: str
    last: str
    of: str | None = None
    side: str | None = None
    side_by: str | None = None
    offices: tuple[OfficeView, ...] = ()


class PlaceView(Judged, frozen=True):
    """A place, under one name across documents. `within` are the area and the country it lies in, the smaller first.

    `lat` and `lon` are WGS 84 degrees; they, `geonames` and `within` are empty for a place that no gazetteer has.
    """

    name: str
    kind: str
    names: tuple[OtherName, ...]
    mentions: int
    documents: int
    first: str
    last: str
    within: tuple[str, ...] = ()
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
