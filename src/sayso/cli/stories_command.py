"""`sayso stories`: list what documents on following days are about."""

from pathlib import Path

import click

from sayso.cli import options


@click.command(
    "stories",
    epilog="\b\nExamples:\n  sayso stories --about bridge\n  sayso stories --since 2025-06-12 --format csv\n"
    "  sayso stories reports/ --format jsonl",
)
@options.inputs
@options.view
@options.place
@options.about
def command(
    inputs: tuple[str, ...],
    ledger: Path | None,
    situation: Path | None,
    as_of: str | None,
    since: str | None,
    limit: int,
    output: str,
    place: str | None,
    about: str | None,
) -> None:
    """List stories, the latest last: documents about one happening, on one day and on those that follow.

    Without INPUT they are those of the ledger; --since leaves out stories that nothing was added to since. Where INPUTs
    are named, their documents alone are grouped, nothing is kept, and each is listed with its story.
    """
    from sayso.cli.nothing import nothing
    from sayso.cli.rows import story_row
    from sayso.cli.session import start, viewed
    from sayso.cli.tables import print_rows

    if inputs and (ledger or as_of or since or place or about):
        raise click.UsageError(
            "INPUTs are all grouped; --ledger, --as-of, --since, --place and --about are for the ledger"
        )
    if inputs:
        _group(inputs, situation, output)
        return
    with viewed(start(situation, ledger)) as record:
        found = record.stories(as_of=as_of, since=since, place=place, about=about, limit=limit)
        empty = nothing("No story", found, record, as_of, None, place)
    columns = ["first", "last", "documents", "texts", "outlets", "title", "id"]
    print_rows([story_row(story) for story in found], columns, output, empty=empty)


def _group(inputs: tuple[str, ...], situation: Path | None, output: str) -> None:
    from sayso.cli.intake import take_documents
    from sayso.cli.session import LANGUAGE, start, with_day_zero
    from sayso.cli.tables import print_rows
    from sayso.documents.day import find_day
    from sayso.languages import load_language
    from sayso.ledger.days import UNKNOWN, last_day
    from sayso.ledger.stories.grouping import group_stories
    from sayso.ledger.stories.sketches import sketch_of

    documents, _ = take_documents(inputs)
    followed = with_day_zero(start(situation, None), documents).situation
    language = load_language(LANGUAGE)
    days = {d.id: last_day(find_day(d, followed, language).value) or UNKNOWN for d in documents}
    stories = group_stories((days[d.id], d.id, sketch_of(d.title, d.text)) for d in documents)
    rows = [
        {"document": d.name, "story": stories[d.id], "day": days[d.id], "outlet": d.outlet, "title": d.title}
        for d in documents
    ]
    print_rows(rows, ["day", "outlet", "title", "document", "story"], output, empty="No document.")
