"""File names so that all which may be one with a name are found from it.

Enters: a name with its kind, its acronyms or its number. Leaves: the short strings (blocks) under which it is filed. A
name is filed under itself, with its title and without, and under what each rule compares: how a person's last name
sounds, the acronyms documents give for it, the words an acronym stands for, the first words of a body and what all ways
to write it have in common, the country of a state. So that it can be asked for, it is filed under the sound of its
words too. Refuses: what is never joined, see `is_joined`: of unnamed sources and descriptions only `blocks_of_words`
can be filed.
"""

from sayso.ledger.names.folding import Key, fold
from sayso.ledger.names.knowing import Named, acronyms_of, fold_named, is_joined, wording_in
from sayso.ledger.names.links import country_of, undotted
from sayso.ledger.names.places import Located, numbered
from sayso.ledger.names.sounding import sound, sounds

FIRST = 4
"""Words of a body's name by which it is found from the same with acronyms written out.

Of the 5,494 bodies in 8,646 articles at most 14 begin alike; 94 would by two words, 19 by three ("office of the"). The
more words, the more ways there are to abbreviate them.
"""


def blocks_of(one: Named) -> frozenset[str]:
    """The blocks of an actor's name; none where it is never joined with another."""
    if not is_joined(one):
        return frozenset()
    key, bare = fold_named(one)
    found = {*blocks_of_words(one.name), by_key(bare)}
    for _, short in acronyms_of(one):
        found |= {by_acronym(short), by_long_form(key)}
    if one.kind == "person":
        return frozenset({*found, by_last_name(bare)})
    if (wording := wording_in(one)) is not None:
        found.add(by_key(wording.key))
    country = country_of(key, {one.kind})
    return frozenset({*found, by_first_words(undotted(key)), *([by_country(country)] if country else ())})


def blocks_of_words(name: str) -> frozenset[str]:
    """The blocks from which any name, also one that is never joined, is found by whoever asks for its words."""
    key = fold(name)
    return frozenset({by_key(key), *map(by_word, sounds(key))})


def blocks_of_place(one: Located) -> frozenset[str]:
    """The blocks of a place's name: itself, and its number."""
    own = by_key(fold(one.name))
    return frozenset([own] if one.geonames is None else [own, by_key(numbered(one.geonames))])


def by_key(key: Key) -> str:
    """The block of a folded name, or of what stands between names."""
    return _block("name", *key)


def by_last_name(key: Key) -> str:
    """The block of persons whose last names sound alike."""
    return _block("last", sound(key[-1]))


def by_acronym(short: Key) -> str:
    """The block of names for which documents give an acronym, which has no dots."""
    return _block("short", *short)


def by_long_form(key: Key) -> str:
    """The block of names for which documents give acronyms, and which begin alike: in 8,646 articles at most ten."""
    return _block("long", *key[:2])


def by_first_words(key: Key) -> str:
    """The block of bodies whose names begin alike. `key` is without dots."""
    return _block("first", *key[:FIRST])


def by_country(country: str) -> str:
    """The block of a country's names."""
    return _block("country", country)


def by_word(sounded: str) -> str:
    """The block of names with a word that sounds so."""
    return _block("word", sounded)


def _block(what: str, *words: str) -> str:
    return f"{what}:{' '.join(words)}"
