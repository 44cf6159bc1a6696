"""Hold a ledger of real documents to being a function of what it was told: made anew, it answers the same.

    python eval/rebuilt.py LEDGER [--judgements 200] [--orders 2] [--days 5] [--seed 1]

Enters: a ledger, which is copied and left as it is. The copy is judged by lot, so that judgements are held to it too.
Then all that it answers, every derived table and every line that it was told are compared with those of three others:
the same after `rebuild`; one that was told the same documents in an order drawn by lot, in batches of sizes drawn by
lot (each of `--orders`); and, as of days drawn by lot, one that was told no more than was known by then. Leaves: what
was compared with the CPU time and peak memory it took, and exit status 1 where a byte differs.
"""

import argparse
import hashlib
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec

from sayso.ledger import Ledger
from sayso.ledger.names.folding import fold
from sayso.ledger.names.knowing import describes
from sayso.ledger.upkeep.rebuilding import canonical_rows
from sayso.ledger.upkeep.transcript import Entry, entries
from sayso.model import Judgement, Reading, Situation

SIZES = (1, 2, 7, 50, 200)
"""Documents a batch, when they are told in another order."""
VIEWS = (
    "documents", "statements", "figures", "events", "series", "latest", "actors", "places", "copies", "origins",
    "parts", "stories", "incidents", "disputes", "judgements", "problems",
)  # fmt: skip
Digests = Mapping[str, str]


def main() -> int:
    parser = argparse.ArgumentParser(description="Compare a ledger with the same made anew.")
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--judgements", type=int, default=200)
    parser.add_argument("--orders", type=int, default=2)
    parser.add_argument("--days", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        faults = hold(Path(folder), options)
    print(f"rebuilt: {faults} faults")
    return 1 if faults else 0


def hold(folder: Path, options: argparse.Namespace) -> int:
    """Compare; how much of it differs."""
    rng = random.Random(options.seed)
    with Ledger.open(options.ledger) as ledger:
        ledger.backup(folder / "copy")
    with opened(folder / "copy") as ledger:
        made = ledger.judge(*judged(ledger, rng, options.judgements))
        days = sorted({view.known for view in ledger.documents() if view.known})
        before = told("as it is", lambda: {**answers(ledger), **kept(ledger)})
        print(f"{len(days)} days, {made} judgements made, {len(before)} things compared")
        rows = told("rebuilt", ledger.rebuild)
        faults = len(rows) + differ("after rebuild", before, {**answers(ledger), **kept(ledger)})
        lines = list(ledger.transcript())
        for day in rng.sample(days, min(options.days, len(days))):
            early = answers(ledger, day)
            with Ledger.open(folder / f"as-of-{day}") as other:
                other.take(entries(ledger.transcript(day), "transcript"))
                other.settle_situation()
                faults += told(f"as of {day}", lambda o=other, e=early, d=day: differ(f"as of {d}", e, answers(o)))
    for order in range(options.orders):
        with Ledger.open(folder / f"order-{order}") as other:
            told(f"order {order}", lambda o=other: tell(o, lines, rng))
            faults += differ(f"in order {order}", before, {**answers(other), **kept(other)})
    return faults


def opened(path: Path) -> Ledger:
    """The ledger, in the situation that its documents were read in."""
    ledger = Ledger.open(path, Situation())
    ledger.settle_situation()
    return ledger


def told(what: str, run: Callable[[], Any]) -> Any:
    """What `run` gives; the CPU time and the peak of memory so far are printed."""
    start = time.process_time()
    found = run()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  {what:20} {time.process_time() - start:8.1f} s of CPU, {peak:6.0f} MB at most so far", flush=True)
    return found


def answers(ledger: Ledger, as_of: str | None = None) -> Digests:
    """A digest of each view."""
    with ledger.moment():
        return {name: digest(map(msgspec.json.encode, getattr(ledger, name)(as_of=as_of))) for name in VIEWS}


def kept(ledger: Ledger) -> Digests:
    """A digest of each derived table, and of all that the ledger was told."""
    tables = {
        name: digest(sorted(msgspec.json.encode(list(row)) for row in ledger._connection.execute(query)))
        for name, query in canonical_rows().items()
    }
    return {**tables, "transcript": digest(ledger.transcript())}


def digest(lines: Iterable[bytes]) -> str:
    """A sum of all lines, and how many there are."""
    summed, count = hashlib.blake2b(digest_size=16), 0
    for line in lines:
        summed.update(line)
        count += 1
    return f"{count} {summed.hexdigest()}"


def differ(what: str, one: Digests, other: Digests) -> int:
    """Print what differs; how much."""
    wrong = [name for name in one if one[name] != other[name]]
    for name in wrong:
        print(f"FAULT {name} differs {what}: {one[name]}, {other[name]}")
    return len(wrong)


def tell(ledger: Ledger, lines: list[bytes], rng: random.Random) -> None:
    """Tell a ledger the same in an order drawn by lot: documents, and judgements among them."""
    groups = [list(group) for group in grouped(entries(lines, "transcript"))]
    rng.shuffle(groups)
    while groups:
        size = rng.choice(SIZES)
        ledger.take([entry for group in groups[-size:] for entry in group])
        del groups[-size:]
    ledger.settle_situation()


def grouped(told: Iterator[Entry]) -> Iterator[Iterator[Entry]]:
    """Entries that stay together: a document with its readings, each of the others alone."""
    number = 0

    def group(entry: Entry) -> int:
        nonlocal number
        number += not isinstance(entry, Reading)
        return number

    return (entries for _, entries in groupby(told, group))


def judged(ledger: Ledger, rng: random.Random, count: int) -> Iterator[Judgement]:
    """Judgements of every kind about things drawn by lot, by two people, on the days of the record."""
    record = ledger.record()
    nouns = {"statement": record.statements, "figure": record.figures, "event": record.events}
    documents, outlets = list(record.documents), sorted(ledger.names("outlet"))
    names = {
        noun: list({fold(n): n for n in sorted(ledger.names(noun)) if fold(n) and not describes(n)}.values())
        for noun in ("actor", "place")
    }
    days = sorted({view.known for view in record.documents.values() if view.known})

    def one(kind: str, noun: str, *about: str, **more: Any) -> Judgement:
        when = f"{rng.choice(days)}T{rng.randrange(24):02}:00:00Z"
        return Judgement(kind=kind, noun=noun, about=about, who=rng.choice(["Ana", "Ben"]), when=when, **more)  # type: ignore[arg-type]

    def some(noun: str, size: int = 1) -> list[str]:
        return [view.id for view in rng.sample(nouns[noun], size)]

    makers: list[Callable[[], Judgement]] = [
        lambda: one(rng.choice(["reject", "confirm"]), *(noun := rng.choice(list(nouns)), *some(noun))),
        lambda: one("reject", "document", rng.choice(documents)),
        lambda: one("correct", "figure", *some("figure"), field="low", value=rng.randrange(1000)),
        lambda: one("correct", "statement", *some("statement"), field="speaker", value=rng.choice(names["actor"])),
        lambda: one("correct", "event", *some("event"), field="place", value=rng.choice(names["place"])),
        lambda: one(rng.choice(["same", "not_same"]), *(noun := rng.choice(list(names)), *rng.sample(names[noun], 2))),
        lambda: one(rng.choice(["same", "not_same"]), *(noun := rng.choice(["figure", "event"]), *some(noun, 2))),
        lambda: one(rng.choice(["same", "not_same"]), "document", *rng.sample(documents, 2)),
        lambda: one("grade", "outlet", rng.choice(outlets), grade=rng.choice("ABCDE")),
        lambda: one("note", "document", rng.choice(documents), why="read"),
    ]
    made = [rng.choice(makers)() for _ in range(count)]
    yield from made
    for withdrawn in made[::10]:
        yield one("withdraw", "judgement", withdrawn.id)


if __name__ == "__main__":
    sys.exit(main())
