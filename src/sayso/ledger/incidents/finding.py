"""Link happenings that are one, so that they make up incidents.

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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Literal, NamedTuple

from sayso.ledger.incidents.happenings import Happening
from sayso.ledger.incidents.linkage import cohesive
from sayso.ledger.incidents.pairs import Rarity, Unusual, Usual, clash, weigh, with_place
from sayso.ledger.names.place_kinds import PlaceKinds

CROWD = 64
EVEN = 0.3
"""The logarithm of the odds from which two are one."""
WITHIN = 22.0
"""What the words shared must come to between a place and one that it lies in."""
SENTENCE = 15.0
"""What the words of a sentence must come to that two texts share to the letter."""
FOLLOWING = 3
"""Days without a word that do not end what lasts."""
_RARE = 1.0
"""Words less rare than this make no two happenings meet."""

Because = Literal["copy", "sentence", "words", "lasts", "judged"]
Key = tuple[str, ...]


class Link(NamedTuple):
    """Two happenings that are one. `weight` ranks links that rest on the same."""

    one: str
    other: str
    because: Because
    weight: float


def link_happenings(happenings: Sequence[Happening], where: PlaceKinds) -> list[Link]:
    """The links between them, in no order that means anything."""
    told = once(happenings)
    rarity = Rarity(told)
    fleeting = [one for one in told if not one.lasts]
    links = [*_copies(happenings), *_lasting(happenings), *_sentences(told, rarity)]
    return [*links, *_at_one_place(fleeting, rarity, where), *_within(fleeting, rarity, where)]


def once(happenings: Iterable[Happening]) -> list[Happening]:
    """Of those that copies of one text tell in the same words, one."""
    first: dict[tuple[str, Key, str], Happening] = {}
    for one in sorted(happenings, key=lambda h: h.id):
        first.setdefault((one.text, one.words, one.family), one)
    return list(first.values())


def _copies(happenings: Iterable[Happening]) -> Iterator[Link]:
    """Those that copies of one text tell in the same words, wherever a reader placed them."""
    groups: dict[tuple[str, Key, str], list[str]] = defaultdict(list)
    for one in happenings:
        groups[one.text, one.words, one.family].append(one.id)
    for ids in groups.values():
        yield from (Link(min(ids), one, "copy", math.inf) for one in ids if one != min(ids))


def _sentences(happenings: Iterable[Happening], rarity: Rarity) -> Iterator[Link]:
    """Those that have their words in common, to the letter, and whose days touch."""
    groups: dict[tuple[Key, str], list[Happening]] = defaultdict(list)
    for one in happenings:
        groups[one.words, one.family].append(one)
    for some in groups.values():
        weight = sum(rarity[term] for term, own in some[0].terms.items() if own == 1)
        if len(some) > 1 and weight >= SENTENCE:
            yield from (Link(a.id, b.id, "sentence", weight) for a, b in _following(some, 1))


def _lasting(happenings: Iterable[Happening]) -> Iterator[Link]:
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


def _at_one_place(happenings: Sequence[Happening], rarity: Rarity, where: PlaceKinds) -> Iterator[Link]:
    """Those of one place, and of one day or of one and the next, for which more speaks than against, taken together."""
    usual = Usual(happenings)
    for (_, place), by_day in _blocks(happenings, lambda one: one.place).items():
        wide, unusual = where.is_wide(place), usual.of({day: len(some) for day, some in by_day.items()})
        named = {one.id: one for some in by_day.values() for one in some}

        between = partial(_weigh, named=named, unusual=unusual, rarity=rarity, wide=wide)
        weights = {pair: weight for pair in _near(by_day, rarity) if (weight := between(*pair)) >= EVEN}
        yield from (Link(*pair, "words", weights[pair]) for pair in cohesive(weights, between, EVEN))


def _weigh(
    one: str, other: str, *, named: Mapping[str, Happening], unusual: Mapping[int, Unusual], rarity: Rarity, wide: bool
) -> float:
    return weigh(named[one], named[other], unusual, rarity, wide=wide)


def _near(by_day: Mapping[int, Sequence[Happening]], rarity: Rarity) -> set[tuple[str, str]]:
    """Pairs of one day, or of one and the next, that have a rare word in common."""
    pairs = set()
    for day, some in by_day.items():
        following = [one for one in by_day.get(day + 1, ()) if day not in one.days]
        for one, other in _meeting([*some, *following], rarity):
            if day in one.days or day in other.days:
                pairs.add((one.id, other.id))
    return pairs


def _within(happenings: Sequence[Happening], rarity: Rarity, where: PlaceKinds) -> Iterator[Link]:
    """Those of one day and country that share many rare words, where the one's place lies in the other's."""
    for by_day in _blocks(happenings, lambda one: where.of(one.place).country).values():
        for some in by_day.values():
            for one, other in _meeting(some, rarity, across=True):
                near = where.lies_in(one.place, other.place) or where.lies_in(other.place, one.place)
                if near and not clash(one, other) and (likeness := rarity.likeness(one, other)) >= WITHIN:
                    yield Link(one.id, other.id, "words", likeness)


def _blocks(
    happenings: Iterable[Happening], where: Callable[[Happening], str | None]
) -> dict[tuple[str, str], dict[int, list[Happening]]]:
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
        for term in with_place(one) if across else one.terms:
            if rarity[term] >= _RARE:
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
