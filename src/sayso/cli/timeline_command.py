"""`sayso timeline`: list what happened day by day."""

from pathlib import Path

import click

from sayso.cli import options


@click.command(
    "timeline",
    epilog="\b\nExamples:\n  sayso timeline --since 2025-06-10\n  sayso timeline --place Kesharin --format csv",
)
@options.view
@options.by
@options.place
@options.within
@options.about
def command(
    ledger: Path | None,
    situation: Path | None,
    as_of: str | None,
    since: str | None,
    limit: int,
    output: str,
    by: str | None,
    place: str | None,
    within: str | None,
    about: str | None,
) -> None:
    """List what happened day by day, the earliest first: one line for events of one type, place and day.

    --since is the day of the event here. Events without a day, and those only planned or foreseen, are left out.
    """
    from sayso.cli.nothing import nothing
    from sayso.cli.rows import judged_columns, timeline_rows
    from sayso.cli.session import start, viewed
    from sayso.cli.tables import print_rows

    with viewed(start(situation, ledger)) as record:
        found = record.events(as_of=as_of, by=by, place=place, within=within, about=about, limit=None)
        documents = record.received({view.document for view in found})
        rows = timeline_rows(found, documents, since)[-limit:]
        empty = nothing("No event with a day", rows, record, as_of, by, place or within)
    columns = ["date", "type", "status", "place", "words", "outlets", "id"]
    print_rows(rows, judged_columns(columns, rows), output, empty=empty)
