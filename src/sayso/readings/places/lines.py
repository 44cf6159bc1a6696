"""Split a sentence into the words that places are looked for in.

Enters: the text of a sentence. Leaves: its words with their offsets and whether each begins with a capital (or with a
letter of a script that has none). Refuses nothing; a possessive ending is no part of its word.
"""

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


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

    def token_from(self, i: int, end: int) -> int:
        """The first token behind token `i` that starts at `end` or later."""
        after = i + 1
        while after < len(self.words) and self.starts[after] < end:
            after += 1
        return after


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
    return Line(text, words, starts, ends, [_is_capital(w) for w in words])


def _is_capital(word: str) -> bool:
    """Whether a name may start so: "Kyiv", "d'Alene", "Київ"; letters of a script without capitals count."""
    if word[0].isupper() or (len(word) > 2 and word[1] in "'’" and word[2].isupper()):
        return True
    return not word[0].isascii() and not word[0].islower()
