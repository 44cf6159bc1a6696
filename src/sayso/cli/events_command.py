"""`sayso events`: list events."""

from pathlib import Path

import click

from sayso.cli import options


@click.command(
    "events", epilog="\b\nExamples:\n  sayso events --place Kesharin\n  sayso events --type shelling --format csv"
)
@options.view
@options.by
@options.place
@options.within
@options.about
@click.option("--type", "kind", help="Only of this type of the ontology, such as shelling.")
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
    kind: str | None,
) -> None:
    """List events: who did what to whom, where and when, and on what footing; the newest first. --by is their actor."""
    from sayso.cli.nothing import nothing
    from sayso.cli.rows import event_row, judged_columns
    from sayso.cli.session import start, viewed
    from sayso.cli.tables import print_rows

    with viewed(start(situation, ledger)) as record:
        found = record.events(
            as_of=as_of, since=since, by=by, place=place, within=within, about=about, kind=kind, limit=limit
        )
        documents = record.received({view.document for view in found})
        empty = nothing("No event", found, record, as_of, by, place or within)
        rows = [event_row(v, documents) for v in reversed(found)]
    columns = ["id", "date", "type", "status", "actor", "target", "place", "words", "outlet"]
    print_rows(rows, judged_columns(columns, rows), output, empty=empty)
