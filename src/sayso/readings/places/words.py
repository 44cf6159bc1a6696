"""The words that places are read by, gathered from the lexicons of a language into sets and tables.

Enters: a language. Leaves: `PlaceWords`, made once for each language. Refuses nothing.
"""

import functools
import re
from dataclasses import dataclass

from sayso.gazetteer import Feature
from sayso.languages import Entry, Language, load_language


@dataclass(frozen=True, slots=True, eq=False)
class PlaceWords:
    """Sets of lower-case words by what they do beside a name, and the names that the lexicon itself gives."""

    organisation: frozenset[str]
    title: frozenset[str]
    street: frozenset[str]
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


def place_words(language: Language) -> PlaceWords:
    """The words of `language`."""
    return _gather(language.code)


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
    article = "(?:the )?"
    beside_it = rf"((?:the )?{distance}(?:{direction})[ ]of|{beside})[ ]{article}(?:(?:{part})[ ])?"
    return re.compile(rf"(?<!\w)(?:{beside_it}|({part})[ ]|({direction})[ ])\Z", re.IGNORECASE)


def entry_feature(entry: Entry) -> Feature | None:
    """What a name of the lexicon stands for by itself: a region with coordinates, or nothing (a country, an area)."""
    if entry.kind != "region":
        return None
    lat, lon = float(str(entry.also["lat"])), float(str(entry.also["lon"]))
    return Feature(0, entry.term, str(entry.value), "", "", lat, lon, 50_000_000)
