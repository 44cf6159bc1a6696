"""Guess which name was meant by one that nobody bears.

Enters: what was asked for, and the words or names that are filed. Leaves: those that are written nearly so, the nearest
first. Refuses: to guess what does not begin as the asked does, so that a guess costs a few rows of an index.
"""

from collections.abc import Iterable
from difflib import get_close_matches

from sayso.ledger.names.folding import fold
from sayso.ledger.names.sounding import sound

BEGINNING = 2
"""Letters that a guess and what was asked for begin with."""
NEAR = 0.75
"""How alike they are at least, by `difflib`."""
MOST = 3
"""Guesses that a person can take in."""


def longest_sound(asked: str) -> str:
    """How the longest word of what was asked for sounds: the rarest, and the likeliest to be written wrongly."""
    return max((sound(word) for word in fold(asked)), key=len, default="")


def nearest(asked: str, written: Iterable[str]) -> list[str]:
    """Those of `written` that are nearly `asked`, the nearest first."""
    return get_close_matches(asked, sorted(set(written)), n=MOST, cutoff=NEAR)


def best(names: Iterable[str]) -> tuple[str, ...]:
    """The first few, each once."""
    return tuple(dict.fromkeys(names))[:MOST]
