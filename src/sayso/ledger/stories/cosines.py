"""Compare each document with those before it, by the terms of their sketches.

Enters: sketches, the documents of a window, and how rare each term is by its end. Leaves: cosines, exact where they are
asked for; and for all pairs at once what the terms that are not common in the window come to, with the most that the
common ones can add. What every second report says weighs next to nothing and is most of the work: of 73 million times
that a term of a report is in an earlier one of its window, in 8,646 articles, 62 million are of common terms.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.ledger.stories.sketches import read_sketch

COMMON = 0.1
"""Share of the documents of a window from which a term is common there. With .05 the common terms can add so much that
260 documents must be compared in full with one, with .1 nine; either way the stories are the same."""
CELLS = 1 << 19
"""Pairs of documents that are compared at once: 4 MB of cosines."""
_LEAST = 1e-12

Numbers = NDArray[np.int64]
Weights = NDArray[np.float64]


class Entries:
    """The terms of all sketches, end to end: those of document i stand from `starts[i]` to `starts[i + 1]`."""

    def __init__(self, sketches: Sequence[bytes]) -> None:
        read = [read_sketch(sketch) for sketch in (*sketches, b"")]
        self.starts = np.cumsum([0, *(len(terms) for terms, _ in read)])
        self.names, self.terms = np.unique(np.concatenate([terms for terms, _ in read]), return_inverse=True)
        self.weights = np.concatenate([weights for _, weights in read]).astype(np.float64)
        self.owners = np.repeat(np.arange(len(read)), np.diff(self.starts))
        self.by_term = np.argsort(self.terms, kind="stable")
        """The entries of each term together, in the order of documents. `rank` is where each entry stands there."""
        self.rank = np.empty_like(self.by_term)
        self.rank[self.by_term] = np.arange(len(self.by_term))
        self.first = np.cumsum([0, *np.bincount(self.terms, minlength=len(self.names))])[:-1]

    def count(self, start: int, stop: int) -> Numbers:
        """In how many of these documents each term stands."""
        return np.bincount(self.terms[self.starts[start] : self.starts[stop]], minlength=len(self.names))


class Window:
    """The documents from `begin` to `stop`, their terms weighted by `rarity` and brought to length one."""

    def __init__(self, entries: Entries, begin: int, stop: int, rarity: Weights) -> None:
        self.begin, self.stop = begin, stop
        self._entries = entries
        self._own = slice(entries.starts[begin], entries.starts[stop])
        terms, owners = entries.terms[self._own], entries.owners[self._own] - begin
        weights = entries.weights[self._own] * rarity[terms]
        lengths = np.sqrt(np.bincount(owners, weights**2, minlength=stop - begin))
        self._weights = weights / np.maximum(lengths[owners], _LEAST)
        self._since = entries.first + entries.count(0, begin)
        common = entries.count(begin, stop) > COMMON * (stop - begin)
        self._is_common = common[terms]
        self._most = np.zeros(len(common))
        np.maximum.at(self._most, terms[self._is_common], self._weights[self._is_common])

    def likeness(self, start: int) -> Iterator[tuple[Weights, float]]:
        """For each document from `start` on, of the cosine with each before it what terms that are not common make up,
        and the most that the others can add to it.
        """
        step = max(1, CELLS // max(1, self.stop - self.begin))
        for first in range(start, self.stop, step):
            stop = min(first + step, self.stop)
            rows = zip(self._uncommon(first, stop), self._slack(first, stop).tolist(), strict=True)
            yield from ((row[: number - self.begin], slack) for number, (row, slack) in enumerate(rows, first))

    def cosines(self, document: int, others: Numbers) -> Weights:
        """The cosine of a document with each of these, which are counted from the beginning of the window."""
        entries, offset = self._entries, self._own.start
        own = slice(entries.starts[document], entries.starts[document + 1])
        weights = np.zeros(len(self._most))
        weights[entries.terms[own]] = self._weights[own.start - offset : own.stop - offset]
        starts = entries.starts[others + self.begin]
        counts = entries.starts[others + self.begin + 1] - starts
        met = _ranges(starts, counts)
        both = weights[entries.terms[met]] * self._weights[met - offset]
        return _sums(np.repeat(np.arange(len(others)), counts), both, len(others))

    def _uncommon(self, first: int, stop: int) -> Weights:
        """A row for each of these documents: what it shares with every one of the window that comes before it."""
        entries, width, offset = self._entries, self.stop - self.begin, self._own.start
        own = np.arange(entries.starts[first], entries.starts[stop])
        own = own[~self._is_common[own - offset]]
        since = self._since[entries.terms[own]]
        counts = entries.rank[own] - since
        met = entries.by_term[_ranges(since, counts)]
        cells = np.repeat((entries.owners[own] - first) * width, counts) + entries.owners[met] - self.begin
        both = np.repeat(self._weights[own - offset], counts) * self._weights[met - offset]
        return _sums(cells, both, (stop - first) * width).reshape(-1, width)

    def _slack(self, first: int, stop: int) -> Weights:
        entries = self._entries
        own = slice(entries.starts[first], entries.starts[stop])
        most = self._weights[own.start - self._own.start : own.stop - self._own.start] * self._most[entries.terms[own]]
        return _sums(entries.owners[own] - first, most, stop - first)


def _sums(cells: Numbers, weights: Weights, length: int) -> Weights:
    """What the weights in each cell come to, added in their order."""
    return np.bincount(cells, weights, minlength=length).astype(np.float64, copy=False)


def _ranges(starts: Numbers, counts: Numbers) -> Numbers:
    """The numbers from each start on, as many as counted, end to end."""
    ends = np.cumsum(counts)
    return np.repeat(starts - ends + counts, counts) + np.arange(ends[-1] if len(ends) else 0)
