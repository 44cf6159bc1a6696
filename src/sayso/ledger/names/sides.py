"""Tell the state or party that words name: "Velmish" is of Velmark, "the Harbour forces" are the party's own.

Enters: the situation, with its parties; the countries, the words for their people and the seats of their governments
that the lexicons of every language have. Leaves: the party, under its chosen name, or the country. Refuses:
words that name neither.
"""

import functools

from sayso.gazetteer import load_gazetteer
from sayso.gazetteer.countries import country_called
from sayso.languages import load_lexicon, supported_languages
from sayso.ledger.names.folding import Key, fold
from sayso.model import Situation

LONGEST = 4
"""Words of the longest name of a side that is looked for within others."""


class Sides:
    """The parties of a situation, and every country. `known`: the situation says who faces whom."""

    def __init__(self, situation: Situation) -> None:
        self.known = bool(situation.parties)
        self._asked: dict[str, str | None] = {}
        self._parties = {fold(name): party.name for party in situation.parties for name in (party.name, *party.aliases)}

    def is_party(self, side: str) -> bool:
        """Whether this is one of the sides that face each other."""
        return fold(side) in self._parties

    def named_by(self, words: str) -> str | None:
        """The side that these words of a text, and no fewer, name: "us" is none there."""
        return self.asked_for(words) if words[:1].isupper() else None

    def asked_for(self, words: str) -> str | None:
        """The side that somebody means who types these words, in capitals or not."""
        if words not in self._asked:
            self._asked[words] = self._ask_for(words)
        return self._asked[words]

    def _ask_for(self, words: str) -> str | None:
        key = fold(words)
        if not key:
            return None
        country = country_of_words(key) or _named_in("seats").get(key)
        return self._parties.get(key) or (self._parties.get(fold(country), country) if country else None)

    def begins(self, name: str) -> str | None:
        """The side whose name, or word for its people, a longer name begins with."""
        words = name.split()
        for count in range(min(LONGEST, len(words) - 1), 0, -1):
            side = self.named_by(" ".join(words[:count]))
            if side is not None:
                return side
        return None


def country_of_words(key: Key) -> str | None:
    """The country that these folded words name, or whose people."""
    return _named_in("demonyms").get(key) or country_named(key)


def country_named(key: Key) -> str | None:
    """The country of this folded name, which is no word for its people; `None` where two bear it."""
    found = _named_in("place_names").get(key)
    called = None if found else country_called(" ".join(key))
    return found or (called.name if called is not None else None)


@functools.cache
def country_spellings(lexicon: str) -> dict[str, str]:
    """The countries that a lexicon has words for, by each spelling, in every language: "place_names", "demonyms" or
    "seats".
    """
    gazetteer = load_gazetteer()
    found: dict[str, str] = {}
    for code in supported_languages():
        for entry in load_lexicon(code, lexicon).of_kind("country", "demonym", "seat"):
            country = gazetteer.by_code(str(entry.value))
            if country is not None:
                found |= dict.fromkeys(entry.spellings, country.name)
    return found


@functools.cache
def _named_in(lexicon: str) -> dict[Key, str]:
    return {fold(form): country for form, country in country_spellings(lexicon).items()}
