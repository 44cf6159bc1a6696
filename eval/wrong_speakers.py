"""Count how often a statement that names its speaker names the wrong one.

    wrong_speakers.py record GOLD_DIR readings.jsonl [--misses]
    wrong_speakers.py statements GOLD_DIR readings.jsonl [--split dev] [--misses]

Enters: a folder of gold and the readings of its documents, as `sayso read INPUT --format jsonl` prints them. For
`record` the folder holds hand-made records: of the statements found (Dice of the contents at least one half) that name
a speaker, those are wrong whose name is none of the gold speaker's names in `aliases.json`, or where the gold has
nobody. For `statements` it is the PolNeAR folder: of the statements found that have a source span, those are wrong
whose source overlaps none of the gold's. What names is right and what pairs with what is decided by the scorers beside
the gold (`SAYSO_SHARED`/eval). It judges nothing and exits 0.
"""

import argparse
import importlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rows import readings_of
from shared import SHARED

FOUND = 0.5
SPANS = (("content", "content"), ("source", "speaker_span"))


@dataclass(frozen=True)
class Case:
    """One found statement: where, what was said, whom the gold has for it, whom the reading names."""

    document: str
    content: str
    gold: str | None
    ours: str | None
    right: bool


def record_cases(folder: Path, readings: dict[str, dict[str, Any]]) -> Iterator[Case]:
    """The found statements of the hand-made records."""
    scorer = importlib.import_module("score_record")
    aliases = json.loads((folder / "aliases.json").read_text(encoding="utf-8"))
    for path in sorted(p for p in folder.glob("*.json") if p.name != "aliases.json"):
        gold = json.loads(path.read_text(encoding="utf-8"))
        name = Path(gold["document"]).name
        ours = next((r for d, r in readings.items() if d.endswith(name)), {}).get("statements", [])
        for i, j in scorer.pair(gold["statements"], ours, "content", FOUND):
            wanted, named = gold["statements"][i]["speaker"], ours[j].get("speaker")
            yield Case(name, str(ours[j]["content"]), wanted, named, scorer.same_name(wanted, named, aliases))


def span_cases(folder: Path, readings: dict[str, dict[str, Any]], split: str) -> Iterator[Case]:
    """The found statements of PolNeAR; who speaks is judged by where the source stands."""
    scorer = importlib.import_module("gold")

    def common(one: dict[str, Any], other: dict[str, Any]) -> int:
        return sum(scorer.overlapping(a, b) for a in one["content"] for b in other["content"])

    for row, gold in scorer.statements(folder.parent, split):
        found = readings.get(row["id"], {}).get("statements", [])
        ours = [{r: scorer.spans_of(s.get(k)) for r, k in SPANS} for s in found]
        for i, j in scorer.match(gold, ours, common):
            if 2 * common(gold[i], ours[j]) >= FOUND * sum(scorer.length(s["content"]) for s in (gold[i], ours[j])):
                yield _span_case(row, gold[i], ours[j], scorer)


def _span_case(row: dict[str, Any], gold: dict[str, Any], ours: dict[str, Any], scorer: Any) -> Case:
    def words(spans: list[tuple[int, int]]) -> str | None:
        return " / ".join(row["text"][a:b] for a, b in spans) or None

    overlaps = any(scorer.overlapping(a, b) for a in gold["source"] for b in ours["source"])
    return Case(row["id"], words(ours["content"]) or "", words(gold["source"]), words(ours["source"]), overlaps)


def rates(cases: list[Case]) -> dict[str, tuple[int, int]]:
    """How many, and of how many: right and wrong speakers, and none where the gold has one."""
    named = [c for c in cases if c.ours]
    wrong = [c for c in named if not c.right]
    return {
        "speaker right, of those named": (len(named) - len(wrong), len(named)),
        "speaker wrong, of those named": (len(wrong), len(named)),
        "of these, the gold has nobody": (sum(c.gold is None for c in wrong), len(named)),
        "nobody named, the gold has one": (sum(bool(c.gold) and not c.ours for c in cases), len(cases)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("set", choices=["record", "statements"])
    parser.add_argument("gold", type=Path)
    parser.add_argument("readings", type=Path)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--misses", action="store_true", help="list every wrong speaker")
    parser.add_argument("--json", action="store_true", help="print the shares as one object")
    options = parser.parse_args()
    sys.path.insert(0, str(SHARED / "eval"))
    readings = readings_of(options.readings)
    if options.set == "record":
        cases = list(record_cases(options.gold, readings))
    else:
        cases = list(span_cases(options.gold, readings, options.split))
    shares = {task: (some / of if of else 0.0, some, of) for task, (some, of) in rates(cases).items()}
    if options.json:
        print(json.dumps({task: share for task, (share, _, _) in shares.items()}))
        return
    for task, (share, some, of) in shares.items():
        print(f"{task:36} {share:.3f}   {some}/{of}")
    for case in cases if options.misses else []:
        if case.ours and not case.right:
            print(f"{case.document}: named {case.ours!r}, is {case.gold!r}: {case.content}", file=sys.stderr)


if __name__ == "__main__":
    main()
