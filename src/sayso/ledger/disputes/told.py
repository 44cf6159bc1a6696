"""One record as a side of a dispute tells it, and two that clash.

Enters: views of statements, figures and events. Leaves: `Told`, in which the three are alike: whose word it is, for
which side, what it is about.
"""

from datetime import date

import msgspec

from sayso.ledger.days import order
from sayso.ledger.disputes.matter import Matter
from sayso.ledger.views import EventView, FigureView, StatementView
from sayso.model import Span


class Told(msgspec.Struct, frozen=True):
    """What a record says for a side. `side` is `None` where nobody can tell which it speaks for."""

    id: str
    document: str
    known: str
    span: Span
    words: str
    speaker: str | None
    via: tuple[str, ...]
    side: str | None
    matter: Matter = {}

    @property
    def order(self) -> tuple[bool, str, str, str]:
        """The sort key: (known, document, id)."""
        return (*order(self.known, self.document), self.id)


class Clash(msgspec.Struct, frozen=True):
    """Two records that contradict each other, or two accusations against each other.

    `one` claims or accuses first, `other` answers; the roles say what each does. `matter` is what both are about, `key`
    and `about` the thing counted or the place, where it is one that has a name.
    """

    kind: str
    one: Told
    other: Told
    roles: tuple[str, str]
    names: tuple[str, str]
    matter: Matter = {}
    key: str = ""
    about: str = ""

    @property
    def order(self) -> tuple[tuple[bool, str, str, str], ...]:
        """The sort key: that of the later record, then that of the earlier."""
        return tuple(sorted((self.one.order, self.other.order), reverse=True))

    @property
    def ids(self) -> tuple[str, str]:
        """The ids of the two records."""
        return self.one.id, self.other.id

    @property
    def known(self) -> str:
        """The ISO 8601 day from which both were known."""
        return max(self.one.known, self.other.known)


def tell_statement(view: StatementView, side: str | None, matter: Matter) -> Told:
    """A statement as a side tells it."""
    s = view.statement
    return Told(view.id, view.document, view.known, s.content, view.words, view.speaker, view.via, side, matter)


def tell_figure(view: FigureView, side: str | None) -> Told:
    """A figure as a side tells it."""
    f = view.figure
    return Told(view.id, view.document, view.known, f.span, view.words, view.source, f.via, side)


def tell_event(view: EventView, within: StatementView | None, side: str | None) -> Told:
    """An event as a side tells it, on the word of the speaker whose statement it stands in."""
    speaker, via = (within.speaker, within.via) if within is not None else (None, ())
    return Told(view.id, view.document, view.known, view.event.span, view.words, speaker, via, side)


def day_number(day: str) -> int:
    """The number of an ISO 8601 day in the calendar."""
    return date.fromisoformat(day).toordinal()
