"""Fold names: the form in which two spellings of one name are equal.

Enters: a name as a document has it. Leaves: its words in lower case and Latin letters, without accents, punctuation,
possessive endings and the articles before them; for a person, without titles too. Refuses nothing: a name without a
word folds to nothing. Only alphabets are put into Latin letters: two names in other scripts may have one romanisation.
"""

import functools
import re
import unicodedata

from anyascii import anyascii

from sayso.languages import load_lexicon, supported_languages

Key = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s\b")
_LONGEST = 4
ALPHABETS = ("LATIN ", "CYRILLIC ", "GREEK ", "ARMENIAN ", "GEORGIAN ")
"""How the names of their letters in Unicode begin."""


@functools.lru_cache(maxsize=65536)
def fold(name: str) -> Key:
    """The words of `name` without articles before them; all of them where nothing else is left."""
    words = tuple(w.casefold() for w in _words(name))
    start = 0
    while start < len(words) - 1 and words[start : start + 1] in _leading("articles"):
        start += 1
    return words[start:]


@functools.lru_cache(maxsize=65536)
def fold_person(name: str) -> Key:
    """As `fold`, without titles before a capitalised word: "President Orsa", but not "President of Ardania"."""
    words = _words(name)
    folded = tuple(w.casefold() for w in words)
    start = len(words) - len(fold(name))
    while True:
        lengths = range(min(_LONGEST, len(words) - start - 1), 0, -1)
        length = next((n for n in lengths if folded[start : start + n] in _leading("titles", "title", "courtesy")), 0)
        if not length or not words[start + length][0].isupper():
            return folded[start:]
        start += length


def plain_words(text: str) -> list[str]:
    """The words of `text` in lower case, without accents."""
    return [word.casefold() for word in _split(text)]


def _words(name: str) -> list[str]:
    plain = _POSSESSIVE.sub("", name)
    return _split(plain if plain.isascii() else "".join(map(_latin, plain)))


@functools.lru_cache(maxsize=4096)
def _latin(character: str) -> str:
    """A letter of an alphabet in Latin letters; every other character as it is."""
    if character.isascii() or not unicodedata.name(character, "").startswith(ALPHABETS):
        return character
    return anyascii(character).replace("'", "")


def _split(plain: str) -> list[str]:
    if plain.isascii():
        return _WORD.findall(plain)
    plain = unicodedata.normalize("NFKD", plain)
    return _WORD.findall("".join(c for c in plain if not unicodedata.combining(c)))


@functools.cache
def _leading(lexicon: str, *kinds: str) -> frozenset[Key]:
    """What the lexicons of this name list, in every language."""
    lexicons = (load_lexicon(code, lexicon) for code in supported_languages())
    return frozenset(tuple(w.casefold() for w in _words(s)) for words in lexicons for s in words.spellings(*kinds))
