"""How fast are documents read, beside plain spaCy on the same texts?

    python bench/readings.py CORPUS.jsonl [--limit N]

Enters: a file of rows with `text`. Leaves: a Markdown table, one row a way of reading: documents a CPU second and a
wall second, and the peak of memory. Each way runs in a process of its own, one after the other; loading is timed
for the processes of a pool alone.
*sayso* takes the rows in, finds furniture, day and sentences, parses and runs every reader; *plain spaCy* runs the
same pipeline as its makers set it up (with entities and lemmas, which sayso does without) and nothing else.
"""

import argparse
import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

Work = Callable[[], int]
LANGUAGE = "en"
RETRIEVED = "2026-01-01T00:00:00+00:00"


def sayso(corpus: str, limit: int | None, jobs: int = 1) -> Work:
    """Reading as `sayso read` does it, in `jobs` processes."""
    from sayso.documents import make_document
    from sayso.model import Document, Situation
    from sayso.readings.pool import read_documents
    from sayso.sources import receive
    from sayso.sources.received import Received

    def work(inputs: list[str]) -> int:
        made = (
            make_document(r, retrieved=RETRIEVED)
            for r in itertools.islice(receive(inputs), limit)
            if isinstance(r, Received)
        )
        documents = [d for d in made if isinstance(d, Document)]
        return sum(1 for _ in read_documents(documents, Situation(), LANGUAGE, jobs=jobs))

    warm_up = Path(__file__).parents[1] / "src" / "sayso" / "demo" / "reports" / "wire.jsonl"
    work([str(warm_up)])
    return lambda: work([corpus])


def every_core(corpus: str, limit: int | None) -> Work:
    """Reading as `sayso read` does it where nothing is said of processes."""
    return sayso(corpus, limit, os.cpu_count() or 1)


def plain_spacy(corpus: str, limit: int | None) -> Work:
    """The pipeline as spaCy loads it, over the same texts."""
    import spacy

    from sayso.readings.pipeline import OFFICIAL, STAND_IN, _find

    folder = _find(OFFICIAL) or _find(STAND_IN)
    if folder is None:
        sys.exit("bench: no English pipeline is installed; run: python3 start.py check")
    pipeline = spacy.load(folder)
    with Path(corpus).open(encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in itertools.islice(file, limit)]
    return lambda: sum(1 for _ in pipeline.pipe(texts))


WAYS = {"sayso": sayso, "plain spaCy": plain_spacy, "sayso, a process a core": every_core}


def measure(work: Work) -> dict[str, float]:
    """Documents, CPU and wall seconds of this process and its children, and the peak of memory in MB."""
    cpu, wall = cpu_seconds(), time.perf_counter()
    documents = work()
    return {
        "documents": documents,
        "cpu": cpu_seconds() - cpu,
        "wall": time.perf_counter() - wall,
        "memory": peak_memory(),
    }


def cpu_seconds() -> float:
    """User and system time of this process and of the children that it has waited for."""
    return sum(os.times()[:4])


def peak_memory() -> float:
    """The peak of the resident set in MB, the largest child's added; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return sum(resource.getrusage(w).ru_maxrss for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / unit


def main() -> None:
    parser = argparse.ArgumentParser(description="Documents read a second, beside plain spaCy.")
    parser.add_argument("corpus", help="a file of rows with a text each")
    parser.add_argument("--limit", type=int, help="only the first so many")
    parser.add_argument("--only", choices=WAYS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        print(json.dumps(measure(WAYS[options.only](options.corpus, options.limit))))
        return
    found = {way: run(way, options.corpus, options.limit) for way in WAYS}
    print("| | documents | a CPU second | a wall second | peak MB |\n|---|---|---|---|---|")
    for way, f in found.items():
        amounts = f"{f['documents'] / f['cpu']:.1f} | {f['documents'] / f['wall']:.1f} | {f['memory']:.0f}"
        print(f"| {way} | {f['documents']:.0f} | {amounts} |")
    ours, plain = (found[w]["documents"] / found[w]["cpu"] for w in ("sayso", "plain spaCy"))
    print(f"\nsayso reads {ours / plain:.2f} times as many documents a CPU second as plain spaCy.")


def run(way: str, corpus: str, limit: int | None) -> dict[str, float]:
    """Measure one way in a process of its own."""
    command = [sys.executable, __file__, corpus, "--only", way, *(["--limit", str(limit)] if limit else [])]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    main()
