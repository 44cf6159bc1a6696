"""Measure story grouping: documents a CPU second, and BCubed F1, beside TF-IDF with agglomerative clustering.

    python bench/stories.py ARTICLES.jsonl [STREAM.jsonl]

ARTICLES are rows with `id`, `title`, `text`, `date` and, where there is one, `story`, the right one. STREAM is timed
alone. The rival is scikit-learn's (requirements/train.txt), average linkage on cosines, at the threshold that scores
best on the very articles; it knows all documents at once, and no days.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer

from sayso.ledger.stories.grouping import group_stories
from sayso.ledger.stories.sketches import sketch_of

_T = TypeVar("_T")
THRESHOLDS = np.arange(0.70, 0.96, 0.02)


def timed(run: Callable[[], _T]) -> tuple[_T, float]:
    """What it gives, with its CPU seconds."""
    start = time.process_time()
    return run(), time.process_time() - start


def bcubed(found: Mapping[str, Any], right: Mapping[str, Any]) -> float:
    """BCubed F1 (Bagga and Baldwin 1998)."""
    joint = Counter((right[one], found[one]) for one in right)
    sizes, sizes_right = Counter(found[one] for one in right), Counter(right.values())
    precision = sum(n * n / sizes[f] for (_, f), n in joint.items()) / len(right)
    recall = sum(n * n / sizes_right[r] for (r, _), n in joint.items()) / len(right)
    return 2 * precision * recall / (precision + recall)


def ours(rows: list[dict[str, Any]]) -> dict[str, str]:
    return group_stories(
        ((r.get("date") or "")[:10], r["id"], sketch_of(r.get("title") or "", r["text"])) for r in rows
    )


def theirs(rows: list[dict[str, Any]]) -> Callable[[float], dict[str, int]]:
    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(
        f"{r.get('title') or ''} {r['text']}" for r in rows
    )
    apart = np.clip(1 - (vectors @ vectors.T).toarray(), 0, None)

    def at(threshold: float) -> dict[str, int]:
        clustering = AgglomerativeClustering(
            n_clusters=None, metric="precomputed", linkage="average", distance_threshold=threshold
        )
        return dict(zip((r["id"] for r in rows), clustering.fit_predict(apart).tolist(), strict=True))

    return at


def main(articles: Path, *streams: Path) -> None:
    rows = [json.loads(line) for line in articles.read_text("utf-8").split("\n")[:-1]]
    right = {r["id"]: r["story"] for r in rows if r.get("story")}
    found, seconds = timed(lambda: ours(rows))
    at, fitting = timed(lambda: theirs(rows))
    rivals = {float(t): at(t) for t in THRESHOLDS}
    _, clustering = timed(lambda: at(0.86))
    print(f"{len(rows)} articles: {len(rows) / seconds:,.0f} documents a CPU second")
    rival = (fitting + clustering) / len(rows)
    print(f"TF-IDF + agglomerative: {1 / rival:,.0f}, ours {rival * len(rows) / seconds:.1f} ×")
    if right:
        best = max(rivals, key=lambda t: bcubed(rivals[t], right))
        print(f"BCubed F1 {bcubed(found, right):.3f}; theirs {bcubed(rivals[best], right):.3f} at {best:.2f}, its best")
    for stream in streams:
        lines = stream.read_text("utf-8").split("\n")[:-1]
        many = [{"id": str(n), **json.loads(line)} for n, line in enumerate(lines)]
        _, seconds = timed(lambda m=many: ours(m))  # type: ignore[misc]
        print(f"{len(many)} documents of a stream: {len(many) / seconds:,.0f} a CPU second")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
