"""`sayso import`: make a ledger of an exported record, or add it to one."""

from pathlib import Path

import click

from sayso.cli import options


@click.command("import", epilog="\b\nExample:\n  sayso import record.jsonl --ledger copy.ledger")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@options.ledger
@options.situation
def command(file: Path, ledger: Path | None, situation: Path | None) -> None:
    """Take in a record that sayso export has written: documents, readings, judgements and all.

    The ledger is made if it is not there; what it holds already is left as it is.
    """
    from sayso.cli.session import start
    from sayso.ledger import Ledger
    from sayso.ledger.upkeep.transcript import entries

    session = start(situation, ledger)
    with file.open("rb") as lines, Ledger.open(session.ledger, session.situation) as record:
        added = record.take(entries(lines, str(file)))
    known = f", {added.documents_known} were there" if added.documents_known else ""
    click.echo(f"{added.documents} documents and {added.readings} readings taken in{known}; see: sayso status")
