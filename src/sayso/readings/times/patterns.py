"""Find the phrases that tell a time, by patterns over the kinds of words.

Enters: the words of a sentence. Leaves: the places where a pattern of the lexicon fits, the longest
first.
A pattern is written in `time_patterns.toml` as words and kinds of words, "the? SHIFT NUMBER UNITS"; capitals name a
kind, small letters are the word itself, `?` makes an element optional, `|` offers two, brackets group. Each set of
kinds that a word can have is one letter, so that a sentence is a string and a pattern a regular expression over it that
contains no repetition: matching is linear.
"""

import functools
import re
from dataclasses import dataclass

from sayso.languages import Entry, Language
from sayso.readings.times.words import Vocabulary, Word, vocabulary_of

# Every set of kinds that a number, a mark or a joined number can have, besides those of the lexicon's words.
_SHAPES = (
    "ISO", "NUMERIC", "CLOCK", "FRACTION", "POSSESSIVE", "COMMA", "DASH", "OPEN", "CLOSE", "DOT", "APOSTROPHE", "SIGN",
    "SLASH", "NUMBER", "NUMBER HOUR", "NUMBER HHMM", "NUMBER HHMM YEAR", "NUMBER DAY HOUR", "NUMBER DAY HOUR TWODIGIT",
    "NUMBER HOUR TWODIGIT", "NUMBER DAY TWODIGIT", "NUMBER TWODIGIT", "YEAR", "ORDINAL",
)  # fmt: skip
_NOTHING = "."
_ELEMENT = re.compile(r"[()]\??|[^\s()]+")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern of the lexicon, compiled, with the kinds that each of its groups may stand for."""

    entry: Entry
    expression: re.Pattern[str]
    elements: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern that fits the words from `start` to `end`, with the word found for each kind it names."""

    pattern: Pattern
    words: list[Word]
    start: int
    end: int
    found: dict[str, list[Word]]

    def word(self, kind: str) -> Word | None:
        """The first word of this kind, where the phrase has one."""
        return self.found[kind][0] if kind in self.found else None

    @property
    def before(self) -> Word | None:
        """The word before the phrase, in its sentence."""
        return self.words[self.start - 1] if self.start else None

    @property
    def after(self) -> Word | None:
        """The word behind the phrase, in its sentence."""
        return self.words[self.end] if self.end < len(self.words) else None


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a language knows of times: its words, their letters, and the patterns that can start with each letter."""

    vocabulary: Vocabulary
    letters: dict[frozenset[str], str]
    starts: dict[str, tuple[Pattern, ...]]

    def spell(self, words: list[Word]) -> str:
        """One letter a word."""
        letters = self.letters
        return "".join(letters.get(frozenset(w.kinds), _NOTHING) if w.kinds else _NOTHING for w in words)

    def hits(self, words: list[Word], spelled: str, position: int) -> list[Hit]:
        """The patterns that fit at `position`, the longest first, then in the lexicon's order."""
        fits = [(p, m) for p in self.starts.get(spelled[position], ()) if (m := p.expression.match(spelled, position))]
        fits.sort(key=lambda fit: -fit[1].end())
        return [_hit(p, m, words) for p, m in fits]


def grammar_of(language: Language) -> Grammar:
    """The grammar of `language`, made once."""
    return _grammar(language.code, _Held(language))


class _Held:
    """A language as a cache key: equal for one code, since lexicons of a code never change in a run."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __hash__(self) -> int:
        return hash(self.language.code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.language is self.language


@functools.lru_cache(maxsize=16)
def _grammar(_code: str, held: _Held) -> Grammar:
    patterns = held.language["time_patterns"].entry
    vocabulary = vocabulary_of(held.language["times"], held.language["calendar"])
    for entry in patterns:
        for element in _ELEMENT.findall(str(entry.value)):
            for part in element.rstrip("?").split("|"):
                if part and part[0].isalpha() and part.islower():
                    vocabulary.setdefault(part, {})[part] = None
    sets = {frozenset(s.split()) for s in _SHAPES}
    for kinds in vocabulary.values():
        sets.add(frozenset(kinds))
        sets.add(frozenset(k for k, e in kinds.items() if e is None or not e.also.get("capital")))
    letters = {kinds: chr(0x100 + i) for i, kinds in enumerate(sorted(sets - {frozenset()}, key=sorted))}
    compiled = [_compile(entry, letters) for entry in patterns]
    starts = {letter: tuple(p for p, first in compiled if letter in first) for letter in letters.values()}
    return Grammar(vocabulary, letters, starts)


def _compile(entry: Entry, letters: dict[frozenset[str], str]) -> tuple[Pattern, frozenset[str]]:
    """The pattern of `entry`, and the letters it can start with."""
    expression = ""
    elements: list[tuple[str, ...]] = []
    first: set[str] = set()
    opened: list[bool] = []  # for each bracket, whether the phrase can start within it
    starting = True
    for element in _ELEMENT.findall(str(entry.value)):
        if element == "(":
            opened.append(starting)
            expression += "(?:"
            continue
        if element.startswith(")"):
            started = opened.pop()
            starting = started and (element == ")?" or starting)
            expression += element
            continue
        optional = element.endswith("?")
        parts = tuple(element.rstrip("?").split("|"))
        fitting = {letter for kinds, letter in letters.items() if kinds & set(parts)}
        expression += f"([{''.join(sorted(fitting)) or chr(0)}]){'?' if optional else ''}"
        elements.append(parts)
        if starting:
            first |= fitting
            starting = optional
    return Pattern(entry, re.compile(expression), tuple(elements)), frozenset(first)


def _hit(pattern: Pattern, match: re.Match[str], words: list[Word]) -> Hit:
    found: dict[str, list[Word]] = {}
    for number, kinds in enumerate(pattern.elements, 1):
        place = match.start(number)
        if place >= 0:
            word = words[place]
            for kind in kinds:
                if kind in word.kinds:
                    found.setdefault(kind, []).append(word)
    return Hit(pattern, words, match.start(), match.end(), found)
