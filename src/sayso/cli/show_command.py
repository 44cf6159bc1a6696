"""`sayso show`: the words that whatever has an id rests on."""

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
    """Show what has this ID, or an ID that begins so, with the words it rests on.

    Of a statement, figure, event or document these are its own words in their context; of an incident, a dispute or a
    series those of every record of it, with whose word each is and what joined them.
    """
    from sayso.cli.session import start, viewed
    from sayso.cli.showing import show

    with viewed(start(situation, ledger)) as record:
        click.echo(show(record, id, output, as_of), nl=False)
