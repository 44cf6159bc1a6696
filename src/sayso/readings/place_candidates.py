"""Find the words of a document that may name places.

Enters: a sentence, the gazetteer, the words of the language. Leaves: `Mention`s in order: the words, every place that
bears that name, how strongly its surroundings say that it is a place, and the area or country that it is said to lie
in ("Springfield, Ohio"). Refuses: names in a longer name that is no place's (persons, streets), and a name behind a
title; such a name is remembered as a surname, for it stands alone later ("Jackson said").
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from sayso.gazetteer import Feature, fold
from sayso.readings.place_words import PlaceWords, entry_feature

Find = Callable[[str], tuple[Feature, ...]]
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_AGE = re.compile(r", \d{1,2}(?:,|\.|;|$)")
_MOST_WORDS = 6
_DOTTED = frozenset({"st", "ft", "mt", "pt", "ste"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that may name a place. `strength` above 0 speaks for a place, below 0 against."""

    start: int
    end: int
    key: str
    words: str
    features: tuple[Feature, ...]
    strength: float = 0.0
    inside: str = ""
    follows: bool = False


@dataclass(slots=True)
class Found:
    """What a document yields: mentions, surnames, and the countries of its demonyms."""

    mentions: list[Mention] = field(default_factory=list)
    surnames: set[str] = field(default_factory=set)
    countries: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as tokens; offsets are the sentence's own."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    caps: list[bool]

    def gap(self, i: int) -> str:
        """The signs between token `i` and the next."""
        return self.text[self.ends[i] : self.starts[i + 1]] if i + 1 < len(self.words) else ""

    def lower(self, i: int) -> str:
        """Token `i` in lower case; empty outside the line."""
        return self.words[i].lower() if 0 <= i < len(self.words) else ""

    def is_name(self, i: int) -> bool:
        """Whether there is a token `i` and it has a capital."""
        return 0 <= i < len(self.words) and self.caps[i]


def tokenize(text: str) -> Line:
    """The words of a sentence; a possessive ending is no part of its word."""
    words, starts, ends = [], [], []
    for match in _TOKEN.finditer(text):
        word = match.group()
        if len(word) > 2 and word[-2] in "'’" and word[-1] in "sS":
            word = word[:-2]
        words.append(word)
        starts.append(match.start())
        ends.append(match.start() + len(word))
    caps = [
        w[0].isupper() or (len(w) > 2 and w[1] in "'’" and w[2].isupper()) or not w[0].isascii() and not w[0].islower()
        for w in words
    ]
    return Line(text, words, starts, ends, caps)


def find_mentions(text: str, offset: int, find: Find, words: PlaceWords, found: Found) -> None:
    """Add to `found` what the sentence `text`, which starts at `offset` of the document, holds."""
    line = tokenize(text)
    i = 0
    open_until = -1
    while i < len(line.words):
        if not line.caps[i]:
            i += 1
            continue
        demonym = words.demonyms.get(line.words[i].lower())
        match = _longest(line, i, find, words)
        if match is None or (demonym and match[1] == i + 1):
            if demonym:
                found.countries.append(demonym)
            i += 1
            continue
        start, after, end, features = match
        verdict = judge(line, i, after, end, features, words, placed=open_until == i)
        if verdict is None:
            _remember_surname(line, i, after, found)
            i = max(after, i + 1)
            continue
        spelt = text[line.starts[i] : end]
        found.mentions.append(
            Mention(
                line.starts[i] + offset, end + offset, fold(spelt), spelt, features, verdict,
                follows=open_until == i,
            )
        )  # fmt: skip
        i = after
        open_until = after


def _remember_surname(line: Line, i: int, after: int, found: Found) -> None:
    """The last word of the capitalised run that holds the refused name."""
    found.surnames.update(w.lower() for w in line.words[i:after])
    if line.is_name(after) and line.gap(after - 1) == " ":
        found.surnames.add(line.lower(after))


def _longest(line: Line, i: int, find: Find, words: PlaceWords) -> tuple[int, int, int, tuple[Feature, ...]] | None:
    """The longest name at token `i`: its first token, the one after it, its end, and the places that bear it."""
    listed = _listed(line, i, find, words)
    last = i
    while last + 1 < len(line.words) and last - i + 1 < _MOST_WORDS and _joins(line, last, words):
        last += 1
    for j in range(last, i - 1, -1):
        if listed is not None and line.ends[j] <= listed[2]:
            break
        if not line.caps[j]:
            continue
        features = find(fold(line.text[line.starts[i] : line.ends[j]]))
        if features and not _is_code(line, i, j, words):
            return i, j + 1, line.ends[j], features
    return listed


def _is_code(line: Line, i: int, j: int, words: PlaceWords) -> bool:
    """Whether it is an initial, an abbreviation or a generic word alone: no name."""
    if i == j and line.lower(i) in words.generic:
        return True
    return i == j and (len(line.words[i]) < 3 or (line.words[i].isupper() and len(line.words[i]) < 4))


def _joins(line: Line, i: int, words: PlaceWords) -> bool:
    gap = line.gap(i)
    if gap not in {" ", "-", "’", "'"} and not (gap == ". " and line.lower(i) in _DOTTED):
        return False
    return line.caps[i + 1] or line.lower(i + 1) in words.joining


def _listed(line: Line, i: int, find: Find, words: PlaceWords) -> tuple[int, int, int, tuple[Feature, ...]] | None:
    """The longest name of the lexicon that starts at token `i`."""
    longest = words.name_starts.get(line.words[i], 0)
    if not longest and not (line.words[i].isupper() and len(line.words[i]) > 3):
        postal = words.postal.get(line.words[i])
        if postal and i and line.gap(i - 1) == ", ":
            return i, i + 1, line.ends[i], _areas(postal, find)
        return None
    start = line.starts[i]
    for end in range(min(len(line.text), start + longest), start, -1):
        entry = words.names.get(line.text[start:end])
        if entry is not None and not line.text[end : end + 1].isalnum():
            after = i + 1
            while after < len(line.words) and line.starts[after] < end:
                after += 1
            features = _of_entry(entry, find)
            return (i, after, end, features) if features else None
    postal = words.postal.get(line.words[i])
    if postal and i and line.gap(i - 1) == ", ":
        return i, i + 1, line.ends[i], _areas(postal, find)
    return None


def _areas(code: str, find: Find) -> tuple[Feature, ...]:
    return find("@" + code)


def _of_entry(entry: object, find: Find) -> tuple[Feature, ...]:
    feature = entry_feature(entry)  # type: ignore[arg-type]
    return (feature,) if feature else find("@" + str(entry.value))  # type: ignore[attr-defined]


def judge(
    line: Line, i: int, after: int, end: int, features: tuple[Feature, ...], words: PlaceWords, *, placed: bool
) -> float | None:
    """How strongly the surroundings of tokens `i` to `after` say that they are a place; `None` where they are none."""
    behind = _judge_behind(line, i, after, end, features, words)
    ahead = _judge_ahead(line, i, after, features, words, placed=placed)
    if behind is None or ahead is None:
        return None
    return ahead + behind


def _judge_ahead(
    line: Line, i: int, after: int, features: tuple[Feature, ...], words: PlaceWords, *, placed: bool
) -> float | None:
    """What stands before the name."""
    if i == 0:
        return -0.5 if _may_be_ordinary(line, i, after, features, words) else 0.0
    before, gap = line.lower(i - 1), line.gap(i - 1)
    if gap == " ":
        if before in words.before:
            return 1.5
        if not line.caps[i - 1]:
            return -1.0 if _may_be_ordinary(line, i, after, features, words) else 0.0
        if before in words.title or before in words.given and not _is_large(features):
            return None
        if before in words.opener or before in words.organisation or placed or before in words.demonyms:
            return 0.0
        return 0.5 if _is_large(features) else None
    if gap == ". " and (before in words.title or len(before) == 1):
        return None
    if gap in {"-", "’", "'"}:
        return -0.5
    if placed and gap == ", ":
        return 1.0
    return -1.0 if _may_be_ordinary(line, i, after, features, words) else 0.0


def _judge_behind(
    line: Line, i: int, after: int, end: int, features: tuple[Feature, ...], words: PlaceWords
) -> float | None:
    """What stands behind the name."""
    rest = line.text[end : end + 12]
    if _AGE.match(rest) and not _is_large(features):
        return None
    if after >= len(line.words):
        return 0.0
    gap, behind = line.text[end : line.starts[after]], line.lower(after)
    if gap == " " or (gap == "-" and behind in words.resident):
        if line.caps[after]:
            return _judge_run(line, after, features, words, long=after - i > 1)
        if behind in words.resident or behind in words.area:
            return 1.0
        if behind in words.said and not _is_large(features):
            return -2.5
    if gap in {"’s ", "'s "} and behind in words.resident:
        return 0.5
    if gap == ", " and line.caps[after]:
        return 0.5
    if gap == "-":
        return 0.0 if not line.caps[after] else -1.0
    return 0.0


def _judge_run(line: Line, after: int, features: tuple[Feature, ...], words: PlaceWords, *, long: bool) -> float | None:
    """The capitalised words right behind the name: an organisation's, a person's, a street's?"""
    first = line.lower(after)
    if first in words.street and first not in words.organisation:
        return None
    if first in words.title or first in words.demonyms:
        return 0.5
    at = after
    while line.is_name(at) and at < after + 5:
        if line.lower(at) in words.street and at <= after + 1 and line.lower(at) not in words.organisation:
            return None
        if line.lower(at) in words.organisation:
            return 0.5 if at == after else 0.0
        if line.gap(at) != " ":
            break
        at += 1
    if first in words.opener:
        return 0.0
    return 0.0 if _is_large(features) else -0.5 if long else None


def _may_be_ordinary(line: Line, i: int, after: int, features: tuple[Feature, ...], words: PlaceWords) -> bool:
    return after == i + 1 and line.lower(i) in words.ordinary


def _is_large(features: tuple[Feature, ...]) -> bool:
    return features[0].kind not in {"city", "capital", "admin2"} or any(
        f.kind in {"country", "admin1"} or (f.kind in {"city", "capital"} and f.population > 1_000_000)
        for f in features
    )


def drop_surnames(found: Found, words: PlaceWords) -> Iterator[Mention]:
    """The mentions without those of persons who were named in full, and of ordinary words without support."""
    for mention in found.mentions:
        if mention.key in found.surnames and not _is_large(mention.features):
            mention = replace(mention, strength=mention.strength - 1.5)
        if mention.key in words.ordinary:
            mention = replace(mention, strength=mention.strength - 1.0)
        yield mention
