"""A trigger is a word of the lexicon in a sentence; a counting is where a number and its noun stand.

Enters: the lexemes of a sentence. Leaves: every trigger in it, longest spelling first, none overlapping.
"""

from typing import NamedTuple

from sayso.languages.lexicon import Entry
from sayso.readings.quantities.lexemes import Lexeme
from sayso.readings.quantities.spellings import Spellings


class Trigger(NamedTuple):
    """A word of the lexicon at lexemes `[start, stop)`."""

    entry: Entry
    start: int
    stop: int


class Counting(NamedTuple):
    """A number at lexemes `[start, stop)` and its noun at `[stop, end)`."""

    start: int
    stop: int
    end: int


def find_triggers(spellings: Spellings, lexemes: list[Lexeme]) -> list[Trigger]:
    """Every word of `spellings` in the sentence."""
    found, i = [], 0
    while i < len(lexemes):
        at = spellings.at(lexemes, i)
        if at is None:
            i += 1
        else:
            found.append(Trigger(at[0], i, at[1]))
            i = at[1]
    return found
