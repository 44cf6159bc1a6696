"""Read again what the present reader has not read, and say what changed.

Enters: a session. Leaves: what became of documents, statements, figures and events, and the judgements that are about
nothing any more. Every batch is safe once it is read; a run that is cut short goes on where it stopped.
"""

from typing import Any

from sayso.cli.intake import add_all
from sayso.cli.session import Session, opened
from sayso.ledger.upkeep.changes import Change, changes, newly_alone


def read_anew(session: Session, jobs: int | None) -> tuple[tuple[Change, ...], tuple[str, ...]]:
    """What changed, and the ids of the judgements that are alone now."""
    with opened(session) as ledger:
        before, judged = ledger.found(), ledger.judgements()
        add_all(session, ledger, (), (), jobs)
    with opened(session) as ledger:
        return changes(before, ledger.found()), newly_alone(judged, ledger.judgements())


def change_row(change: Change) -> dict[str, Any]:
    """A row of `sayso rebuild --read`."""
    ids = {"gained": change.gained, "lost": change.lost, "changed": change.changed}
    counts = {"what": change.what, "before": change.before, "after": change.after}
    return {**counts, **{k: len(v) for k, v in ids.items()}, **{f"{k}_ids": list(v) for k, v in ids.items()}}
