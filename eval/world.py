"""Compare a series of a ledger, as it was known on each day, with what was counted in the end.

    sayso add STREAM.jsonl --ledger LEDGER        about half an hour on two cores
    python eval/world.py LEDGER [--misses]

LEDGER holds the stream of articles of spring 2022. For each day from 5 March to 30 April it is asked what was known of
the refugees from Ukraine by then: the default of the series with most figures. The truth is UNHCR's series as it was
published at the end of May, which was revised upwards: the press of a day had less. Aims: a figure on 90 % of days,
within a fifth of the truth on 85 % of these.
"""

import argparse
import csv
from datetime import date, timedelta
from pathlib import Path

from sayso.ledger import Ledger
from shared import SHARED

TRUTH = SHARED / "truth" / "ukraine2022" / "unhcr_refugees_by_date_cumulative_retrieved_20220529.csv"
FIRST, LAST = date(2022, 3, 5), date(2022, 4, 30)
NEAR = 0.2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--misses", action="store_true", help="list the days on which it is far from the truth")
    given = parser.parse_args()
    truth = read_truth(TRUTH)
    days = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]
    with Ledger.open(given.ledger) as ledger:
        ledger.settle_situation()
        found = {day: known_on(ledger, day) for day in days}
    told = {day: value for day, value in found.items() if value is not None}
    near = [day for day, value in told.items() if abs(value / truth[day] - 1) <= NEAR]
    print(f"refugees from Ukraine: {len(told)} of {len(days)} days have a figure, {len(near)} are near UNHCR's")
    if given.misses:
        for day in sorted(set(told) - set(near)):
            print(f"{day}: {told[day]:,.0f}, in truth {truth[day]:,.0f}")


def read_truth(path: Path) -> dict[date, int]:
    """How many had left by each day."""
    with path.open(encoding="utf-8", newline="") as rows:
        return {date.fromisoformat(row["data_date"]): int(row["individuals"]) for row in csv.DictReader(rows)}


def known_on(ledger: Ledger, day: date) -> float | None:
    """The default of what was known by the end of a day: the latest figure of the origin with the longest record."""
    for series in ledger.latest("refugees", place="Ukraine", as_of=day.isoformat()):
        if series.basis == "cumulative" and series.population is None:
            figure = series.latest[0].figure.figure
            return figure.low if figure.low is not None else figure.high
    return None


if __name__ == "__main__":
    main()
