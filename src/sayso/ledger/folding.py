"""Fold names: the form in which two spellings of one name are equal.

Enters: a name as a document has it. Leaves: its words in lower case without accents, punctuation, and the articles
and titles that `languages/*/titles.toml` lists. Refuses nothing: a name without any word folds to nothing.
"""

import functools
import re
import unicodedata

from sayso.languages import load_language, supported_languages

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s\b")


def words_of(name: str) -> tuple[str, ...]:
    """The words of `name`, in lower case and without accents."""
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", name.casefold()))
    return tuple(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c)).replace("’", "'")))


@functools.lru_cache(maxsize=65536)
def fold(name: str) -> tuple[str, ...]:
    """The words of `name` without the articles and titles before them; all of them where nothing else is left."""
    words = words_of(name)
    start = 0
    while start < len(words) - 1:
        length = next((n for n in (4, 3, 2, 1) if words[start : start + n] in _left_out()), 0)
        if not length or start + length >= len(words):
            break
        start += length
    return words[start:]


@functools.cache
def _left_out() -> frozenset[tuple[str, ...]]:
    """Articles and titles of every language that there are lexicons for."""
    lexicons = (load_language(code).lexicons.get("titles") for code in supported_languages())
    return frozenset(words_of(s) for lexicon in lexicons if lexicon for s in lexicon.spellings())
