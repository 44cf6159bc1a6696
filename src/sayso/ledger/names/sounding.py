"""Sound a word: the form in which the usual transliterations of one name are equal.

Enters: a word in lower case. Leaves: "zelenski" for Zelenskyy, Zelensky and Zelenskiy alike. Refuses nothing.
"""

import functools
import re
from collections.abc import Iterable

_SAME_SOUND = [
    (re.compile(pattern), sound)
    for pattern, sound in [
        ("shch|sch|tsch", "sh"), ("tch|tsch", "ch"), ("kh|gh", "h"), ("g", "h"), ("x", "ks"), ("w", "v"), ("ph", "f"),
        ("tz", "ts"), ("ck", "k"), ("ou", "u"), ("j|y", "i"), ("ie", "e"), ("i+", "i"), (r"(.)\1", r"\1"),
    ]
]  # fmt: skip


@functools.lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A form in which the usual transliterations of a Cyrillic name are equal: "zelenski" for Zelenskyy."""
    for pattern, same in _SAME_SOUND:
        word = pattern.sub(same, word)
    return word


def sounds(words: Iterable[str]) -> set[str]:
    """How any of the words sounds."""
    return set(map(sound, words))


def sound_of_first(word: str) -> str:
    """As `sound`, with "th" as "t" ("Anthony", "Antony"), and without vowels where three consonants are left to tell
    names apart; a final "a" is kept.
    """
    sounded = sound(word.replace("th", "t"))
    consonants = re.sub("[aeiou]", "", sounded)
    return consonants + sounded[-1:].replace("a", "A") if len(consonants) > 2 else sounded
