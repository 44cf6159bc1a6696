"""`sayso read`: print what was found in each document."""

from pathlib import Path

import click

from sayso.cli import options


@click.command("read", epilog="\b\nExamples:\n  sayso read reports/ --format jsonl\n  sayso read reports/thursday.txt")
@options.inputs
@options.situation
@options.jobs
@click.option(
    "--format", "output", type=click.Choice(["table", "jsonl"]), default="table", show_default=True,
    help="A table of findings, or readings, one a line.",
)  # fmt: skip
def command(inputs: tuple[str, ...], situation: Path | None, jobs: int | None, output: str) -> None:
    """Read documents and print what was found in each, without keeping it.

    INPUT is a file (.txt .md .html .json .jsonl .csv .tsv, each also as .gz), a folder of them, or - for standard
    input. With --format jsonl each line is a reading: statements, figures, events, times, places, all with spans.
    """
    from sayso.cli.findings import findings
    from sayso.cli.intake import read_all, take_documents
    from sayso.cli.session import start, with_day_zero
    from sayso.cli.tables import print_rows
    from sayso.model.encoding import encode_wire

    documents, _ = take_documents(inputs)
    session = with_day_zero(start(situation, None), documents)
    pairs = read_all(session, documents, jobs)
    if output == "jsonl":
        for document, reading in pairs:
            click.echo(encode_wire(reading, document).decode())
        return
    rows = [row for document, reading in pairs for row in findings(document, reading)]
    print_rows(rows, ["document", "kind", "who", "what", "when", "where", "words"], output, empty="Nothing found.")
