"""State the rules that link happenings which are one, so that they make up incidents.

Enters: what events of many documents tell of. Leaves: links, each with what it rests on. Two happenings are one where
- they stand in one text with the same words (a copy is no second report), or two texts have one sentence in common;
- they are of one family of types (see `EventType.happening`), of one place, of one day or of one and the next, and more
  speaks for it than against it (see `sayso.ledger.incidents.pairs`);
- the one's place lies in the other's, they are of one day, and they share many rare words;
- they tell of what goes on for days at one place or in one country, and few days lie between them.
The links are a function of the happenings known by then: no order of arrival changes them, and a late one may join.

Linear: a happening is compared with those that share a rare word with it, and of a word that more than `CROWD` of one
day and place have, with the `CROWD` whose ids are the least. Ids are as good as drawn by lot.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import pairwise
from typing import Literal, NamedTuple

from sayso.ledger.incidents.happenings import Happening
from sayso.ledger.incidents.linkage import cohesive
from sayso.ledger.incidents.pairs import Features, Rarity, Usual, clash, tell_features, weigh
from sayso.ledger.names.place_kinds import PlaceKinds

CROWD = 64
EVEN = 1.3
"""The logarithm of the odds from which two are one. Of 1,239 pairs that were judged, 94 % of those joined so are one
and 75 % of those left apart are not; from .45 it is 90 % and 85 %, from 1.6 it is 96 % and 71 %. What is joined wrongly
does more harm than what is left apart."""
WITHIN = 22.0
"""What the words shared must come to between a place and one that it lies in."""
SENTENCE = 15.0
"""What the words of a sentence must come to that two texts share to the letter."""
FOLLOWING = 3
"""Days without a word that do not end what lasts."""

Because = Literal["copy", "sentence", "words", "lasts", "judged"]
Key = tuple[str, ...]
Pair = tuple[str, str]
ByDay = dict[int, list[Happening]]


class Link(NamedTuple):
    """Two happenings that are one. `weight` ranks links that rest on the same."""

    one: str
    other: str
    because: Because
    weight: float


def once(happenings: Iterable[Happening]) -> list[Happening]:
    """Of those that copies of one text tell in the same words, one."""
    first: dict[tuple[str, Key, str], Happening] = {}
    for one in sorted(happenings, key=lambda h: h.id):
        first.setdefault((one.text, one.words, one.family), one)
    return list(first.values())


def link_copies(happenings: Iterable[Happening]) -> Iterator[Link]:
    """Those that copies of one text tell in the same words, wherever a reader placed them."""
    groups: dict[tuple[str, Key, str], list[str]] = defaultdict(list)
    for one in happenings:
        groups[one.text, one.words, one.family].append(one.id)
    for ids in groups.values():
        yield from (Link(min(ids), one, "copy", math.inf) for one in ids if one != min(ids))


def link_sentences(happenings: Iterable[Happening], rarity: Rarity) -> Iterator[Link]:
    """Those that have their words in common, to the letter, and whose days touch."""
    groups: dict[tuple[Key, str], list[Happening]] = defaultdict(list)
    for one in happenings:
        groups[one.words, one.family].append(one)
    for some in groups.values():
        if len(some) < 2:
            continue
        weight = sum(rarity[term] for term, own in some[0].terms.items() if own == 1)
        if weight >= SENTENCE:
            yield from (Link(a.id, b.id, "sentence", weight) for a, b in _following(some, 1))


def link_lasting(happenings: Iterable[Happening]) -> Iterator[Link]:
    """Those that tell of one thing that goes on for days."""
    groups: dict[tuple[str, str], list[Happening]] = defaultdict(list)
    for one in happenings:
        if one.lasts:
            groups[one.family, one.seat].append(one)
    for some in groups.values():
        yield from (Link(a.id, b.id, "lasts", 0.0) for a, b in _following(some, FOLLOWING))


def _following(happenings: Iterable[Happening], days: int) -> Iterator[tuple[Happening, Happening]]:
    """Each with the one before it, where not more than so many days lie between."""
    for before, behind in pairwise(sorted(happenings, key=lambda h: (h.days, h.id))):
        if behind.days[0] - before.days[-1] <= days:
            yield before, behind


class OnePlace:
    """Happenings of one family and place. Those of one day, or of one and the next, are one for which more speaks than
    against, taken together.
    """

    def __init__(self, by_day: ByDay, usual: Usual, rarity: Rarity, *, wide: bool) -> None:
        self._by_day, self._rarity, self._wide = by_day, rarity, wide
        self._named = {one.id: one for some in by_day.values() for one in some}
        self._unusual = usual.of({day: len(some) for day, some in by_day.items()})
        self._weights: dict[Pair, float] = {}
        self._weighed: set[int] = set()

    def near(self, one: Happening) -> Iterator[Pair]:
        """Pairs that may be one, of the days of one of them: all that have it, and no pair twice."""
        for day in range(one.days[0] - 1, one.days[-1] + 1):
            if day not in self._weighed:
                self._weighed.add(day)
                yield from self._weigh_day(day)

    def links(self, among: Set[str]) -> Iterator[Link]:
        """The links of those among these happenings, of which all pairs that may be one were told."""
        weights = {pair: weight for pair, weight in self._weights.items() if pair[0] in among}
        yield from (Link(*pair, "words", weights[pair]) for pair in cohesive(weights, self._between, EVEN))

    def features(self, one: str, other: str) -> Features:
        """What is weighed of two of these."""
        return tell_features(self._named[one], self._named[other], self._unusual, self._rarity, wide=self._wide)

    def _weigh_day(self, day: int) -> Iterator[Pair]:
        some = self._by_day.get(day, ())
        following = [one for one in self._by_day.get(day + 1, ()) if day not in one.days]
        for one, other in _meeting([*some, *following], self._rarity):
            pair = one.id, other.id
            touching = day in one.days or day in other.days
            if touching and pair not in self._weights and (weight := self._between(*pair)) >= EVEN:
                self._weights[pair] = weight
                yield pair

    def _between(self, one: str, other: str) -> float:
        return weigh(self._named[one], self._named[other], self._unusual, self._rarity, wide=self._wide)


def link_within(happenings: Sequence[Happening], rarity: Rarity, where: PlaceKinds) -> Iterator[Link]:
    """Of those of one day and country the ones that share many rare words, one's place lying in the other's."""
    for one, other in _meeting(happenings, rarity, across=True):
        near = where.lies_in(one.place, other.place) or where.lies_in(other.place, one.place)
        if near and not clash(one, other) and (likeness := rarity.likeness(one, other)) >= WITHIN:
            yield Link(one.id, other.id, "words", likeness)


def in_blocks(
    happenings: Iterable[Happening], where: Callable[[Happening], str | None]
) -> dict[tuple[str, str], ByDay]:
    """The happenings by family and by where they are, then by day."""
    blocks: dict[tuple[str, str], dict[int, list[Happening]]] = defaultdict(lambda: defaultdict(list))
    for one in happenings:
        if (place := where(one)) is not None:
            for day in one.days:
                blocks[one.family, place][day].append(one)
    return blocks


def _meeting(
    some: Sequence[Happening], rarity: Rarity, *, across: bool = False
) -> Iterator[tuple[Happening, Happening]]:
    """Pairs of these that have a rare word in common: of one place, or of two (`across`)."""
    if len(some) < 2:
        return
    having: dict[int, list[int]] = defaultdict(list)
    ordered = sorted(some, key=lambda h: h.id)
    for number, one in enumerate(ordered):
        for term in rarity.with_place(one) if across else one.terms:
            if term in rarity.rare:
                having[term].append(number)
    met = {
        (one, other)
        for numbers in having.values()
        for at, one in enumerate(numbers[:CROWD])
        for other in numbers[at + 1 :]
    }
    for first, second in sorted(met):
        if across == (ordered[first].place != ordered[second].place):
            yield ordered[first], ordered[second]
