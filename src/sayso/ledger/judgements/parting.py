"""Settle which things are one, where people have overruled what was found by rule.

Enters: links that were found by rule, and pairs that people call the same or not the same. Leaves: groups. What people
call the same is in one group whatever the links. Two that they call apart never are: each thing between them goes with
the one that it is linked to more closely, by the fewest links, and the links that then cross are dropped. What is
linked to both as closely goes with neither, or with the earlier of the two where that is asked for. Each pair is
settled on the links as they were found, so that no order of pairs or links can change a group.

Refuses: nothing; pairs that contradict one another are left out before (see `sayso.ledger.judgements.contradictions`).
"""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

import msgspec

from sayso.ledger.copies.comparing import group

_Key = TypeVar("_Key", bound=Hashable)
_BOTH = -1


class Verdicts(msgspec.Struct, Generic[_Key], frozen=True):
    """Pairs that people call the same, and pairs that they call not the same."""

    same: tuple[tuple[_Key, _Key], ...] = ()
    apart: tuple[tuple[_Key, _Key], ...] = ()


def settle(
    links: Iterable[tuple[_Key, _Key]], verdicts: Verdicts[_Key], *, earlier_keeps: bool = False
) -> Mapping[_Key, _Key]:
    """Each key with one key that stands for its group.

    Where `earlier_keeps`, the first of each pair apart keeps what is as close to both.
    """
    if not verdicts.apart:
        return group([*links, *verdicts.same])
    one = group(verdicts.same)
    found = [(one.get(a, a), one.get(b, b)) for a, b in links]
    neighbours: dict[_Key, set[_Key]] = defaultdict(set)
    for a, b in found:
        neighbours[a].add(b)
        neighbours[b].add(a)
    apart = [(one.get(a, a), one.get(b, b)) for a, b in verdicts.apart]
    dropped = set[tuple[_Key, _Key]]().union(*(_crossing(neighbours, a, b, earlier_keeps) for a, b in apart))
    kept = [pair for pair in found if pair not in dropped]
    alone = [(key, key) for pair in (*found, *apart) for key in pair]
    return group([*verdicts.same, *alone, *kept])


def _crossing(
    neighbours: Mapping[_Key, set[_Key]], a: _Key, b: _Key, earlier_keeps: bool
) -> Iterator[tuple[_Key, _Key]]:
    """The links, each both ways, that lead from one side to another."""
    sides = _sides(neighbours, a, b, earlier_keeps)
    for key, side in sides.items():
        yield from ((key, other) for other in neighbours.get(key, ()) if sides[other] != side)


def _sides(neighbours: Mapping[_Key, set[_Key]], a: _Key, b: _Key, earlier_keeps: bool) -> dict[_Key, int]:
    """Whether each thing that can be reached goes with `a` (0), with `b` (1) or with neither."""
    from_a, from_b = _steps(neighbours, a), _steps(neighbours, b)
    if b not in from_a:
        return {}
    tie = 0 if earlier_keeps else _BOTH
    return {key: 0 if n < from_b[key] else 1 if n > from_b[key] else tie for key, n in from_a.items()}


def _steps(neighbours: Mapping[_Key, set[_Key]], start: _Key) -> dict[_Key, int]:
    """How many links lead from `start` to each thing that can be reached."""
    steps, waiting = {start: 0}, deque([start])
    while waiting:
        key = waiting.popleft()
        for other in neighbours.get(key, ()):
            if other not in steps:
                steps[other] = steps[key] + 1
                waiting.append(other)
    return steps
