"""Score readings against structured facts of military press releases: start day, province, event type, killed.

    incidents.py prepare GOLD.jsonl > input.jsonl
    sayso read input.jsonl --format jsonl > readings.jsonl
    incidents.py score GOLD.jsonl readings.jsonl [--misses]

Enters: one chat record a line, the press release in the human turn and the facts in the last one. A release gives its
day in a dateline, which `prepare` hands over as a feed would; where the dateline leaves the year out, it is the year
of the facts (a feed carries it; the day and the month are the release's own). A release without a day has none.

What is scored comes from the readings. The types of the events that happened give the class. The first arrest, killing
or airstrike that has a day gives the day, else any event that happened, else the day of the release. The place of the
first of these events gives the province, else that of any event that happened, else the area that most of the places
named lie in. The figures of killings, airstrikes and arrests give the killed; a killing without a number is one.

The gold counts by rules of its own: "several killed" are three, and "more than 30" are 31. "min killed" leaves them
out; "min killed, counted as the gold counts" looks these words up in the release, where the events and figures of the
reading stand.

The gold's days are off by one in two stretches: of the releases whose only word for the day is "today" or
"yesterday", 46 of 47 of November 2010 and of 1 February to 28 March 2011 have a gold day one before it, and 3 of 369
of other days have. "start date, where it can be told" leaves these stretches out, and releases that have no day.
It judges nothing.
"""

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

from rows import readings_of, rows_of

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DATELINE = re.compile(r"\b([A-Z][a-z]{2,8})\.?\s+(\d{1,2})[.,]*(?:\s+(20\d\d))?\b")
ISSUED = re.compile(r"\b(20\d\d)\s*[-–]\s*(\d\d)\s*[-–]\s*[A-Z]{1,2}\b")
YEAR = re.compile(r"\b(20\d\d)\b")
HAPPENED = ("reported", "claimed", None)
MISCOUNTED = (("2010-11-01", "2010-11-30"), ("2011-02-01", "2011-03-28"))
"""First and last day of the releases whose gold days are one too early."""
SEVERAL = 3.0
"""What the gold counts a killing of "several" or "multiple" as."""
VAGUE = re.compile(
    r"\b(?:kill(?:ed|ing)\W+(?:\w+\W+)?(?:several|multiple|numerous|a (?:large )?(?:number|group) of)"
    r"|(?:several|multiple|numerous|a (?:large )?(?:number|group) of)\W+(?:[\w-]+\W+){0,5}killed)\b",
    re.IGNORECASE,
)
MORE = re.compile(r"\b(?:more than|over)\b", re.IGNORECASE)
CAUGHT, KILLED, STRUCK = "arrest", "killing", "airstrike"


def load(path: Path) -> list[tuple[str, str, dict]]:
    """Every release as (id, text, facts)."""
    rows = []
    for number, row in enumerate(rows_of(path)):
        turns = [t["value"] for t in row["conversations"]]
        rows.append((f"isaf-{number}", turns[1].removeprefix("PRESS RELEASE TEXT: "), json.loads(turns[2])))
    return rows


def day_of(text: str, start: str) -> str | None:
    """The day that the head says the release was issued on, or `None`. `start` lends a year to one without."""
    head = text[:600]
    issued = ISSUED.search(head)
    year = issued.group(1) if issued else next(iter(YEAR.findall(head)), None)
    best = None
    for month, day, own in DATELINE.findall(head):
        if month[:3].lower() not in MONTHS or not 1 <= int(day) <= 31:
            continue
        stated, in_year = own or year, f"-{MONTHS.index(month[:3].lower()) + 1:02}-{int(day):02}"
        found = stated + in_year if stated else nearest(in_year, start)
        if own and "(" in head:
            return found
        best = best or found
    return best


def nearest(in_year: str, start: str) -> str:
    """The day of the year ("-01-25") in the year of `start`, or in the next one behind a December day."""
    later = start[5:7] == "12" and in_year.startswith("-01")
    return f"{int(start[:4]) + later}{in_year}"


def is_told(released: str | None) -> bool:
    """Whether a release of this day can be asked for the day of what it tells."""
    return released is not None and not any(first <= released <= last for first, last in MISCOUNTED)


def happened(reading: dict) -> list[dict]:
    """The events that the reading tells as having happened, in order."""
    return [e for e in reading.get("events", []) if e.get("status") in HAPPENED and not e.get("negated")]


def main_events(reading: dict) -> list[dict]:
    """Arrests, killings and airstrikes that happened, else everything that did."""
    events = happened(reading)
    return [e for e in events if e["type"] in (CAUGHT, KILLED, STRUCK)] or events


def start_of(reading: dict) -> str | None:
    """The day of the first arrest, killing or airstrike that has one, else of any event, else of the release."""
    dated = [e["date"] for e in [*main_events(reading), *happened(reading)] if e.get("date")]
    return dated[0] if dated else reading.get("date")


def kind_of(reading: dict) -> str:
    """The class of the release by the types of its events."""
    types = {e["type"] for e in happened(reading)}
    if STRUCK in types:
        return "airstrike"
    if {CAUGHT, KILLED} <= types:
        return "captureandkill"
    return "detention" if CAUGHT in types else "insurgentskilled" if KILLED in types else ""


def province_of(reading: dict) -> str | None:
    """The area of the first main event's place, of another's that happened, else what most places lie in."""
    areas = {}
    for place in reading.get("places", []):
        area = place.get("admin1") or (place["name"] if place.get("kind") == "region" else None)
        if area:
            areas.setdefault(place["name"], fold(area))
    for event in [*main_events(reading), *happened(reading)]:
        if event.get("place") in areas:
            return areas[event["place"]]
    return Counter(areas.values()).most_common(1)[0][0] if areas else None


def fold(name: str) -> str:
    """A province's name in the gold's spelling."""
    name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    name = re.sub(r"\b(province|wilayat|velayat)\b", "", name.lower()).strip()
    spellings = {"maidan wardak": "wardak", "vardak": "wardak", "khowst": "khost", "konar": "kunar", "paktia": "paktya",
                 "daykundi": "day_kundi", "sar-e pol": "sar_e_pul", "sar-e-pul": "sar_e_pul", "oruzgan": "uruzgan",
                 "urozgan": "uruzgan", "nangrahar": "nangarhar", "zabol": "zabul", "lowgar": "logar",
                 "jawzjan": "jowzjan", "bamian": "bamyan", "nurestan": "nuristan",
                 "nimruz": "nimroz", "sar-e pul": "sar_e_pul", "paktiya": "paktya"}  # fmt: skip
    return spellings.get(name, name.replace(" ", "_"))


def tolls_of(reading: dict) -> list[dict]:
    """The figures of killed in killings, airstrikes and arrests that happened."""
    figures = reading.get("figures", [])
    told = [i for e in happened(reading) if e["type"] in (KILLED, STRUCK, CAUGHT) for i in e.get("figures", [])]
    return [figures[i] for i in told if "kill" in figures[i]["measure"]]


def killings_of(reading: dict) -> list[dict]:
    """The killings that happened."""
    return [e for e in happened(reading) if e["type"] == KILLED]


def killed_in(reading: dict) -> float:
    """The largest number of killed that an event tells; one where somebody was killed and no number is there."""
    tolls = [toll.get("low") or 0.0 for toll in tolls_of(reading)]
    return max([*tolls, *(1.0 for _ in killings_of(reading))], default=0.0)


def killed_as_counted(reading: dict, text: str) -> float:
    """The same as the gold counts, by the words that the figures and killings stand in."""
    tolls = [(t.get("low") or 0.0) + bool(MORE.search(text[slice(*t["span"])])) for t in tolls_of(reading)]
    killings = [SEVERAL if VAGUE.search(text[slice(*e["span"])]) else 1.0 for e in killings_of(reading)]
    return max([*tolls, *killings], default=0.0)


def answers_of(reading: dict, text: str, facts: dict) -> dict[str, tuple[object, object]]:
    """What the gold says and what the reading says, by task; without the tasks that cannot be asked of it."""
    kind = ";".join(facts["event_type"])
    answers = {
        "start date": (facts["start_date"], start_of(reading)),
        "province": (fold(facts["province"][0]), province_of(reading)),
        "min killed": (facts["min_killed"], killed_in(reading)),
        "min killed, counted as the gold counts": (facts["min_killed"], killed_as_counted(reading, text)),
        "event type": (kind, kind_of(reading)),
    }
    if is_told(day_of(text, facts["start_date"])):
        answers["start date, where it can be told"] = answers["start date"]
    if kind in ("detention", "insurgentskilled"):
        answers["event type, two largest classes"] = answers["event type"]
    return answers


def score(gold: list[tuple[str, str, dict]], readings: dict[str, dict]) -> tuple[dict[str, tuple[int, int]], list[str]]:
    """Right answers and questions a task, and the answers that were wrong."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    misses = []
    for name, text, facts in gold:
        for task, (wanted, given) in answers_of(readings.get(name, {}), text, facts).items():
            asked[task] += 1
            right[task] += wanted == given
            if wanted != given:
                misses.append(f"{name}: {task}: {wanted} is read as {given}")
    return {task: (right[task], asked[task]) for task in asked}, misses


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=["prepare", "score"])
    parser.add_argument("gold", type=Path)
    parser.add_argument("readings", type=Path, nargs="?")
    parser.add_argument("--misses", action="store_true", help="list every answer that was wrong")
    parser.add_argument("--json", action="store_true", help="print the share of right answers a task, as one object")
    options = parser.parse_args()
    gold = load(options.gold)
    if options.what == "prepare":
        for name, text, facts in gold:
            row = {"id": name, "text": text, "date": day_of(text, facts["start_date"])}
            print(json.dumps(row, ensure_ascii=False))
        return
    if options.readings is None:
        parser.error("score needs the readings: incidents.py score GOLD.jsonl readings.jsonl")
    tasks, misses = score(gold, readings_of(options.readings))
    if options.json:
        print(json.dumps({task: right / asked for task, (right, asked) in tasks.items()}))
        return
    for task, (right, asked) in tasks.items():
        print(f"{task:40} {right / asked if asked else 0:.3f}   {right}/{asked}")
    if options.misses:
        print("\n".join(misses), file=sys.stderr)


if __name__ == "__main__":
    main()
