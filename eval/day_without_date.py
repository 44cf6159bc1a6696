"""How many documents are dated, and how many of those wrongly, when their dates are taken away.

    python eval/day_without_date.py CORPUS.jsonl [--text-only] [--misses]

CORPUS has rows with `id`, `text`, `date`, `outlet` and `url`. All are one run, so day zero may come from any of them.
With `--text-only` the address, which often carries the day, is taken away too.

Two readings of "wrong" are printed. The strict one: any other day than the row's. The fair one: the rows' days are
days in UTC, and an address or a dateline carries the outlet's own day, which an American outlet's evening has behind
UTC; so a day told by one of these two is right when it is the row's day or the one before it. That the rows are in UTC
was seen on 83 addresses whose feed gives the moment: of the six with a day before the row's, five were published
between 0:42 and 9:56 UTC of the row's day. In 3,990 addresses of three months the day is never after the row's.
"""

import argparse
import json
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from rows import rows_of
from sayso.documents import DocumentDay, find_day, make_document, propose_day_zero
from sayso.documents.day_clues import find_clues
from sayso.languages import Language, load_language
from sayso.model import Document, Situation
from sayso.sources import Received

RETRIEVED = "2026-11-22T00:00:00+00:00"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--text-only", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--json", action="store_true", help="print the shares as one object")
    given = parser.parse_args()
    rows = list(rows_of(given.corpus))
    english = load_language("en")
    made = [make_document(_received(r, given), retrieved=RETRIEVED) for r in rows]
    documents = [d for d in made if isinstance(d, Document)]
    assert len(documents) == len(rows), "a row has no text"
    zero = propose_day_zero(documents, Situation(), english)
    situation = Situation(day_zero=zero.value if zero else None)
    days = [find_day(d, situation, english) for d in documents]
    dated = [(r, d, x) for r, d, x in zip(rows, documents, days, strict=True) if x.value]
    wrong = [(r, d, x) for r, d, x in dated if _late(r, x)]
    unfair = [(r, d, x) for r, d, x in wrong if not is_fairly_right(r, d, x, english)]
    if given.json:
        right = {"dated right": wrong, "dated right, by a fair reading": unfair}
        shares = {name: 1 - len(some) / max(1, len(dated)) for name, some in right.items()}
        print(json.dumps({"dated": len(dated) / len(rows), **shares}))
        return
    far = [x for r, _, x in wrong if abs(_late(r, x)) > 1]
    print(f"day zero proposed: {situation.day_zero}")
    print(f"dated {len(dated)} of {len(rows)} ({len(dated) / len(rows):.1%})")
    for name, found in (("strictly", wrong), ("by a fair reading", unfair), ("by more than a day", far)):
        print(f"wrong {name} {len(found)} of those ({len(found) / max(1, len(dated)):.1%})")
    if given.misses:
        for row, _, day in wrong:
            words = [" ".join(s.words(row["text"]).split()) for s in day.evidence]
            print(msgspec.json.encode([row.get("id"), row.get("outlet"), row["date"], day.value, words]).decode())


def _received(row: dict[str, Any], given: argparse.Namespace) -> Received:
    return Received(
        name=str(row.get("id")),
        source=str(given.corpus),
        content=row["text"],
        url="" if given.text_only else row.get("url") or "",
        outlet=row.get("outlet") or "",
    )


def is_fairly_right(row: dict[str, Any], document: Document, day: DocumentDay, language: Language) -> bool:
    """Whether the day is the row's, or the day before it and the outlet's own."""
    late = _late(row, day)
    return late == 0 or (late == 1 and _is_own_day(document, day, language))


def _late(row: dict[str, Any], day: DocumentDay) -> int:
    """How many days the row's day is behind the one found."""
    return (date.fromisoformat(row["date"][:10]) - date.fromisoformat(day.value or "")).days


def _is_own_day(document: Document, day: DocumentDay, language: Language) -> bool:
    """Whether the day stands in the address or in a dateline, so that it is the outlet's own."""
    lines = {c.span for c in find_clues(document.text, language) if c.kind == "dateline"}
    return day.basis == "page" or bool(lines & set(day.evidence))


if __name__ == "__main__":
    main()
