"""Read places: every mention of a city, region, country, water or site, placed on the map.

Enters: an analysed document. Leaves: the places it names, in order, each with the gazetteer's name, coordinates and
administrative area, and the words that put something beside it ("60 miles east of"). A name that many places bear is
the one that the document's other places, its areas and countries and its size speak for. Refuses: the names of
persons and streets, and words for a people ("Russian forces"); a small town that nothing around it speaks for and
that is no place of the situation; and coordinates for what is in no gazetteer.
"""

import functools
import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from sayso.gazetteer import Feature, fold, load_gazetteer
from sayso.model import Place, PlaceKind, Span
from sayso.readings.analysis import Analysis
from sayso.readings.places.candidates import Found, Mention, drop_persons, find_mentions
from sayso.readings.places.choice import Surroundings, choose
from sayso.readings.places.words import PlaceWords, place_words

_KINDS: dict[str, PlaceKind] = {
    "city": "city", "capital": "city", "admin1": "region", "admin2": "region", "country": "country", "region": "region",
    "continent": "continent", "area": "area", "water": "water",
}  # fmt: skip
_ADDRESS = re.compile(r"\.([a-z]{2})(?:/|$)")
THRESHOLD = 5.6
_BY_STRENGTH = 1.2
_RELATION_REACH, _LONGEST_CODE = 60, 6
_CONTAINING = frozenset({", ", " ", " (", ",\n"})
_SHARED, _AGAIN, _AGAINST = 0.6, 0.3, -1.0
_NO_TOWN, _BY_SIZE = 4.7, 0.8


def read_places(analysis: Analysis) -> tuple[Place, ...]:
    """Every mention of a place in the document, in order."""
    words = place_words(analysis.language, analysis.situation)
    found = Found()
    for sentence in analysis.sentences:
        find_mentions(sentence.words(analysis.text), sentence.start, _find, words, found)
    found.mentions = _contain(found.mentions, analysis.text)
    mentions = _drop_ordinary(list(drop_persons(found, words)), analysis.text)
    mentions = _support(mentions)
    surroundings = Surroundings(mentions, [*found.countries, *_situated(analysis)], _home(analysis))
    names = _chosen_names(analysis)
    places = (
        _place(mention, choice if is_sure(mention, choice) else None, analysis.text, names, words)
        for mention, choice in zip(mentions, choose(mentions, surroundings), strict=True)
        if is_sure(mention, choice) or is_known(mention)
    )
    return tuple(_apart(places))


def is_sure(mention: Mention, choice: tuple[Feature, float] | None) -> bool:
    """Whether enough speaks for a place; one without coordinates is told by a word of its own ("the Ardan River")."""
    if choice is None:
        return mention.kind is not None
    size = max(0.0, math.log10(choice[0].population + 1) - _NO_TOWN)
    return choice[1] + size * _BY_SIZE + mention.strength * _BY_STRENGTH >= THRESHOLD


def is_known(mention: Mention) -> bool:
    """Whether the situation lists it, and nothing around it speaks plainly against a place ("Sarnik said")."""
    return mention.known and mention.strength > _AGAINST


def _support(mentions: list[Mention]) -> list[Mention]:
    """Let what speaks for one mention of a name, and its being named again, speak for the others too."""
    best: dict[str, float] = {}
    times = Counter(m.key for m in mentions)
    for mention in mentions:
        best[mention.key] = max(best.get(mention.key, 0.0), mention.strength)
    return [replace(m, strength=_supported(m.strength, best[m.key], times[m.key])) for m in mentions]


def _supported(own: float, best: float, times: int) -> float:
    shared = _SHARED * max(0.0, best - own) if own > _AGAINST else 0.0
    return own + shared + _AGAIN * min(times - 1, 3)


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
        inside, gap = "", text[mention.end : behind.start] if behind else None
        if behind is not None and gap in _CONTAINING:
            inside = _container(mention, behind)
            if not inside and gap == ", " and _is_abbreviated(behind) and not any(map(is_area, mention.features)):
                mention = replace(mention, features=(), kind=mention.kind or "city")
        result.append(replace(mention, inside=inside, strength=mention.strength + 2.0) if inside else mention)
    return result


def is_area(feature: Feature) -> bool:
    """Whether it is larger than a town or a county."""
    return feature.kind not in {"city", "capital", "admin2"}


def _is_abbreviated(mention: Mention) -> bool:
    """Whether it is written as an address has it ("Ont.", "OH"): it says where the name before it lies, and no more."""
    is_short = len(mention.words) <= _LONGEST_CODE and (mention.words.isupper() or mention.words.endswith("."))
    return bool(mention.features) and mention.features[0].kind == "admin1" and is_short


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
    names: dict[str, str] = {}
    for shown, others in analysis.situation.names.items():
        names |= {fold(other): shown for other in (shown, *others)}
    return names


def _place(
    mention: Mention,
    choice: tuple[Feature, float] | None,
    text: str,
    names: dict[str, str],
    words: PlaceWords,
) -> Place:
    span, relation = Span(mention.start, mention.end), _relation(mention, text, words)
    shown = names.get(mention.key)
    if choice is None:
        known = words.known.get(mention.key)
        name, kind = (known.name, known.kind) if known else (mention.words, "area")
        return Place(span=span, name=shown or name, kind=mention.kind or kind, relation=relation)
    feature = choice[0]
    area = load_gazetteer().by_code(feature.area) if feature.area else None
    is_site = mention.kind == "site"
    return Place(
        span=span,
        name=shown or (mention.words if is_site else names.get(fold(feature.name), feature.name)),
        kind="site" if is_site else _KINDS[feature.kind],
        lat=feature.lat,
        lon=feature.lon,
        country=feature.country or None,
        admin1=area.name if area else None,
        geonames=None if is_site else feature.id or None,
        relation=relation,
    )


def _relation(mention: Mention, text: str, words: PlaceWords) -> str | None:
    """The words before a mention that place something beside it or in a part of it."""
    match = words.relation.search(text, max(0, mention.start - _RELATION_REACH), mention.start)
    return next(g for g in match.groups() if g) if match else None


def _apart(places: Iterable[Place]) -> list[Place]:
    """Without one that starts inside the one before it."""
    kept: list[Place] = []
    for place in places:
        if not kept or place.span.start >= kept[-1].span.end:
            kept.append(place)
    return kept
