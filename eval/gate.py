"""Measure what sayso reads against gold data made elsewhere, and fail where a figure is below its floor.

    python eval/gate.py               print the table; exit status 1 where a figure is below its floor
    python eval/gate.py --update      also raise the floors to what was measured and write the table into README.md

Enters: the folder of gold sets and corpora that lies beside the repository (or at `SAYSO_SHARED`). Leaves: a Markdown
table of our figures beside the published ones. It reads with the command line that users have, and scores with the
scripts of that folder. Where the folder is missing it says so and passes: the gold sets cannot be given away.
"""

import argparse
import re
import sys
import tempfile
import time
from pathlib import Path

from floors import load_floors, raise_floors, write_floors
from integrity import check_corpus, check_seeds
from measures import MEASURES, Row, figure_of, round_down
from runs import GateError, prepare, read_all, score
from sets import RECORD, SETS
from shared import SHARED

README = Path(__file__).resolve().parents[1] / "README.md"


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure readings against gold data and hold them to their floors.")
    parser.add_argument("--update", action="store_true", help="raise the floors and write the figures into README.md")
    options = parser.parse_args()
    if not (SHARED / "eval" / "gold.py").is_file():
        print(f"gate: skipped, there are no gold sets at {SHARED}; set SAYSO_SHARED to where they are")
        return 0
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        try:
            rows, lines = measure(Path(folder))
        except GateError as error:
            print(f"gate: {error}")
            return 1
    failed = [r for r in rows if r.fails]
    table = as_table(rows)
    print(table, "", *lines, f"gate: {time.monotonic() - begin:.0f} s", sep="\n")
    for row in failed:
        print(f"gate: BELOW ITS FLOOR: {row.set}, {row.metric}: {row.ours.value:.4f}, and the floor is {row.floor:.3f}")
    if options.update:
        raised = raise_floors(rows)
        write_floors(raised)
        write_figures(as_table(raised))
    return 1 if failed else 0


def measure(folder: Path) -> tuple[list[Row], list[str]]:
    """Read every set and the corpus, then score them. The rows of the table, and lines about the corpus."""
    corpus = SHARED / "corpora" / "ukraine2022" / "dev.jsonl"
    seeds = sorted((SHARED / "seeds").glob("*.txt"))
    inputs = {"corpus": [corpus], **{s.name: [prepare(s, SHARED, folder)] for s in SETS if s.is_read}, "seeds": seeds}
    outputs = read_all(inputs, folder)
    floors = load_floors()
    scores = {s.name: score(s, SHARED, outputs[s.name].path if s.is_read else None, folder) for s in SETS}
    rows = [
        Row(m.set, m.metric, figure_of(scores[m.set], m), m.published, m.aim, floors.get(m.set, {}).get(m.metric))
        for m in MEASURES
    ]
    whole = [check_corpus(corpus, outputs["corpus"]), check_seeds(SHARED / "gold" / RECORD, outputs["seeds"])]
    rows += [row for check in whole for row in check.rows]
    return rows, [line for check in whole for line in check.lines]


def as_table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    lines = [
        "| set | measure | ours | precision | recall | published | aim | floor |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        figures = (row.ours.value, row.ours.precision, row.ours.recall, row.aim, row.floor)
        ours, precision, recall, aim, floor = ("–" if f is None else f"{round_down(f):.3f}" for f in figures)
        told = (row.set, row.metric, ours, precision, recall, row.published or "–", aim, floor)
        lines.append(f"| {' | '.join(told)} |")
    return "\n".join(lines)


def write_figures(text: str) -> None:
    """Put `text` between the markers in README.md."""
    page = README.read_text(encoding="utf-8")
    marked = re.compile(r"(<!-- gate -->\n).*?(<!-- /gate -->)", re.S)
    README.write_text(marked.sub(lambda m: f"{m[1]}{text}\n{m[2]}", page), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
