"""The options that commands share, each defined once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from sayso.ledger.stores.server import Where, locate

_F = TypeVar("_F", bound=Callable[..., Any])

FORMATS = ("table", "json", "jsonl", "csv", "tsv")


class _Day(click.ParamType[str]):
    """An ISO 8601 day."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from datetime import date

        try:
            return date.fromisoformat(str(value)).isoformat()
        except ValueError:
            self.fail(f"{value!r} is no day; write it like 2022-03-07", param, ctx)


class _Where(click.ParamType[Where]):
    """A file, or a database on a server."""

    name = "file or URL"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Where:
        where = locate(value) if isinstance(value, str | Path) else value
        if isinstance(where, Path):
            click.Path(dir_okay=False).convert(value, param, ctx)
        return cast(Where, where)


DAY = _Day()

inputs = click.argument("inputs", nargs=-1, metavar="INPUT…")
ledger = click.option(
    "--ledger",
    type=_Where(),
    metavar="FILE|URL",
    envvar="SAYSO_LEDGER",
    help="The ledger: a file, or postgresql://USER@HOST/DATABASE. [default: sayso.ledger beside the situation]",
)
situation = click.option(
    "--situation",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="SAYSO_SITUATION",
    help="The situation file. [default: situation.toml in this folder, if there is one]",
)
as_of = click.option("--as-of", type=DAY, help="Only what was known by the end of this day.")
since = click.option("--since", type=DAY, help="Only what became known on or after this day.")
by = click.option("--by", help="Only of speakers or sources whose name holds these words.")
place = click.option("--place", help="Only of this place.")
within = click.option("--within", metavar="PLACE", help="Only of this place, or of one that lies within it.")
about = click.option("--about", help="Only where the words hold these (full-text search).")
limit = click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many.")
names = click.option("--names", is_flag=True, help="List every other name too, and the rule that joined it.")
jobs = click.option("--jobs", type=click.IntRange(min=1), help="Processes to read with. [default: one a core]")
output = click.option(
    "--format", "output", type=click.Choice(FORMATS), default="table", show_default=True, help="How to print it."
)


def view(command: _F) -> _F:
    """The options of every view of the ledger."""
    for option in (output, limit, since, as_of, situation, ledger):
        command = option(command)
    return command
