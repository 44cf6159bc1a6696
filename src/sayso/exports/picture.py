"""Draw curves as a picture, PNG or SVG.

Enters: curves and the ending of the file's name. Leaves: its bytes, the same for the same curves: no day and no version
of a program is written into it. An origin is a line in steps; a bound that is open points where the number may lie, a
range is a bar from end to end, and what is flagged has a ring. Refuses: other endings, and to draw without matplotlib.
"""

import io
from typing import Any

from sayso.exports.curves import Curve, Curves
from sayso.model import SaysoError

ENDINGS = (".png", ".svg")
_MARKERS = {"exact": "o", "from": "^", "to": "v"}
STYLE: dict[str, Any] = {
    "svg.hashsalt": "sayso",
    "svg.fonttype": "path",
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.color": "#e4e4e4",
    "axes.axisbelow": True,
}
_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#8c6d31")
"""Told apart by people who do not see all colours (Okabe and Ito, 2008), and a brown."""


def draw_picture(curves: Curves, ending: str) -> bytes:
    """The picture's bytes. Raises `SaysoError` for an ending that is not one of `ENDINGS`, or without matplotlib."""
    if ending not in ENDINGS:
        raise SaysoError(f"a picture ends in {' or '.join(ENDINGS)}, not in {ending!r}; name it so")
    try:
        from matplotlib import rc_context
        from matplotlib.figure import Figure
    except ImportError:
        raise SaysoError("pictures need matplotlib; install it with: pip install 'sayso[plots]'") from None
    with rc_context(STYLE):
        sheet = Figure(figsize=(9, 5), layout="constrained")
        axes = sheet.add_subplot()
        for curve, colour in zip(curves.curves, _COLOURS, strict=False):
            draw_curve(axes, curve, curves.days[1], colour)
        finish(axes, curves.title, curves.unit)
        if curves.left_out:
            sheet.supxlabel(f"{curves.left_out} more origins, with shorter records, are not drawn", fontsize=8)
        return written(sheet, ending)


def written(sheet: Any, ending: str) -> bytes:
    """A matplotlib figure as bytes without a day in them."""
    made = io.BytesIO()
    metadata = {"Date": None, "Creator": "sayso"} if ending == ".svg" else {"Software": "sayso"}
    sheet.savefig(made, format=ending[1:], dpi=120, metadata=metadata)
    return made.getvalue()


def draw_curve(axes: Any, curve: Curve, last: Any, colour: str) -> None:
    """A line in steps up to the day `last`, with its markers."""
    days, values = [s.day for s in curve.steps], [s.value for s in curve.steps]
    axes.step([*days, last], [*values, values[-1]], where="post", color=colour, linewidth=1.4, label=curve.origin)
    for name, marker in _MARKERS.items():
        some = [s for s in curve.steps if _kind(s.low, s.high) == name]
        axes.plot([s.day for s in some], [s.value for s in some], marker, color=colour, markersize=4.5)
    for step in curve.steps:
        if step.low is not None and step.high is not None and step.low != step.high:
            axes.vlines(step.day, step.low, step.high, color=colour, linewidth=3, alpha=0.5)
        if step.flag:
            axes.plot([step.day], [step.value], "o", color=colour, markersize=11, fillstyle="none")
            axes.annotate(step.flag, (step.day, step.value), xytext=(7, 7), textcoords="offset points", fontsize=8)


def finish(axes: Any, title: str, unit: str) -> None:
    """The title, a day axis, numbers as people write them, and who is who."""
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
    from matplotlib.ticker import FuncFormatter

    days = AutoDateLocator(minticks=2, maxticks=9)
    axes.xaxis.set_major_locator(days)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(days))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.10g}"))
    axes.set_title(title, loc="left", fontsize=11)
    axes.set_ylabel(unit)
    axes.legend(loc="best", fontsize=8, frameon=False)


def _kind(low: float | None, high: float | None) -> str:
    return "from" if high is None else "to" if low is None else "exact"
