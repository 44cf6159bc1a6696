"""Hold all that the readers of quantities know of one language, compiled once.

Enters: a language. Leaves: its `QuantityWords`.
"""

import functools
import re
from dataclasses import dataclass

from sayso.languages import Language
from sayso.readings.quantities.exactness import Approximators, approximators
from sayso.readings.quantities.exclusions import NonQuantities, non_quantities
from sayso.readings.quantities.number_words import NumberWords, number_words
from sayso.readings.quantities.units import UnitWords, unit_words


@dataclass(frozen=True, eq=False)
class QuantityWords:
    """All that the reader of quantities knows of one language."""

    numbers: NumberWords
    units: UnitWords
    approximators: Approximators
    others: NonQuantities
    any_number: re.Pattern[str]
    range_words: frozenset[str]
    between_words: frozenset[str]
    between: frozenset[str]
    from_words: frozenset[str]
    spread: frozenset[str]
    minus: frozenset[str]
    before_upper: frozenset[str]


@functools.cache
def quantity_words(language: Language) -> QuantityWords:
    """The words of `language`, compiled once."""
    lexicon = language["numbers"]
    numbers = number_words(language)
    starts = sorted((numbers.starts - numbers.articles) | numbers.halves, key=len, reverse=True)
    joins = lexicon.of_kind("range")
    return QuantityWords(
        numbers,
        unit_words(language),
        approximators(language),
        non_quantities(language),
        re.compile(r"\d|[½⅓⅔¼¾]|\b(?:" + "|".join(map(re.escape, starts)) + r")\b", re.I),
        frozenset(s for e in joins if not e.also.get("between") for s in e.spellings),
        frozenset(s for e in joins if e.also.get("between") for s in e.spellings),
        lexicon.spellings("between"),
        lexicon.spellings("from"),
        lexicon.spellings("spread"),
        lexicon.spellings("minus"),
        lexicon.spellings("before the upper"),
    )
