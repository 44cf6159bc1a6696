"""Link the happenings that hang together with some of them, and leave the others alone.

Enters: all happenings, and the ids of those that are asked for. Leaves: their links, and those of all that these lead
to, by the rules of `sayso.ledger.incidents.finding`: just what all links of all happenings say of them. What is rare,
or unusual at a place, is so among all happenings; only what is weighed pair by pair is left where nobody asks.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from sayso.ledger.incidents.finding import (
    ByDay,
    Link,
    OnePlace,
    in_blocks,
    link_copies,
    link_lasting,
    link_sentences,
    link_within,
    once,
)
from sayso.ledger.incidents.happenings import Happening
from sayso.ledger.incidents.pairs import Features, Rarity, Usual
from sayso.ledger.names.place_kinds import PlaceKinds


class Linking:
    """The links between happenings. `tied` are pairs of events of which people say something."""

    def __init__(
        self, happenings: Sequence[Happening], where: PlaceKinds, tied: Iterable[tuple[str, str]] = ()
    ) -> None:
        told = once(happenings)
        self.rarity = Rarity(told)
        self._where = where
        self._fleeting = {one.id: one for one in told if not one.lasts}
        self._plain = [*link_copies(happenings), *link_lasting(happenings), *link_sentences(told, self.rarity)]
        self._met: dict[str, set[str]] = defaultdict(set)
        for one, other in (*tied, *((link.one, link.other) for link in self._plain)):
            self._meet(one, other)
        self._places: dict[tuple[str, str], OnePlace] = {}
        self._lands: dict[tuple[str, str, int], list[Link]] = {}

    def around(self, ids: Iterable[str]) -> tuple[set[str], list[Link]]:
        """The events that hang together with these, and their links, in no order that means anything."""
        reached: set[str] = set()
        waiting = list(ids)
        while waiting:
            if (id := waiting.pop()) not in reached:
                reached.add(id)
                if id in self._fleeting:
                    self._look_around(self._fleeting[id])
                waiting += self._met[id]
        lands = (link for links in self._lands.values() for link in links)
        links = [link for link in (*self._plain, *lands) if link.one in reached]
        return reached, [*links, *(link for place in self._places.values() for link in place.links(reached))]

    def features(self, id: str, other: str) -> Features | None:
        """What is weighed of two of these; `None` where they are not of one place and kind, or something lasts."""
        both = self._fleeting.get(id), self._fleeting.get(other)
        if both[0] is None or both[1] is None or (both[0].family, both[0].place) != (both[1].family, both[1].place):
            return None
        return self._at(both[0]).features(id, other)

    def _at(self, one: Happening) -> OnePlace:
        """All that is of the place and kind of this one."""
        at = one.family, one.place
        if at not in self._places:
            wide = self._where.is_wide(one.place)
            self._places[at] = OnePlace(self._by_place[at], self._usual, self.rarity, wide=wide)
        return self._places[at]

    def _look_around(self, one: Happening) -> None:
        """Find what a happening may be one with."""
        for pair in self._at(one).near(one):
            self._meet(*pair)
        land = self._where.of(one.place).country
        if land is not None:
            for day in one.days:
                self._look_within(one.family, land, day)

    def _look_within(self, family: str, land: str, day: int) -> None:
        if (family, land, day) not in self._lands:
            found = list(link_within(self._by_land[family, land][day], self.rarity, self._where))
            self._lands[family, land, day] = found
            for link in found:
                self._meet(link.one, link.other)

    def _meet(self, one: str, other: str) -> None:
        self._met[one].add(other)
        self._met[other].add(one)

    @cached_property
    def _usual(self) -> Usual:
        return Usual(self._fleeting.values())

    @cached_property
    def _by_place(self) -> dict[tuple[str, str], ByDay]:
        return in_blocks(self._fleeting.values(), lambda one: one.place)

    @cached_property
    def _by_land(self) -> dict[tuple[str, str], ByDay]:
        return in_blocks(self._fleeting.values(), lambda one: self._where.of(one.place).country)
