"""Count in how many documents of news at large each word stands: the background of `sayso.ledger.stories.sketches`.

    python training/background.py FOLDER OUTPUT.npz

FOLDER holds plain texts (`*.txt`, at any depth). What is written is numbers: how many documents there are, and at each
of 2^16 hashed places how many of them have a word there. It takes seconds.
"""

import sys
from pathlib import Path

import numpy as np

from sayso.ledger.stories.sketches import terms_of

PLACES = 1 << 16


def count(texts: list[str]) -> dict[str, np.ndarray]:
    """The arrays of a background."""
    counts = np.zeros(PLACES, np.uint16)
    for text in texts:
        counts[np.unique(np.array(terms_of(text), np.uint32) & np.uint32(PLACES - 1))] += 1
    return {"documents": np.int64(len(texts)), "counts": counts}


def main(folder: str, output: str) -> None:
    texts = [path.read_text("utf-8", "replace") for path in sorted(Path(folder).rglob("*.txt"))]
    np.savez_compressed(output, **count(texts))
    print(f"{len(texts)} documents, {Path(output).stat().st_size} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
