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
from operator import add
from typing import Any, NamedTuple

import numpy as np

from sayso.ledger.incidents.happenings import Happening
from sayso.ledger.names.folding import Key
from sayso.ledger.stories.sketches import background, terms_of

PRIOR = 100
"""How many documents the counts of news at large are worth."""
AGAINST = -50.0
"""The weight against two that cannot be one: within a group, too, nothing outweighs it."""
LEARNT = 14
"""Days after which it is known what is usual at a place; before, every day is."""


class Features(NamedTuple):
    """What speaks for two happenings being one, or against it; or the weight of each."""

    words: float = 0
    share: float = 0
    nearby: float = 0
    toll: float = 0
    clash: float = 0
    under_fire: float = 0
    rate: float = 0
    crowd: float = 0
    next_day: float = 0
    actor: float = 0
    other_actor: float = 0
    other_target: float = 0
    other_number: float = 0
    bias: float = 1


NARROW = Features(
    words=0.4, share=6.1, nearby=8.8, toll=1.6, clash=-3.0, under_fire=-1.5, rate=-1.3, crowd=0.95, next_day=-2.2,
    actor=0.6, other_actor=-2.1, other_target=-0.75, other_number=-1.9, bias=-4.2,
)  # fmt: skip
IN_LAND = Features(rate=0.7, crowd=-0.35, next_day=0.55, bias=-0.75)
"""What is added to these in a region or country."""
WIDE = Features(*map(add, NARROW, IN_LAND))
FULL_CROWD = 4.0
"""The logarithm (to base two) of how many happenings of one day count in full: more of them may be several."""
LEAST_IN_LAND = 8.0
"""What the words must come to at least that two happenings in a region or country share: "it was shelled" is none."""
FEW_WORDS = 8.0
"""What is added to all words where a part of them is told: of two that two have, both are no proof."""
KNOWN_ACTOR = 3.0
"""Rareness of an actor's name from which it counts in full that both name it."""
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
        self._ids = frozenset(one.id for one in happenings)
        self._whole: dict[str, float] = {}
        self._nearby: dict[str, float] = {}
        self._known: dict[Key, float] = {}
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

    def share(self, one: Happening, other: Happening, likeness: float) -> float:
        """The part of the words of both that they share (Dice 1945)."""
        return 2 * likeness / (self._words_of(one) + self._words_of(other) + FEW_WORDS)

    def _words_of(self, one: Happening) -> float:
        if one.id not in self._whole:
            self._whole[one.id] = sum(self._of[term] * weight for term, weight in one.terms.items())
        return self._whole[one.id]

    def nearby(self, one: Happening, other: Happening) -> float:
        """The part of the words around both that they share."""
        both = sum(map(self._of.__getitem__, one.nearby & other.nearby))
        return 2 * both / (self._words_near(one) + self._words_near(other) + FEW_WORDS)

    def _words_near(self, one: Happening) -> float:
        if one.id not in self._nearby:
            self._nearby[one.id] = sum(map(self._of.__getitem__, one.nearby)) if one.id in self._ids else 0.0
        return self._nearby[one.id]

    def known_actor(self, one: Happening, other: Happening) -> float:
        """How surely both name one actor, from 0 to 1: the name of a party to a war is in every second report."""
        return max(map(self._how_known, one.by & other.by), default=0.0)

    def _how_known(self, name: Key) -> float:
        if name not in self._known:
            self._known[name] = min(1.0, sum(map(self._of.__getitem__, terms_of(" ".join(name)))) / KNOWN_ACTOR)
        return self._known[name]


class _Of(dict[int, float]):
    """The rarity of terms; of one that is in no happening it is nothing."""

    def __missing__(self, term: int) -> float:
        return 0.0


def weigh(one: Happening, other: Happening, unusual: Mapping[int, Unusual], rarity: Rarity, *, wide: bool) -> float:
    """How likely two happenings of one place are one, as the logarithm of the odds."""
    later = max(one.days[0] - other.days[-1], other.days[0] - one.days[-1], 0)
    if (wide or later) and clash(one, other):
        return AGAINST
    here = (max if later else min)((unusual[day] for day in (*one.days, *other.days)), key=_stands_out)
    likeness = rarity.likeness(one, other)
    if wide and likeness < LEAST_IN_LAND:
        return AGAINST
    told = Features(
        words=math.log(likeness + 2),
        share=rarity.share(one, other, likeness),
        nearby=0.0 if _is_told_apart(one, other) else rarity.nearby(one, other),
        toll=same_toll(one, other),
        clash=clash(one, other),
        under_fire=not wide and here.rate >= 1,
        rate=math.log(here.rate + 0.1),
        crowd=min(FULL_CROWD, math.log2(here.told)),
        next_day=later,
        actor=rarity.known_actor(one, other),
        other_actor=not one.on_the_ground and _differ(one.actor, other.actor),
        other_target=wide and _differ(one.target, other.target),
        other_number=_differ(one.numbers, other.numbers),
    )
    return sum(weight * value for weight, value in zip(WIDE if wide else NARROW, told, strict=True))


def _is_told_apart(one: Happening, other: Happening) -> bool:
    """Whether one text tells both in clauses of one type: what stands around them says nothing, for it is the same."""
    return one.text == other.text and one.type == other.type


def _differ(ours: Set[Any], theirs: Set[Any]) -> bool:
    """Whether both say something, and not the same."""
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def same_toll(one: Happening, other: Happening) -> float:
    """How telling a number is that both count the same of: 1 for one digit, 2 from ten on."""
    if not (one.tolls and other.tolls):
        return 0.0
    ours, theirs = dict(one.tolls), dict(other.tolls)
    alike = (ours[m][0] for m in ours.keys() & theirs.keys() if ours[m][0] == theirs[m][0])
    return max((1 + math.log10(max(1.0, low)) for low in alike), default=0.0)


def clash(one: Happening, other: Happening) -> bool:
    """Whether the two count the same, and no number of the one can be one of the other."""
    if not (one.tolls and other.tolls):
        return False
    ours, theirs = dict(one.tolls), dict(other.tolls)
    return any(not _meet(ours[measure], theirs[measure]) for measure in ours.keys() & theirs.keys())


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
