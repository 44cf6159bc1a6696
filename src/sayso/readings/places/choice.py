"""Choose which of the places that bear a name a document means.

Enters: the mentions of a document. Leaves: for each mention the place, or none. One name means one place in one
document, unless its own words say otherwise ("Paris, Texas"). What speaks for a place: its size, its rank (a country
before a city), the area or country that the document names, the other names of the document that have a place in the
same area or nearby, the situation's places and the country of the outlet's address. Where a document names places all
over the world, a few of them next to one another say less of it than where it names no others. A name that a capital
bears is the capital's before an area's that nothing else speaks for ("Washington").
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sayso.gazetteer import Feature
from sayso.readings.places.candidates import Mention

_RANK = {"country": 4.0, "admin1": 2.0, "admin2": -0.6, "city": 0.0, "capital": 0.5}
_MOST_TIMES, _INSIDE, _INSIDE_ELSEWHERE, _SHARE_OF_AREA = 3, 4.0, 2.0, 20
_BY_SIZE, _BY_NAMES, _BY_AREA, _BY_COUNTRY = 0.85, 0.4, 0.7, 0.6
_OTHER_NAME, _OTHER_NAME_OF_LARGE = -1.0, -0.3
_AREA_CAP, _COUNTRY_CAP, _NEAR_CAP = 2.2, 1.5, 3.0
_SAME_AREA, _SAME_COUNTRY, _NEARBY, _OUTLET = 1.6, 1.2, 1.0, 1.5
_NAMES_OF_A_REPORT = 8
"""Names that a report of one place has; of more, each says less. From 4 to 12 it is all one on LGL and GeoVirus."""
_BESIDE = 1.5
"""Degrees from a city to the middle of the area around it that bears its name."""


class Surroundings:
    """What a document says about where it plays, in votes."""

    def __init__(self, mentions: Sequence[Mention], countries: Iterable[str], home: str) -> None:
        """`countries` are ISO codes that demonyms and the situation speak for, `home` that of the outlet."""
        self.home = home
        self.countries: defaultdict[str, dict[str, float]] = defaultdict(dict)
        self.areas: defaultdict[str, dict[str, float]] = defaultdict(dict)
        self.area_names: defaultdict[str, dict[str, float]] = defaultdict(dict)
        self.cell_names: defaultdict[tuple[int, int], dict[str, float]] = defaultdict(dict)
        self.country_names: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for country, count in Counter(countries).items():
            self.countries[country][""] = min(count, _MOST_TIMES)
        times = Counter((m.key, m.inside) for m in mentions)
        self._scale = min(1.0, _NAMES_OF_A_REPORT / max(1, len({m.key for m in mentions})))
        for mention in {(m.key, m.inside): m for m in mentions}.values():
            self._name_areas(mention, min(times[mention.key, mention.inside], _MOST_TIMES))
            self._spread(mention)

    def _name_areas(self, mention: Mention, times: int) -> None:
        """Let the name of a country or of a first-order area vote for it."""
        is_country = any(f.kind == "country" for f in mention.features)
        for feature in mention.features:
            if feature.kind == "country":
                self.countries[feature.country][mention.key] = times
            elif feature.kind == "admin1" and feature.exact and not is_country:
                self.areas[feature.area][mention.key] = times
        if mention.inside:
            self.areas[mention.inside]["," + mention.key] = 2.0

    def _spread(self, mention: Mention) -> None:
        """Let a name vote for the areas, countries and square degrees of its places, the likelier ones the more."""
        features = [f for f in mention.features if not mention.inside or lies_in(f, mention.inside)]
        if not features or any(f.kind == "country" for f in features):
            return
        weights = [math.exp(self.prior(f)) for f in features]
        total = sum(weights)
        areas: defaultdict[str, float] = defaultdict(float)
        countries: defaultdict[str, float] = defaultdict(float)
        cells: defaultdict[tuple[int, int], float] = defaultdict(float)
        for feature, weight in zip(features, weights, strict=True):
            areas[feature.area] += weight / total
            countries[feature.country] += weight / total
            cells[round(feature.lat), round(feature.lon)] += weight / total
        for area, share in areas.items():
            self.area_names[area][mention.key] = math.sqrt(share)
        for country, share in countries.items():
            self.country_names[country][mention.key] = share
        for cell, share in cells.items():
            self.cell_names[cell][mention.key] = math.sqrt(share)

    @staticmethod
    def prior(feature: Feature) -> float:
        """What speaks for a place before anything else is known of the document: rank and size."""
        other_name = 0.0 if feature.exact else _OTHER_NAME_OF_LARGE if feature.population > 200_000 else _OTHER_NAME
        return _RANK.get(feature.kind, 3.0) + math.log10(feature.population + 200) * _BY_SIZE + other_name

    def weigh(self, feature: Feature, key: str) -> float:
        """How much more speaks for `feature` than for another place that bears the name `key`."""
        return self._score(feature, key, self._scale)

    def score(self, feature: Feature, key: str) -> float:
        """How much speaks for `feature` as the meaning of the name `key`, and for its being any place."""
        return self._score(feature, key, 1.0)

    def _score(self, feature: Feature, key: str, scale: float) -> float:
        score = self.prior(feature)
        in_country = _BY_COUNTRY * self._votes(self.countries[feature.country], key)
        in_country += _BY_NAMES * self._votes(self.country_names[feature.country], key)
        in_country = min(_COUNTRY_CAP, scale * in_country)
        if feature.kind == "country":
            return score + in_country
        in_area = min(_AREA_CAP, scale * self.votes_for_area(feature, key))
        near = min(_NEAR_CAP, scale * self._nearby(feature, key))
        score += _SAME_AREA * in_area + _SAME_COUNTRY * in_country + _NEARBY * near
        return score + (_OUTLET if feature.country == self.home else 0.0)

    def votes_for_area(self, feature: Feature, key: str) -> float:
        """How many other names than `key` are of the area of `feature`, or its own."""
        names, own = self.area_names[feature.area], self.areas[feature.area]
        return self._votes(names, key) + _BY_AREA * self._votes(own, key)

    @staticmethod
    def _votes(names: dict[str, float], key: str) -> float:
        return sum(v for name, v in names.items() if name != key)

    def _nearby(self, feature: Feature, key: str) -> float:
        at_lat, at_lon = round(feature.lat), round(feature.lon)
        votes: dict[str, float] = {}
        for lat in (at_lat - 1, at_lat, at_lat + 1):
            for lon in (at_lon - 1, at_lon, at_lon + 1):
                if (lat, lon) in self.cell_names:
                    votes |= self.cell_names[lat, lon]
        return self._votes(votes, key)


def lies_in(feature: Feature, inside: str) -> bool:
    """Whether `feature` lies in the area or country `inside` ("US.OH", "FR")."""
    return feature.area == inside or feature.country == inside


def choose(mentions: Sequence[Mention], surroundings: Surroundings) -> list[tuple[Feature, float] | None]:
    """For each mention its place and how much speaks for it, or `None`."""
    chosen: dict[tuple[str, str, str], tuple[Feature, float] | None] = {}
    qualified = {m.key: m.inside for m in mentions if m.inside}
    result = []
    for mention in mentions:
        elsewhere = qualified.get(mention.key, "")
        known = mention.key, mention.inside, mention.inside or elsewhere
        if known not in chosen:
            chosen[known] = _best(mention, elsewhere, surroundings)
        result.append(chosen[known])
    return result


def _best(mention: Mention, elsewhere: str, surroundings: Surroundings) -> tuple[Feature, float] | None:
    """`elsewhere` is what the same name is said to lie in elsewhere in the document: it speaks for that, no more."""
    within = [f for f in mention.features if mention.inside and lies_in(f, mention.inside)]
    candidates = within or mention.features
    there, more = (mention.inside, _INSIDE) if mention.inside else (elsewhere, _INSIDE_ELSEWHERE)
    if not candidates:
        return None

    def more_for(feature: Feature) -> float:
        return more if there and lies_in(feature, there) else 0.0

    feature = max(candidates, key=lambda f: surroundings.weigh(f, mention.key) + more_for(f))
    score = surroundings.score(feature, mention.key) + more_for(feature)
    if mention.kind == "region":
        return _surrounding(feature, candidates), score
    return _capital(feature, mention, candidates, surroundings) or _namesake(feature, candidates), score


def _capital(
    area: Feature, mention: Mention, candidates: Sequence[Feature], surroundings: Surroundings
) -> Feature | None:
    """For an area that no other name speaks for, the capital of its country of that name."""
    if area.kind != "admin1" or not area.exact or surroundings.votes_for_area(area, mention.key) >= 1:
        return None
    return next((f for f in candidates if f.kind == "capital" and f.exact and f.country == area.country), None)


def _namesake(feature: Feature, candidates: Sequence[Feature]) -> Feature:
    """For an area, the city in it, or that it lies around, that has given it its name: "Kherson" is the city, "Kherson
    region" is not.
    """
    if feature.kind not in {"admin1", "admin2"}:
        return feature
    cities = [f for f in candidates if f.kind in {"city", "capital"}]
    around = [f for f in cities if not feature.exact and f.exact and _lie_together(f, feature)]
    if around:
        return max(around, key=lambda f: f.population)
    cities = [f for f in cities if f.area == feature.area]
    if not cities or (feature.exact and feature.kind == "admin1" and not cities[0].exact):
        return feature
    city = max(cities, key=lambda f: f.population)
    return city if city.population * _SHARE_OF_AREA > feature.population else feature


def _surrounding(feature: Feature, candidates: Sequence[Feature]) -> Feature:
    """For a city that is an area of its own, the area around it, of another name: "Kyiv region" is not Kyiv."""
    others = (f for f in candidates if f.kind == "admin1" and not f.exact and _lie_together(f, feature))
    return next(others, feature) if feature.kind == "admin1" and feature.exact else feature


def _lie_together(one: Feature, other: Feature) -> bool:
    near = abs(one.lat - other.lat) < _BESIDE and abs(one.lon - other.lon) < _BESIDE
    return near and one.country == other.country
