"""Add reports to a ledger, and be killed by itself after so many steps of the database: what the kill tests run.

A step is some hundred instructions of SQLite's own machine, so that the moment is the same in every run, and lies
within a transaction as often as between two.
"""

import os
import signal
import sys
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from ledger.adds_reports import BATCH, reports
from sayso.ledger import Ledger

STEP = 500


def few():
    """So many reports that some runs are killed before all are in."""
    return list(islice(reports(), 7 * BATCH))


def kill_after(ledger, steps):
    """Kill this process at its `steps`-th step from now."""
    left = iter(range(steps))

    def step():
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    ledger._connection.connection.driver_connection.set_progress_handler(step, STEP)


if __name__ == "__main__":
    with Ledger.open(sys.argv[1]) as ledger:
        kill_after(ledger, int(sys.argv[2]))
        ledger.add(few(), batch=BATCH, on_batch=lambda a: print(a.documents + a.documents_known, flush=True))
