"""The clause of a figure: where it stands in its sentence, with the words within which it is told.

Enters: a scanned sentence, the lexemes from the figure's number to its outcome, the words of its statement. Leaves: a
`Clause`, that the readers of basis, days and place share.
"""

from typing import NamedTuple

from sayso.model import Span
from sayso.readings.quantities.scan import Scan


class Clause(NamedTuple):
    """Lexemes `[first, last]` of a figure, the first one of its number, and the words `within` which it is told."""

    first: int
    last: int
    number: int
    within: Span


def clause_at(scan: Scan, first: int, last: int, number: Span, said: Span | None) -> Clause:
    """The clause of a figure; `said` are the words of the statement that it stands in."""
    at = scan.first_after(number.start)
    return Clause(first, last, at if at < len(scan.lexemes) else first, said or scan.span)
