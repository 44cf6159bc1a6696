"""Link names that may be of one person or body, by how they are written.

Enters: folded names with their kinds and how often each is used, and the names that documents give for acronyms.
Leaves: pairs of names, each with the rule that links them. Refuses: to choose where there are two candidates.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
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
    long = {short: full for short, names in acronyms.items() if (full := _most_used(names))}
    yield from (Link(*pair, "transliteration") for pair in _transliterations(kinds))
    yield from (Link(*pair, "last name") for pair in _last_names(kinds, uses))
    yield from (Link(*pair, "acronym") for pair in long.items())
    yield from (Link(*pair, "acronym written out") for pair in _written_out(kinds, long))
    yield from (Link(*pair, "country") for pair in _countries(kinds))


def _transliterations(kinds: Mapping[Key, set[str]]) -> Iterable[tuple[Key, Key]]:
    """Full names of persons whose first and last names sound alike."""
    alike: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in _persons(kinds):
        if len(key) > 1:
            alike[sound_of_first(key[0]), sound(key[-1])].append(key)
    for keys in alike.values():
        yield from ((min(keys), key) for key in keys)


def _last_names(kinds: Mapping[Key, set[str]], uses: Mapping[Key, Mapping[str, int]]) -> Iterable[tuple[Key, Key]]:
    """A bare last name, or one with an initial, with the full name that nearly all have in mind who give one."""
    full: dict[str, dict[str, list[Key]]] = defaultdict(lambda: defaultdict(list))
    short = []
    for key in sorted(_persons(kinds)):
        if len(key) > 1 and len(key[0]) > 1:
            full[sound(key[-1])][sound_of_first(key[0])].append(key)
        else:
            short.append(key)
    for key in short:
        initial = key[0] if len(key) > 1 else ""
        fitting = [keys for keys in full[sound(key[-1])].values() if keys[0][0].startswith(initial)]
        weights = [sum(sum(uses.get(k, {}).values()) for k in keys) for keys in fitting]
        if fitting and max(weights) >= NEARLY_ALL * sum(weights):
            yield key, fitting[weights.index(max(weights))][0]


def _countries(kinds: Mapping[Key, set[str]]) -> Iterable[tuple[Key, Key]]:
    """Names of states that are names of one country ("Britain", "the UK"), with the first of them."""
    alike: dict[str, list[Key]] = defaultdict(list)
    for key, found in kinds.items():
        if "state" in found and (country := country_named(key)) is not None:
            alike[country].append(key)
    for keys in alike.values():
        yield from ((min(keys), key) for key in keys)


def _persons(kinds: Mapping[Key, set[str]]) -> Iterable[Key]:
    return (key for key, found in kinds.items() if found == {"person"})


def _written_out(kinds: Mapping[Key, set[str]], long: Mapping[Key, Key]) -> Iterable[tuple[Key, Key]]:
    """Names of bodies with the same in which acronyms are written out: "UN refugee agency"."""
    for key, found in kinds.items():
        if "person" not in found:
            plain = undotted(key)
            full = tuple(word for part in plain for word in long.get((part,), (part,)))
            if full != key:
                yield key, full


def _most_used(names: Mapping[Key, int]) -> Key | None:
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
