"""Score the stories that `sayso stories` groups articles into, with the shared scorer.

    python eval/stories.py SHARED [--json]

SHARED is the folder of gold sets and scorers. BCubed (Bagga and Baldwin 1998) and pairwise precision, recall and F1.
"""

import argparse
import json
import tempfile
from pathlib import Path

from runs import PYTHON, SAYSO, run


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--json", action="store_true", help="print the figures as one object")
    given = parser.parse_args()
    scorer = [*PYTHON, str(given.shared.resolve() / "eval" / "gold.py")]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles, found = folder / "articles.jsonl", folder / "stories.jsonl"
        articles.write_bytes(run([*scorer, "prepare", "stories"], folder))
        found.write_bytes(run([*SAYSO, "stories", str(articles), "--format", "jsonl"], folder))
        said = json.loads(run([*scorer, "score", "stories", str(found), "--json"], folder))
    if given.json:
        print(json.dumps({task: said[task] for task in ("BCubed", "pairwise")}))
    else:
        print(json.dumps(said, indent=1))


if __name__ == "__main__":
    main()
