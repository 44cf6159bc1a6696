"""The ledger: documents with their readings in one store, that answers as of any day.

Enters: documents with their readings, in any order, as often as one likes. Leaves: the answers of `sayso.ledger.
across`. Refuses: what is no ledger, and a second writer for as long as the first is at work. Whatever stops
it, all of a batch is there or nothing of it; adding the same again goes on from there.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import msgspec
from sqlalchemy import select

from sayso.ledger.across import Across
from sayso.ledger.adding import add_batch, add_problems
from sayso.ledger.judgements.judging import add_judgements
from sayso.ledger.opening import connect, explained, insert, transaction
from sayso.ledger.stores.server import Where, locate
from sayso.ledger.tables import document, reading, receipt, situation
from sayso.ledger.upkeep.changes import Found, ask_found
from sayso.ledger.upkeep.copying import back_up
from sayso.ledger.upkeep.rebuilding import Difference, rebuild
from sayso.ledger.upkeep.transcript import Entry, Taken, transcribe
from sayso.ledger.views import Added
from sayso.model import Document, Judgement, Problem, Reading, Situation
from sayso.model.encoding import decode, encode

BATCH = 200
"""Documents a transaction: the cost of one is lost in it, and little has to be read again when a run is cut off."""
WAIT = 30.0
"""Seconds that a writer waits for another one."""
_Item = TypeVar("_Item")


class Ledger(Across):
    """Open it with `Ledger.open`; it is a context manager. It holds one connection, for one thread."""

    @classmethod
    def open(cls, path: str | Where, situation: Situation | None = None, *, wait: float = WAIT) -> "Ledger":
        """The ledger in the file `path`, or on the server at the URL `path`, such as `postgresql://USER@HOST/DATABASE`.

        It is made where there is none, and brought up to date where it is older; the database on a server must be
        there. `:memory:` is a ledger that is kept nowhere. `situation` chooses names, and which readings count where
        documents were read in several situations. `wait` is how many seconds a writer waits for another. Raises
        `SaysoError` where it is no ledger, is newer than this program, or cannot be opened.
        """
        where = locate(path)
        return cls(where, connect(where, wait), situation or Situation())

    def close(self) -> None:
        """Let go of the file or server."""
        self._connection.close()

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(
        self,
        documents_and_readings: Iterable[tuple[Document, Reading]],
        *,
        batch: int = BATCH,
        on_batch: Callable[[Added], object] | None = None,
    ) -> Added:
        """Add documents with their readings; what the ledger holds already is left as it is.

        Each `batch` is one transaction; `on_batch` is called with the counts so far, which are safe by then. No lock
        is held while the next pairs are awaited. Raises `SaysoError` where the ledger cannot be written.
        """
        added = Added()
        for some in _batches(documents_and_readings, batch):
            with explained(self.path), transaction(self._connection, write=True):
                done = add_batch(self._connection, some)
            added += done
            if on_batch is not None:
                on_batch(added)
        return added

    def add_problems(self, problems: Iterable[Problem]) -> int:
        """Add trouble met before there was a reading. How much of it was new."""
        new = 0
        for some in _batches(problems, BATCH):
            with explained(self.path), transaction(self._connection, write=True):
                new += add_problems(self._connection, some)
        return new

    def judge(self, *judgements: Judgement) -> int:
        """Add judgements; one that the ledger holds already is left as it is. How many were new.

        All of them or none. Any may come before what it is about. Raises `SaysoError` for names that cannot be told
        apart by name.
        """
        with explained(self.path), transaction(self._connection, write=True):
            return add_judgements(self._connection, judgements)

    def keep_situation(self, followed: Situation) -> None:
        """Remember the situation that documents are read in, so that views find it again (see `settle_situation`)."""
        fingerprint, noun = followed.fingerprint(), encode(followed).decode()
        known = select(situation.c.fingerprint).where(situation.c.fingerprint == fingerprint)
        with explained(self.path), transaction(self._connection, write=True):
            if self._connection.execute(known).first() is None:
                insert(self._connection, "situation", [(fingerprint, noun)])

    def rebuild(self) -> tuple[Difference, ...]:
        """Make all that is derived anew from documents, readings and judgements; what was not as it should be.

        All or nothing: a run that is cut short changes nothing. Raises `SaysoError` where the ledger is damaged in what
        it was told, which nothing can make anew.
        """
        with explained(self.path), transaction(self._connection, write=True):
            return rebuild(self._connection)

    def backup(self, path: str | Path) -> int:
        """Copy the ledger to a new file, which is a ledger like this one, while others add; its size in bytes.

        Raises `SaysoError` where there is a file of that name, or it cannot be written.
        """
        with explained(self.path):
            return back_up(self._connection, Path(path))

    def transcript(self, as_of: str | None = None) -> Iterator[bytes]:
        """The ledger as lines of JSON, the same for all that were told the same; see `ledger.upkeep.transcript`."""
        with self.moment():
            yield from transcribe(self._connection, as_of)

    def take(self, entries: Iterable[Entry]) -> Added:
        """Add what `sayso.ledger.upkeep.transcript.entries` reads; what the ledger holds already is left as it is."""
        kept = Taken()
        added = self.add(kept.pairs(entries))
        for followed in kept.situations:
            self.keep_situation(followed)
        self.add_problems(kept.problems)
        self.judge(*kept.judgements)
        return added

    def found(self) -> Found:
        """What the readings that count hold now, see `sayso.ledger.upkeep.changes`."""
        with self.moment():
            return ask_found(self._connection, self.situation.fingerprint())

    def documents_without_reading(self, reader: str, fingerprint: str) -> Iterator[Document]:
        """Documents that `reader` (see `Reading.reader`) has not read in the situation of `fingerprint`, by id."""
        read = (reading.c.document == document.c.row) & (reading.c.reader == reader)
        read &= reading.c.situation == fingerprint
        unread = select(document.c.row).where(~select(reading.c.row).where(read).exists()).order_by(document.c.id)
        one = select(document.c.text, receipt.c.noun).join(receipt).order_by(receipt.c.row.desc()).limit(1)
        with explained(self.path):
            for row in self._connection.execute(unread).scalars().all():
                text, noun = self._connection.execute(one.where(document.c.row == row)).one()
                yield msgspec.structs.replace(decode(noun, Document), text=text)


def _batches(items: Iterable[_Item], size: int) -> Iterator[list[_Item]]:
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some
