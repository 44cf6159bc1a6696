"""How many documents are dated, and how many of those wrongly, when their dates are taken away.

    python eval/day_without_date.py CORPUS.jsonl [--text-only] [--misses]

CORPUS has rows with `id`, `text`, `date`, `outlet` and `url`. All are one run, so day zero may come from any of them.
With `--text-only` the address, which often carries the day, is taken away too.
"""

import argparse
import json
from datetime import date
from pathlib import Path

import msgspec

from sayso.documents import find_day, make_document, propose_day_zero
from sayso.languages import load_language
from sayso.model import Document, Situation
from sayso.sources import Received

RETRIEVED = "2026-11-22T00:00:00+00:00"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--text-only", action="store_true")
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    rows = [json.loads(line) for line in given.corpus.read_text(encoding="utf-8").splitlines()]
    english = load_language("en")
    made = [
        make_document(
            Received(
                name=str(r.get("id")),
                source=str(given.corpus),
                content=r["text"],
                url="" if given.text_only else r.get("url") or "",
                outlet=r.get("outlet") or "",
            ),
            retrieved=RETRIEVED,
        )
        for r in rows
    ]
    documents = [d for d in made if isinstance(d, Document)]
    assert len(documents) == len(rows), "a row has no text"
    zero = propose_day_zero(documents, Situation(), english)
    situation = Situation(day_zero=zero.value if zero else None)
    days = [find_day(d, situation, english) for d in documents]
    dated = [(r, x) for r, x in zip(rows, days, strict=True) if x.value]
    wrong = [(r, x) for r, x in dated if x.value != r["date"][:10]]
    print(f"day zero proposed: {situation.day_zero}")
    print(f"dated {len(dated)} of {len(rows)} ({len(dated) / len(rows):.1%})")
    print(f"wrong {len(wrong)} of those ({len(wrong) / max(1, len(dated)):.1%})")
    far = [x for r, x in wrong if abs((date.fromisoformat(x.value) - date.fromisoformat(r["date"][:10])).days) > 1]
    print(f"wrong by more than a day {len(far)} ({len(far) / max(1, len(dated)):.1%})")
    if given.misses:
        for row, day in wrong:
            words = [" ".join(s.words(row["text"]).split()) for s in day.evidence]
            print(msgspec.json.encode([row.get("id"), row.get("outlet"), row["date"], day.value, words]).decode())


if __name__ == "__main__":
    main()
