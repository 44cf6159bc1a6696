"""The words that places are read by, gathered from the lexicons of a language and from the situation.

Enters: a language and a situation. Leaves: `PlaceWords`, made once for each pair of them. A name that the situation
lists among its places is known to be a place, whether the gazetteer has it or not, and so are the other spellings that
the situation gives it. Refuses names that are no places of the situation: those of persons are in the same table.
"""

import functools
import re
from dataclasses import dataclass, field, replace

from sayso.gazetteer import Feature, fold
from sayso.languages import Entry, Language, load_language
from sayso.model import PlaceKind, Situation

Names = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A place of the situation: the name that is shown for it, and its kind."""

    name: str
    kind: PlaceKind


@dataclass(frozen=True, slots=True, eq=False)
class PlaceWords:
    """Sets of lower-case words by what they do beside a name, and the names that lexicon and situation give.

    `known` are the places of the situation by folded name.
    """

    organisation: frozenset[str]
    title: frozenset[str]
    street: frozenset[str]
    vessel: frozenset[str]
    located: frozenset[str]
    directed: frozenset[str]
    lake: frozenset[str]
    resident: frozenset[str]
    said: frozenset[str]
    opener: frozenset[str]
    ordinary: frozenset[str]
    given: frozenset[str]
    generic: frozenset[str]
    area: frozenset[str]
    water: frozenset[str]
    joining: frozenset[str]
    demonyms: dict[str, str]
    names: dict[str, Entry]
    postal: dict[str, str]
    name_starts: dict[str, int]
    relation: re.Pattern[str]
    site: re.Pattern[str]
    named_sites: frozenset[str]
    known: dict[str, Known] = field(default_factory=dict)


def place_words(language: Language, situation: Situation) -> PlaceWords:
    """The words of `language`, with the places of `situation`."""
    if not situation.places:
        return _gather(language.code)
    return _gather_situated(language.code, situation.places, tuple(sorted(situation.names.items())))


@functools.lru_cache(maxsize=8)
def _gather_situated(code: str, places: tuple[str, ...], names: Names) -> PlaceWords:
    words = _gather(code)
    known = {fold(place): Known(place, _kind_of(place, words)) for place in places}
    for shown, others in names:
        spelt = {fold(name): name for name in (shown, *others)}
        if not known.keys().isdisjoint(spelt):
            known |= {key: Known(shown, _kind_of(name, words)) for key, name in spelt.items()}
    known.pop("", None)
    return replace(words, known=known)


def _kind_of(name: str, words: PlaceWords) -> PlaceKind:
    """What the words of a name say that it is ("Vosna Dam", "Lake Oster"); a city where they say nothing."""
    parts = name.lower().split() or [""]
    if len(parts) > 1 and (parts[-1] in words.water or parts[0] in words.lake):
        return "water"
    if any(site.end() == len(name) for site in words.site.finditer(name)):
        return "site"
    return "region" if len(parts) > 1 and parts[-1] in words.area else "city"


@functools.cache
def _gather(code: str) -> PlaceWords:
    language = load_language(code)
    words = language["place_words"]
    names = {s: e for e in language["place_names"].entry if e.kind != "postal" for s in e.spellings}
    starts: dict[str, int] = {}
    for name in names:
        first = re.split(r"[\W_]", name, maxsplit=1)[0]
        starts[first] = max(starts.get(first, 0), len(name))
    return PlaceWords(
        organisation=words.spellings("organisation"),
        title=words.spellings("title"),
        street=words.spellings("street"),
        vessel=words.spellings("vessel"),
        located=words.spellings("in"),
        directed=words.spellings("to"),
        lake=words.spellings("lake"),
        resident=words.spellings("resident"),
        said=words.spellings("said"),
        opener=words.spellings("opener"),
        ordinary=words.spellings("ordinary", "given", "surname"),
        given=words.spellings("given"),
        generic=words.spellings("organisation", "opener", "water", "title", "street"),
        area=words.spellings("area-word"),
        water=words.spellings("water"),
        joining=words.spellings("joining"),
        demonyms={s: str(e.value) for s, e in language["demonyms"].by_spelling().items()},
        names=names,
        postal={s: str(e.value) for e in language["place_names"].of_kind("postal") for s in e.spellings},
        name_starts=starts,
        relation=_relation(language),
        site=re.compile(rf"[ ]({_any(language['sites'].spellings())})\b", re.IGNORECASE),
        named_sites=language["sites"].spellings("named"),
    )


def _any(spellings: frozenset[str]) -> str:
    return "|".join(re.escape(s) for s in sorted(spellings, key=lambda s: (-len(s), s)))


def _relation(language: Language) -> re.Pattern[str]:
    words = language["directions"]
    direction, part = _any(words.spellings("direction")), _any(words.spellings("part"))
    beside, unit = _any(words.spellings("beside")), _any(words.spellings("distance"))
    distance = rf"(?:\d[\d.,]{{0,8}}[ -](?:{unit})[ ])?"
    article = "(?:the (?:[a-z]{1,12} ){0,3})?"  # "the port city of"
    beside_it = rf"((?:the )?{distance}(?:{direction})[ ]of|{beside})[ ]{article}(?:(?:{part})[ ])?"
    return re.compile(rf"(?<!\w)(?:{beside_it}|({part})[ ]|({direction})[ ])\Z", re.IGNORECASE)


def entry_feature(entry: Entry) -> Feature | None:
    """What a name of the lexicon stands for by itself: a region with coordinates, or nothing (a country, an area)."""
    if entry.kind != "region":
        return None
    lat, lon = float(str(entry.also["lat"])), float(str(entry.also["lon"]))
    return Feature(0, entry.term, str(entry.value), "", "", lat, lon, 50_000_000)
