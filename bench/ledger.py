"""Measure the ledger: CPU time to add a document, of each view, and size on disk.

    python bench/ledger.py [DOCUMENTS…]        # 1000 and 10000 where none are named

Documents are invented: 500 words each, 12 statements, 8 figures, 6 events, 30 places, times, quantities and 10 actors,
one document in ten a near copy of another, over sixty days. Beside the ledger stands the floor: the same rows put into
the same tables by the driver alone, without index, full text, copies or checks.
"""

import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sayso.ledger import Ledger
from sayso.ledger.tables import metadata
from sayso.model import Actor, Document, Event, Figure, Place, Quantity, Reading, Span, Statement, Time, identify

RNG = random.Random(1)
SYLLABLES = [a + b for a in "b d f g k l m n p r s t v".split() for b in "a e i o u an er il om us".split()]  # noqa: SIM905
VOCABULARY = ["".join(RNG.choices(SYLLABLES, k=RNG.randint(1, 3))) for _ in range(20000)]
WEIGHTS = [1 / (n + 10) for n in range(len(VOCABULARY))]
PEOPLE = [f"{a.title()} {b.title()}" for a, b in zip(VOCABULARY[:400], VOCABULARY[400:800], strict=True)]
TOWNS = [w.title() for w in VOCABULARY[800:1100]]


def invent(count: int) -> Iterator[tuple[Document, Reading]]:
    """`count` documents with their readings."""
    texts: list[str] = []
    for n in range(count):
        if texts and n % 10 == 0:
            text = " ".join([*RNG.choices(VOCABULARY, k=30), RNG.choice(texts[-500:])])
        else:
            text = " ".join(RNG.choices(VOCABULARY, WEIGHTS, k=500))
        texts = [*texts[-500:], text]
        yield _read(n, text)


def _read(n: int, text: str) -> tuple[Document, Reading]:
    day = f"2031-{5 + n % 60 // 30:02}-{1 + n % 30:02}"
    outlet = f"Outlet {n % 40}"
    document = Document(identify(text, title=str(n), outlet=outlet), f"n{n}", text, title=str(n), outlet=outlet)
    starts = sorted(RNG.sample(range(len(text) - 130), 40))
    spans = [Span(s, s + 120) for s in starts]
    numbers = [Span(s, s + 4) for s in starts]
    people, towns = RNG.choices(PEOPLE, k=12), RNG.choices(TOWNS, k=30)
    kinds = ["killed", "injured", "displaced", "arrested"]
    return document, Reading(
        document=document.id,
        reader="sayso/1",
        language="en",
        date=day,
        date_basis="given",
        statements=tuple(Statement(s, p, "person", n) for s, p, n in zip(spans, people, numbers, strict=False)),
        figures=tuple(
            Figure(spans[i], numbers[i], i, i, kinds[i % 4], place=towns[i % 5], source=people[i]) for i in range(8)
        ),
        events=tuple(Event(spans[i], numbers[i], "violence", (people[i],), place=towns[i]) for i in range(6)),
        quantities=tuple(Quantity(s, s, 7.0, "person") for s in numbers[:15]),
        times=tuple(Time(s, "DATE", day, day, day) for s in numbers[:15]),
        places=tuple(Place(s, t, geonames=len(t)) for s, t in zip(numbers, towns, strict=False)),
        actors=tuple(Actor(p, "person", (s,)) for p, s in list(zip(dict.fromkeys(people), numbers, strict=False))[:10]),
    )


def timed(run: Callable[[], object]) -> float:
    """CPU seconds: on a shared machine the clock on the wall tells of the neighbours."""
    start = time.process_time()
    run()
    return time.process_time() - start


def copy_rows(ledger: Path, floor: Path) -> float:
    """Put the rows of every table of `ledger` into a database without indexes; in how many seconds."""
    source, target = sqlite3.connect(ledger), sqlite3.connect(floor)
    target.execute("PRAGMA journal_mode = WAL")
    spent = 0.0
    for table in metadata.sorted_tables:
        rows = source.execute(f'SELECT * FROM "{table.name}"').fetchall()
        columns = ", ".join(f'"{c.name}"' for c in table.columns)
        target.execute(f'CREATE TABLE "{table.name}" ({columns})')
        insert = f'INSERT INTO "{table.name}" VALUES ({", ".join("?" * len(table.columns))})'
        spent += timed(lambda i=insert, r=rows: target.executemany(i, r))  # type: ignore[misc]
    spent += timed(target.commit)
    target.close()
    source.close()
    return spent


def measure(count: int) -> None:
    """Print what a ledger of `count` documents takes."""
    pairs = list(invent(count))
    with tempfile.TemporaryDirectory() as folder:
        path, floor = Path(folder) / "ledger", Path(folder) / "floor"
        with Ledger.open(path) as ledger:
            adding = timed(lambda: ledger.add(pairs))
            again = timed(lambda: ledger.add(pairs))
            print(f"\n{count} documents")
            views: dict[str, Callable[[], object]] = {
                "record()": ledger.record,
                "record(as_of, since) of a day": lambda: ledger.record("2031-06-10", "2031-06-10"),
                "statements(by=…)": lambda: ledger.statements(by=PEOPLE[0]),
                "statements(place=…, limit=20)": lambda: ledger.statements(place=TOWNS[0], limit=20),
                "statements(about=…, limit=20)": lambda: ledger.statements(about=VOCABULARY[50], limit=20),
                "figures(place=…)": lambda: ledger.figures(place=TOWNS[0]),
                "series('killed')": lambda: ledger.series("killed"),
                "events(limit=20)": lambda: ledger.events(limit=20),
                "documents(limit=20)": lambda: ledger.documents(limit=20),
                "status()": ledger.status,
            }
            spent = {name: timed(view) for name, view in views.items()}
            record_id = ledger.figures(limit=1)[0].id
            spent["show(…)"] = timed(lambda: ledger.show(record_id))
            for name, seconds in spent.items():
                print(f"  {name:32} {seconds * 1000:10.1f} ms")
        raw = copy_rows(path, floor)
        size, bare = path.stat().st_size, floor.stat().st_size
        text = sum(len(d.text.encode()) for d, _ in pairs)
    print(f"  add {adding / count * 1000:39.2f} ms a document, {adding / raw:.1f} × bare inserts")
    print(f"  add again                        {again / count * 1000:10.2f} ms a document")
    print(
        f"  on disk                          {size / count / 1024:10.1f} KB a document, {size / bare:.2f} × bare rows"
    )
    print(f"                                   {size / text:10.1f} × its text")


if __name__ == "__main__":
    for documents in [int(a) for a in sys.argv[1:]] or [1000, 10000]:
        measure(documents)
