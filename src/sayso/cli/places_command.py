"""`sayso places`: list where things happen."""

from pathlib import Path

import click

from sayso.cli import options


@click.command(
    "places", epilog="\b\nExamples:\n  sayso places --place Velmark\n  sayso places --since 2025-06-12 --format csv"
)
@options.view
@click.option("--place", help="Only this place and what lies within it.")
@options.names
def command(
    ledger: Path | None,
    situation: Path | None,
    as_of: str | None,
    since: str | None,
    limit: int,
    output: str,
    place: str | None,
    names: bool,
) -> None:
    """List places under one name each, with the area and country they lie in, those that most documents name first."""
    from sayso.cli.actor_rows import place_row, print_names
    from sayso.cli.nothing import nothing
    from sayso.cli.session import start, viewed
    from sayso.cli.tables import print_rows

    with viewed(start(situation, ledger)) as record:
        found = record.places(as_of=as_of, since=since, place=place, limit=limit)
        empty = nothing("No place", found, record, as_of, None, place)
    if names:
        print_names(found, output)
        return
    columns = ["name", "kind", "within", "documents", "mentions", "first", "last", "other_names"]
    print_rows([place_row(view) for view in found], columns, output, empty=empty)
