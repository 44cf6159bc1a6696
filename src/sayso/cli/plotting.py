"""Draw the series that a question finds, in the terminal or into a file."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import click

from sayso.cli.writing import writing_to
from sayso.exports.curves import MOST, lay_out
from sayso.exports.picture import draw_picture
from sayso.exports.text_plot import draw_text
from sayso.ledger.views import Series

TERMINAL = "-"


def plot(found: Sequence[Series], to: str, limit: int) -> None:
    """Draw the series with most figures; `to` is a file or `TERMINAL`. How many others match goes to standard error."""
    if not found:
        click.echo("No figure matches.", err=True)
        return
    first, *others = sorted(found, key=lambda series: (-len(series.points), series.id))
    curves = lay_out(first, min(limit, MOST))
    if others:
        narrower = "narrow the question with --measure, --population, --place and --by, or list them with --series"
        click.echo(f"{len(others)} more series match, with fewer figures each; {narrower}", err=True)
    if to == TERMINAL:
        click.echo(draw_text(curves, shutil.get_terminal_size().columns), nl=False)
        return
    made = draw_picture(curves, Path(to).suffix.lower())
    with writing_to(to):
        Path(to).write_bytes(made)
