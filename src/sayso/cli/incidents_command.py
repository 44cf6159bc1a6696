"""`sayso incidents`: list what happened, each happening once."""

from pathlib import Path

import click

from sayso.cli import options


@click.command(
    "incidents",
    epilog="\b\nExamples:\n  sayso incidents --place Kesharin\n  sayso incidents --type shelling --events\n"
    "  sayso incidents --since 2025-06-12 --format jsonl",
)
@options.view
@options.by
@options.place
@options.within
@options.about
@click.option("--type", "kind", help="Only of this type of the ontology, such as shelling.")
@click.option("--events", is_flag=True, help="A line for each event, with what joins it to the others.")
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
    events: bool,
) -> None:
    """List what happened, the latest last: events of one happening, of one document or of many, are one line.

    Type and place are those that most texts tell. A toll is a range between what is reported, with how many give a
    figure; copies of a text count once. --type, --by, --place and --about are of one of the events.
    """
    from sayso.cli.incident_rows import incident_event_rows, incident_row
    from sayso.cli.nothing import nothing
    from sayso.cli.rows import judged_columns
    from sayso.cli.session import start, viewed
    from sayso.cli.tables import print_rows

    with viewed(start(situation, ledger)) as record:
        found = record.incidents(
            as_of=as_of, since=since, by=by, place=place, within=within, about=about, kind=kind, limit=limit
        )
        documents = record.received({id for one in found for id in one.documents}) if events else {}
        empty = nothing("No incident", found, record, as_of, by, place or within)
    if events:
        rows = [row for incident in found for row in incident_event_rows(incident, documents)]
        columns = judged_columns(["incident", "id", "date", "type", "place", "because", "words", "outlet"], rows)
    else:
        rows = [incident_row(incident) for incident in found]
        columns = ["first", "last", "type", "place", "status", "toll", "texts", "origins", "words", "id"]
    print_rows(rows, columns, output, empty=empty)
