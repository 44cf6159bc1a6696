"""Find where what people call the same and what they call not the same cannot both be.

Enters: pairs called the same and pairs called apart. Leaves: for each pair apart whose two are the same by way of
others, the pairs the same that lie between them. Everything is worked out on all pairs at once, in no order.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import TypeVar

from sayso.ledger.copies.comparing import group

_Key = TypeVar("_Key", bound=Hashable)


def contradictions(
    same: Iterable[tuple[_Key, _Key]], apart: Iterable[tuple[_Key, _Key]]
) -> dict[tuple[_Key, _Key], frozenset[tuple[_Key, _Key]]]:
    """The pairs apart that pairs the same contradict, each with those."""
    same = list(same)
    tops = group(same)
    members: dict[_Key, list[tuple[_Key, _Key]]] = defaultdict(list)
    for pair in same:
        members[tops[pair[0]]].append(pair)
    clashing = [(a, b) for a, b in apart if a in tops and tops[a] == tops.get(b)]
    return {(a, b): _between(members[tops[a]], a, b) for a, b in clashing}


def _between(pairs: Iterable[tuple[_Key, _Key]], a: _Key, b: _Key) -> frozenset[tuple[_Key, _Key]]:
    """What is left of the pairs when all that leads to neither `a` nor `b` is taken off, end by end."""
    left = set(pairs)
    neighbours = _neighbours(left)
    ends = [key for key, others in neighbours.items() if len(others) == 1 and key not in (a, b)]
    while ends:
        end = ends.pop()
        for other in neighbours.pop(end):
            left -= {(end, other), (other, end)}
            neighbours[other].discard(end)
            if len(neighbours[other]) == 1 and other not in (a, b):
                ends.append(other)
    return frozenset(left)


def _neighbours(pairs: Iterable[tuple[_Key, _Key]]) -> dict[_Key, set[_Key]]:
    neighbours: dict[_Key, set[_Key]] = defaultdict(set)
    for one, other in pairs:
        neighbours[one].add(other)
        neighbours[other].add(one)
    return neighbours
