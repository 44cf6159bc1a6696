"""Ask for the times and places of a document by where they stand in it.

Enters: the tokens of a document, its times and places. Leaves: those that a span holds, the last place of a kind before
an offset, the token that carries a place's name. Refuses times that no day could be given for.
"""

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from sayso.model import Place, Span, Time

SPECIFIC = {"site": 7, "city": 6, "water": 4, "area": 3, "region": 3, "country": 2, "continent": 1}
WIDE = frozenset({"country", "continent"})
INSIDE = re.compile(r"\S.{0,40} \w{1,12}, ")
"""A place with a word for its kind, before the region that it is said to lie in: "Oster district, Ardan province"."""
NAMED = 3
"""Words of a name, the kind of thing that it names, and what leads on to a region: "Oster hotel in"."""
RECALLED = 40
"""Places that "the city" is looked for among."""
DISTRICT = 5
"""Rank of a region within a region: a district of a province."""


class Surroundings:
    """The times and places of a document, asked by place in the text."""

    def __init__(
        self, doc: Doc, times: Sequence[Time], places: Sequence[Place], locatives: frozenset[str] = frozenset()
    ) -> None:
        """`locatives` are the words that lead to the region that something lies in."""
        self.doc = doc
        self.times = sorted((t for t in times if t.begin and t.type in ("DATE", "TIME")), key=lambda t: t.span)
        self.places = list(_without_contradicted(sorted(places, key=lambda p: p.span), doc.text, locatives))
        self.named = frozenset(o for p in self.places if p.kind not in WIDE for o in range(p.span.start, p.span.end))
        self._time_starts = [t.span.start for t in self.times]
        self._place_starts = [p.span.start for p in self.places]

    def times_in(self, span: Span) -> list[Time]:
        """The dated times that start within `span`."""
        return self.times[bisect_left(self._time_starts, span.start) : bisect_left(self._time_starts, span.end)]

    def places_in(self, span: Span) -> list[Place]:
        """The places that start within `span`."""
        return self.places[bisect_left(self._place_starts, span.start) : bisect_left(self._place_starts, span.end)]

    def before(self, offset: int) -> Iterator[Place]:
        """The places named before the offset, the last one first, as far as `RECALLED` of them."""
        position = bisect_left(self._place_starts, offset)
        return reversed(self.places[max(0, position - RECALLED) : position])

    def root(self, named: Place | Time) -> Token | None:
        """The token that carries the name of a place, or a time."""
        return self.root_of(named.span)

    def root_of(self, span: Span | None) -> Token | None:
        """The token that carries the words of the span, if there are any."""
        words = None if span is None else self.doc.char_span(span.start, span.end, alignment_mode="expand")
        return None if words is None else words.root


def _without_contradicted(places: Sequence[Place], text: str, locatives: frozenset[str]) -> Iterator[Place]:
    """Leave out a place that the words right behind it put into another region than the map does."""
    for place, behind in itertools.zip_longest(places, places[1:]):
        stated = text[place.span.start : behind.span.start] if behind is not None else ""
        within = behind is not None and behind.kind == "region" and _is_inside(stated, locatives)
        if not within or place.admin1 is None or _contains(behind, place):
            yield place


def _is_inside(stated: str, locatives: frozenset[str]) -> bool:
    """Whether the words from a place on lead to a region around it: "Oster district, ", "the Oster hotel in "."""
    if INSIDE.fullmatch(stated) is not None:
        return True
    words = stated.split()
    return len(words) == NAMED and words[1].islower() and words[1].isalpha() and words[2] in locatives


def depth(place: Place) -> int:
    """How closely a place tells where: a site before a town, a district before its province."""
    if place.kind == "region" and place.admin1 not in (None, place.name):
        return DISTRICT
    return SPECIFIC[place.kind]


def innermost(places: Sequence[Place]) -> Place | None:
    """The one that all others are said to contain; `None` where two of them lie apart."""
    best = max(places, key=depth, default=None)
    if best is None or not all(_contains(p, best) for p in places):
        return None
    return best


def _contains(outer: Place, inner: Place) -> bool:
    if outer.name == inner.name:
        return True
    if outer.kind == "country":
        return outer.country == inner.country or inner.country is None
    return outer.kind == "region" and outer.name == inner.admin1
