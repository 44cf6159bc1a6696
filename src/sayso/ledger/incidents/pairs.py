"""Weigh whether two happenings of one place, on one day or the next, are one.

Enters: two happenings, how rare words are, and how much happens at their place. Leaves: a number, positive where it is
likelier that they are one. Refuses, with `AGAINST`, two that count the same and cannot both be right, where that tells
them apart: a toll in a town rises from report to report, but a land has many tolls, and each day its own.

What speaks for it: words that both have, weighted by how rare they are; the share of all their words that these are;
an actor or a number that both name; that more is told of this day there than of others. What speaks against it: that
much is told of other days there, too; that it is a land and no town; that the days differ; that actors, targets or
numbers are others. What surrounds two clauses of one text tells nothing. Most weights are those of a logistic
regression on 1,039 pairs judged by hand (cross-validated: 90 % of those that it joins are one); see
`eval/incidents_merged`.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any, NamedTuple

import numpy as np

from sayso.ledger.incidents.happenings import Happening
from sayso.ledger.stories.sketches import background, terms_of

PRIOR = 100
"""How many documents the counts of news at large are worth."""
AGAINST = -50.0
"""The weight against two that cannot be one: within a group, too, nothing outweighs it."""
LEARNT = 14
"""Days after which it is known what is usual at a place; before, every day is."""
WEIGHTS = {
    "words": 0.4, "share": 6.1, "nearby": 8.8, "toll": 1.6, "clash": -3.0, "other number": -1.9, "rate": -1.3,
    "crowd": 0.95, "under fire": -1.5, "next day": -2.2, "actor": 0.6, "other actor": -2.1, "other target": -0.75,
    "bias": -4.2,
}  # fmt: skip
IN_LAND = {"rate": 0.7, "crowd": -0.35, "next day": 0.55, "bias": -0.75}
"""What is added to these in a region or country."""
FULL_CROWD = 4.0
"""The logarithm (to base two) of how many happenings of one day count in full: more of them may be several."""
LEAST_IN_LAND = 8.0
"""What the words must come to at least that two happenings in a region or country share: "it was shelled" is none."""
FEW_WORDS = 8.0
"""What is added to all words where a part of them is told: of two that two have, both are no proof."""
KNOWN_ACTOR = 3.0
"""Rareness of an actor's name from which it counts in full that both name it."""
Weights = Mapping[int, float]


class Unusual(NamedTuple):
    """How many happenings are told of a day at a place, and how many come to any other day."""

    told: int
    rate: float


def _stands_out(of: Unusual) -> tuple[float, Unusual]:
    return of.told / of.rate, of


class Usual:
    """How much is usual at a place, as far as it is known by now."""

    def __init__(self, happenings: Iterable[Happening]) -> None:
        self._days = len({one.known for one in happenings})

    def of(self, counts: Mapping[int, int]) -> dict[int, Unusual]:
        """How each day stands out, by how many happenings there are on each."""
        total = sum(counts.values())
        if self._days < LEARNT:
            return {day: Unusual(count, float(count)) for day, count in counts.items()}
        return {day: Unusual(count, (total - count + 3) / (self._days + 3)) for day, count in counts.items()}


class Rarity:
    """How rare each term is among some happenings and in news at large: an inverse document frequency."""

    def __init__(self, happenings: Sequence[Happening]) -> None:
        counts = Counter(term for one in happenings for term in (*one.terms, *one.named))
        terms = np.fromiter(counts, np.uint32, len(counts))
        known = np.fromiter(counts.values(), np.float64, len(counts))
        prior = background().of(terms) * (PRIOR / background().documents)
        rarity = np.maximum(0.0, np.log((PRIOR + len(happenings) + 1) / (prior + known + 1)))
        self._of: dict[int, float] = dict(zip(counts, rarity.tolist(), strict=True))
        self._whole = {one.id: self._sum(one.terms) for one in happenings}
        self._nearby = {one.id: sum(map(self.__getitem__, one.nearby)) for one in happenings}

    def __getitem__(self, term: int) -> float:
        return self._of.get(term, 0.0)

    def _sum(self, terms: Weights) -> float:
        return sum(self[term] * weight for term, weight in terms.items())

    def shared(self, one: Happening, other: Happening) -> dict[int, float]:
        """What each term that both have is worth. A place's name tells places apart, and counts between them alone."""
        ours, theirs = (one.terms, other.terms) if one.place == other.place else (with_place(one), with_place(other))
        return {term: self[term] * min(weight, theirs[term]) for term, weight in ours.items() if term in theirs}

    def likeness(self, one: Happening, other: Happening) -> float:
        """What the terms that both have come to."""
        return sum(self.shared(one, other).values())

    def share(self, one: Happening, other: Happening, likeness: float) -> float:
        """The part of the words of both that they share (Dice 1945)."""
        whole = sum(self._whole[h.id] if h.id in self._whole else self._sum(h.terms) for h in (one, other))
        return 2 * likeness / (whole + FEW_WORDS)

    def nearby(self, one: Happening, other: Happening) -> float:
        """The part of the words around both that they share."""
        both = sum(self[term] for term in one.nearby & other.nearby)
        return 2 * both / (self._nearby.get(one.id, 0.0) + self._nearby.get(other.id, 0.0) + FEW_WORDS)

    def known_actor(self, one: Happening, other: Happening) -> float:
        """How surely both name one actor, from 0 to 1: the name of a party to a war is in every second report."""
        names = one.by & other.by
        return max((min(1.0, sum(self[t] for t in terms_of(" ".join(n))) / KNOWN_ACTOR) for n in names), default=0.0)


def with_place(one: Happening) -> Weights:
    """The terms of a happening and of its place."""
    return {**one.terms, **dict.fromkeys(one.named, 1.0)}


def weigh(one: Happening, other: Happening, unusual: Mapping[int, Unusual], rarity: Rarity, *, wide: bool) -> float:
    """How likely two happenings of one place are one, as the logarithm of the odds."""
    later = max(one.days[0] - other.days[-1], other.days[0] - one.days[-1], 0)
    if (wide or later) and clash(one, other):
        return AGAINST
    here = (max if later else min)((unusual[day] for day in (*one.days, *other.days)), key=_stands_out)
    likeness = rarity.likeness(one, other)
    if wide and likeness < LEAST_IN_LAND:
        return AGAINST
    told = {
        "words": math.log(likeness + 2),
        "share": rarity.share(one, other, likeness),
        "nearby": 0.0 if _is_told_apart(one, other) else rarity.nearby(one, other),
        "toll": same_toll(one, other),
        "clash": clash(one, other),
        "under fire": not wide and here.rate >= 1,
        "rate": math.log(here.rate + 0.1),
        "crowd": min(FULL_CROWD, math.log2(here.told)),
        "next day": later,
        "actor": rarity.known_actor(one, other),
        "other actor": not one.on_the_ground and _differ(one.actor, other.actor),
        "other target": wide and _differ(one.target, other.target),
        "other number": _differ(one.numbers, other.numbers),
        "bias": 1,
    }
    return sum((WEIGHTS[name] + (IN_LAND.get(name, 0) if wide else 0)) * value for name, value in told.items())


def _is_told_apart(one: Happening, other: Happening) -> bool:
    """Whether one text tells both in clauses of one type: what stands around them says nothing, for it is the same."""
    return one.text == other.text and one.type == other.type


def _differ(ours: Set[Any], theirs: Set[Any]) -> bool:
    """Whether both say something, and not the same."""
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def same_toll(one: Happening, other: Happening) -> float:
    """How telling a number is that both count the same of: 1 for one digit, 2 from ten on."""
    ours, theirs = dict(one.tolls), dict(other.tolls)
    alike = (ours[m][0] for m in ours.keys() & theirs.keys() if ours[m][0] == theirs[m][0])
    return max((1 + math.log10(max(1.0, low)) for low in alike), default=0.0)


def clash(one: Happening, other: Happening) -> bool:
    """Whether the two count the same, and no number of the one can be one of the other."""
    ours, theirs = dict(one.tolls), dict(other.tolls)
    return any(not _meet(ours[measure], theirs[measure]) for measure in ours.keys() & theirs.keys())


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
