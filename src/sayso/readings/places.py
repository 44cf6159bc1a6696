"""Read places: every mention of a city, region, country, water or site, placed on the map.

Enters: an analysed document. Leaves: the places it names, in order, each with the gazetteer's name, coordinates and
administrative area, and the words that put something beside it ("60 miles east of"). A name that many places bear is
the one that the document's other places, its areas and countries and its size speak for. Refuses: the names of
persons and streets, and words for a people ("Russian forces"); a small town that nothing around it speaks for; and
coordinates for a site or a water that is in no gazetteer.
"""

import functools
import itertools
import re
from dataclasses import replace

from sayso.gazetteer import Feature, fold, load_gazetteer
from sayso.model import Place, PlaceKind, Span
from sayso.readings.analysis import Analysis
from sayso.readings.place_candidates import Found, Mention, drop_surnames, find_mentions
from sayso.readings.place_choice import Surroundings, choose
from sayso.readings.place_words import PlaceWords, place_words

_KINDS: dict[str, PlaceKind] = {
    "city": "city",
    "capital": "city",
    "admin1": "region",
    "admin2": "region",
    "country": "country",
}
_KNOWN_KINDS: tuple[PlaceKind, ...] = ("continent", "area", "water", "region")
_ADDRESS = re.compile(r"\.([a-z]{2})(?:/|$)")
THRESHOLD = 4.6


def read_places(analysis: Analysis) -> tuple[Place, ...]:
    """Every mention of a place in the document, in order."""
    words = place_words(analysis.language)
    found = Found()
    for sentence in analysis.sentences:
        find_mentions(sentence.words(analysis.text), sentence.start, _find, words, found)
    mentions = _contain(list(drop_surnames(found, words)), analysis.text)
    mentions = _drop_ordinary(mentions, analysis.text)
    surroundings = Surroundings(mentions, [*found.countries, *_situated(analysis)], _home(analysis))
    chosen = choose(mentions, surroundings)
    names = _chosen_names(analysis)
    places = []
    for mention, choice in zip(mentions, chosen, strict=True):
        if choice is not None and choice[1] + mention.strength * 1.2 >= THRESHOLD:
            places.append(_place(mention, choice[0], analysis.text, names, words))
    return tuple(_apart(places))


@functools.lru_cache(maxsize=8192)
def _find(key: str) -> tuple[Feature, ...]:
    """The places of a folded name, or, for "@US.OH" and "@FR", the area or country of that code."""
    if key.startswith("@"):
        feature = load_gazetteer().by_code(key[1:])
        return (feature,) if feature else ()
    return tuple(load_gazetteer().find(key))


def _contain(mentions: list[Mention], text: str) -> list[Mention]:
    """Tell each mention that another follows behind a comma ("Paris, Texas") what it is said to lie in."""
    result = []
    for mention, behind in itertools.zip_longest(mentions, mentions[1:]):
        inside = ""
        if behind is not None and text[mention.end : behind.start] in {", ", " ", " (", ",\n"}:
            inside = _container(mention, behind)
        result.append(replace(mention, inside=inside, strength=mention.strength + 2.0) if inside else mention)
    return result


def _container(mention: Mention, behind: Mention) -> str:
    for feature in behind.features:
        code = feature.country if feature.kind == "country" else feature.area if feature.kind == "admin1" else ""
        if code and any(
            f.kind in {"city", "capital", "admin2"} and (f.area == code or f.country == code) for f in mention.features
        ):
            return code
    return ""


def _drop_ordinary(mentions: list[Mention], text: str) -> list[Mention]:
    """Without single words that the same text writes in small letters too."""
    ordinary = set(re.findall(r"\b[^\W\d_A-Z]{3,}\b", text))
    return [m for m in mentions if " " in m.words or m.words.lower() not in ordinary or m.words.isupper()]


def _situated(analysis: Analysis) -> list[str]:
    """The countries of the situation's places."""
    found = [_find(fold(name)) for name in analysis.situation.places]
    return [features[0].country for features in found if features]


def _home(analysis: Analysis) -> str:
    """The country of the outlet's address."""
    match = _ADDRESS.search(analysis.document.outlet or analysis.document.url.split("//")[-1].split("/")[0])
    if match is None:
        return ""
    code = match.group(1).upper()
    return "GB" if code == "UK" else code


def _chosen_names(analysis: Analysis) -> dict[str, str]:
    """Each name of the situation, folded, with the one that is shown for it."""
    names = {}
    for shown, others in analysis.situation.names.items():
        names |= {fold(other): shown for other in (shown, *others)}
    return names


def _place(mention: Mention, feature: Feature, text: str, names: dict[str, str], words: PlaceWords) -> Place:
    name = names.get(mention.key) or names.get(fold(feature.name)) or feature.name
    gazetteer = load_gazetteer()
    area = gazetteer.by_code(feature.area) if feature.area else None
    relation = words.relation.search(text, max(0, mention.start - 60), mention.start)
    kind = _KINDS.get(feature.kind) or next(k for k in _KNOWN_KINDS if k == feature.kind)
    return Place(
        span=Span(mention.start, mention.end),
        name=name,
        kind=kind,
        lat=feature.lat,
        lon=feature.lon,
        country=feature.country or None,
        admin1=area.name if area else None,
        geonames=feature.id or None,
        relation=next(g for g in relation.groups() if g) if relation else None,
    )


def _apart(places: list[Place]) -> list[Place]:
    """Without one that starts inside the one before it."""
    kept: list[Place] = []
    for place in places:
        if not kept or place.span.start >= kept[-1].span.end:
            kept.append(place)
    return kept
