"""`sayso init`: propose a situation from documents."""

from pathlib import Path

import click

from sayso.cli import options


@click.command("init", epilog="\b\nExamples:\n  sayso init reports/\n  sayso init reports/ --write situation.toml")
@options.inputs
@options.jobs
@click.option("--name", default="", help="What the situation is called.")
@click.option("--write", type=click.Path(path_type=Path, dir_okay=False), help="Write it here; never over a file.")
def command(inputs: tuple[str, ...], jobs: int | None, name: str, write: Path | None) -> None:
    """Propose a situation from the INPUTs: day zero, parties and places, each with the words it rests on.

    It is a proposal: read it, mend it, keep it as situation.toml.
    """
    from sayso.cli.intake import take_documents
    from sayso.cli.proposing import propose
    from sayso.cli.writing import writing_to
    from sayso.model import SaysoError

    if write is not None and write.exists():
        raise SaysoError(f"{write} is there already; move it away or name another file")
    if write is not None and not write.absolute().parent.is_dir():
        raise SaysoError(f"{write.parent}: there is no such folder to write into; make it first")
    documents, _ = take_documents(inputs)
    text = propose(documents, name, jobs)
    if write is None:
        click.echo(text, nl=False)
    else:
        with writing_to(write):
            write.write_text(text, encoding="utf-8")
        click.echo(f"proposal written to {write}; read it before you rely on it")
