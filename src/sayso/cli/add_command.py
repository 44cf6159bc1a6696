"""`sayso add`: read documents into the ledger."""

from pathlib import Path

import click

from sayso.cli import options


@click.command(
    "add", epilog="\b\nExamples:\n  sayso add reports/\n  zcat stream.jsonl.gz | sayso add - --ledger war.ledger"
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
    with Ledger.open(session.ledger) as opened:
        before = opened.status()
        session = add_all(session, opened, documents, problems, jobs)
        after = opened.status()
    new = {key: after[key] - before.get(key, 0) for key in ("documents", "statements", "figures", "events")}
    click.echo(
        f"{new['documents']} new documents of {len(documents)}: {new['statements']} statements, "
        f"{new['figures']} figures, {new['events']} events added to {session.ledger}"
    )
