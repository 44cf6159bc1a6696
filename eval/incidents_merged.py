"""Draw incidents to be read, merged ones and unmerged neighbours, and count what readers found.

    python eval/incidents_merged.py draw LEDGER --seed 1 [--count 100] [--wide 70]
    python eval/incidents_merged.py count

Enters: a ledger of the stream of reports, see CONTRIBUTING.md. Leaves: on standard output, for whoever reads them, the
words of incidents that several texts tell, drawn by lot, and of pairs of incidents that are apart though they share
place and type of event and lie within two days of each other: an incident drawn by lot of those that have such
neighbours, then one of these, then of each an event of that type, place and day. `count` sums up the verdicts in
`incidents_merged/`, which hold ids and verdicts alone. It judges nothing.
"""

import argparse
import csv
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sayso.ledger import Ledger
from sayso.ledger.incidents.views import IncidentView
from sayso.ledger.views import EventView

SHEETS = Path(__file__).resolve().parent / "incidents_merged"
NEAR = 2
"""Days that two neighbours lie apart at most."""
Key = tuple[str, str]
Pair = tuple[EventView, EventView]


def merged(incidents: list[IncidentView], rng: random.Random, count: int) -> list[IncidentView]:
    """Incidents of several texts, copies counted once."""
    several = [one for one in incidents if one.texts > 1]
    return rng.sample(several, min(count, len(several)))


def neighbours(incidents: list[IncidentView], rng: random.Random, count: int) -> list[Pair]:
    """Events of one type and place, in two incidents, within two days."""
    near: dict[Key, list[tuple[int, int, EventView]]] = defaultdict(list)
    for number, one in enumerate(incidents):
        for event in one.events:
            if event.place and event.event.date and event.event.status != "denied":
                near[event.event.type, event.place].append((day_of(event), number, event))
    pairs: list[Pair] = []
    order = rng.sample(range(len(incidents)), len(incidents))
    for number in order:
        found = [pair for event in incidents[number].events for pair in around(event, number, near)]
        others = sorted({other for other, _ in found})
        if others and len(pairs) < count:
            chosen = rng.choice(others)
            pairs.append(rng.choice([pair for other, pair in found if other == chosen]))
    return pairs


def around(event: EventView, number: int, near: dict[Key, list[tuple[int, int, EventView]]]) -> Iterator:
    """The events beside this one, each with the number of its incident."""
    for day, other, one in near.get((event.event.type, event.place or ""), ()):
        if other != number and event.event.date and abs(day - day_of(event)) <= NEAR:
            yield other, (event, one)


def day_of(event: EventView) -> int:
    """The ordinal of an event's first day."""
    return date.fromisoformat(event.event.date[:10]).toordinal()


def draw(ledger: Path, seed: int, count: int, wide: int) -> None:
    """Print what is to be read."""
    rng = random.Random(seed)
    with Ledger.open(ledger) as record:
        record.settle_situation()
        incidents = list(record.incidents())
        some, pairs = merged(incidents, rng, count), neighbours(incidents, rng, count)
        texts = {d.document.id: d.document.text for d in record.documents()}
    several = sum(one.texts > 1 for one in incidents)
    print(f"# {len(incidents)} incidents, {several} of several texts, {sum(len(i.events) for i in incidents)} events")
    for number, one in enumerate(some, 1):
        evidence = Counter(e.because for e in one.evidence.values())
        print(f"M{number} {one.id} {one.type} @{one.place} {one.first}..{one.last} {one.texts} texts {dict(evidence)}")
        for event in one.events:
            print(f"   {event.id} {event.event.type[:8]} {in_context(event, texts, wide)}")
    for number, (a, b) in enumerate(pairs, 1):
        print(f"N{number} {a.event.type} @{a.place} {a.event.date} {b.event.date}")
        for event in (a, b):
            print(f"   {event.id} {in_context(event, texts, wide)}")


def in_context(event: EventView, texts: dict[str, str], wide: int) -> str:
    """The words of an event with some of the text around."""
    span, text = event.event.span, texts[event.document]
    words = text[span.start : span.end]
    words = words if len(words) <= 3 * wide else f"{words[: 3 * wide]}…"
    return " ".join(
        f"{text[max(0, span.start - wide) : span.start]}«{words}»{text[span.end : span.end + wide]}".split()
    )


def tally(sheet: Path) -> str:
    """How many of a sheet's rows are right, and what is wrong with the others."""
    with sheet.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    right = sum(row["verdict"] == "right" for row in rows)
    causes = Counter(row["cause"] for row in rows if row["verdict"] != "right")
    told = ", ".join(f"{cause} {times}" for cause, times in causes.most_common())
    return f"{sheet.stem}: {right} of {len(rows)} right" + (f"; wrong: {told}" if told else "")


def main() -> int:
    parser = argparse.ArgumentParser(description="Draw incidents to be read, and count what readers found.")
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("ledger", type=Path)
    drawing.add_argument("--seed", type=int, required=True)
    drawing.add_argument("--count", type=int, default=100)
    drawing.add_argument("--wide", type=int, default=70, help="characters of context")
    commands.add_parser("count")
    options = parser.parse_args()
    if options.command == "draw":
        draw(options.ledger, options.seed, options.count, options.wide)
    else:
        print(*(tally(sheet) for sheet in sorted(SHEETS.glob("*.csv"))), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
