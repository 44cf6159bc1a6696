"""Take inputs in: from files to documents to readings, with what went wrong on the way.

Enters: paths, or "-" for standard input. Leaves: documents and their readings, in the order of the inputs. The clock is
read here, once a run, and nowhere after: `retrieved` is when the run began, in UTC.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

import click

from sayso.cli.progress import progress
from sayso.cli.session import LANGUAGE, Session, with_day_zero
from sayso.documents import make_document
from sayso.ledger import Ledger
from sayso.model import Document, Problem, Reading, SaysoError
from sayso.readings.pool import read_documents
from sayso.sources import receive

BATCH = 64


def take_documents(inputs: Sequence[str]) -> tuple[list[Document], list[Problem]]:
    """The documents in `inputs`, and what could not be made into one.

    Raises `SaysoError` where no input was named, or none of them holds a document.
    """
    if not inputs:
        raise SaysoError("no input named; give files, folders, or - for standard input")
    retrieved = datetime.now(UTC).replace(microsecond=0).isoformat()
    stdin = click.get_binary_stream("stdin") if "-" in inputs else None
    documents: list[Document] = []
    problems: list[Problem] = []
    for item in receive(inputs, stdin=stdin):
        made = item if isinstance(item, Problem) else make_document(item, retrieved=retrieved)
        if isinstance(made, Problem):
            problems.append(made)
        else:
            documents.append(made)
    report(problems)
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

    The documents are stored first, so that a run that is cut short goes on where it stopped. Leaves the session with
    the day zero that the ledger's documents give away.
    """
    ledger.add_documents(documents)
    ledger.add_problems(problems)
    session = with_day_zero(session, list(ledger.all_documents()))
    batch: list[tuple[Document, Reading]] = []
    for pair in read_all(session, ledger.unread(session.situation.fingerprint()), jobs):
        batch.append(pair)
        if len(batch) == BATCH:
            ledger.add(batch)
            batch = []
    ledger.add(batch)
    return session


def wire_rows(session: Session, documents: Sequence[Document], jobs: int | None) -> Iterator[bytes]:
    """Each document's reading in the format of readings, a line of JSON each."""
    from sayso.model.encoding import encode_wire

    for document, reading in read_all(session, documents, jobs):
        yield encode_wire(reading, document)
