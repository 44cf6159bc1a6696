"""Score statements with the pieces of what a cue splits put together, as PolNeAR has them.

    split_quotations.py GOLD_DIR readings.jsonl [--split dev] [--json]

In “The road is open,” she said. “The bridge is not.” a reading has two statements, one a passage, as the hand-made
records have it; PolNeAR has one attribution of two pieces. So here statements that share a cue, and of whom they are,
are one whose content is a list of spans, and the shared scorer is asked again. Enters: the PolNeAR folder and readings
of its documents. Leaves: the scorer's figures, each with "pieces as one" behind its name. It judges nothing and exits
0.
"""

import argparse
import importlib
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rows import readings_of
from shared import SHARED

Statement = dict[str, Any]


def put_together(statements: Iterable[Statement]) -> list[Statement]:
    """Statements, those with one cue and one speaker as one."""
    found: list[Statement] = []
    by_cue: dict[tuple[Any, ...], Statement] = {}
    for one in statements:
        cue = (*one["cue_span"], one.get("speaker")) if one.get("cue_span") else (len(found),)
        if cue in by_cue:
            by_cue[cue]["content"].append(one["content"])
        else:
            by_cue[cue] = one | {"content": [one["content"]]}
            found.append(by_cue[cue])
    return found


def score(folder: Path, readings: dict[str, Any], split: str) -> dict[str, Any]:
    """The figures of the shared scorer."""
    scorer = importlib.import_module("gold")
    pairs = [
        (gold, {"statements": put_together(readings.get(row["id"], {}).get("statements") or [])})
        for row, gold in scorer.statements(folder.parent, split)
    ]
    found: dict[str, Any] = scorer.score_statements(pairs)
    return {f"{name}, pieces as one": figure for name, figure in found.items() if isinstance(figure, dict)}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("readings", type=Path)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--json", action="store_true", help="print one object")
    options = parser.parse_args()
    sys.path.insert(0, str(SHARED / "eval"))
    figures = score(options.gold, readings_of(options.readings), options.split)
    if options.json:
        print(json.dumps(figures))
        return
    for name, figure in figures.items():
        print(f"{name:46} " + " ".join(f"{key} {figure[key]:.3f}" for key in ("precision", "recall", "f1")))


if __name__ == "__main__":
    main()
