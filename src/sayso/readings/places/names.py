"""Find the longest name at a word of a sentence, and what it is the name of.

Enters: a sentence and one of its words. Leaves: a `Name`: where it ends, every place that bears it (none for one that
only the situation knows), with the words that make it a region ("Gomel region"), a site ("Antonov airport") or a water
("the Ardan River"). Refuses: initials, abbreviations that the lexicon does not list, and words that are in names
without being one ("Center", "North").
"""

from collections.abc import Callable
from dataclasses import dataclass

from sayso.gazetteer import Feature, fold
from sayso.model import PlaceKind
from sayso.readings.places.lines import Line
from sayso.readings.places.words import PlaceWords, entry_feature

Find = Callable[[str], tuple[Feature, ...]]
_MOST_WORDS = 6
_MOST_IN_SITE = 3
_DOTTED = frozenset({"st", "ft", "mt", "pt", "ste"})
_CITIES = frozenset({"city", "capital"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name: the token after it, its end, the places that bear it, and its kind where words of its own tell it.

    `known` tells that the situation lists it.
    """

    after: int
    end: int
    features: tuple[Feature, ...]
    kind: PlaceKind | None = None
    known: bool = False


def find_name(line: Line, i: int, find: Find, words: PlaceWords) -> Name | None:
    """The name that starts at token `i`, or `None`."""
    name = _longest(line, i, find, words)
    if name is None:
        return _unknown(line, i, words)
    return _extend(line, i, name, find, words)


def _longest(line: Line, i: int, find: Find, words: PlaceWords) -> Name | None:
    listed = _listed(line, i, find, words)
    last = i
    while last + 1 < len(line.words) and last - i + 1 < _MOST_WORDS and _joins(line, last, words):
        last += 1
    for j in range(last, i - 1, -1):
        if listed is not None and line.ends[j] <= listed.end:
            break
        if line.caps[j] and not (i == j and _is_no_name(line.words[i], words)):
            key = fold(line.text[line.starts[i] : line.ends[j]])
            features = find(key)
            if key in words.known:
                return Name(j + 1, line.ends[j], features, _known_kind(key, features, words), known=True)
            if features:
                return Name(j + 1, line.ends[j], features)
    return listed


def _known_kind(key: str, features: tuple[Feature, ...], words: PlaceWords) -> PlaceKind | None:
    """The kind of a place of the situation where its own words, and not the gazetteer, tell it."""
    kind = words.known[key].kind
    return None if features or kind == "city" else kind


def _is_no_name(word: str, words: PlaceWords) -> bool:
    return word.lower() in words.generic or len(word) < 3 or (word.isupper() and len(word) < 4)


def _joins(line: Line, i: int, words: PlaceWords) -> bool:
    """Whether the next token may be of the same name; behind a hyphen also a small one ("Mazar-e Sharif")."""
    gap = line.gap(i)
    if gap not in {" ", "-", "’", "'"} and not (gap == ". " and line.lower(i) in _DOTTED):
        return False
    return line.caps[i + 1] or gap == "-" or line.lower(i + 1) in words.joining


def _listed(line: Line, i: int, find: Find, words: PlaceWords) -> Name | None:
    """The longest name of the lexicon at token `i`; a postal abbreviation is one behind a comma only."""
    start, longest = line.starts[i], words.name_starts.get(line.words[i], 0)
    for end in range(min(len(line.text), start + longest), start, -1):
        entry = words.names.get(line.text[start:end])
        if entry is not None and not line.text[end : end + 1].isalnum():
            feature = entry_feature(entry)
            features = (feature,) if feature else find(f"@{entry.value}") if entry.value else ()
            return Name(line.token_from(i, end), end, features)
    code = words.postal.get(line.words[i])
    if code and i and line.gap(i - 1) == ", ":
        return Name(i + 1, line.ends[i], find("@" + code))
    return None


def _extend(line: Line, i: int, name: Name, find: Find, words: PlaceWords) -> Name:
    """The name with the word behind it that makes it a region, a site or a water."""
    if not (name.features or name.known) or line.gap(name.after - 1) != " ":
        return name
    behind = line.lower(name.after)
    is_word = not line.caps[name.after] or behind not in words.organisation
    if behind in words.area and is_word and (not name.features or name.features[0].kind != "country"):
        return _region(line, i, name, find)
    if behind in words.water and line.caps[name.after]:
        return Name(name.after + 1, line.ends[name.after], (), "water")
    site = words.site.match(line.text, name.end)
    if site and (name.known or any(f.kind in _CITIES for f in name.features)):
        return Name(line.token_from(name.after, site.end()), site.end(), name.features, "site", known=name.known)
    return name


def _region(line: Line, i: int, name: Name, find: Find) -> Name:
    """The region of a name: the area that bears it with or without the word, else that of the city that bears it."""
    end = line.ends[name.after]
    features = find(fold(line.text[line.starts[i] : end])) or tuple(f for f in name.features if f.kind not in _CITIES)
    around = (find(f"@{f.area}") for f in name.features if f.area and f.population > 100_000)
    features = features or next((a for a in around if a), ())
    return Name(name.after + 1, end, features, "region", known=name.known) if features or name.known else name


def _unknown(line: Line, i: int, words: PlaceWords) -> Name | None:
    """A name that the gazetteer lacks, told by a word of its own: a water or a site, without coordinates."""
    first = line.lower(i)
    if first in words.lake and line.is_name(i + 1) and line.gap(i) == " " and line.lower(i + 1) not in words.generic:
        return Name(i + 2, line.ends[i + 1], (), "water")
    if first in words.generic or first in words.demonyms or first in words.ordinary or len(first) < 3:
        return None
    last = i
    while last < i + _MOST_IN_SITE and line.gap(last) == " " and line.is_name(last + 1):
        last += 1
        if line.lower(last) in words.water:
            return Name(last + 1, line.ends[last], (), "water")
        if line.lower(last) in words.generic:
            last -= 1
            break
    site = words.site.match(line.text, line.ends[last])
    if site and site.group(1).lower() in words.named_sites:
        return Name(line.token_from(last, site.end()), site.end(), (), "site")
    return None
