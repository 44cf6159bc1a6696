"""Find the sides that words name.

Enters: what names a side (its name, the words for its people and things), as folded words; a text. Leaves: the sides
that capitalised words of it name, with where. Of names that begin at one word the longest counts; a name behind a
hyphen ("pro-Velmish") is none.
"""

import functools
import re
from collections.abc import Iterator, Mapping

from sayso.gazetteer import fold as fold_place
from sayso.gazetteer import load_gazetteer
from sayso.ledger.names.folding import Key
from sayso.ledger.names.sides import country_spellings

_LONGEST = 4
WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\.?")
_NAME = re.compile(r"(?<![\w-])[^\W\d_a-z][^\W_]*(?:\.[^\W_]+)*\.?")
_SPACE = re.compile(r"[ \n]")


class Forms:
    """Sides by the words that name them."""

    def __init__(self, sides: Mapping[Key, str]) -> None:
        self.sides = dict(sides)
        self._heads = frozenset(form[0] for form in self.sides if form)
        self._found: dict[str, tuple[tuple[str, int, int], ...]] = {}

    def find(self, text: str) -> tuple[tuple[str, int, int], ...]:
        """Each side named, with where its name begins and ends."""
        if text not in self._found:  # names of speakers come again and again
            self._found[text] = tuple(self._find(text))
        return self._found[text]

    def _find(self, text: str) -> Iterator[tuple[str, int, int]]:
        end = 0
        for first in _NAME.finditer(text):
            if first.start() >= end and plain(first[0]) in self._heads and (len(first[0]) > 2 or first[0].isupper()):
                words = list(_words_from(text, first.start()))
                form = tuple(plain(word[0]) for word in words)
                for length in range(len(words), 0, -1):
                    side = self.sides.get(form[:length])
                    if side is not None:
                        end = words[length - 1].end()
                        yield side, first.start(), end
                        break


def _words_from(text: str, start: int) -> Iterator[re.Match[str]]:
    """The words of a name that may begin here."""
    at: int | None = start
    for _ in range(_LONGEST):
        found = WORD.match(text, at) if at is not None else None
        if found is None:
            return
        yield found
        space = _SPACE.match(text, found.end())
        at = space.end() if space else None


@functools.cache
def countries() -> Mapping[Key, str]:
    """The countries of the gazetteer by their names, demonyms and seats of government."""
    gazetteer = load_gazetteer()
    codes = [code for code in gazetteer.codes if "." not in code]
    forms = {form_of(f.name): f.name for code in codes if (f := gazetteer.by_code(code)) is not None}
    for lexicon in ("place_names", "demonyms", "seats"):
        forms |= {form_of(spelling): country for spelling, country in country_spellings(lexicon).items()}
    return forms


@functools.lru_cache(maxsize=1 << 14)
def country_of_capital(name: str) -> str | None:
    """The country whose capital bears this name."""
    for feature, _ in zip(load_gazetteer().find(fold_place(name)), range(3), strict=False):
        if feature.kind == "capital":
            country = load_gazetteer().by_code(feature.country)
            return country.name if country is not None else None
    return None


def form_of(name: str) -> Key:
    """The words of a name as they are looked up."""
    return tuple(map(plain, WORD.findall(name)))


def plain(word: str) -> str:
    """A word in lower case, without dots."""
    return word.casefold().replace(".", "")
