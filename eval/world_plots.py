"""Draw what a ledger tells of three series over what was counted or claimed in the end.

    python eval/world_plots.py LEDGER FOLDER

LEDGER is that of `eval/world.py`, whose points these are. Leaves in FOLDER an SVG for each series: the truth as a grey
line, ours as points, with a ring where one is far from it. The same ledger makes the same files.
"""

import argparse
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from matplotlib import rc_context
from matplotlib.figure import Figure

from sayso.exports.picture import STYLE, finish, written
from world import SERIES, Point, is_near, measure, read_arrests, read_losses, read_refugees

OURS, THEIRS, FAR = "#0072b2", "#9a9a9a", "#d55e00"
LAST = date(2022, 4, 30)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with rc_context(STYLE):
        for name, draw in DRAWN.items():
            sheet = draw(measure(given.ledger, name), SERIES[name].near)
            path = given.folder / f"{name.replace(' ', '-')}.svg"
            path.write_bytes(written(sheet, ".svg"))
            print(path)


def draw_refugees(points: Sequence[Point], near: float) -> Figure:
    sheet = Figure(figsize=(9, 4.5), layout="constrained")
    names = "UNHCR, as of 29 May", "sayso: as known by each day", "Refugees from Ukraine"
    draw_over(sheet.add_subplot(), read_refugees(), points, near, names)
    return sheet


def draw_losses(points: Sequence[Point], near: float) -> Figure:
    sheet = Figure(figsize=(9, 4.5), layout="constrained")
    names = "the day's claim", "sayso: what was given for each day", "Russian soldiers killed, as claimed by Ukraine"
    draw_over(sheet.add_subplot(), read_losses(), points, near, names)
    return sheet


def draw_arrests(points: Sequence[Point], near: float) -> Figure:
    sheet = Figure(figsize=(9, 7), layout="constrained")
    above, below = sheet.subplots(2)
    by_day = read_arrests()
    sums = {day: sum(n for d, n in by_day.items() if d <= day) for day in by_day}
    for axes, truth, basis, title in (
        (above, by_day, "increment", "Arrests at protests in Russia: of a day"),
        (below, sums, "cumulative", "since 24 February"),
    ):
        some = [p for p in points if p.basis == basis]
        draw_over(axes, truth, some, near, ("OVD-Info, by city, later", "sayso", title))
    return sheet


def draw_over(
    axes: Any, truth: Mapping[date, float], points: Sequence[Point], near: float, names: tuple[str, str, str]
) -> None:
    """Our points over the truth. `names` are those of the truth, of ours, and of the picture."""
    theirs, ours, title = names
    first = min(p.day for p in points)
    days = sorted(d for d in truth if first <= d <= LAST)
    axes.plot(days, [truth[d] for d in days], ".-", color=THEIRS, linewidth=3, label=theirs)
    axes.plot([p.day for p in points], [p.ours for p in points], "o", color=OURS, markersize=4, label=ours)
    far = [p for p in points if not is_near(p, near)]
    ring = f"further than {near:.0%}"
    axes.plot(
        [p.day for p in far], [p.ours for p in far], "o", color="#d55e00", markersize=10, fillstyle="none", label=ring
    )
    axes.set_ylim(bottom=0)
    finish(axes, title, "")


DRAWN = {"refugees": draw_refugees, "losses": draw_losses, "arrests": draw_arrests, "arrests in Russia": draw_arrests}

if __name__ == "__main__":
    main()
