"""`sayso add`: read documents into the ledger."""

from pathlib import Path

import click

from sayso.cli import options


@click.command(
    "add", epilog="\b\nExamples:\n  sayso add reports/\n  cat reports/wire.jsonl | sayso add - --ledger dam.ledger"
)
@options.inputs
@options.ledger
@options.situation
@options.jobs
def command(inputs: tuple[str, ...], ledger: Path | None, situation: Path | None, jobs: int | None) -> None:
    """Read the INPUTs into the ledger, which is made if it is not there.

    What is there already is not read again, so that a run that was cut short goes on where it stopped. Input that
    cannot be read is kept as a problem (see: sayso problems).
    """
    from sayso.cli.intake import add_all, take_documents
    from sayso.cli.session import start
    from sayso.ledger import Ledger

    session = start(situation, ledger)
    documents, problems = take_documents(inputs)
    with Ledger.open(session.ledger, session.situation) as opened:
        add_all(session, opened, documents, problems, jobs)
        opened.settle_situation()
        counts = opened.status()
    click.echo(
        f"{len(documents)} documents taken in; {session.ledger} now holds {counts.documents} documents, "
        f"{counts.statements} statements, {counts.figures} figures and {counts.events} events"
    )
