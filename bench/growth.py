"""Measure what a document costs a ledger that holds many already, and what its views cost.

    python bench/growth.py LEDGER [--sizes 10000,100000] [--to FILE]

LEDGER holds real documents with their readings, some thousands of them. It is multiplied: each time over, days are
shifted by as long as the stream lasts, every word but the 200 most common becomes another of its length and of about
its frequency, names included, in texts and readings alike, and digits change. So each multiple is another stream of
the same make: its documents are copies of one another where those of the first were, and of no other multiple's; its
names are spelt anew, and its words are as common.

At each size: the CPU time of adding a thousand documents more, beside that of the second thousand of a new ledger,
measured in the same run; the time that 95 of a hundred calls of a view stay under, beside the bare SQL that fetches the
same rows by their ids; bytes a document. What a run loads once (gazetteer, counts of words) is loaded before: it cost
the first thousand 1 to 2 ms each.

A million documents take hours. With `--to`, FILE is kept, and a later run goes on from what it holds.
"""

import argparse
import gc
import multiprocessing
import random
import re
import sqlite3
import statistics
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import count, islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import msgspec

from sayso.ledger import Ledger
from sayso.ledger.adding import RECORDS
from sayso.ledger.tables import GENERATION
from sayso.model import Document, Reading, identify

COMMON = 200
BAND = 64
"""Words of one length that stand next to each other by frequency change places among themselves."""
WINDOW = 1000
_ROWS = (
    "SELECT reading.row, document.text, max(receipt.row) AS latest, receipt.noun, reading.noun FROM document "
    "JOIN receipt ON receipt.document = document.row JOIN reading ON reading.document = document.row "
    "GROUP BY document.row ORDER BY reading.known, document.id"
)
NAMED = {"name", "other_names", "speaker", "via", "source", "place", "population", "actor", "target", "outlet", "title"}
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")


class Stream:
    """The documents of a ledger, to be told over and over in other words."""

    def __init__(self, ledger: Path) -> None:
        source = sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)
        self.rows = [
            (row, text, msgspec.json.decode(receipt), msgspec.json.decode(reading))
            for row, text, _, receipt, reading in source.execute(_ROWS)
        ]
        self.records: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for field, (table, _) in RECORDS.items():
            for row, noun in source.execute(f"SELECT reading, noun FROM {table} ORDER BY row"):
                self.records[row][field].append(noun)
        counts = Counter(word.lower() for _, text, *_ in self.rows for word in _WORD.findall(text))
        self.by_length: dict[int, list[str]] = defaultdict(list)
        for word, _ in counts.most_common()[COMMON:]:
            self.by_length[len(word)].append(word)
        days = [reading["date"] for *_, reading in self.rows if len(reading.get("date") or "") == 10]
        self.days = (date.fromisoformat(max(days)) - date.fromisoformat(min(days))).days + 1

    def pairs(self, start: int = 0) -> Iterator[tuple[Document, Reading]]:
        """Documents with readings, without end, from the `start`th on. The first multiple has words of its own, too."""
        first, begun = divmod(start, len(self.rows))
        for multiple in count(first):
            telling = _Telling(self, multiple)
            for row, text, receipt, reading in self.rows[begun if multiple == first else 0 :]:
                yield telling.tell(text, receipt, reading, self.records[row])


class _Telling:
    """How one multiple is told."""

    def __init__(self, stream: Stream, multiple: int) -> None:
        rng = random.Random(multiple)
        self._shift = timedelta(days=multiple * stream.days)
        self._digits = str.maketrans("123456789", "".join(rng.sample("123456789", 9)))
        self._others: dict[str, str] = {}
        for words in stream.by_length.values():
            for start in range(0, len(words), BAND):
                band = words[start : start + BAND]
                self._others.update(zip(band, rng.sample(band, len(band)), strict=True))

    def tell(
        self, text: str, receipt: dict[str, Any], reading: dict[str, Any], records: dict[str, list[str]]
    ) -> tuple[Document, Reading]:
        head = self._told(receipt) | {"text": self._reworded(text), "url": ""}
        document = msgspec.convert(head, Document)
        own = identify(document.text, title=document.title, outlet=document.outlet, published=document.published)
        document = msgspec.structs.replace(document, id=own)
        found = {field: [self._told(msgspec.json.decode(noun)) for noun in nouns] for field, nouns in records.items()}
        return document, msgspec.convert(self._told(reading) | found | {"document": document.id}, Reading)

    def _told(self, value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: self._told(one, name) for name, one in value.items()}
        if isinstance(value, list):
            return [self._told(one, key) for one in value]
        if not isinstance(value, str):
            return value
        return self._reworded(value) if key in NAMED else _DAY.sub(self._later, value)

    def _later(self, day: re.Match[str]) -> str:
        try:
            return (date.fromisoformat(day[0]) + self._shift).isoformat()
        except (ValueError, OverflowError):
            return day[0]

    def _reworded(self, text: str) -> str:
        return _WORD.sub(self._other, text).translate(self._digits)

    def _other(self, word: re.Match[str]) -> str:
        found = self._others.get(word[0].lower(), word[0])
        if word[0].isupper():
            found = found.upper()
        elif word[0][0].isupper():
            found = found[0].upper() + found[1:]
        return found if len(found) == len(word[0]) else word[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--sizes", default="10000,100000", help="rising, each at least 1000")
    parser.add_argument("--tries", type=int, default=20, help="calls of each view")
    parser.add_argument("--to", type=Path, help="keep the ledger in this file, or go on with it")
    given = parser.parse_args()
    stream = Stream(given.ledger)
    load_once(stream)
    with tempfile.TemporaryDirectory() as folder:
        with Ledger.open(Path(folder) / "first") as ledger:
            ledger.add(islice(stream.pairs(), WINDOW))
            first, wall = add_timed(ledger, stream, WINDOW)
            print(f"1000 documents\n  add {WINDOW} more: {first:.2f} ms a document ({wall:.2f} ms wall)", flush=True)
        with Ledger.open(given.to or Path(folder) / "ledger") as ledger:
            for size in map(int, given.sizes.split(",")):
                held = ledger.status().documents
                ledger.add(told_beside(stream, held, size))
                print(f"{ledger.status().documents} documents")
                print(f"  on disk {ledger.status().bytes / size / 1024:.1f} KB a document", flush=True)
                measure_views(ledger, given.tries)
                cpu, wall = add_timed(ledger, stream, size)
                print(
                    f"  add {WINDOW} more: {cpu:.2f} ms a document, {cpu / first:.2f} x the first ({wall:.2f} ms wall)",
                    flush=True,
                )


def told_beside(stream: Stream, start: int, stop: int) -> Iterator[tuple[Document, Reading]]:
    """Those of `Stream.pairs` from `start` to before `stop`, made in a process of their own."""
    forked = multiprocessing.get_context("fork")
    ours, theirs = forked.Pipe(duplex=False)
    teller = forked.Process(target=_tell_all, args=(stream, start, stop, theirs), daemon=True)
    teller.start()
    for _ in range(start, stop):
        yield msgspec.msgpack.decode(ours.recv_bytes(), type=tuple[Document, Reading])
    teller.join()


def _tell_all(stream: Stream, start: int, stop: int, to: Connection) -> None:
    for pair in islice(stream.pairs(start), max(0, stop - start)):
        to.send_bytes(msgspec.msgpack.encode(pair))


def add_timed(ledger: Ledger, stream: Stream, held: int) -> tuple[float, float]:
    """Add `WINDOW` documents more. Milliseconds a document: CPU, and by the clock on the wall."""
    some = list(islice(stream.pairs(held), WINDOW))
    gc.freeze()
    wall, cpu = time.perf_counter(), time.process_time()
    ledger.add(some)
    return (time.process_time() - cpu) * 1000 / WINDOW, (time.perf_counter() - wall) * 1000 / WINDOW


def load_once(stream: Stream) -> None:
    """Have all loaded that a run loads once, and keep what the bench itself holds out of the collector's rounds."""
    with Ledger.open(":memory:") as ledger:
        ledger.add(islice(stream.pairs(), WINDOW // 20))
    gc.collect()
    gc.freeze()


def measure_views(ledger: Ledger, tries: int) -> None:
    """The 95th of a hundred of each view's CPU time, beside that of fetching what it gives by its ids."""
    bare = sqlite3.connect(f"file:{ledger.path}?mode=ro", uri=True)
    rng = random.Random(7)
    speakers, places, words, days = (
        [row[0] for row in bare.execute(query)]
        for query in (
            "SELECT speaker FROM statement WHERE speaker IS NOT NULL AND row % 97 = 0 LIMIT 500",
            "SELECT place FROM event WHERE place IS NOT NULL AND row % 17 = 0 LIMIT 500",
            "SELECT words FROM event WHERE row % 17 = 0 LIMIT 500",
            "SELECT DISTINCT known FROM reading WHERE known IS NOT NULL",
        )
    )
    by_id = {table: _by_id(bare, table) for table in ("statement", "figure", "event")}
    views: dict[str, tuple[str, Callable[[], Any]]] = {
        "said --by": ("statement", lambda: ledger.statements(by=rng.choice(speakers), limit=50)),
        "said --about": ("statement", lambda: ledger.statements(about=rng.choice(words).split()[0], limit=50)),
        "said --as-of": ("statement", lambda: ledger.statements(as_of=rng.choice(days), limit=50)),
        "figures --place": ("figure", lambda: ledger.figures(place=rng.choice(places), limit=50)),
        "events --place": ("event", lambda: ledger.events(place=rng.choice(places), limit=50)),
        "show": ("event", lambda: (ledger.show(ledger.find(_an_id(bare, rng))[1])[0],)),
    }
    for name, (table, view) in views.items():
        spent, floor = [], []
        for _ in range(tries):
            start = time.process_time()
            found = view()
            spent.append((time.process_time() - start) * 1000)
            start = time.process_time()
            for one in found:
                bare.execute(by_id[table], (one.id,)).fetchall()
            floor.append((time.process_time() - start) * 1000)
        print(f"  {name:16} {_p95(spent):9.0f} ms, bare SQL {_p95(floor):.2f} ms", flush=True)
    bare.close()


def _by_id(bare: sqlite3.Connection, table: str) -> str:
    """The bare query, which looks into every generation of the index."""
    last = bare.execute(f"SELECT max(row) >> {GENERATION} FROM {table}").fetchone()[0]
    every = ", ".join(map(str, range(last + 1)))
    return f"SELECT noun, words FROM {table} WHERE row >> {GENERATION} IN ({every}) AND id = ?"


def _an_id(bare: sqlite3.Connection, rng: random.Random) -> str:
    last = bare.execute("SELECT max(row) FROM event").fetchone()[0]
    return str(bare.execute("SELECT id FROM event WHERE row = ?", (rng.randint(1, last),)).fetchone()[0])


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    main()
