"""`sayso demo`: the invented demo crisis, read and told."""

import click


@click.command("demo", epilog="\b\nExamples:\n  sayso demo\n  sayso demo --form rolling --format html > demo.html")
@click.option("--form", default="short", show_default=True, help="The form: short or rolling.")
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "markdown", "html", "json"]),
    default="text",
    help="How to write it.",
)
@click.option("--why", is_flag=True, help="Say why each line was chosen.")
@click.option("--to", "folder", type=click.Path(file_okay=False), help="Copy the demo's files here, to play with.")
def command(form: str, output: str, why: bool, folder: str | None) -> None:
    """Read the invented demo crisis, five days of six outlets, and print its brief.

    One of its files is broken on purpose, to show what trouble looks like.
    """
    import shutil

    from sayso.cli.briefing import print_brief
    from sayso.cli.session import start
    from sayso.cli.writing import writing_to
    from sayso.demo import demo_folder, demo_inputs, demo_situation

    with demo_folder() as source:
        if folder is not None:
            with writing_to(folder):
                ignored = shutil.ignore_patterns("__pycache__", "*.py")
                shutil.copytree(source, folder, ignore=ignored, dirs_exist_ok=True)
            click.echo(
                f"The demo's files are in {folder}; try: "
                f"sayso brief {folder}/reports --situation {folder}/situation.toml"
            )
            return
        session = start(demo_situation(), None)
        inputs = [str(path) for path in demo_inputs()]
        print_brief(session, inputs, keep=False, form=form, why=why, output=output, jobs=1)
