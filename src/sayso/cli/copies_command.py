"""`sayso copies`: list the texts that several documents are, the origin first."""

from pathlib import Path

import click

from sayso.cli import options


@click.command("copies", epilog="\b\nExamples:\n  sayso copies\n  sayso copies --as-of 2022-03-07 --format json")
@options.view
@click.option("--changes", is_flag=True, help="Also what each version of an address added, took away and moved.")
def command(
    ledger: Path | None,
    situation: Path | None,
    as_of: str | None,
    since: str | None,
    limit: int,
    output: str,
    changes: bool,
) -> None:
    """List the texts that several documents are: the origin first, with the reason why it is taken for it, then how
    each of the others stands to it; the newest text first. A copy counts once, whatever the number of outlets.
    """
    from sayso.cli.copy_rows import copy_rows
    from sayso.cli.session import start, viewed
    from sayso.cli.tables import print_rows

    with viewed(start(situation, ledger)) as record:
        found = record.copies(as_of=as_of, since=since, limit=limit)
        documents = record.received({copy.document for group in found for copy in group.members})
    rows = [row for group in reversed(found) for row in copy_rows(group, documents, changes=changes)]
    columns = ["text", "kind", "share", "known", "outlet", "title", "why", *(["changed"] if changes else [])]
    print_rows(rows, columns, output, empty="No text stands in two documents.")
