"""Run `sayso read` and the scorers as programs of their own, as users do.

Enters: input files by set. Leaves: one file of readings a set, and what the scorer makes of it. Two sets are read at
a time, the longest first. A program that fails is a `GateError` with what it said.
"""

import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sets import GoldSet

PYTHON = [sys.executable, "-X", "utf8"]
SAYSO = [*PYTHON, "-c", "from sayso.cli.main import run; run()"]


class GateError(Exception):
    """A program that the gate needs has failed."""


@dataclass(frozen=True)
class Output:
    """Readings as `sayso read` wrote them, and how many seconds it took, its start included."""

    path: Path
    seconds: float


def prepare(gold: GoldSet, shared: Path, folder: Path) -> Path:
    """The documents of a set as one file of rows."""
    if gold.rows:
        return Path(gold.rows.format(shared=shared))
    path = folder / f"{gold.name}.jsonl"
    path.write_bytes(run([*PYTHON, *gold.preparing(shared)], folder))
    return path


def read_all(inputs: dict[str, list[Path]], folder: Path) -> dict[str, Output]:
    """Read every input, two at a time."""

    def read(name: str) -> Output:
        begin = time.monotonic()
        path = folder / f"{name}.readings.jsonl"
        path.write_bytes(run([*SAYSO, "read", *map(str, inputs[name]), "--format", "jsonl", "--jobs", "1"], folder))
        return Output(path, time.monotonic() - begin)

    with ThreadPoolExecutor(2) as pool:
        return dict(zip(inputs, pool.map(read, inputs), strict=True))


def score(gold: GoldSet, shared: Path, readings: Path | None, folder: Path) -> dict[str, Any]:
    """What the scorers of the set print, together."""
    found: dict[str, Any] = {}
    for command in gold.scoring(shared, readings):
        found |= json.loads(run([*PYTHON, *command], folder))
    return found


def run(command: list[str], folder: Path) -> bytes:
    """What the program prints. It runs in `folder`, so that no situation or ledger of the user's is found."""
    environment = {k: v for k, v in os.environ.items() if k == "SAYSO_SHARED" or not k.startswith("SAYSO_")}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip()[-2000:]
        raise GateError(f"{' '.join(command[-6:])} ended with status {done.returncode}:\n{said}")
    return done.stdout
