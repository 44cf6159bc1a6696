"""Kill a run that adds documents, at random moments, while another process reads: nothing acknowledged may be lost.

    python eval/kills.py [--kills 200] [--seed 1] [--documents 100]
    python eval/kills.py --kills 20 --real INPUT …

Enters: invented documents with readings that are prepared, or inputs that `sayso add` reads in full. After each kill
the ledger is held to four things: what was acknowledged or seen by the reader is there; each document is there whole,
with its reading, or not at all; none is there twice; the database is sound. Once all documents are in, the ledger must
be the one that a run makes which nobody killed, and a new one is begun. Leaves: counts, and exit status 1 where one
failed.
"""

import argparse
import importlib.util
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

from sayso.ledger import Ledger
from sayso.ledger.upkeep.diagnosing import diagnose
from sayso.ledger.upkeep.transcript import entries
from sayso.model import Document, Reading, Situation

ROOT = Path(__file__).resolve().parents[1]
BATCH = 5
REACH = 0.5
"""Share of the time of a whole run within which a run is killed, so that a ledger meets several kills."""
PROCESSES = get_context("fork")
Lines = dict[str, set[bytes]]


def main() -> int:
    parser = argparse.ArgumentParser(description="Kill runs that add, and look what is left.")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--real", nargs="+", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return kill_many(Path(folder), options)


def add(path: Path, pairs: Sequence[tuple[Document, Reading]], acknowledged: Connection) -> None:
    """What is killed: goes on where the last one stopped, and tells how many documents are safe after each batch."""
    with Ledger.open(path) as ledger:
        there = len(ledger.documents())
        acknowledged.send(there)
        ledger.add(pairs[there:], batch=BATCH, on_batch=lambda a: acknowledged.send(there + a.documents))


def invented(count: int) -> Iterator[tuple[Document, Reading]]:
    """The documents of `bench/ledger.py`, with their readings."""
    spec = importlib.util.spec_from_file_location("invents", ROOT / "bench" / "ledger.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield from module.invent(count)


def read(path: Path, told: Connection) -> None:
    """Who reads meanwhile: tells how many documents it sees, and what of it does not hold together."""
    seen: set[str] = set()
    while True:
        time.sleep(0.05)
        if path.is_file():
            with Ledger.open(path) as ledger:
                for _ in range(5):
                    with ledger.moment():
                        there = {view.document.id for view in ledger.documents()}
                        said = {view.document for view in ledger.statements()}
                    told.send((len(there), sorted({*(seen - there), *(said - there)})))
                    seen |= there
                    time.sleep(0.3)


class Reader:
    """A process that reads a ledger until it is stopped."""

    def __init__(self, path: Path) -> None:
        self._told, end = PROCESSES.Pipe(duplex=False)
        self._process = PROCESSES.Process(target=read, args=(path, end))
        self._process.start()
        end.close()
        self.seen, self.looks = 0, 0
        self.faults: list[str] = []

    def listen(self) -> None:
        """Take in what it has told."""
        try:
            while self._told.poll():
                count, lost = self._told.recv()
                self.seen, self.looks = max(self.seen, count), self.looks + 1
                self.faults += [f"the reader missed {lost}"] if lost else []
        except EOFError:
            self.faults.append("the reader stopped")

    def stop(self) -> None:
        """End it."""
        self.listen()
        self._process.kill()
        self._process.join()


class Added:
    """A run that adds prepared readings, from its first word."""

    def __init__(self, path: Path, pairs: Sequence[tuple[Document, Reading]]) -> None:
        self._told, end = PROCESSES.Pipe(duplex=False)
        self._process = PROCESSES.Process(target=add, args=(path, pairs, end))
        self._process.start()
        end.close()
        self.safe = self._told.recv()

    def kill(self, delay: float) -> bool:
        """Kill it after so many seconds; whether it was done before."""
        self._process.join(delay)
        self._process.kill()
        self._process.join()
        try:
            while True:
                self.safe = self._told.recv()
        except EOFError:
            return self._process.exitcode == 0


class Command:
    """A run of `sayso add`, which tells nothing before its end."""

    def __init__(self, path: Path, inputs: Sequence[Path]) -> None:
        start = "import sys; from sayso.cli.main import run; run(sys.argv[1:])"
        command = [sys.executable, "-c", start, "add", *map(str, inputs), "--ledger", str(path)]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
        self.safe = 0

    def kill(self, delay: float) -> bool:
        """Kill it with the processes that read for it, after so many seconds; whether it was done before."""
        try:
            self._process.wait(delay)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
        return self._process.wait() == 0


def kill_many(folder: Path, options: argparse.Namespace) -> int:
    """Kill as often as is asked for, or to the first fault."""
    rng, counts, faults = random.Random(options.seed), Counter[str](), list[str]()
    pairs = [] if options.real else list(invented(options.documents))

    def run(path: Path) -> Added | Command:
        return Command(path, options.real) if options.real else Added(path, pairs)

    whole, begin = run(folder / "whole"), time.monotonic()
    assert whole.kill(3600), "a run that is not killed must end well"
    spent, expected = time.monotonic() - begin, lines_of(folder / "whole")
    while counts["kills"] < options.kills and not faults:
        counts["ledgers"] += 1
        path, done, safe = folder / f"ledger-{counts['ledgers']}", False, 0
        reader = Reader(path)
        while not done and counts["kills"] < options.kills and not faults:
            one = run(path)
            done = one.kill(rng.uniform(0, spent * REACH))
            counts["kills"] += not done
            reader.listen()
            safe = max(safe, one.safe, reader.seen)
            faults += judge(path, expected, safe, 1 if options.real else BATCH)
        reader.stop()
        counts["looks of the reader"] += reader.looks
        faults += reader.faults
        if done:
            counts["completed"] += 1
            faults += compare(path, folder / "whole", expected)
    for fault in faults:
        print(f"FAULT {fault}")
    print(", ".join(f"{count} {what}" for what, count in counts.items()), f"in {time.monotonic() - begin:.0f} s")
    print(f"kills: {len(faults)} faults after {counts['kills']} kills of runs over {len(expected)} documents")
    return 1 if faults else 0


def judge(path: Path, expected: Lines, safe: int, batch: int) -> list[str]:
    """What is wrong with what is left."""
    if not path.is_file() or not path.stat().st_size:
        return [f"{safe} documents were safe, and there is no ledger"] if safe else []
    there = lines_of(path)
    faults = [f"{f.check} {f.place}: {f.says}" for f in diagnose(path, Situation(), "") if f.state == "fault"]
    if len(there) < safe:
        faults.append(f"{safe} documents were safe, and {len(there)} are there")
    if len(there) % batch and len(there) != len(expected):
        faults.append(f"{len(there)} documents are no whole batches of {batch}")
    faults += [f"{one} is not what was added" for one, lines in there.items() if lines != expected.get(one)]
    return faults


def lines_of(path: Path) -> Lines:
    """Of each document the lines of it and its readings, but for the moment at which it came. None may come twice."""
    found: Lines = {}
    with Ledger.open(path) as ledger:
        for entry in entries(ledger.transcript(), str(path)):
            if isinstance(entry, Document):
                assert entry.id not in found, f"{entry.id} is there twice"
                found[entry.id] = {msgspec.json.encode(msgspec.structs.replace(entry, retrieved=None))}
            elif isinstance(entry, Reading):
                line = msgspec.json.encode(entry)
                assert line not in found[entry.document], f"a reading of {entry.document} is there twice"
                found[entry.document].add(line)
    return found


def compare(path: Path, whole: Path, expected: Lines) -> list[str]:
    """What differs from the ledger of a run that nobody killed."""
    with Ledger.open(path) as one, Ledger.open(whole) as other:
        same = [
            lines_of(path) == expected,
            one.statements() == other.statements(),
            members_of(one) == members_of(other),
            one.rebuild() == (),
        ]
    return [] if all(same) else [f"{path.name} is not what a run makes that nobody killed: {same}"]


def members_of(ledger: Ledger) -> set[frozenset[str]]:
    """What is a copy of what. Which one is the origin may hang on when each was received, and so on the kills."""
    return {frozenset(copy.document for copy in group.members) for group in ledger.copies()}


if __name__ == "__main__":
    sys.exit(main())
