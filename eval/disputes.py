"""Score the disputes that a ledger tells, on those that were judged by hand.

    sayso add STREAM.jsonl --ledger LEDGER        about half an hour on two cores
    python eval/disputes.py LEDGER [--misses]

Enters: a ledger of the stream of articles of spring 2022, and `disputes/verdicts.csv`. Leaves: how many disputes the
ledger tells, by kind and by how they stand; how many of the judged ones are among them, and the share of these that is
real. A dispute that has not been judged counts for nothing. Aim: .8 of 60. With `--misses`, the ids of those that are
not real, with the cause.
"""

import argparse
import csv
import sys
import time
from collections import Counter
from pathlib import Path

from sayso.ledger import Ledger

VERDICTS = Path(__file__).resolve().parent / "disputes" / "verdicts.csv"


def load_verdicts(path: Path = VERDICTS) -> dict[str, tuple[str, str]]:
    """Verdict and cause of each judged dispute, by id."""
    with path.open(encoding="utf-8", newline="") as rows:
        return {row["dispute"]: (row["verdict"], row["cause"]) for row in csv.DictReader(rows)}


def score(found: set[str], verdicts: dict[str, tuple[str, str]]) -> tuple[int, int]:
    """How many of the disputes found were judged, and how many of these are real."""
    judged = found & verdicts.keys()
    return len(judged), sum(verdicts[one][0] == "real" for one in judged)


def main() -> int:
    parser = argparse.ArgumentParser(description="Score the disputes that a ledger tells.")
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--misses", action="store_true", help="list the judged disputes that are not real")
    given = parser.parse_args()
    verdicts = load_verdicts()
    with Ledger.open(given.ledger) as ledger:
        ledger.settle_situation()
        start = time.perf_counter()
        disputes = ledger.disputes()
        seconds = time.perf_counter() - start
    kinds, stands = Counter(d.kind for d in disputes), Counter(d.stands for d in disputes)
    judged, real = score({d.id for d in disputes}, verdicts)
    print(f"{len(disputes)} disputes in {seconds:.1f} s: {_told(kinds)}; {_told(stands)}")
    share = f" ({real / judged:.2f})" if judged else ""
    print(f"{judged} of {len(verdicts)} judged are among them, {real} of these real{share}")
    if given.misses:
        for one in sorted({d.id for d in disputes} & verdicts.keys()):
            verdict, cause = verdicts[one]
            if verdict != "real":
                print(f"{one} {verdict}: {cause}")
    return 0


def _told(counts: Counter[str]) -> str:
    return ", ".join(f"{times} {name}" for name, times in counts.most_common())


if __name__ == "__main__":
    sys.exit(main())
