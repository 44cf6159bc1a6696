"""The `sayso` command: one group, whose commands are loaded when they are called for.

A user's mistake ends with one line on standard error and exit code 1 (2 where the command line itself is wrong), never
with a traceback; so does an output that takes no more. A reader of our output that goes away (`| head`) ends the run
quietly. Whatever else is raised is a fault of the program and is shown whole, trouble with an installed file included.
"""

import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from sayso import __version__
from sayso.model import SaysoError

COMMANDS = {
    "demo": "Read the invented demo crisis and print its brief.",
    "brief": "Write the brief of reports, or of what the ledger holds.",
    "read": "Read documents and print what was found in each.",
    "add": "Read documents into the ledger.",
    "said": "List statements: who said what, on whose word.",
    "figures": "List figures, or the series they belong to.",
    "events": "List events: who did what to whom, where and when.",
    "incidents": "List what happened, each happening once, whoever tells of it.",
    "timeline": "List what happened day by day.",
    "actors": "List who acts: every name of each, offices, and the side they are on.",
    "places": "List where things happen, and what each place lies in.",
    "copies": "List texts that several documents are, and where they come from.",
    "stories": "List what documents on following days are about.",
    "disputes": "List what sources contradict each other in.",
    "show": "Show a record's or document's words in their context.",
    "judge": "Decide what is the same, wrong or good; list, export and import what was decided.",
    "export": "Hand the record on: whole, or as annotations, HXL or GeoJSON.",
    "import": "Take in a record that was exported.",
    "doctor": "Check the ledger, and say what to do about what is wrong.",
    "backup": "Copy the ledger while others use it.",
    "rebuild": "Make what is derived anew; read again with a new reader.",
    "status": "Say what the ledger holds.",
    "problems": "List what could not be read, and why.",
    "init": "Propose a situation from documents.",
}


class _Commands(click.Group):
    """Commands by name, each imported when it is run: `--help` needs none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"sayso.cli.{cmd_name}_command").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="sayso")
def sayso() -> None:
    """Keep the sourced record of an unfolding crisis: who said what on whose word, what happened, and how every
    number moved.

    \b
    Start with:  sayso demo
    Then:        sayso brief REPORTS…          a brief of your own files
                 sayso add REPORTS…            keep them in a ledger
                 sayso said --by minister      ask it
    """


def run(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(_code(arguments))


def _code(arguments: Sequence[str] | None) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        sayso.main(args=arguments, standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.Abort:
        click.echo("sayso: stopped", err=True)
        return 130
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except SaysoError as error:
        click.echo(f"sayso: {error}", err=True)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except OSError as error:
        if _is_installed(error.filename):
            raise
        click.echo(f"sayso: {error.filename or 'standard output'}: {error.strerror or error}; name another", err=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 1
    return 0


def _is_installed(filename: object) -> bool:
    """Whether a file is the program's own, or of what it is installed with, so that no user has named it."""
    path = Path(os.fsdecode(filename)) if isinstance(filename, str | bytes) else None
    return path is not None and any(path.is_relative_to(f) for f in (Path(__file__).parents[1], sys.prefix))
