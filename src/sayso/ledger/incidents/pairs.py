"""Weigh whether two happenings of one place, on one day or the next, are one.

Enters: two happenings, how rare words are, and how much happens at their place. Leaves: a number, positive where it is
likelier that they are one. Refuses, with `AGAINST`, two that count the same and cannot both be right, where that tells
them apart: a toll in a town rises from report to report, but a land has many tolls, and each day its own.

What speaks for it: words that both have, weighted by how rare they are; that more is told of this day there than of
others. What speaks against it: all the words of the shorter and of the longer of them, since many words meet by chance;
that much is told of other days there, too; that the days differ; that it is a land, where little is shared; and that
both are deeds, of which many do the like on one day ("imposed sanctions", "met"), unless one name is behind both. The
weights are those of a logistic regression on 1,239 pairs judged by hand, most of which had been taken for one before
while the others lay beside each other (cross-validated: 87 % told rightly; see `training/incidents.py`). Of 576 pairs
drawn and judged afterwards they rank an alike pair above another in 87 of 100 cases (the area under the curve), where
weights with the share of words, actors and targets did in 85. A number or an actor that both have on the ground, the
kind, whether the place is named in the sentence, the sentences around, and trees instead of weights were tried and told
nothing more.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from sayso.ledger.incidents.happenings import Happening
from sayso.ledger.stories.sketches import background

PRIOR = 100
"""How many documents the counts of news at large are worth."""
AGAINST = -50.0
"""The weight against two that cannot be one: within a group, too, nothing outweighs it."""
LEARNT = 14
"""Days after which it is known what is usual at a place; before, every day is."""


class Features(NamedTuple):
    """What speaks for two happenings being one, or against it; or the weight of each."""

    words: float = 0
    shorter: float = 0
    longer: float = 0
    rate: float = 0
    rate_in_land: float = 0
    crowd: float = 0
    next_day: float = 0
    little_in_land: float = 0
    deed: float = 0
    deed_of_one: float = 0
    bias: float = 1


WEIGHTS = Features(
    words=1.22, shorter=-1.02, longer=-0.73, rate=-0.67, rate_in_land=0.41, crowd=0.26, next_day=-2.47,
    little_in_land=-1.31, deed=-1.27, deed_of_one=1.09, bias=4.95,
)  # fmt: skip
"""From `training/incidents.py`."""
FULL_CROWD = 4.0
"""The logarithm (to base two) of how many happenings of one day count in full: more of them may be several."""
LITTLE = 8.0
"""What the words come to that many happenings in a region or country share: "it was shelled"."""
FEW_WORDS = 15.0
"""What the words of a happening come to at least, as far as they are few: of the pairs judged, one in 100 has a clause
with less, and "it was shelled" is no closer to another clause for being short."""
RARE = 1.0
"""Words less rare than this make no two happenings meet."""
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
        self._of = _Of(zip(counts, rarity.tolist(), strict=True))
        self.rare = frozenset(term for term, worth in self._of.items() if worth >= RARE)
        """The terms that make two happenings meet."""
        self._whole: dict[str, float] = {}
        self._with_place: dict[str, Weights] = {}

    def __getitem__(self, term: int) -> float:
        return self._of[term]

    def with_place(self, one: Happening) -> Weights:
        """The terms of a happening and of its place."""
        if one.id not in self._with_place:
            self._with_place[one.id] = {**one.terms, **dict.fromkeys(one.named, 1.0)}
        return self._with_place[one.id]

    def shared(self, one: Happening, other: Happening) -> dict[int, float]:
        """What each term that both have is worth. A place's name tells places apart, and counts between them alone."""
        here = one.place == other.place
        ours, theirs = (one.terms, other.terms) if here else (self.with_place(one), self.with_place(other))
        of = self._of
        return {
            term: of[term] * (weight if weight < theirs[term] else theirs[term])
            for term, weight in ours.items()
            if term in theirs
        }

    def likeness(self, one: Happening, other: Happening) -> float:
        """What the terms that both have come to."""
        return sum(self.shared(one, other).values())

    def words_of(self, one: Happening) -> float:
        """What all terms of a happening come to."""
        if one.id not in self._whole:
            self._whole[one.id] = sum(self._of[term] * weight for term, weight in one.terms.items())
        return self._whole[one.id]


class _Of(dict[int, float]):
    """The rarity of terms; of one that is in no happening it is nothing."""

    def __missing__(self, term: int) -> float:
        return 0.0


def weigh(one: Happening, other: Happening, unusual: Mapping[int, Unusual], rarity: Rarity, *, wide: bool) -> float:
    """How likely two happenings of one place are one, as the logarithm of the odds."""
    if (wide or _days_between(one, other)) and clash(one, other):
        return AGAINST
    told = tell_features(one, other, unusual, rarity, wide=wide)
    return sum(weight * value for weight, value in zip(WEIGHTS, told, strict=True))


def tell_features(
    one: Happening, other: Happening, unusual: Mapping[int, Unusual], rarity: Rarity, *, wide: bool
) -> Features:
    """What is weighed of two happenings of one place."""
    later = _days_between(one, other)
    here = (max if later else min)((unusual[day] for day in (*one.days, *other.days)), key=_stands_out)
    likeness, rate = rarity.likeness(one, other), math.log(here.rate + 0.1)
    shorter, longer = sorted(max(rarity.words_of(some), FEW_WORDS) for some in (one, other))
    deed = one.deed and other.deed
    return Features(
        words=math.log(likeness + 2),
        shorter=math.log(shorter),
        longer=math.log(longer),
        rate=rate,
        rate_in_land=rate if wide else 0.0,
        crowd=min(FULL_CROWD, math.log2(here.told)),
        next_day=later,
        little_in_land=wide and likeness < LITTLE,
        deed=deed,
        deed_of_one=deed and not one.actor.isdisjoint(other.actor),
    )


def _days_between(one: Happening, other: Happening) -> int:
    return max(one.days[0] - other.days[-1], other.days[0] - one.days[-1], 0)


def clash(one: Happening, other: Happening) -> bool:
    """Whether the two count the same, and no number of the one can be one of the other."""
    if not (one.tolls and other.tolls):
        return False
    ours, theirs = dict(one.tolls), dict(other.tolls)
    return any(not _meet(ours[measure], theirs[measure]) for measure in ours.keys() & theirs.keys())


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
