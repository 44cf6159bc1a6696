"""`sayso backup`: copy the ledger."""

from pathlib import Path

import click

from sayso.cli import options


@click.command("backup", epilog="\b\nExample:\n  sayso backup 2025-06-13.ledger")
@click.argument("file", type=click.Path(path_type=Path))
@options.ledger
@options.situation
def command(file: Path, ledger: Path | None, situation: Path | None) -> None:
    """Copy the ledger to FILE, while others read it and add to it.

    FILE is checked before it has its name, and is a ledger like the other: to go back to it, use it. Nothing is
    overwritten.
    """
    from sayso.cli.session import opened, start

    session = start(situation, ledger)
    with opened(session) as record:
        size = record.backup(file)
    click.echo(f"{session.ledger} copied to {file}: {size / 2**20:,.1f} MB, checked")
