"""Write a ledger out as lines of JSON, in one order whatever the order in which it was filled.

Enters: a connection, and the day up to which things count. Leaves: a line for each situation, each document with its
readings behind it, each problem that no reading holds, and each judgement; `entries` reads them back. Each is an object
of one key, which names the noun. What is derived is not in it: it is a function of these lines. No number of the
ledger's own shows, so two ledgers that were told the same have the same lines, byte for byte. Of several receipts of
one document the earliest is told.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from sayso.ledger.asking import Wanted, ask_ids
from sayso.ledger.judgements.judging import ask_judgements
from sayso.ledger.tables import problem, situation
from sayso.ledger.upkeep.stored import document_ids, stored_documents
from sayso.model import Document, Judgement, Problem, Reading, SaysoError, Situation
from sayso.model.encoding import encode

NOUNS: dict[str, type[Any]] = {
    "situation": Situation, "document": Document, "reading": Reading, "problem": Problem, "judgement": Judgement,
}  # fmt: skip
Entry = Situation | Document | Reading | Problem | Judgement


def transcribe(connection: Connection, as_of: str | None = None) -> Iterator[bytes]:
    """The lines, each with its line break. Of `as_of`: the documents and judgements that were known by that day."""
    for kept in sorted(connection.execute(select(situation.c.noun)).scalars()):
        yield _line("situation", kept.encode())
    ids = document_ids(connection) if as_of is None else sorted(ask_ids(connection, Wanted("", as_of), ()))
    for stored in stored_documents(connection, ids):
        yield _line("document", encode(stored.document()))
        for noun in sorted(encode(each.reading()) for each in stored.readings):
            yield _line("reading", noun)
    for met in sorted(connection.execute(select(problem.c.noun).where(problem.c.reading.is_(None))).scalars()):
        yield _line("problem", met.encode())
    for one in ask_judgements(connection, as_of):
        yield _line("judgement", encode(one))


def _line(kind: str, noun: bytes) -> bytes:
    return b'{"%s":%s}\n' % (kind.encode(), noun)


def entries(lines: Iterable[bytes], place: str) -> Iterator[Entry]:
    """The nouns of the lines; `place` is where they come from.

    Raises `SaysoError`, naming the line, where it holds none.
    """
    for number, line in enumerate(lines, 1):
        try:
            [(kind, noun)] = msgspec.json.decode(line, type=dict[str, msgspec.Raw]).items()
            yield msgspec.json.decode(noun, type=NOUNS[kind])
        except (msgspec.MsgspecError, ValueError, KeyError) as error:
            told = f"no line of a record ({error}); write one with: sayso export record"
            raise SaysoError(f"{place}:{number}: {told}") from error


class Taken:
    """What entries hold beside documents and readings."""

    def __init__(self) -> None:
        self.situations: list[Situation] = []
        self.problems: list[Problem] = []
        self.judgements: list[Judgement] = []

    def pairs(self, entries: Iterable[Entry]) -> Iterator[tuple[Document, Reading]]:
        """Each reading with the document before it; the others are put aside."""
        document: Document | None = None
        for entry in entries:
            if isinstance(entry, Document):
                document = entry
            elif isinstance(entry, Reading):
                if document is None:
                    raise SaysoError(f"the reading of {entry.document} stands before any document; keep their order")
                yield document, entry
            else:
                self._put_aside(entry)

    def _put_aside(self, entry: Situation | Problem | Judgement) -> None:
        if isinstance(entry, Situation):
            self.situations.append(entry)
        elif isinstance(entry, Problem):
            self.problems.append(entry)
        else:
            self.judgements.append(entry)
