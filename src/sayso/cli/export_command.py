"""`sayso export`: hand the record on in the forms that other programs take."""

from pathlib import Path

import click

from sayso.cli import options

NOUNS = {
    "record": ("jsonl",),
    "statements": ("annotations",),
    "figures": ("hxl",),
    "events": ("geojson",),
    "incidents": ("jsonl", "acled", "ucdp", "geojson"),
    "disputes": ("jsonl", "claims"),
}
"""The forms of each noun, its default first, as `sayso.exports` has them; that of the record is the ledger's own."""


@click.command(
    "export",
    epilog="\b\nExamples:\n  sayso export record > record.jsonl\n"
    "  sayso export figures --place Kesharin --to figures.csv\n"
    "  sayso export events --as-of 2025-06-11 --format geojson\n"
    "  sayso export incidents --format acled --to incidents.csv",
)
@click.argument("noun", type=click.Choice(list(NOUNS)))
@options.ledger
@options.situation
@options.as_of
@options.since
@options.by
@options.place
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted({form for forms in NOUNS.values() for form in forms})),
    help="The form. [default: that of the noun]",
)
@click.option("--to", type=click.Path(path_type=Path, dir_okay=False), help="The file to write. [default: the output]")
def command(noun: str, form: str | None, to: Path | None, since: str | None, by: str | None, place: str | None,
            ledger: Path | None, situation: Path | None, as_of: str | None) -> None:  # fmt: skip
    """Write the whole record as lines, statements as Web Annotations, figures as HXL, events as GeoJSON, incidents as
    lines, as GeoJSON or as ACLED and UCDP name them, or disputes as lines or claims.

    The record is everything that the ledger was told, in one order; sayso import makes the same ledger of it.
    Everything that matches is written: there is no limit.
    """
    from sayso.cli.exporting import export_noun, export_record
    from sayso.cli.session import start, viewed

    if form is not None and form not in NOUNS[noun]:
        raise click.UsageError(f"{noun} have no form {form}; they have: {', '.join(NOUNS[noun])}")
    if noun == "record" and (since or by or place):
        raise click.UsageError("a record is whole; --since, --by and --place are for all other nouns")
    with viewed(start(situation, ledger)) as record:
        if noun == "record":
            export_record(record, to, as_of)
        else:
            export_noun(record, (noun, form or NOUNS[noun][0]), to, as_of=as_of, since=since, by=by, place=place)
