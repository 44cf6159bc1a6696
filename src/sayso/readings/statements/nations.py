"""Tell of which country a word is: "Ardanian", "Ardania".

Enters: the words of a language, and a word or name in capitals as it stands. Leaves: the country's ISO 3166-1 code, by
the lexicons of demonyms and places or by the gazetteer; `None` where the word is of no country, or of two.
"""

import functools

from sayso.gazetteer import fold, load_gazetteer
from sayso.gazetteer.countries import country_called
from sayso.readings.statements.speech_words import SpeechWords

_REMEMBERED = 1 << 14


def nation_of(word: str, words: SpeechWords) -> str | None:
    """The country that `word` tells of."""
    if word in words.nations or not word[:1].isupper():
        return words.nations.get(word)
    called = country_called(word)
    return called.country if called is not None else None


@functools.lru_cache(maxsize=_REMEMBERED)
def is_place(name: str) -> bool:
    """Whether the gazetteer knows a place of this very name."""
    return any(f.exact for f in load_gazetteer().find(fold(name)))
