"""Find where a clause is broken by a mark.

Enters: a scanned sentence. Leaves: where the clause of a place starts, or whether two places are parted. Quotation
marks and dashes part as commas do.
"""

from sayso.readings.quantities.scan import Scan

BREAKS = frozenset(',;:.—–"“”')


def clause_start(scan: Scan, at: int, reach: int) -> int:
    """The first lexeme of the clause of lexeme `at`, at most `reach` before it."""
    start = at
    while start > max(at - reach, 0) and scan.lexemes[start - 1].text not in BREAKS:
        start -= 1
    return start


def is_parted(scan: Scan, start: int, stop: int) -> bool:
    """Whether a mark stands among the lexemes `[start, stop)`."""
    return any(x.text in BREAKS for x in scan.lexemes[start:stop])
