"""Read thousands of hostile texts: none may raise, hang or leave a span outside of its text.

    python eval/robustness.py [--texts 10000] [--seed 1] [--length 1500] [--jobs N] [FOLDER_OR_FILE …]

Enters: files and folders to damage texts of; without any, the corpora that lie beside the repository (or at
`SAYSO_SHARED`), and where those are missing the reports of the demo. Leaves: a summary, and for each kind of failure
the smallest text that still fails so; exit status 1 where there is one. The same seed makes the same texts.
"""

import argparse
import gzip
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from checks import Case, Trial, kind_of
from hostile import fragments_of, make_text
from sayso.documents import make_document
from sayso.languages import load_language
from sayso.model import Document
from sayso.sources import Received, receive
from shared import SHARED

CORPORA = SHARED / "corpora"
DEMO = Path(__file__).resolve().parents[1] / "src" / "sayso" / "demo" / "reports"
CHUNK = 50
DATES = ("", "2022-03-05", "2022-03-05T10:00:00Z", "yesterday", "9999-12-31", "0001-01-01", "31/02/2022", "5 March")
MOST_PIECES = 60_000

_bases: list[str] = []
_shrunk: set[str] = set()


def main() -> int:
    parser = argparse.ArgumentParser(description="Read thousands of hostile texts.")
    parser.add_argument("inputs", nargs="*", type=Path)
    parser.add_argument("--texts", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--length", type=int, default=1500)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    inputs = options.inputs or [CORPORA if CORPORA.is_dir() else DEMO]
    begin, failures = time.monotonic(), []
    counts: Counter[str] = Counter()
    seeds = [(options.seed, n, options.length) for n in range(options.texts)]
    with ProcessPoolExecutor(options.jobs, initializer=load_bases, initargs=(inputs,)) as pool:
        for found, counted in pool.map(read_chunk, [seeds[i : i + CHUNK] for i in range(0, len(seeds), CHUNK)]):
            counts.update(counted)
            for seed, failure, text in found:
                print(f"FAILED {seed}: {failure}\n  smallest text ({len(text)} characters): {text[:600]!r}", flush=True)
            failures += found
    print(", ".join(f"{count:,} {what}" for what, count in counts.items()))
    print(f"robustness: {len(failures)} of {options.texts:,} texts failed; {time.monotonic() - begin:.0f} s")
    return 1 if failures else 0


def load_bases(inputs: Sequence[Path]) -> None:
    """What this process damages: every text that the inputs hold, and every file as the characters it is made of."""
    _bases.extend(b for b in texts_of(inputs) if b.strip())


def texts_of(inputs: Sequence[Path]) -> Iterator[str]:
    """The articles of rows and pages as received, and pages, feeds and archives as they are."""
    for path in sorted(f for i in inputs for f in (i.rglob("*") if i.is_dir() else [i]) if f.is_file()):
        taken = [item for item in receive([str(path)]) if isinstance(item, Received)]
        made = (make_document(item, retrieved="2026-01-01T00:00:00+00:00") for item in taken[:2000])
        yield from (d.text for d in made if isinstance(d, Document))
        if not taken or taken[0].form == "html":
            with (gzip.open if path.suffix == ".gz" else open)(path, "rb") as file:
                yield file.read(MOST_PIECES).decode("utf-8", "replace")


def read_chunk(seeds: Sequence[tuple[int, int, int]]) -> tuple[list[tuple[str, str, str]], Counter[str]]:
    """What failed among the texts of these seeds, each with the smallest text that fails so; and what was read."""
    trial = Trial()
    failures = []
    for seed, number, length in seeds:
        case = make_case(seed, number, length)
        failure = trial.failure(case)
        if failure is not None:
            small = case if kind_of(failure) in _shrunk else trial.shrink(case, failure)
            _shrunk.add(kind_of(failure))
            failures.append((f"{seed}/{number}", failure, small.text))
    return failures, trial.counts


def make_case(seed: int, number: int, length: int) -> Case:
    """The case with this seed and number; one in fifty has a text eight times as long."""
    rng = random.Random(f"{seed}/{number}")
    text = make_text(rng, _bases, fragments_of(load_language("en")), length * (8 if number % 50 == 7 else 1))
    return Case(
        text,
        form="html" if rng.random() < 0.1 else "text",
        date=rng.choice(DATES),
        title=text[: rng.choice((0, 0, 80))],
        language="" if rng.random() < 0.1 else "en",
    )


if __name__ == "__main__":
    sys.exit(main())
