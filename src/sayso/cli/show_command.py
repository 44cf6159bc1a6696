"""`sayso show`: a record's words in their context."""

from pathlib import Path

import click

from sayso.cli import options


@click.command("show", epilog="\b\nExample:\n  sayso show s3f2a")
@click.argument("id")
@options.ledger
@options.situation
@options.as_of
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print it.",
)
def command(id: str, ledger: Path | None, situation: Path | None, as_of: str | None, output: str) -> None:
    """Show the words of the record or document with this ID, or any unambiguous beginning of one, in their context."""
    from sayso.cli.session import start, viewed
    from sayso.cli.showing import show

    with viewed(start(situation, ledger)) as record:
        click.echo(show(record, id, output, as_of), nl=False)
