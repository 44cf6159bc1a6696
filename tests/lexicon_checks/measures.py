"""What the reader of figures makes of an example: low..high and measure of each, and what the words of basis add."""

from sayso.model import Situation
from sayso.readings.figures.read import read_figures
from sayso.readings.quantities.read import read_quantities
from sayso.readings.times.read import read_times

BASED = {
    "plan",
    "so far",
    "total",
    "toll",
    "level",
    "perfect",
    "past perfect",
    "spell",
    "period",
    "since",
    "start",
    "as of",
    "present",
    "first",
}
_SITUATION = Situation(day_zero="2022-02-24")


def gives(entry, analysis) -> str:
    given = {"published": "2022-03-07", "situation": _SITUATION}
    read = analysis(entry.example, **given)
    times = read_times(read)
    figures = read_figures(read, read_quantities(read, times), (), times, ())
    return "; ".join(_told(entry.kind, figure, figures) for figure in figures)


def _told(kind, figure, figures):
    bounds = "..".join("None" if b is None else f"{b:g}" for b in (figure.low, figure.high))
    told = f"{bounds} {figure.measure}"
    if kind in BASED:
        told += f" {figure.basis}"
    if kind in {"since", "start"}:
        told += f" since {figure.since}"
    if kind == "as of":
        told += f" as of {figure.as_of}"
    if kind == "anyone" and figure.population is None:
        told += " of any kind"
    if figure.part_of is not None:
        told += f" of {figures[figure.part_of].low:g}"
    return told
