"""Score quantities against four sets of sentences, each about one kind of unit: age, currency, dimension, temperature.

    unit_sets.py prepare GOLD > input.jsonl
    sayso read input.jsonl --format jsonl > readings.jsonl
    unit_sets.py score GOLD readings.jsonl [--misses]

Enters: a folder of `KIND-model.json`, each a list of sentences with their quantities' values and units. A range has two
values. What is scored is the value, then the value with its unit, by one pairing of found quantities with expected
ones. A sentence without quantities counts too: whatever is found there is wrong. It judges nothing.
"""

import argparse
import json
import math
import re
import sys
from pathlib import Path

from rows import readings_of

KINDS = ("age", "currency", "dimension", "temperature")
PEOPLE = {"people": "person", "persons": "person"}
RANGE = re.compile(r"\s*-\s*(?=\d)")

Amount = tuple[float, str]


def load(folder: Path, kind: str) -> list[tuple[str, str, list[Amount]]]:
    """Every sentence of a set as (id, text, expected amounts)."""
    rows = json.loads((folder / f"{kind}-model.json").read_text(encoding="utf-8"))
    return [(f"{kind}-{i}", row["text"], expected(row["quantities"])) for i, row in enumerate(rows)]


def expected(quantities: list[dict]) -> list[Amount]:
    """The amounts of one sentence; the two ends of a range are two."""
    found = []
    for quantity in quantities:
        text = str(quantity["value"]).replace(",", "")
        ends = [text] if text.startswith("-") else RANGE.split(text)
        found += [(float(end), unit_name(quantity.get("normalized_unit"))) for end in ends]
    return found


def unit_name(unit: str | None) -> str:
    """A unit's name as it is compared: small letters, the singular, none as "-"."""
    name = (unit or "-").strip().casefold()
    return re.sub(r"(?<=[a-z]{3})s$", "", PEOPLE.get(name, name))


def pair(wanted: list[Amount], found: list[Amount]) -> list[tuple[int, int]]:
    """Pairs of equal values, those with equal units first."""
    near = [
        (wanted[i][1] != found[j][1], i, j)
        for i in range(len(wanted))
        for j in range(len(found))
        if math.isclose(wanted[i][0], found[j][0], rel_tol=1e-4, abs_tol=1e-9)
    ]
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(near):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def score(
    gold: list[tuple[str, str, list[Amount]]], readings: dict[str, dict]
) -> tuple[dict[str, tuple[int, int, int]], list[str]]:
    """Right, found and expected amounts by value and by value with unit, and what was not right."""
    right = {"value": 0, "value + unit": 0}
    found_all = wanted_all = 0
    misses = []
    for name, text, wanted in gold:
        quantities = readings.get(name, {}).get("quantities", [])
        found = [(float(q["value"]), unit_name(q.get("unit"))) for q in quantities]
        pairs = pair(wanted, found)
        same = [(i, j) for i, j in pairs if wanted[i][1] == found[j][1]]
        right["value"] += len(pairs)
        right["value + unit"] += len(same)
        found_all, wanted_all = found_all + len(found), wanted_all + len(wanted)
        if not len(same) == len(found) == len(wanted):
            misses.append(f"{name}: {written(wanted)} is read as {written(found)}: {text[:200]}")
    return {task: (n, found_all, wanted_all) for task, n in right.items()}, misses


def written(amounts: list[Amount]) -> str:
    """Amounts in words."""
    return "; ".join(f"{value:g} {unit}" for value, unit in amounts) or "nothing"


def shares(right: int, found: int, wanted: int) -> dict[str, float]:
    """Precision, recall and F1 of counts."""
    return {
        "precision": right / found if found else 0.0,
        "recall": right / wanted if wanted else 0.0,
        "f1": 2 * right / (found + wanted) if found + wanted else 0.0,
    }


def line(name: str, *counts: int) -> str:
    """One line of figures."""
    told = "  ".join(f"{what} {share:.4f}" for what, share in shares(*counts).items())
    return f"{name:28} {told}   {'/'.join(map(str, counts))}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=["prepare", "score"])
    parser.add_argument("gold", type=Path, help="the folder that holds age-model.json and the others")
    parser.add_argument("readings", type=Path, nargs="?")
    parser.add_argument("--misses", action="store_true", help="list every sentence that was not read right")
    parser.add_argument("--json", action="store_true", help="print the figures as one object")
    options = parser.parse_args()
    sets = {kind: load(options.gold, kind) for kind in KINDS}
    if options.what == "prepare":
        for name, text, _ in (row for rows in sets.values() for row in rows):
            print(json.dumps({"id": name, "text": text, "date": None}, ensure_ascii=False))
        return
    if options.readings is None:
        parser.error("score needs the readings: unit_sets.py score GOLD readings.jsonl")
    readings = readings_of(options.readings)
    if options.json:
        tasks = {f"{kind}, {t}": n for kind, rows in sets.items() for t, n in score(rows, readings)[0].items()}
        print(json.dumps({task: shares(*counts) for task, counts in tasks.items()}))
        return
    for kind, rows in sets.items():
        tasks, misses = score(rows, readings)
        for task, counts in tasks.items():
            print(line(f"{kind}: {task}", *counts))
        if options.misses:
            print("\n".join(misses), file=sys.stderr)


if __name__ == "__main__":
    main()
