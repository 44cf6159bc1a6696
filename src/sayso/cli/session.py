"""What a command works in: a situation with its ledger.

Enters: the options `--situation` and `--ledger`. Leaves: the situation, with day zero proposed from the documents where
nobody has set it, and the open ledger. Views open a ledger that is there; only `add`, `brief` and `demo` make one.
"""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sayso.documents.day_zero import propose_day_zero
from sayso.languages import load_language
from sayso.ledger import Ledger
from sayso.ledger.stores.server import Where
from sayso.model import Document, SaysoError, Situation, Span
from sayso.sources import load_situation

SITUATION = "situation.toml"
LEDGER = "sayso.ledger"
LANGUAGE = "en"
OBJECTS = 50_000
"""New objects from which Python looks for cycles, where it does so from 700. What views are made of has none: looking
for them took a tenth of the time of `actors`, and memory peaks at the same 342 MB."""


@dataclass(frozen=True, slots=True)
class Session:
    """A situation, where its ledger is, and the words that its day zero rests on where documents gave it away."""

    situation: Situation
    ledger: Where
    zero_evidence: tuple[tuple[str, Span], ...] = ()


def start(situation: Path | None, ledger: Where | None) -> Session:
    """The session that the options ask for. Raises `SaysoError` where the situation file is missing or malformed."""
    file = situation or Path(SITUATION)
    if situation is not None and not file.is_file():
        raise SaysoError(f"{file}: no such situation file; write one with: sayso init REPORTS… --write {file}")
    followed = load_situation(file) if file.is_file() else Situation()
    return Session(followed, ledger or file.parent / LEDGER)


def there(situation: Path | None, ledger: Where | None) -> Session:
    """The session that the options ask for, whose ledger must be there."""
    session = start(situation, ledger)
    _require(session.ledger)
    return session


def _require(ledger: Where) -> None:
    from sayso.ledger.opening import is_there

    if not is_there(ledger):
        raise SaysoError(f"{ledger}: no such ledger; make one with: sayso add REPORTS… --ledger {ledger}")


@contextmanager
def opened(session: Session) -> Iterator[Ledger]:
    """The session's ledger, which must be there."""
    _require(session.ledger)
    with Ledger.open(session.ledger, session.situation) as ledger:
        ledger.settle_situation()
        yield ledger


@contextmanager
def viewed(session: Session) -> Iterator[Ledger]:
    """The session's ledger, which must be there, as it is at this moment: another run may be adding to it."""
    gc.set_threshold(OBJECTS)
    with opened(session) as ledger, ledger.moment():
        yield ledger


def with_day_zero(session: Session, documents: Sequence[Document]) -> Session:
    """The session with the day zero that `documents` give away, where the situation sets none."""
    if session.situation.day_zero is not None:
        return session
    proposal = propose_day_zero(documents, session.situation, load_language(LANGUAGE))
    if proposal is None:
        return session
    followed = msgspec.structs.replace(session.situation, day_zero=proposal.value)
    return Session(followed, session.ledger, proposal.evidence)
