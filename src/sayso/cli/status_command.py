"""`sayso status`: what the ledger holds."""

from pathlib import Path

import click

from sayso.cli import options


@click.command("status", epilog="\b\nExample:\n  sayso status --as-of 2025-06-11")
@options.ledger
@options.situation
@options.as_of
@options.output
def command(ledger: Path | None, situation: Path | None, as_of: str | None, output: str) -> None:
    """Say what the ledger holds: documents, days, outlets, records, copies, and what could not be read."""
    import msgspec

    from sayso.cli.session import start, viewed
    from sayso.cli.tables import print_rows

    session = start(situation, ledger)
    with viewed(session) as record:
        counts = msgspec.structs.asdict(record.status(as_of=as_of))
    rows = [{"what": what.replace("_", " "), "count": count} for what, count in counts.items()]
    print_rows(rows, ["what", "count"], output, empty="The ledger is empty.")
