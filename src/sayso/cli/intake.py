"""Take inputs in: from files to documents to readings, with what went wrong on the way.

Enters: paths, or "-" for standard input. Leaves: documents and their readings, in the order of the inputs. The clock is
read here, once a run, and nowhere after: `retrieved` is when the run began, in UTC.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

import click

from sayso.cli.progress import progress
from sayso.cli.session import LANGUAGE, Session, with_day_zero
from sayso.documents import make_document
from sayso.ledger import Ledger
from sayso.model import Document, Problem, Reading, SaysoError
from sayso.readings.pool import read_documents
from sayso.readings.reader import READER
from sayso.sources import receive

BATCH = 64


def take_documents(inputs: Sequence[str]) -> tuple[list[Document], list[Problem]]:
    """The documents in `inputs`, and what could not be made into one.

    Raises `SaysoError` where no input was named, or none of them holds a document.
    """
    if not inputs:
        raise SaysoError("no input named; give files, folders, or - for standard input")
    retrieved = datetime.now(UTC).replace(microsecond=0).isoformat()
    stdin = sys.stdin.buffer if "-" in inputs else None
    documents: list[Document] = []
    problems: list[Problem] = []
    for item in receive(inputs, stdin=stdin):
        made = item if isinstance(item, Problem) else make_document(item, retrieved=retrieved)
        if isinstance(made, Problem):
            problems.append(made)
        else:
            documents.append(made)
    report([*problems, *(p for d in documents for p in d.problems)])
    if not documents:
        raise SaysoError(f"nothing to read: no document in {', '.join(inputs)}")
    return documents, problems


def report(problems: Iterable[Problem]) -> None:
    """Each problem on a line of standard error."""
    for problem in problems:
        click.echo(f"sayso: {problem.place}: {problem.message}", err=True)


def read_all(session: Session, documents: Sequence[Document], jobs: int | None) -> Iterator[tuple[Document, Reading]]:
    """Each document with its reading, in order, with progress on standard error."""
    told: set[str] = set()
    with progress("Reading", len(documents)) as advance:
        for document, reading in read_documents(documents, session.situation, LANGUAGE, jobs=jobs):
            report(p for p in reading.problems if p.code == "no-pipeline" and p.code not in told)
            told |= {p.code for p in reading.problems}
            advance()
            yield document, reading


def add_all(
    session: Session, ledger: Ledger, documents: Sequence[Document], problems: Sequence[Problem], jobs: int | None
) -> Session:
    """Put documents and readings into the ledger, batch by batch; what is read already is not read again.

    A run that was cut short goes on where it stopped when it is run again. Where the new documents give away another
    day zero than the old ones did, the old ones are read anew. Leaves the session with the day zero of all.
    """
    ledger.add_problems(problems)
    stored = [view.document for view in ledger.documents()]
    session = with_day_zero(session, [*stored, *documents])
    stale = list(ledger.documents_without_reading(READER, session.situation.fingerprint()))
    done = {d.id for d in stored} - {d.id for d in stale}
    unread = {d.id: d for d in [*stale, *documents] if d.id not in done}
    ledger.keep_situation(session.situation)
    ledger.add(read_all(session, list(unread.values()), jobs), batch=BATCH)
    return session
