"""Find the spellings of a lexicon in lexemes, longest first, forwards from a place or backwards to it.

Enters: entries of a lexicon. Leaves: `Spellings` that tell which entry stands at a place. An entry marked
`also = { exact = true }`, and every single letter, is matched in its own case alone ("W" is a watt, "m" a metre).
"""

from collections.abc import Iterable

from sayso.languages.lexicon import Entry
from sayso.readings.quantities.lexemes import NUMBER, Lexeme, glued, words_of


class Spellings:
    """The spellings of some entries, ready to be found in lexemes."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.loose: dict[tuple[str, ...], Entry] = {}
        self.exact: dict[str, Entry] = {}
        for entry in entries:
            for spelling in entry.spellings:
                if entry.also.get("exact") or (len(spelling) == 1 and spelling.isalpha()):
                    self.exact[spelling] = entry
                else:
                    self.loose[words_of(spelling)] = entry
        self.longest = max((len(k) for k in self.loose), default=1)
        self.firsts = frozenset(k[0] for k in self.loose)
        self.lasts = frozenset(k[-1] for k in self.loose)

    def at(self, lexemes: list[Lexeme], i: int) -> tuple[Entry, int] | None:
        """The entry that starts at `i`, with the index behind it."""
        if not 0 <= i < len(lexemes):
            return None
        if lexemes[i].low in self.firsts:
            for size in range(min(self.longest, len(lexemes) - i), 0, -1):
                entry = self.loose.get(tuple(x.low for x in lexemes[i : i + size]))
                if entry is not None and _is_one(lexemes, i, size):
                    return entry, i + size
        exact = self.exact.get(lexemes[i].text)
        return (exact, i + 1) if exact is not None else None

    def before(self, lexemes: list[Lexeme], i: int) -> tuple[Entry, int] | None:
        """The entry that ends right before `i`, with the index of its first lexeme."""
        if not 0 < i <= len(lexemes):
            return None
        if lexemes[i - 1].low in self.lasts:
            for size in range(min(self.longest, i), 0, -1):
                entry = self.loose.get(tuple(x.low for x in lexemes[i - size : i]))
                if entry is not None:
                    return entry, i - size
        exact = self.exact.get(lexemes[i - 1].text)
        return (exact, i - 1) if exact is not None else None


def _is_one(lexemes: list[Lexeme], i: int, size: int) -> bool:
    """Whether a digit of the spelling stands right behind its letter: "12 m2", but not "12 m 2 dm"."""
    return all(glued(lexemes, k) for k in range(i + 1, i + size) if lexemes[k].kind == NUMBER)
