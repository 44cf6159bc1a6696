"""Tell of which country a word is: "Ardanian", "Ardania".

Enters: the words of a language, and a word or name in capitals as it stands. Leaves: the country's ISO 3166-1 code, by
the lexicons of demonyms and places or by the gazetteer; `None` where the word is of no country, or of two.
"""

import functools

from sayso.gazetteer import fold, load_gazetteer
from sayso.readings.statements.speech_words import SpeechWords

_REMEMBERED = 1 << 14


def nation_of(word: str, words: SpeechWords) -> str | None:
    """The country that `word` tells of."""
    return words.nations.get(word) or (_country_called(word) if word[:1].isupper() else None)


@functools.lru_cache(maxsize=_REMEMBERED)
def _country_called(word: str) -> str | None:
    countries = {f.country for f in load_gazetteer().find(fold(word)) if f.kind == "country" and f.exact}
    return countries.pop() if len(countries) == 1 else None


@functools.lru_cache(maxsize=_REMEMBERED)
def is_place(name: str) -> bool:
    """Whether the gazetteer knows a place of this very name."""
    return any(f.exact for f in load_gazetteer().find(fold(name)))
