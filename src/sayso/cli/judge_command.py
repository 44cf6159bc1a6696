"""`sayso judge`: what people decide about the record."""

from pathlib import Path

import click

from sayso.cli import options
from sayso.cli.deciding import COMMANDS


@click.group(
    "judge",
    epilog="\b\nExamples:\n"
    '  sayso judge same --actors Marik "Lena Marik" --who "Ana Reis"\n'
    "  sayso judge list --conflicts",
)
def command() -> None:
    """Decide about the record: what is the same, what is wrong, how good a source is. It wins over what was read.

    Nothing is overwritten: every judgement is kept with who, when and why, and to undo one is to withdraw it. Where two
    people differ, what was read stands until one of them withdraws. ID is any unambiguous beginning of an id.
    """


for each in COMMANDS:
    command.add_command(each)


@command.command("list", epilog="\b\nExamples:\n  sayso judge list\n  sayso judge list --conflicts --format json")
@click.option("--conflicts", is_flag=True, help="Only those on which people differ.")
@options.ledger
@options.situation
@options.as_of
@options.output
def list_(ledger: Path | None, situation: Path | None, as_of: str | None, output: str, conflicts: bool) -> None:
    """List judgements, the earliest first, and how each of them stands."""
    from sayso.cli.judging import judgement_row
    from sayso.cli.session import opened, start
    from sayso.cli.tables import print_rows

    with opened(start(situation, ledger)) as record:
        views = record.judgements(as_of)
    rows = [judgement_row(view) for view in views if view.state == "conflict" or not conflicts]
    columns = ["id", "when", "who", "kind", "about", "says", "state", "why"]
    print_rows(rows, columns, output, empty="No judgement matches.")


@command.command("export", epilog="\b\nExample:\n  sayso judge export > judgements.jsonl")
@options.ledger
@options.situation
@options.as_of
def export(ledger: Path | None, situation: Path | None, as_of: str | None) -> None:
    """Print every judgement, one a line, also those withdrawn.

    It is what `sayso judge import` takes.
    """
    from sayso.cli.session import opened, start
    from sayso.sources import dump_judgements

    with opened(start(situation, ledger)) as record:
        for line in dump_judgements(view.judgement for view in record.judgements(as_of)):
            click.echo(line, nl=False)


@command.command("import", epilog="\b\nExample:\n  sayso judge import judgements.jsonl")
@click.argument("file")
@options.ledger
@options.situation
def import_(file: str, ledger: Path | None, situation: Path | None) -> None:
    """Take in judgements from FILE, or from standard input for "-".

    What is there already is left as it is. Of a file with a bad line nothing is taken.
    """
    from sayso.cli.session import opened, start
    from sayso.sources import load_judgements

    judgements = load_judgements(file)
    with opened(start(situation, ledger)) as record:
        new = record.judge(*judgements)
        conflicts = sum(view.state == "conflict" for view in record.judgements())
    click.echo(f"{len(judgements)} judgements taken in, {new} of them new")
    if conflicts:
        click.echo(
            f"sayso: {conflicts} judgements are in conflict; see them with: sayso judge list --conflicts", err=True
        )
