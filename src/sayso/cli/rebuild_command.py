"""`sayso rebuild`: make what is derived anew, or read what the present reader has not read."""

from pathlib import Path

import click

from sayso.cli import options


@click.command("rebuild", epilog="\b\nExamples:\n  sayso rebuild\n  sayso rebuild --read")
@click.option("--read", is_flag=True, help="First read the documents that this version of the reader has not read.")
@options.ledger
@options.situation
@options.jobs
@options.output
def command(ledger: Path | None, situation: Path | None, jobs: int | None, output: str, read: bool) -> None:
    """Make everything that is derived anew from documents, readings and judgements, and list what differed.

    Nothing that the ledger was told is changed or lost. All is made anew or nothing. With --read the list is of what
    the new readings changed; the old ones are kept, and judgements hold on.
    """
    from sayso.cli.rereading import change_row, read_anew
    from sayso.cli.session import opened, start
    from sayso.cli.tables import print_rows

    session = start(situation, ledger)
    changed, alone = read_anew(session, jobs) if read else ((), ())
    with opened(session) as record:
        differences = [{"table": d.table, "gone": d.gone, "new": d.new} for d in record.rebuild()]
    if not read:
        print_rows(differences, ["table", "gone", "new"], output, empty="Made anew; nothing differed.")
        return
    columns = ["what", "before", "after", "gained", "lost", "changed"]
    print_rows([change_row(change) for change in changed], columns, output, empty="No document.")
    for each in differences:
        click.echo(f"sayso: {each['table']}: {each['gone']} rows were wrong, {each['new']} were made anew", err=True)
    if alone:
        told = f"{len(alone)} judgements are about what is no longer read: {', '.join(alone)}"
        click.echo(f"sayso: {told}; see them with: sayso judge list", err=True)
