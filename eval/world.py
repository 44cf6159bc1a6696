"""Compare series of a ledger with what was counted or claimed in the end.

    sayso add STREAM.jsonl --ledger LEDGER        about half an hour on two cores
    python eval/world.py LEDGER [SERIES …] [--misses]

LEDGER holds the stream of articles of spring 2022. Each series is a question put through the public API:

- *refugees* from Ukraine: for each day from 5 March to 30 April, what was known of them by then: the default of the
  cumulative series with most figures. Truth: UNHCR's series as it was published at the end of May, revised upwards: the
  press of a day had less. Aims: a figure on 90 % of days, within a fifth of the truth on 85 % of these.
- *losses*: Russian soldiers killed, as claimed by Ukraine. A user names in the situation who speaks for Ukraine. Each
  value of its cumulative series is held against the claim of the day it is about. Aim: 90 % within a tenth.
- *arrests* at protests in Russia, 24 February to 13 March, as OVD-Info counts them; *arrests in Russia*, whoever says
  so. Of each day the value known last, an increment held against that day's total, a cumulative count against the sum
  since the start. Truth: OVD-Info's pages by city as they were later. For 24 February it has Moscow alone, which is no
  total of the day and is missing in every sum; for 26 February it repeats the day before. Aim: 80 % within 15 %.
"""

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from sayso.ledger import Ledger
from sayso.ledger.views import Given, Series
from sayso.model import Figure, Party, Situation
from shared import SHARED

TRUTH = SHARED / "truth" / "ukraine2022"
FOR_UKRAINE = (
    "Ukrainians", "Ukrainian officials", "Ukrainian authorities", "Ukrainian government", "Ukraine's government",
    "Ukrainian military", "Ukraine's military", "Ukrainian army", "Ukrainian forces", "Armed Forces of Ukraine",
    "Ukrainian Armed Forces", "General Staff of the Armed Forces of Ukraine", "Ukrainian General Staff", "Joint Staff",
    "Ukrainian Defence Ministry", "Ukrainian Defense Ministry", "Ukrainian Ministry of Defence", "Ukrainian sources",
    "Ukrainian Ministry of Defense", "Ukraine's defence ministry", "Ukrainian Ministry of Foreign Affairs",
    "Volodymyr Zelensky", "Volodymyr Zelenskyy", "Mykhailo Podolyak", "Oleksiy Arestovych", "Serhiy Shaptala", "Kyiv",
)  # fmt: skip


class Point(NamedTuple):
    """A value of ours beside the truth of the day it is about; `basis` is that of the series."""

    day: date
    ours: float
    truth: float
    basis: str = "cumulative"


class Measured(NamedTuple):
    """A series of the world. `aims` are the share within `near` that is asked for, and of days that have a value."""

    question: Callable[[Ledger], list[Point]]
    near: float
    aim: float
    situation: Situation = Situation()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("series", nargs="*", choices=[*SERIES, []], help="only these")
    parser.add_argument("--misses", action="store_true", help="list what is far from the truth")
    given = parser.parse_args()
    for name in given.series or SERIES:
        points, near = measure(given.ledger, name), SERIES[name].near
        far = [p for p in points if not is_near(p, near)]
        days = {p.day for p in points}
        good = {d for d in days if all(is_near(p, near) for p in points if p.day == d)}
        share = f"{len(points) - len(far)} of {len(points)} values within {near:.0%} (aim {SERIES[name].aim:.0%})"
        print(f"{name}: {share}; {len(days)} days, {len(good)} with all of theirs")
        for p in far if given.misses else ():
            print(f"  {p.day}: {p.ours:,.0f}, in truth {p.truth:,.0f}")


def measure(ledger: Path, name: str) -> list[Point]:
    """The points of a series, by day."""
    with Ledger.open(ledger, SERIES[name].situation) as opened:
        opened.settle_situation()
        return sorted(SERIES[name].question(opened))


def is_near(point: Point, near: float) -> bool:
    return abs(point.ours / point.truth - 1) <= near


def refugees(ledger: Ledger) -> list[Point]:
    truth = read_refugees()
    first, last = date(2022, 3, 5), date(2022, 4, 30)
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    known = {day: refugees_by(ledger, day) for day in days}
    print(f"refugees: {sum(v is not None for v in known.values())} of {len(days)} days have a value, aim 90%")
    return [Point(day, value, truth[day]) for day, value in known.items() if value is not None]


def refugees_by(ledger: Ledger, day: date) -> float | None:
    """The default of what was known by the end of a day: the latest figure of the origin with the longest record."""
    for series in ledger.latest("refugees", place="Ukraine", as_of=day.isoformat()):
        if series.basis == "cumulative" and series.population is None:
            return value_of(series.latest[0].figure.figure)
    return None


def losses(ledger: Ledger) -> list[Point]:
    truth = read_losses()
    found = ledger.series("killed", population="Russian soldiers", by="Ukraine", as_of="2022-04-30")
    given = (g for s in found if s.basis == "cumulative" for c in s.courses for g in c.given)
    return list(beside(given, truth))


def arrests(ledger: Ledger) -> list[Point]:
    return arrests_told(ledger.series("arrested", by="OVD-Info", as_of="2022-03-20"))


def arrests_in_russia(ledger: Ledger) -> list[Point]:
    return arrests_told(ledger.series("arrested", place="Russia", as_of="2022-03-20"))


def arrests_told(found: Iterable[Series]) -> list[Point]:
    by_day = read_arrests()
    days = [date(2022, 2, 24) + timedelta(n) for n in range(18)]
    sums = {day: sum(n for d, n in by_day.items() if d <= day) for day in days}
    truths = {"increment": {d: n for d, n in by_day.items() if d > days[0]}, "cumulative": sums}
    last: dict[tuple[str, str], Given] = {}
    for series in found:
        for one in (g for c in series.courses for g in c.given if series.basis in truths):
            key = series.basis or "", one.day
            last[key] = max(last.get(key, one), one, key=lambda g: (g.known, g.figure.id))
    return [p._replace(basis=basis) for (basis, _), one in last.items() for p in beside([one], truths[basis])]


def beside(given: Iterable[Given], truth: dict[date, float]) -> Iterator[Point]:
    """What was given for days that have a truth."""
    for one in given:
        day, value = date.fromisoformat(one.day), value_of(one.figure.figure)
        if day in truth and value is not None:
            yield Point(day, value, truth[day])


def value_of(figure: Figure) -> float | None:
    return figure.low if figure.low is not None else figure.high


def read_refugees() -> dict[date, float]:
    """How many had left by each day."""
    with (TRUTH / "unhcr_refugees_by_date_cumulative_retrieved_20220529.csv").open(encoding="utf-8") as rows:
        return {date.fromisoformat(row["data_date"]): float(row["individuals"]) for row in csv.DictReader(rows)}


def read_losses() -> dict[date, float]:
    """What Ukraine claimed on each day."""
    rows = json.loads((TRUTH / "ua_mod_russia_losses_personnel.json").read_text("utf-8"))
    return {date.fromisoformat(row["date"]): float(row["personnel"]) for row in rows}


def read_arrests() -> dict[date, float]:
    """How many were detained on each day."""
    totals: dict[date, float] = defaultdict(float)
    with (TRUTH / "ovdinfo_arrests_by_city_date.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            if row["numbers"] not in ("", "NA"):
                totals[date.fromisoformat(row["date"].replace("/", "-"))] += float(row["numbers"])
    return dict(totals)


SERIES = {
    "refugees": Measured(refugees, 0.2, 0.85),
    "losses": Measured(losses, 0.1, 0.9, Situation(parties=(Party("Ukraine", FOR_UKRAINE),))),
    "arrests": Measured(arrests, 0.15, 0.8),
    "arrests in Russia": Measured(arrests_in_russia, 0.15, 0.8),
}

if __name__ == "__main__":
    main()
