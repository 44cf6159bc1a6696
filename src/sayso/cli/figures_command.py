"""`sayso figures`: list figures, or the series they belong to."""

from pathlib import Path

import click

from sayso.cli import options


@click.command(
    "figures",
    epilog="\b\nExamples:\n  sayso figures --measure killed --by ministry\n  sayso figures --series --format json\n"
    "  sayso figures --measure killed --plot",
)
@options.view
@options.by
@options.place
@options.within
@options.about
@click.option("--measure", help="Only of this measure, such as killed or refugees.")
@click.option("--population", help="Only of those who are counted by these words, such as soldiers.")
@click.option("--latest", is_flag=True, help="What each origin says last, by series; none of them is picked.")
@click.option("--series", is_flag=True, help="Series of one measure, population, place and basis, with their points.")
@click.option(
    "--plot",
    is_flag=False,
    flag_value="-",
    metavar="[FILE]",
    help="Draw the series with most figures: here, or into FILE, which ends in .png or .svg.",
)
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
    measure: str | None,
    population: str | None,
    series: bool,
    latest: bool,
    plot: str | None,
) -> None:
    """List figures with bounds, measure, basis and source, the newest first; or the series they belong to.

    With --latest a series has a line for each origin: the last figure it gave, on how many days it gave one (the one
    with most days is the default, for those who need one), how many texts give it, what it said before, and whether it
    was the last to move. With --series a point has its flags: printed again by its outlet, a correction or revision of
    what its origin had said for that day, a fall of a cumulative count. Parts of a figure stand under it.
    """
    from sayso.cli.nothing import nothing
    from sayso.cli.rows import figure_row, judged_columns, latest_rows, series_rows, under_wholes
    from sayso.cli.session import start, viewed
    from sayso.cli.tables import print_rows

    if sum((latest, series, plot is not None)) > 1 or (about and (latest or series or plot)) or (latest and since):
        wrong = "--latest, --series and --plot go one at a time, without --about; --latest without --since"
        raise click.UsageError(wrong)
    question = {"measure": measure, "by": by, "place": place, "within": within, "population": population}
    with viewed(start(situation, ledger)) as record:
        if plot:
            from sayso.cli import plotting

            plotting.plot(record.series(**question, as_of=as_of, since=since), plot, limit)
            return
        if latest:
            now = record.latest(**question, as_of=as_of)[:limit]
            documents = record.received({one.figure.document for series in now for one in series.latest})
            rows = [row for n in now for row in latest_rows(n, documents)]
        elif series:
            kept = record.series(**question, as_of=as_of, since=since)[:limit]
            documents = record.received({view.document for s in kept for view in (*s.points, *s.parts)})
            rows = [row for s in kept for row in series_rows(s, documents)]
        else:
            found = record.figures(as_of, since, **question, about=about, limit=limit)
            documents = record.received({view.document for view in found})
            rows = [figure_row(v, documents) for v in under_wholes(found[::-1])]
        empty = nothing("No figure", rows, record, as_of, by, place or within)
    columns = ["id", "day", "value", "measure", "population", "place", "basis", "source", "outlet"]
    if latest:
        columns = ["what", "origin", "value", "known", "texts", "days", "default", "before", "moved", "id"]
    print_rows(rows, judged_columns(["series", *columns] if series else columns, rows), output, empty=empty)
