"""Add reports to a ledger, a line for each batch that is safe: what the kill test runs and kills."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from ledger.invented import report
from sayso.ledger import Ledger

REPORTS = 60
BATCH = 4


def reports():
    return (report(n, f"2031-05-{1 + n % 28:02}", dead=10 + n) for n in range(REPORTS))


if __name__ == "__main__":
    with Ledger.open(sys.argv[1]) as ledger:
        ledger.add(reports(), batch=BATCH, on_batch=lambda added: print(added.documents, flush=True))
