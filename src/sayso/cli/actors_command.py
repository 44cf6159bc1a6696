"""`sayso actors`: list who acts."""

from pathlib import Path

import click

from sayso.cli import options


@click.command(
    "actors",
    epilog='\b\nExamples:\n  sayso actors --by minister\n  sayso actors --of "Velmark" --format csv\n'
    "  sayso actors --by Brandvik --names",
)
@options.view
@options.by
@click.option("--of", help="Only of this party or state.")
@options.names
def command(
    ledger: Path | None,
    situation: Path | None,
    as_of: str | None,
    since: str | None,
    limit: int,
    output: str,
    by: str | None,
    of: str | None,
    names: bool,
) -> None:
    """List persons, bodies and states under one name each, those that most texts name first.

    A side is proposed from what documents call them, and is a person's where one says so: sayso judge correct --actors
    NAME side SIDE. What is joined wrongly is parted by: sayso judge not-same --actors.
    """
    from sayso.cli.actor_rows import actor_row, print_names
    from sayso.cli.nothing import nothing
    from sayso.cli.session import start, viewed
    from sayso.cli.tables import print_rows

    with viewed(start(situation, ledger)) as record:
        found = record.actors(as_of=as_of, since=since, by=by, of=of, limit=limit)
        empty = nothing("Nobody", found, record, as_of, by)
    if names:
        print_names(found, output)
        return
    columns = ["name", "kind", "of", "side", "office", "texts", "statements", "first", "last", "other_names"]
    print_rows([actor_row(view) for view in found], columns, output, empty=empty)
