"""What must be whole on any corpus: no document lost, no reader failed, every span inside its text."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from measures import Figure, Row
from rows import readings_of, rows_of
from runs import Output

SPANS = {"span", "number", "trigger", "content", "speaker_span", "named_span", "cue_span", "caveat_span"}
SPAN_LISTS = {"date_evidence", "via_spans", "mentions"}


@dataclass(frozen=True)
class Check:
    """Rows for the table, each of which must be 1, and lines to tell beside it."""

    rows: list[Row]
    lines: list[str]


def check_corpus(corpus: Path, output: Output) -> Check:
    """Hold the readings of the corpus against its texts."""
    texts = {r["id"]: r["text"] for r in rows_of(corpus)}
    readings = readings_of(output.path)
    failed = [p for r in readings.values() for p in r.get("problems", ()) if p["code"] == "reader-failed"]
    spans = [inside(s, texts[name]) for name, r in readings.items() if name in texts for s in spans_of(r)]
    whole = {
        "documents kept": len(texts.keys() & readings.keys()) / len(texts),
        "documents that no reader failed on": 1 - len({p["place"] for p in failed}) / len(texts),
        "spans inside their text": sum(spans) / len(spans) if spans else 1.0,
    }
    speed = len(texts) / output.seconds
    amount = f"{len(texts)} documents, {len(spans):,} spans"
    line = f"Corpus: {amount}, {output.seconds:.0f} s ({speed:.1f} documents a second)."
    return Check([Row("corpus", name, Figure(ours), floor=1.0) for name, ours in whole.items()], [line, *told(failed)])


def check_seeds(gold: Path, output: Output) -> Check:
    """Hold the days of the seeds, read together in one run, against the annotated ones."""
    records = [json.loads(p.read_text(encoding="utf-8")) for p in gold.glob("*.json") if p.name != "aliases.json"]
    days = {Path(r["document"]).name: r.get("date") for r in records}
    found = {Path(r["document"]).name: r.get("date") for r in rows_of(output.path)}
    right = sum(days[name] == day for name, day in found.items())
    lines = [
        f"Seed {name}: dated {day}, and it is of {days[name]}." for name, day in found.items() if days[name] != day
    ]
    return Check([Row("seeds", "dated right, read together", Figure(right / max(2, len(found))), floor=1.0)], lines)


def spans_of(node: Any) -> Iterator[list[int]]:
    """Every span in a reading, however deep."""
    if isinstance(node, list):
        for item in node:
            yield from spans_of(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in SPANS and value is not None:
                yield value
            elif key in SPAN_LISTS:
                yield from value
            else:
                yield from spans_of(value)


def inside(span: list[int], text: str) -> bool:
    """Whether the span holds words of the text."""
    return 0 <= span[0] < span[1] <= len(text) and bool(text[span[0] : span[1]].strip())


def told(problems: list[dict[str, Any]]) -> list[str]:
    """The first few problems in words."""
    return [f"- {p['place']}: {p['message']}" for p in problems[:10]]
