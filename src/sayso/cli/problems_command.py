"""`sayso problems`: what could not be read, and why."""

from pathlib import Path

import click

from sayso.cli import options


@click.command("problems", epilog="\b\nExample:\n  sayso problems --format csv")
@options.ledger
@options.situation
@options.as_of
@options.output
def command(ledger: Path | None, situation: Path | None, as_of: str | None, output: str) -> None:
    """List what could not be read, where, and why."""
    import msgspec

    from sayso.cli.session import start, viewed
    from sayso.cli.tables import print_rows

    with viewed(start(situation, ledger)) as record:
        rows = [msgspec.to_builtins(p) for p in record.problems(as_of)]
    print_rows(rows, ["place", "stage", "code", "message"], output, empty="No problem is recorded.")
