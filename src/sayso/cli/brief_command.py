"""`sayso brief`: write the brief of reports, or of what the ledger holds."""

from pathlib import Path

import click

from sayso.cli import options

OUTPUTS = ("text", "markdown", "html", "json")


@click.command(
    "brief",
    epilog="\b\nExamples:\n  sayso brief reports/*.txt\n  sayso brief --as-of 2025-06-11\n"
    "  sayso brief reports/ --form rolling --format html > brief.html",
)
@options.inputs
@options.ledger
@options.situation
@options.as_of
@click.option("--form", help="The form: short or rolling. [default: the situation's, else short]")
@click.option("--why", is_flag=True, help="Say why each line was chosen.")
@click.option(
    "--format", "output", type=click.Choice(OUTPUTS), default="text", show_default=True, help="How to write it."
)
@options.jobs
def command(
    inputs: tuple[str, ...],
    ledger: Path | None,
    situation: Path | None,
    as_of: str | None,
    form: str | None,
    why: bool,
    output: str,
    jobs: int | None,
) -> None:
    """Write the brief of the INPUTs, or of what the ledger holds where none is named.

    Every line is made of the documents' own words; its number leads to the document, the words and their place. The
    INPUTs are not kept, unless --ledger names the ledger to add them to.
    """
    from sayso.cli.briefing import print_brief
    from sayso.cli.session import start

    session = start(situation, ledger)
    keep = ledger is not None or not inputs
    print_brief(session, inputs, keep=keep, as_of=as_of, form=form, why=why, output=output, jobs=jobs)
