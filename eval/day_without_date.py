"""How many documents are dated, and how many of those wrongly, when their dates are taken away.

    python eval/day_without_date.py CORPUS.jsonl [--misses]

CORPUS has rows with `id`, `text`, `date` and `outlet`. All are one run, so day zero may come from any of them.
"""

import argparse
import json
from pathlib import Path

import msgspec

from sayso.documents import find_day, propose_day_zero
from sayso.documents.furniture import mark_furniture
from sayso.languages import load_language
from sayso.model import Document, Situation, identify

RETRIEVED = "2026-11-22T00:00:00+00:00"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    rows = [json.loads(line) for line in given.corpus.read_text(encoding="utf-8").splitlines()]
    english = load_language("en")
    documents = [
        Document(
            id=identify(r["text"], title=str(r.get("id"))), name=str(r.get("id")), text=r["text"],
            outlet=r.get("outlet") or "", language="en", retrieved=RETRIEVED, furniture=mark_furniture(r["text"], english),
        )
        for r in rows
    ]  # fmt: skip
    zero = propose_day_zero(documents, Situation(), english)
    situation = Situation(day_zero=zero.value if zero else None)
    days = [find_day(d, situation, english) for d in documents]
    dated = [(r, x) for r, x in zip(rows, days, strict=True) if x.value]
    wrong = [(r, x) for r, x in dated if x.value != r["date"][:10]]
    print(f"day zero proposed: {situation.day_zero}")
    print(f"dated {len(dated)} of {len(rows)} ({len(dated) / len(rows):.1%})")
    print(f"wrong {len(wrong)} of those ({len(wrong) / max(1, len(dated)):.1%})")
    if given.misses:
        for row, day in wrong:
            words = [" ".join(s.words(row["text"]).split()) for s in day.evidence]
            print(msgspec.json.encode([row.get("id"), row.get("outlet"), row["date"], day.value, words]).decode())


if __name__ == "__main__":
    main()
