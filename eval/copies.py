"""Score what the ledger says of copies: on pairs judged by hand, and on reports that were edited on purpose.

    python eval/copies.py [--misses]

Enters: the stream of reports in the folder of gold sets, and `copies/labels.csv`. Leaves: F1 on the judged pairs, for
the half that weights were set on and for the other; on edits of seeded random reports, how many of them the ledger
links with the report they were made of, and how many pairs of two reports it does not. With `--json`, the figures
alone, as the gate reads them. With `--misses`, the pairs that went wrong, by their names.
"""

import argparse
import csv
import gzip
import hashlib
import json
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sayso.ledger.copies.comparing import compare
from sayso.ledger.copies.meeting import FEWEST_MET
from sayso.ledger.copies.wordprints import prints_of
from shared import SHARED

LABELS = Path(__file__).resolve().parent / "copies" / "labels.csv"
EDITED = 60
"""Reports of the stream that are edited, each in every way."""
SEED = 20260315
Counts = dict[str, int]


def load_texts() -> dict[str, str]:
    """The texts of the stream by the digits of their URL."""
    with gzip.open(SHARED / "corpora" / "ukraine2022" / "stream.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = map(json.loads, lines)
        return {hashlib.sha256(row["url"].encode()).hexdigest()[:16]: row["text"] for row in rows}


def is_found(one: str, other: str) -> bool:
    """Whether the ledger would link two texts: they meet, and are told for copies."""
    a, b = prints_of([one, other])
    met = len(set(a.keys.tolist()) & set(b.keys.tolist()))
    return FEWEST_MET * met >= max(1, min(len(a.keys), len(b.keys))) and compare(a, b) is not None


def half_of(first: str, second: str) -> str:
    """Which half a pair is in."""
    return "seen" if int(hashlib.sha256(f"{first} {second}".encode()).hexdigest(), 16) % 2 == 0 else "held out"


def score_pairs(texts: dict[str, str]) -> tuple[dict[str, Counts], list[str]]:
    """True and false finds and misses of each half and each way of drawing, and the pairs that went wrong."""
    counts: dict[str, Counts] = {}
    wrong = []
    with LABELS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            copy, found = row["verdict"] != "apart", is_found(texts[row["first"]], texts[row["second"]])
            outcome = ("right" if found else "missed") if copy else ("wrong" if found else "apart")
            for name in ("all", half_of(row["first"], row["second"]), row["drawn"]):
                counts.setdefault(name, dict.fromkeys(("right", "wrong", "missed", "apart"), 0))[outcome] += 1
            if copy != found:
                wrong.append(f"{row['first']} {row['second']} {row['drawn']} {row['verdict']} {outcome}")
    return counts, wrong


def figures_of(counts: Counts) -> dict[str, float]:
    """F1 with precision and recall."""
    right = counts["right"]
    return {
        "f1": 2 * right / (2 * right + counts["wrong"] + counts["missed"]),
        "precision": right / (right + counts["wrong"]),
        "recall": right / (right + counts["missed"]),
    }


def cut(words: list[str], rng: random.Random, _: str) -> list[str]:
    """A run of 30 to 70 % of the words."""
    length = int(len(words) * rng.uniform(0.3, 0.7))
    start = rng.choice((0, rng.randrange(len(words) - length)))
    return words[start : start + length]


def lead_again(words: list[str], rng: random.Random, other: str) -> list[str]:
    """The first tenth to fifth of the words put in place by another report's beginning."""
    count = int(len(words) * rng.uniform(0.1, 0.2))
    return [*other.split()[:count], *words[count:]]


def reorder(words: list[str], rng: random.Random, _: str) -> list[str]:
    """Paragraphs of 30 to 80 words, merged in another order."""
    pieces = []
    while words:
        length = rng.randint(30, 80)
        pieces.append(words[:length])
        words = words[length:]
    rng.shuffle(pieces)
    return [word for piece in pieces for word in piece]


def change_words(words: list[str], rng: random.Random, other: str) -> list[str]:
    """A fifth of the words, here and there, put in place by words of another report."""
    words, others = list(words), other.split()
    for place in rng.sample(range(len(words)), len(words) // 5):
        words[place] = rng.choice(others)
    return words


def add_boilerplate(words: list[str], rng: random.Random, other: str) -> list[str]:
    """A passage of another report after it, of 10 to 40 % of its length."""
    others = other.split()
    length = min(len(others), int(len(words) * rng.uniform(0.1, 0.4)))
    return [*words, *others[-length:]]


EDITS: dict[str, Callable[[list[str], random.Random, str], list[str]]] = {
    "cut to 30–70 %": cut,
    "another lead": lead_again,
    "reordered": reorder,
    "a fifth of the words changed": change_words,
    "boilerplate added": add_boilerplate,
}


def score_edits(texts: dict[str, str]) -> dict[str, Counts]:
    """What is found of every edit, beside as many pairs of two reports drawn by lot."""
    rng = random.Random(SEED)
    some = rng.sample(sorted(t for t in texts.values() if 100 <= len(t.split()) <= 2000), 2 * EDITED)
    counts = {}
    for name, edit in EDITS.items():
        found = dict.fromkeys(("right", "wrong", "missed", "apart"), 0)
        for text, other in zip(some[:EDITED], some[EDITED:], strict=True):
            edited = " ".join(edit(text.split(), rng, other))
            found["right" if is_found(text, edited) else "missed"] += 1
            found["wrong" if is_found(text, other) else "apart"] += 1
        counts[name] = found
    return counts


def together(counts: dict[str, Counts]) -> Counts:
    """The sum of several counts."""
    return {outcome: sum(c[outcome] for c in counts.values()) for outcome in ("right", "wrong", "missed", "apart")}


def lines_of(counts: dict[str, Counts]) -> Iterator[str]:
    """A Markdown table."""
    yield "| pairs | F1 | precision | recall | right | wrong | missed | apart |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, of in counts.items():
        f = figures_of(of)
        shares = " | ".join(f"{f[key]:.3f}" for key in ("f1", "precision", "recall"))
        yield f"| {name} | {shares} | {' | '.join(str(n) for n in of.values())} |"


def main() -> int:
    parser = argparse.ArgumentParser(description="Score what the ledger says of copies.")
    parser.add_argument("--misses", action="store_true", help="name the judged pairs that went wrong")
    parser.add_argument("--json", action="store_true", help="print the figures alone")
    options = parser.parse_args()
    texts = load_texts()
    judged, wrong = score_pairs(texts)
    edits = score_edits(texts)
    edits["every edit"] = together(edits)
    if options.json:
        figures: dict[str, Any] = {"judged": figures_of(judged["all"]), "held out": figures_of(judged["held out"])}
        print(json.dumps(figures | {"edits": figures_of(edits["every edit"])}))
        return 0
    print(*lines_of(judged), "", *lines_of(edits), sep="\n")
    if options.misses:
        print("", *wrong, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
