"""Measure what sayso reads in documents that no reader was built with.

    python eval/held.py                    print a table of each part
    python eval/held.py --part sealed      print that of one part
    python eval/held.py --rows FILE        only write the documents, one row each

Enters: the annotations in `held/` and the folder of corpora that lies beside the repository (or at `SAYSO_SHARED`),
which holds the texts. Leaves: the table that the scorer of that folder prints for each part. A text that is no longer
the one annotated is refused by its hash. Where the folder is missing it says so and passes.
"""

import argparse
import gzip
import hashlib
import html
import json
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from runs import PYTHON, SAYSO, GateError, run
from shared import SHARED

HELD = Path(__file__).resolve().parent / "held"
ARTICLE = re.compile(r"<source>([^<]*)</source>\s*<text>([^<]*)</text>")


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure readings on documents that no reader was built with.")
    parser.add_argument("--rows", type=Path, help="write the documents to this file (- prints them) and read nothing")
    parser.add_argument("--part", choices=[p.name for p in parts()], help="this part alone")
    options = parser.parse_args()
    wanted = [p for p in parts() if options.part in (None, p.name)]
    if not (SHARED / "eval" / "score_record.py").is_file():
        tell(f"skipped, there are no corpora at {SHARED}; set SAYSO_SHARED to where they are")
        return 0
    try:
        if options.rows:
            write_rows([row for part in wanted for row in documents_of(part)], options.rows)
        else:
            for part in wanted:
                print(f"{part.name}\n{measure(part)}")
    except GateError as error:
        tell(str(error))
        return 1
    return 0


def tell(message: str) -> None:
    """Say something to the person, apart from the rows."""
    print(f"held: {message}", file=sys.stderr)


def parts() -> list[Path]:
    """The folders of annotations: what they have in common and how they differ is told in `held/README.md`."""
    return sorted(p for p in HELD.iterdir() if p.is_dir())


def measure(gold: Path) -> str:
    """The table of one part: its documents read with the command line that users have, then scored."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows, readings = folder / "rows.jsonl", folder / "readings.jsonl"
        write_rows(documents_of(gold), rows)
        readings.write_bytes(run([*SAYSO, "read", str(rows), "--format", "jsonl", "--jobs", "1"], folder))
        scorer = SHARED / "eval" / "score_record.py"
        return run([*PYTHON, str(scorer), str(gold), str(readings)], folder).decode("utf-8")


def write_rows(rows: list[dict[str, Any]], path: Path) -> None:
    """One document a line, as `sayso read` takes them."""
    lines = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)
    if str(path) == "-":
        sys.stdout.write(lines)
    else:
        path.write_text(lines, "utf-8", newline="\n")


def documents_of(gold: Path) -> list[dict[str, Any]]:
    """The documents that a part annotates, with the texts that the annotation was made on."""
    records = [json.loads(p.read_text("utf-8")) for p in sorted(gold.glob("*.json")) if p.name != "aliases.json"]
    return [document_of(record) for record in records]


def document_of(record: dict[str, Any]) -> dict[str, Any]:
    """One document. `given` is the day that its feed told, which for some is none."""
    title, text = TEXTS[record["source"]["set"]](record["source"]["key"])
    if hashlib.sha256(text.encode("utf-8")).hexdigest() != record["sha256"]:
        raise GateError(f"the text of {record['document']} is not the one that was annotated")
    given = {"outlet": record["outlet"], "date": record["given"]}
    return {"id": record["document"], **given, "title": title, "text": text}


def from_stream(key: int) -> tuple[str, str]:
    """Title and text of a row, by its number, of the stream of articles on one war."""
    with gzip.open(SHARED / "corpora" / "ukraine2022" / "stream.jsonl.gz", "rt", encoding="utf-8") as lines:
        row = json.loads(next(islice(lines, key, None)))
    return row["title"], row["text"]


def from_clusters(key: str) -> tuple[str, str]:
    """Title and text of a file, by its name, of the articles grouped by what they tell."""
    found = json.loads((SHARED / "gold" / "clusters" / "news_cluster" / key).read_text("utf-8"))
    return found["title"], found["text"]


def from_epidemics(key: int) -> tuple[str, str]:
    """Title and text of an article, by its number, of the news of epidemics; the title is the end of its address."""
    address, text = next(islice(articles(), key, None))
    return address.rpartition("/")[2].replace("_", " "), html.unescape(text)


def articles() -> Iterator[tuple[str, str]]:
    """Address and marked-up text of the news of epidemics, in order."""
    found = ARTICLE.finditer((SHARED / "gold" / "places" / "GeoVirus.xml").read_text("utf-8"))
    yield from ((match[1], match[2]) for match in found)


TEXTS: dict[str, Callable[[Any], tuple[str, str]]] = {
    "ukraine2022": from_stream,
    "news_cluster": from_clusters,
    "GeoVirus": from_epidemics,
}

if __name__ == "__main__":
    sys.exit(main())
