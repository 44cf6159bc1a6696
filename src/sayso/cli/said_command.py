"""`sayso said`: list statements."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli import options

if TYPE_CHECKING:
    from sayso.model import Act

ACTS = ("assert", "deny", "accuse", "demand", "promise", "threaten", "warn", "estimate", "forecast", "praise", "refuse")


@click.command(
    "said",
    epilog="\b\nExamples:\n  sayso said --by minister\n  sayso said --by minister --act deny\n"
    '  sayso said --about "ceasefire" --format csv',
)
@options.view
@options.by
@options.place
@options.within
@options.about
@click.option("--act", type=click.Choice(ACTS), help="Only what was denied, demanded and so on.")
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
    act: "Act | None",
) -> None:
    """List statements: who said what, on whose word, the newest first."""
    from sayso.cli.nothing import nothing
    from sayso.cli.rows import judged_columns, statement_row
    from sayso.cli.session import start, viewed
    from sayso.cli.tables import print_rows

    with viewed(start(situation, ledger)) as record:
        found = record.statements(
            as_of=as_of, since=since, by=by, place=place, within=within, about=about, act=act, limit=limit
        )
        documents = record.received({view.document for view in found})
        empty = nothing("No statement", found, record, as_of, by, place or within)
        rows = [statement_row(v, documents) for v in reversed(found)]
    columns = ["id", "known", "speaker", "act", "words", "outlet"]
    print_rows(rows, judged_columns(columns, rows), output, empty=empty)
