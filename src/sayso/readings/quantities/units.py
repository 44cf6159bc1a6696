"""Read the unit of a number: a currency before or behind it, a measure behind it, and what it is reckoned by.

Enters: the lexemes of a sentence and where a numeral starts or stops. Leaves: the unit's full English name in the
singular ("dollar per barrel", "kilometre", "percentage"), or nothing. Counted nouns are no units and are read in
`counted`.
"""

import functools
from typing import NamedTuple

from sayso.languages import Language
from sayso.languages.lexicon import Entry
from sayso.readings.quantities.lexemes import NUMBER, WORD, Lexeme, glued, words_of
from sayso.readings.quantities.number_words import HYPHENS
from sayso.readings.quantities.spellings import Spellings

LARGE = 100_000
NOT_UNITS = ("per", "each", "not each", "ending", "irregular", "small", "mark", "part", "age before")
GRAMMAR = frozenset({*NOT_UNITS, "degree ending", "irregular degree"})
BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}


class Unit(NamedTuple):
    """A unit that ends before lexeme `stop`; `kind` is what it measures ("currency", "time", "length", …).

    `scale` is what its number is multiplied by ("30 MUSD"), `least` the least number that it is read behind.
    """

    name: str
    kind: str
    stop: int
    scale: float = 1.0
    least: float = 0.0


class UnitWords:
    """The units of one language."""

    def __init__(self, language: Language) -> None:
        lexicon = language["units"]
        self.currencies = Spellings(lexicon.of_kind("currency"))
        self.measures = Spellings(e for e in lexicon.entry if e.kind not in GRAMMAR and "least" not in e.also)
        self.per = lexicon.spellings("per")
        self.each = lexicon.spellings("each")
        self.by_name = {e.term: e for e in lexicon.of_kind("currency")}
        self.not_each = lexicon.spellings("not each")
        self.reckoned = lexicon.spellings("time", "mass", "volume", "counted")
        self.by_noun = {e.value or e.term: e for e in lexicon.of_kind("length", "area", "volume", "mass", "time")}
        self.irregular = {s: str(e.value) for s, e in lexicon.by_spelling("irregular").items()}
        endings = {s.strip("-"): str(e.value).strip("-") for s, e in lexicon.by_spelling("ending").items()}
        self.endings = sorted(endings.items(), key=lambda pair: -len(pair[0]))
        self.small = frozenset(words_of(s) for e in lexicon.of_kind("small") for s in e.spellings)
        self.marks = frozenset(s for e in lexicon.of_kind("mark") for s in e.spellings)
        self.parts = {e.term: float(str(e.value)) for e in lexicon.of_kind("part")}
        self.parts |= {s: v for e in lexicon.of_kind("part") for s in e.spellings for v in [float(str(e.value))]}
        self.age_before = Spellings(lexicon.of_kind("age before"))
        self.degrees = {s: str(e.value or "") for s, e in lexicon.by_spelling("irregular degree").items()}
        steps = {s.strip("-"): str(e.value).strip("-") for s, e in lexicon.by_spelling("degree ending").items()}
        self.degree_endings = sorted(steps.items(), key=lambda pair: -len(pair[0]))

    def plain(self, adjective: str) -> str:
        """The adjective without its degree: "largest" is "large"; empty for "most"."""
        return _ended(adjective, self.degrees, self.degree_endings)

    def singular(self, noun: str) -> str:
        """The singular of a noun: "children" is "child", "cities" "city"."""
        return _ended(noun, self.irregular, self.endings)


def _ended(word: str, irregular: dict[str, str], endings: list[tuple[str, str]]) -> str:
    """`word` with the first of `endings` that it has replaced, or as `irregular` has it."""
    low = word.lower()
    if low in irregular:
        return irregular[low]
    for ending, other in endings:
        if low.endswith(ending) and len(low) > len(ending) + 1:
            return word[: len(word) - len(ending)] + other
    return word


@functools.cache
def unit_words(language: Language) -> UnitWords:
    """The units of `language`, compiled once."""
    return UnitWords(language)


def currency_before(words: UnitWords, lexemes: list[Lexeme], i: int) -> tuple[Entry, int] | None:
    """The currency that stands right before lexeme `i`, with the index of its first lexeme."""
    found = words.currencies.before(lexemes, i)
    if found is None or _is_written(words, lexemes, found[1], i):
        return found
    start = found[1] + 1
    shorter = words.currencies.before(lexemes[start:i], i - start)
    return (shorter[0], shorter[1] + start) if shorter is not None else None


def _is_written(words: UnitWords, lexemes: list[Lexeme], start: int, stop: int) -> bool:
    """Whether the letters of a currency are written as its code: "US $", but not "a $" or "won"."""
    if tuple(x.low for x in lexemes[start:stop]) in words.small:
        return True
    letters = [x.text for x in lexemes[start:stop] if x.kind == WORD]
    if letters and start + 1 == stop and len(letters[0]) == 1 and not glued(lexemes, stop):
        return False
    if letters and len(lexemes[start].text) == 1 and start + 1 < stop and not glued(lexemes, start + 1):
        return False
    return all(text[0].isupper() and len(text) <= 4 for text in letters)


def unit_behind(words: UnitWords, lexemes: list[Lexeme], stop: int) -> Unit | None:
    """The unit that starts at lexeme `stop`, with what it is reckoned by."""
    j = stop
    if j < len(lexemes) and lexemes[j].low in HYPHENS and glued(lexemes, j) and glued(lexemes, j + 1):
        j += 1
    found = words.measures.at(lexemes, j) or _in_brackets(words, lexemes, j) or _aged(words, lexemes, j)
    if found is None:
        return None
    entry, end = found
    if entry.also.get("glued") and not glued(lexemes, j):
        return None
    if glued(lexemes, end) and lexemes[end].kind == NUMBER:
        return None
    if len(lexemes[end - 1].text) == 1 and lexemes[j].kind == WORD and _goes_on(lexemes, end):
        return None
    return reckoned_by(words, lexemes, named(entry, end))


def _in_brackets(words: UnitWords, lexemes: list[Lexeme], i: int) -> tuple[Entry, int] | None:
    """The unit alone in brackets: "20 (kg)"."""
    close = BRACKETS.get(lexemes[i].low) if i < len(lexemes) else None
    found = words.measures.at(lexemes, i + 1) if close is not None else None
    if found is None or found[1] >= len(lexemes) or lexemes[found[1]].low != close:
        return None
    return found[0], found[1] + 1


def _aged(words: UnitWords, lexemes: list[Lexeme], i: int) -> tuple[Entry, int] | None:
    """An age whose hyphens stand apart: "28 - year - old"."""
    apart = i < len(lexemes) and lexemes[i].low in HYPHENS
    found = words.measures.at(lexemes, i + 1) if apart else None
    return found if found is not None and found[0].kind == "age" else None


def as_money(words: UnitWords, lexemes: list[Lexeme], unit: Unit, value: float) -> Unit:
    """A unit of mass whose name is a currency's too is the currency where the number is large: "5 million pounds"."""
    found = words.measures.at(lexemes, unit.stop - 1)
    large = found[0].also.get("large") if found is not None and unit.kind == "mass" else None
    entry = words.by_name.get(str(large)) if large is not None and value >= LARGE else None
    return named(entry, unit.stop) if entry is not None else unit


def _goes_on(lexemes: list[Lexeme], i: int) -> bool:
    """Whether a letter is the start of a name ("5 C-130s") and no unit."""
    return glued(lexemes, i) and lexemes[i].low in HYPHENS


def named(entry: Entry, stop: int) -> Unit:
    """The unit of an entry: its `value` is the name."""
    scale, least = (float(str(entry.also.get(key, plain))) for key, plain in (("scale", 1.0), ("least", 0.0)))
    return Unit(str(entry.value or entry.term), entry.kind, stop, scale, least)


def reckoned_by(words: UnitWords, lexemes: list[Lexeme], unit: Unit) -> Unit:
    """The unit with what it is reckoned by: "$10 a bushel", "4 rockets per day", "5 km/h", "a barrel-a-day"."""
    j = unit.stop
    if unit.kind == "currency" and j < len(lexemes) and lexemes[j].text in words.marks:
        j += 1
        unit = unit._replace(stop=j)
    if j + 1 < len(lexemes) and lexemes[j].low in HYPHENS and lexemes[j + 1].low in words.per | words.each:
        j += 1
    if j + 1 >= len(lexemes):
        return unit
    plain = lexemes[j].low in words.per
    if not plain and lexemes[j].low not in words.each:
        return unit
    k = j + 1
    while k < len(lexemes) and lexemes[k].low in HYPHENS:
        k += 1
    found = words.measures.at(lexemes, k)
    follows = lexemes[found[1]].low if found is not None and found[1] < len(lexemes) else ""
    if found is not None and (plain or (lexemes[k].low in words.reckoned and follows not in words.not_each)):
        name = str(found[0].value or found[0].term)
        return unit._replace(name=f"{unit.name} per {name}", stop=found[1])
    if plain and k < len(lexemes) and lexemes[k].kind == WORD:
        name = words.singular(lexemes[k].low)
        return unit._replace(name=f"{unit.name} per {name}", stop=k + 1)
    return unit
