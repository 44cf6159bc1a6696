"""Tell what another reading of the documents changed.

Enters: what a ledger found before and finds now. Leaves: for documents, statements, figures and events how many there
were and are, and the ids of those gained, lost and changed; the judgements that are about nothing any more. It goes by
what was read: what people corrected is compared as the reader had it.
"""

from collections.abc import Iterable, Mapping

import msgspec
from sqlalchemy import Connection

from sayso.ledger.asking import Wanted, ask_documents, ask_records
from sayso.ledger.tables import event, figure, statement
from sayso.ledger.views import JudgementView
from sayso.model import Reading
from sayso.model.encoding import decode

Found = Mapping[str, Mapping[str, str]]
"""What was found, by noun and id: the record's JSON, of a document its day."""


class Change(msgspec.Struct, frozen=True):
    """What became of one noun. A record keeps its id for as long as it stands on the same words."""

    what: str
    before: int
    after: int
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    changed: tuple[str, ...]


def ask_found(connection: Connection, situation: str) -> Found:
    """What the readings that count hold, in the situation of this fingerprint."""
    wanted = Wanted(situation)
    days = {row.id: decode(row.reading, Reading).date or "" for row in ask_documents(connection, wanted)}
    tables = {"statements": statement, "figures": figure, "events": event}
    records = {what: {r.id: r.noun for r in ask_records(connection, wanted, table)} for what, table in tables.items()}
    return {"documents": days, **records}


def changes(before: Found, after: Found) -> tuple[Change, ...]:
    """What changed, a noun a row."""
    return tuple(_change(what, before[what], after[what]) for what in after)


def _change(what: str, before: Mapping[str, str], after: Mapping[str, str]) -> Change:
    return Change(
        what=what,
        before=len(before),
        after=len(after),
        gained=tuple(sorted(after.keys() - before.keys())),
        lost=tuple(sorted(before.keys() - after.keys())),
        changed=tuple(sorted(id for id in before.keys() & after.keys() if before[id] != after[id])),
    )


def newly_alone(before: Iterable[JudgementView], after: Iterable[JudgementView]) -> tuple[str, ...]:
    """The ids of the judgements that stand alone now and did not before."""
    alone = {view.judgement.id for view in before if view.state == "alone"}
    return tuple(v.judgement.id for v in after if v.state == "alone" and v.judgement.id not in alone)
