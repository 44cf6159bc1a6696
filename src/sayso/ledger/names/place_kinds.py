"""Tell what kind of place a name stands for across documents, and which places lie in it.

Enters: the places that documents name, with how often they do, and the one name that each goes by. Leaves: of each of
these names its kind, country and first-order area: those of the place that most mentions mean. Where the documents
disagree on nothing but how often, the result depends on the set of mentions alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import msgspec

from sayso.ledger.names.actors import Naming
from sayso.ledger.names.folding import Key, fold
from sayso.model import Place
from sayso.model.encoding import decode
from sayso.model.place import PlaceKind

WIDE: frozenset[PlaceKind] = frozenset({"region", "country", "continent", "water", "area"})
"""Kinds of place in which much happens on one day that has nothing to do with each other."""


OFTEN = 10
"""Times that documents must name a town before its name is looked for in other words: "Vladimir" is one, too."""
_NAME = re.compile(r"[^\W\d_]\w+")


class Lying(msgspec.Struct, frozen=True):
    """What a name stands for. `area` is the name that its first-order area goes by."""

    kind: PlaceKind | None = None
    country: str | None = None
    area: str | None = None


class PlaceKinds:
    """What each name of a place stands for."""

    def __init__(self, rows: Iterable[Any], naming: Naming) -> None:
        """`rows` have the name of a place, how often it is named so, and one such mention as JSON."""
        read = [(name, times, decode(noun, Place)) for name, times, noun in rows]
        naming.prepare({name for one, _, place in read for name in (one, place.admin1) if name is not None})
        uses: dict[Key, dict[Lying, int]] = defaultdict(lambda: defaultdict(int))
        for name, times, place in read:
            area = naming.of(place.admin1) if place.admin1 is not None else None
            uses[fold(naming.of(name))][Lying(place.kind, place.country, area)] += times
        self._towns = {
            fold(name): fold(naming.of(name)) for name, times, place in read if times >= OFTEN and place.kind == "city"
        }
        self._named: dict[str, Lying] = {}
        self._lying: dict[tuple[str, str], bool] = {}
        self._known = {key: min(found, key=lambda w: (-found[w], _in_order(w))) for key, found in uses.items()}

    def of(self, name: str) -> Lying:
        """What the name stands for; of a name that no document has, nothing is known."""
        if name not in self._named:
            self._named[name] = self._known.get(fold(name), Lying())
        return self._named[name]

    def is_wide(self, name: str) -> bool:
        """Whether it is more than one town or site."""
        return self.of(name).kind in WIDE

    def towns_in(self, words: str) -> set[Key]:
        """The towns that the words name, each by the folded name that it goes by."""
        named = [word.casefold() for word in _NAME.findall(words)]
        parts = [(one,) for one in named] + list(pairwise(named))
        return {self._towns[part] for part in parts if part in self._towns}

    def lies_in(self, inner: str, outer: str) -> bool:
        """Whether the one place lies in the other, as far as the gazetteer or its own name tells."""
        if (inner, outer) not in self._lying:
            self._lying[inner, outer] = self._lies_in(inner, outer)
        return self._lying[inner, outer]

    def _lies_in(self, inner: str, outer: str) -> bool:
        one, other = self.of(inner), self.of(outer)
        if one.country is None or one.country != other.country or inner == outer:
            return False
        if other.kind == "country":
            return one.kind != "country"
        if other.kind == "region":
            return one.kind != "region" and one.area is not None and fold(one.area) == fold(outer)
        return one.kind == "site" and other.kind == "city" and set(fold(outer)) < set(fold(inner))


def _in_order(one: Lying) -> tuple[str, str, str]:
    return one.kind or "", one.country or "", one.area or ""
