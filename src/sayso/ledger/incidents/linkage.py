"""Part things that hang together by single links into groups that hang together as wholes.

Enters: pairs with the weight that speaks for their being one, and a weight for any two. Leaves: those of the pairs that
are within one group. Groups are joined for as long as two are left between which the weights come to at least `least`
on average, the two closest first (average linkage: Sokal and Michener 1958). Of equals those come first whose things
come first in order, so that the groups are a function of the set of pairs.

The time is linear in the number of pairs where groups are small, and bounded where they are not: of more than `LARGEST`
things that hang together only the closer links are looked at, until they fall apart.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from sayso.ledger.copies.comparing import group

LARGEST = 300
STEP = 0.5
"""By how much the weight rises from which links are looked at, where too many things hang together."""
Pair = tuple[str, str]


def cohesive(weights: Mapping[Pair, float], between: Callable[[str, str], float], least: float) -> Iterator[Pair]:
    """The pairs that are within one group. `between` weighs two of which no pair is told."""
    waiting = [(dict(weights), least)]
    while waiting:
        pairs, floor = waiting.pop()
        for some, own in _components(pairs):
            if len(some) <= LARGEST:
                yield from _within(some, own, between, least)
            elif closer := {pair: weight for pair, weight in own.items() if weight >= floor + STEP}:
                waiting.append((closer, floor + STEP))


def _components(weights: Mapping[Pair, float]) -> Iterator[tuple[Sequence[str], Mapping[Pair, float]]]:
    """What hangs together by any link, in order, with its links."""
    tops = group(weights)
    members: dict[str, list[str]] = defaultdict(list)
    links: dict[str, dict[Pair, float]] = defaultdict(dict)
    for key in sorted(tops):
        members[tops[key]].append(key)
    for pair, weight in weights.items():
        links[tops[pair[0]]][pair] = weight
    for top, some in members.items():
        yield some, links[top]


def _within(
    some: Sequence[str], weights: Mapping[Pair, float], between: Callable[[str, str], float], least: float
) -> Iterator[Pair]:
    """The links of these that are within one group."""
    if len(some) == 2:
        yield from weights
        return
    sums = np.zeros((len(some), len(some)))
    for (a, one), (b, other) in combinations(enumerate(some), 2):
        told = weights.get((one, other), weights.get((other, one)))
        sums[a, b] = sums[b, a] = between(one, other) if told is None else told
    label = dict(zip(some, _average_linkage(sums, least), strict=True))
    yield from (pair for pair in weights if label[pair[0]] == label[pair[1]])


def _average_linkage(sums: NDArray[np.float64], least: float) -> list[int]:
    """The group of each row, as the number of its first row."""
    count = len(sums)
    sizes, alive, groups = np.ones(count), np.ones(count, np.bool_), list(range(count))
    means = sums.copy()
    np.fill_diagonal(means, -np.inf)
    while True:
        one, other = sorted(divmod(int(means.argmax()), count))
        if means[one, other] < least:
            return groups
        sums[one] += sums[other]
        sums[:, one] = sums[one]
        sizes[one] += sizes[other]
        alive[other] = False
        row = np.where(alive, sums[one] / (sizes[one] * sizes), -np.inf)
        row[one] = -np.inf
        means[one], means[:, one] = row, row
        means[other], means[:, other] = -np.inf, -np.inf
        groups = [one if at == other else at for at in groups]
