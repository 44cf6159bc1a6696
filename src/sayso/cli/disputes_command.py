"""`sayso disputes`: list what sources contradict each other in."""

from pathlib import Path

import click

from sayso.cli import options

KINDS = ("numbers", "denial", "accusation", "control")


@click.command(
    "disputes",
    epilog="\b\nExamples:\n  sayso disputes --kind denial\n  sayso disputes --by ministry --format json",
)
@options.view
@options.by
@options.place
@options.about
@click.option("--kind", type=click.Choice(KINDS), help="Only of this kind.")
def command(
    ledger: Path | None,
    situation: Path | None,
    as_of: str | None,
    since: str | None,
    limit: int,
    output: str,
    by: str | None,
    place: str | None,
    about: str | None,
    kind: str | None,
) -> None:
    """List disputes, the newest first, with a line for each side: the words it spoke first, their independent origins
    and how the dispute stands. None of the sides is picked.
    """
    from sayso.cli.dispute_rows import dispute_rows
    from sayso.cli.nothing import nothing
    from sayso.cli.session import start, viewed
    from sayso.cli.tables import print_rows

    with viewed(start(situation, ledger)) as record:
        found = record.disputes(as_of=as_of, since=since, by=by, place=place, about=about, kind=kind, limit=limit)
        documents = record.received({record.document for view in found for record in view.records})
        empty = nothing("No dispute", found, record, as_of, by, place)
    rows = [row for view in reversed(found) for row in dispute_rows(view, documents)]
    columns = ["dispute", "kind", "last", "side", "role", "origins", "words", "outlet", "stands"]
    print_rows(rows, columns, output, empty=empty)
