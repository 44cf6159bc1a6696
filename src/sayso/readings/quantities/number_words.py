"""The words that numbers are made of, and the `Numeral` that is made of them.

Enters: a language. Leaves: its `NumberWords`. A numeral is a value at some lexemes; a vague one ("dozens") has bounds
of its own.
"""

import functools
from typing import NamedTuple

from sayso.languages import Language
from sayso.languages.lexicon import Entry
from sayso.readings.quantities.lexemes import Lexeme, glued

HYPHENS = frozenset("-‐‑–")


class Numeral(NamedTuple):
    """A number at lexemes `[start, stop)`; `high` differs from `low` for a vague one only."""

    start: int
    stop: int
    low: float
    high: float
    form: str
    scale: float = 1.0


class NumberWords:
    """The number words of one language, by what they do."""

    def __init__(self, language: Language) -> None:
        lexicon = language["numbers"]
        self.cardinals = _values(lexicon.by_spelling("cardinal"))
        self.scales = _values(lexicon.by_spelling("scale"))
        self.short_scales = {s: e for e in lexicon.of_kind("short scale") for s in e.spellings}
        self.fractions = _values(lexicon.by_spelling("fraction"))
        self.vague = lexicon.by_spelling("vague")
        self.articles = lexicon.spellings("article")
        self.ands = lexicon.spellings("and")
        self.ofs = lexicon.spellings("of")
        self.out_of = lexicon.spellings("out of")
        self.determiners = lexicon.spellings("determiner")
        self.halves = lexicon.spellings("half")
        self.words = frozenset(self.cardinals) | frozenset(self.fractions) | frozenset(self.vague) | self.articles
        self.starts = self.words | frozenset(self.scales)


def _values(entries: dict[str, Entry]) -> dict[str, float]:
    return {s: e.value for s, e in entries.items() if isinstance(e.value, float)}


@functools.cache
def number_words(language: Language) -> NumberWords:
    """The number words of `language`, compiled once."""
    return NumberWords(language)


def plain(start: int, stop: int, value: float, form: str, scale: float = 1.0) -> Numeral:
    """A numeral of one value."""
    return Numeral(start, stop, value, value, form, scale)


def low_at(lexemes: list[Lexeme], i: int) -> str:
    """The lexeme in lower case; empty outside the sentence."""
    return lexemes[i].low if 0 <= i < len(lexemes) else ""


def kind_at(lexemes: list[Lexeme], i: int) -> str:
    """The kind of the lexeme; empty behind the last."""
    return lexemes[i].kind if i < len(lexemes) else ""


def hyphen_at(lexemes: list[Lexeme], i: int) -> bool:
    """Whether a hyphen joins the lexemes around `i`."""
    return low_at(lexemes, i) in HYPHENS and glued(lexemes, i) and glued(lexemes, i + 1)
