"""What the ledger answers with on disputes: who says what against whom, on which records, and how it stands."""

import msgspec

from sayso.ledger.copies.origins import Origin
from sayso.model import Span


class DisputeRecord(msgspec.Struct, frozen=True):
    """A record of one side: a statement, a figure or an event, by its id, with its words and where they stand.

    `known` is the ISO 8601 day from which it was known. `speaker` is whose word it is by the name chosen for them,
    `None` where it is the document's own; `via` are the relays.
    """

    id: str
    document: str
    known: str
    span: Span
    words: str
    speaker: str | None
    via: tuple[str, ...] = ()


class DisputeSide(msgspec.Struct, frozen=True):
    """One side of a dispute.

    `name` is the state, body or person that the side speaks for. `role` is what it does: claims, denies, accuses,
    counts, or holds (it is said to hold the place). `records` come by (known, document, id); `origins` are the
    independent ones among them, see `sayso.ledger.copies.origins`.
    """

    name: str
    role: str
    records: tuple[DisputeRecord, ...]
    origins: tuple[Origin, ...]


class DisputeView(msgspec.Struct, frozen=True):
    """Sources that cannot all be right, or that charge each other.

    `kind` is numbers, denial, accusation or control. `about` says of what: for numbers what is counted, for control the
    place, else the words of the first claim. `first` and `last` are the ISO 8601 days on which a record of it became
    known. `stands` is open, conceded or overtaken; `ended` is the record that ended it. `id` is made of the two records
    that began it.
    """

    id: str
    kind: str
    about: str
    first: str
    last: str
    sides: tuple[DisputeSide, ...]
    stands: str = "open"
    ended: DisputeRecord | None = None

    @property
    def records(self) -> tuple[DisputeRecord, ...]:
        """The records of all sides."""
        return tuple(record for side in self.sides for record in side.records)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the sides, and of those who speak for them."""
        speakers = (r.speaker for r in self.records if r.speaker is not None)
        return tuple(dict.fromkeys((*(side.name for side in self.sides), *speakers)))
