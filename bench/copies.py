"""Measure the copy search beside datasketch: documents a CPU second, and how many of the ledger's pairs it finds.

    python bench/copies.py STREAM.jsonl.gz [DOCUMENTS]     # 2000 where no number is named

Enters: rows with `text`. Leaves: for each search the documents a CPU second, from texts to verified pairs, in the
fastest of `ROUNDS`, in which they take turns over the same texts: what else runs on a machine can only slow them. What
each loads once, modules and tables, is not in it. Both keep their index in memory. Beside them stands what the ledger
takes to keep the same in its tables. `pip install datasketch` before: nothing else of this project needs it.

datasketch is used as its documentation shows for many texts: runs of four words, 128 permutations drawn once, a batch
a document, the hash that it comes with, a threshold of .5, and no check of what meets: its Jaccard similarity says
nothing of a part.
"""

import gzip
import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from sayso.ledger.copies.comparing import compare
from sayso.ledger.copies.meeting import CROWD, FEWEST_MET, link_copies
from sayso.ledger.copies.wordprints import Hashes, Places, Print, prints_of
from sayso.ledger.opening import connect, insert

BATCH = 200
ROUNDS = 5
_MANY = 1 << 32
_WORD = re.compile(r"\w+")


class Level(NamedTuple):
    """Keys in their order, and the number of the text that each is of."""

    keys: Hashes
    numbers: Places


def search_ours(texts: list[str]) -> set[tuple[int, int]]:
    """Pairs by the rules of the ledger, its index in memory and in levels like that of the ledger."""
    prints: list[Print] = []
    levels: list[Level] = []
    found = set()
    for start in range(0, len(texts), BATCH):
        prints += prints_of(texts[start : start + BATCH])
        counts = np.array([len(p.keys) for p in prints])
        numbers = np.repeat(np.arange(start, len(prints)), counts[start:])
        level = _in_order(np.concatenate([p.keys for p in prints[start:]]), numbers)
        for one, other in _met([*levels, level], counts):
            if compare(prints[one], prints[other]):
                found.add((other, one))
        while levels and len(levels[-1].keys) <= 2 * len(level.keys):
            level = _in_order(*map(np.concatenate, zip(levels.pop(), level, strict=True)))
        levels.append(level)
    return found


def _in_order(keys: Hashes, numbers: Places) -> Level:
    order = np.argsort(keys, kind="stable")
    return Level(keys.take(order), numbers.take(order))


def _met(levels: list[Level], counts: Places) -> list[tuple[int, int]]:
    """The pairs of a text of the last level and an earlier one that share enough keys."""
    new = levels[-1]
    codes = np.concatenate([_shared(new, level) for level in levels])
    pairs, times = np.unique(codes, return_counts=True)
    one, other = np.divmod(pairs, _MANY)
    enough = (other < one) & (FEWEST_MET * times >= np.minimum(counts.take(one), counts.take(other)))
    return list(zip(one[enough].tolist(), other[enough].tolist(), strict=True))


def _shared(new: Level, old: Level) -> Places:
    """For each key of new texts, each text of a level that has it, and of a crowd the first."""
    first = old.keys.searchsorted(new.keys)
    has = np.flatnonzero(old.keys.take(first, mode="clip") == new.keys)
    first = first.take(has)
    times = np.minimum(old.keys.searchsorted(new.keys.take(has), "right") - first, CROWD)
    places = np.arange(times.sum()) + np.repeat(first - np.cumsum(times) + times, times)
    return np.repeat(new.numbers.take(has) * _MANY, times) + old.numbers.take(places)


def search_datasketch(texts: list[str]) -> set[tuple[int, int]]:
    """Pairs by MinHashLSH."""
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-not-found]

    index, found = MinHashLSH(threshold=0.5, num_perm=128), set()
    for number, sketch in enumerate(MinHash.generator(map(_runs_of_four, texts), num_perm=128)):
        found |= {(int(other), number) for other in index.query(sketch)}
        index.insert(number, sketch)
    return found


def _runs_of_four(text: str) -> list[bytes]:
    words = _WORD.findall(text.casefold())
    return [run.encode() for run in {" ".join(words[n : n + 4]) for n in range(max(1, len(words) - 3))}]


def search_ledger(texts: list[str]) -> set[tuple[int, int]]:
    """Pairs in the tables of a ledger in memory, a batch a transaction."""
    connection = connect(Path(":memory:"), 1)
    for start in range(0, len(texts), BATCH):
        some = prints_of(texts[start : start + BATCH])
        rows = range(start + 1, start + 1 + len(some))
        connection.exec_driver_sql("BEGIN")
        insert(connection, "wording", [(row, str(row)) for row in rows])
        insert(connection, "document", [(row, str(row), row, "", texts[row - 1]) for row in rows])
        link_copies(connection, dict(zip(rows, some, strict=True)))
        connection.exec_driver_sql("COMMIT")
    pairs = connection.exec_driver_sql("SELECT first, second FROM copy_pair").all()
    return {(first - 1, second - 1) for first, second in pairs}


def rows_of(path: Path) -> Iterator[str]:
    """The texts of a file of rows."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)


SEARCHES = {"sayso": search_ours, "datasketch": search_datasketch, "ledger": search_ledger}


def main() -> None:
    path, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    texts = list(rows_of(path))[:count]
    found = {name: search(texts[:1]) for name, search in SEARCHES.items()}
    seconds: dict[str, list[float]] = {name: [] for name in SEARCHES}
    for name in [*SEARCHES] * ROUNDS:
        begin = time.process_time()
        found[name] = SEARCHES[name](texts)
        seconds[name].append(time.process_time() - begin)
    rates = {name: len(texts) / min(some) for name, some in seconds.items()}
    for name, pairs in found.items():
        ours = len(pairs & found["sayso"])
        print(f"{name:12} {rates[name]:8.0f} documents/s   {len(pairs):6} pairs, {ours} of sayso's")
    print(f"sayso / datasketch: {rates['sayso'] / rates['datasketch']:.1f} ×")


if __name__ == "__main__":
    main()
