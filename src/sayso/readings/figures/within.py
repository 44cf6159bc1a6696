"""Find which of many spans hold another one, in the time of a search.

Enters: spans in any order, once; then one span at a time. Leaves: whether a longer one holds it, or which holds it most
closely: the one that starts last, of those the shortest. A document has as many places and figures as speakers and
statements, so that comparing each with each takes four times as long for a text twice as long.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from sayso.model import Span

NONE = -1


class Holders:
    """Spans that may hold others."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._order = sorted(range(len(spans)), key=lambda i: (spans[i].start, -spans[i].end))
        self._starts = [spans[i].start for i in self._order]
        self._ends = [spans[i].end for i in self._order]
        self._farthest = [NONE, *accumulate(self._ends, max)]
        self._before = _earlier_and_longer(self._ends)

    def hold(self, span: Span) -> bool:
        """Whether a span that is longer than `span` holds it."""
        farthest = self._farthest[bisect_left(self._starts, span.start)]
        return farthest >= span.end or self._farthest[bisect_right(self._starts, span.start)] > span.end

    def innermost(self, span: Span) -> int | None:
        """The position of the span that holds `span` most closely."""
        at = bisect_right(self._starts, span.start) - 1
        while at != NONE and self._ends[at] < span.end:
            at = self._before[at]
        return self._order[at] if at != NONE else None


def _earlier_and_longer(ends: Sequence[int]) -> list[int]:
    """For each position the last one before it that ends farther on."""
    before: list[int] = []
    for position, end in enumerate(ends):
        at = position - 1
        while at != NONE and ends[at] <= end:
            at = before[at]
        before.append(at)
    return before
