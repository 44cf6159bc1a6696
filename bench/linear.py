"""Measure whether work grows with the text alone: CPU time on hostile texts, and on the same twice as long.

    python bench/linear.py

Leaves: a table of every stage that meets strangers' text, with the seconds for a text and the ratio for one twice as
long; 2 is linear. Texts are made of repeats that patterns stumble over.
"""

import time
from collections.abc import Callable

from sayso.documents.day_clues import find_clues
from sayso.documents.furniture import mark_furniture
from sayso.documents.sentences import split_sentences
from sayso.languages import load_language
from sayso.model import Document, Situation, identify
from sayso.readings.pipeline import load_pipeline
from sayso.readings.reader import Reader

UNITS = ("Monday (7) ", "“Yes. ", "(see ", "$1 bn or 12,", "He said that ", "war began May 20. ", "A. ", "Photo by ")
LENGTH = 60_000
AGAIN = 3


def main() -> None:
    language = load_language("en")
    pipeline, degraded = load_pipeline()
    reader = Reader(Situation(), language, pipeline, degraded=degraded)

    def read(text: str) -> object:
        return list(reader.read([Document(identify(text), "bench", text, language="en")]))

    stages: dict[str, Callable[[str], object]] = {
        "sentences": lambda text: split_sentences(text, language),
        "furniture": lambda text: mark_furniture(text, language),
        "day": lambda text: find_clues(text, language),
        "reading": read,
    }
    print("| stage | text | s | ratio at twice the length |\n|---|---|---|---|")
    for name, stage in stages.items():
        length = LENGTH if name != "reading" else LENGTH // 4
        for unit in UNITS:
            once, twice = (cost(stage, unit * (n * length // len(unit))) for n in (1, 2))
            print(f"| {name} | `{unit}` | {once:.3f} | {twice / once:.2f} |")


def cost(stage: Callable[[str], object], text: str) -> float:
    """The least CPU seconds of `AGAIN` runs."""
    seconds = []
    for _ in range(AGAIN):
        begin = time.process_time()
        stage(text)
        seconds.append(time.process_time() - begin)
    return max(min(seconds), 1e-6)


if __name__ == "__main__":
    main()
