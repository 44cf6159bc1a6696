"""Tell what all ways to write the name of a body have in common.

Enters: a folded name: "Norway's defense ministry", "Norwegian Ministry of Defence". Leaves: the country that it says
and the words of the body, in one order and spelling; `None` where a name can be written in one way only. Refuses: to
take what is no body of a state for a country's: the Orthodox Church of a country and its own Orthodox Church may be
two, and what is Scottish is not the United Kingdom's.
"""

import functools
from collections.abc import Callable, Iterable
from typing import NamedTuple

from sayso.languages import load_lexicon, supported_languages
from sayso.languages.lexicon import Entry
from sayso.ledger.names.folding import Key, fold
from sayso.ledger.names.sides import LONGEST, country_of_words

BETWEEN = "="


class Wording(NamedTuple):
    """Whose body it is, where its name says so, and its words."""

    country: str | None
    words: Key

    @property
    def key(self) -> Key:
        """What stands between the names of one wording. No name folds to it."""
        return (f"{BETWEEN}{self.country or ''}", *self.words)


def stands_between(key: Key) -> bool:
    """Whether this is no name, but what stands between names."""
    return key[:1] != () and key[0].startswith(BETWEEN)


@functools.lru_cache(maxsize=65536)
def wording_of(key: Key) -> Wording | None:
    """The wording of a folded name."""
    if _telling().isdisjoint(key):
        return None
    words = tuple(_spelling().get(word, word) for word in key if (word,) not in _articles())
    country, rest = _country_in(words)
    body = _turned(rest)
    if country is None or not _is_body(body):
        country, body = None, _turned(words)
    return Wording(country, _same().get(body, body)) if country is not None or len(body) > 1 else None


def _country_in(words: Key) -> tuple[str | None, Key]:
    """The country that a name begins with, or that it says behind its last "of"; and the words that are left."""
    for count in range(min(LONGEST, len(words) - 1), 0, -1):
        if (country := _country(words[:count])) is not None:
            return country, words[count:]
    for at in range(len(words) - 2, 0, -1):
        if (words[at],) in _joining():
            country = _country(words[at + 1 :])
            return country, words[:at] if country is not None else words
    return None, words


def _country(words: Key) -> str | None:
    """The country that these words name, or whose whole people."""
    return country_of_words(words) if words not in _of_parts() else None


def _turned(words: Key) -> Key:
    """With the body behind what it is for: "ministry of defence" as "defence ministry"."""
    if len(words) > 2 and words[:1] in _turning() and words[1:2] in _joining():
        return (*words[2:], words[0])
    return words


def _is_body(words: Key) -> bool:
    return any(words[-count:] in _bodies() for count in range(1, min(LONGEST, len(words)) + 1))


@functools.cache
def _telling() -> frozenset[str]:
    """The words of which a name has one that can be written in several ways."""
    found = [key for table in (_bodies(), _joining()) for key in table]
    return frozenset({*(key[-1] for key in found), *_spelling(), *_spelling().values()})


@functools.cache
def _spelling() -> dict[str, str]:
    return {fold(form)[0]: fold(entry.term)[0] for entry in _entries("spelling") for form in entry.spellings}


@functools.cache
def _same() -> dict[Key, Key]:
    return {fold(form): fold(entry.term) for entry in _entries("same") for form in entry.spellings}


@functools.cache
def _bodies() -> frozenset[Key]:
    return _folded("body")


@functools.cache
def _turning() -> frozenset[Key]:
    return _folded("body", lambda entry: bool(entry.also.get("turns")))


@functools.cache
def _joining() -> frozenset[Key]:
    return _folded("joining")


@functools.cache
def _articles() -> frozenset[Key]:
    return frozenset(fold(e.term) for code in supported_languages() for e in load_lexicon(code, "articles").entry)


@functools.cache
def _of_parts() -> frozenset[Key]:
    """Words for the people of a part of a country."""
    every = (entry for code in supported_languages() for entry in load_lexicon(code, "demonyms").entry)
    return frozenset(fold(form) for entry in every if entry.also.get("part") for form in entry.spellings)


def _folded(kind: str, fits: Callable[[Entry], bool] = lambda _: True) -> frozenset[Key]:
    return frozenset(fold(form) for entry in _entries(kind) if fits(entry) for form in entry.spellings)


def _entries(kind: str) -> Iterable[Entry]:
    return (entry for code in supported_languages() for entry in load_lexicon(code, "bodies").of_kind(kind))
