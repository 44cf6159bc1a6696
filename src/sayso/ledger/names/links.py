"""Link names that may be of one person or body, by how they are written.

Enters: folded names with their kinds and how often each is used, and the names that documents give for acronyms.
Leaves: pairs of names, each with the rule that links them. Refuses: to choose where there are two candidates.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sayso.ledger.names.folding import Key
from sayso.ledger.names.sides import country_named
from sayso.ledger.names.sounding import sound, sound_of_first

NEARLY_ALL = 0.9
"""Share of the uses of full names with one last name that makes one of them what the bare last name means.

Readers misread a first name now and then: one slip among a hundred right ones must not part a man from his name. A
document that means another one of the same last name gives the first name, and its reading has it.
"""


OF_ACRONYMS = 0.8
"""Share of the uses of the names that documents give for an acronym, from which the most used is its long form."""


class Link(NamedTuple):
    """Two names that are taken for one, and by which rule: a phrase to be read after "joined by"."""

    one: Key
    other: Key
    rule: str


def link_names(
    kinds: Mapping[Key, set[str]], uses: Mapping[Key, Mapping[str, int]], acronyms: Mapping[Key, Mapping[Key, int]]
) -> Iterator[Link]:
    """The links by every rule. `acronyms` has, for each, how often documents give each name for it."""
    long = {short: full for short, names in acronyms.items() if (full := most_used(names))}
    for keys in _together(kinds, lambda key: sound(key[-1]) if is_person(kinds[key]) else None):
        yield from link_last_name(keys, uses)
    yield from (Link(*pair, "acronym") for pair in long.items())
    for key, found in kinds.items():
        yield from link_written_out(key, found, long.get)
    for keys in _together(kinds, lambda key: country_of(key, kinds[key])):
        yield from link_country(keys)


def _together(keys: Iterable[Key], what: Callable[[Key], str | None]) -> Iterable[list[Key]]:
    """The keys, two or more, that have one and the same of something; without those that have none."""
    found: dict[str | None, list[Key]] = defaultdict(list)
    for key in keys:
        found[what(key)].append(key)
    found.pop(None, None)
    return [some for some in found.values() if len(some) > 1]


def link_last_name(keys: Iterable[Key], uses: Mapping[Key, Mapping[str, int]]) -> Iterator[Link]:
    """The links between persons. `keys` are all whose last names sound alike."""
    keys = sorted(keys)
    yield from (Link(*pair, "transliteration") for pair in _transliterations(keys))
    yield from (Link(*pair, "last name") for pair in _last_names(keys, uses))


def _transliterations(keys: Sequence[Key]) -> Iterable[tuple[Key, Key]]:
    """Full names whose first names sound alike too, each with the first of them."""
    alike: dict[str, list[Key]] = defaultdict(list)
    for key in keys:
        if len(key) > 1:
            alike[sound_of_first(key[0])].append(key)
    return ((some[0], key) for some in alike.values() for key in some)


def _last_names(keys: Sequence[Key], uses: Mapping[Key, Mapping[str, int]]) -> Iterable[tuple[Key, Key]]:
    """A bare last name, or one with an initial, with the full name that nearly all have in mind who give one."""
    full: dict[str, list[Key]] = defaultdict(list)
    short = []
    for key in keys:
        if len(key) > 1 and len(key[0]) > 1:
            full[sound_of_first(key[0])].append(key)
        else:
            short.append(key)
    for key in short:
        initial = key[0] if len(key) > 1 else ""
        fitting = [some for some in full.values() if some[0][0].startswith(initial)]
        weights = [sum(sum(uses.get(k, {}).values()) for k in some) for some in fitting]
        if fitting and max(weights) >= NEARLY_ALL * sum(weights):
            yield key, fitting[weights.index(max(weights))][0]


def link_country(keys: Collection[Key]) -> Iterator[Link]:
    """Names of states that are names of one country ("Britain", "the UK"), with the first of them. `keys` are all."""
    return (Link(min(keys), key, "country") for key in keys)


def link_written_out(key: Key, kinds: set[str], long: Callable[[Key], Key | None]) -> Iterator[Link]:
    """The name of a body with the same in which acronyms are written out: "UN refugee agency"."""
    if kinds and "person" not in kinds:
        full = tuple(word for part in undotted(key) for word in long((part,)) or (part,))
        if full != key:
            yield Link(key, full, "acronym written out")


def is_person(kinds: set[str]) -> bool:
    """Whether all who give this name mean a person."""
    return kinds == {"person"}


def country_of(key: Key, kinds: set[str]) -> str | None:
    """The country that this is a name of, where it is that of a state."""
    return country_named(key) if "state" in kinds else None


def most_used(names: Mapping[Key, int]) -> Key | None:
    """The name that nearly all uses have in mind; others are most often the same one, written in another way."""
    best = max(names, key=lambda name: (names[name], name))
    return best if names[best] >= OF_ACRONYMS * sum(names.values()) else None


def undotted(key: Key) -> Key:
    """With the letters of a dotted acronym as one word: "U.N." folds to two."""
    letters = next((n for n, word in enumerate(key) if len(word) > 1), len(key))
    return ("".join(key[:letters]), *key[letters:]) if letters > 1 else key


def abbreviates(short: str, name: str) -> bool:
    """Whether `short` is capitals that are the first letters of words of `name`, in order."""
    letters = short.replace(".", "")
    if not (2 <= len(letters) <= 8 and letters.isupper() and letters.isalpha()):
        return False
    initials = iter(word[0].upper() for word in re.findall(r"\w+", name))
    return len(name.split()) > 1 and all(letter in initials for letter in letters)
