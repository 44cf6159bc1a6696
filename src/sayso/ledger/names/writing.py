"""Find which names of bodies may become a name when their acronyms are written out.

Enters: names of bodies, and what documents give acronyms for. Leaves: the bodies whose name may be written out to a
given one: "UH Pilots Service" for "United Harbours Pilots Service". Whether it is, depends on what an acronym nearly
always stands for, and is not settled here. Refuses nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator

from sayso.ledger.names.blocks import FIRST
from sayso.ledger.names.folding import Key
from sayso.ledger.names.links import undotted


class Abbreviations:
    """Bodies by their first words without dots, and acronyms by what they are given for."""

    def __init__(self) -> None:
        self._bodies: dict[Key, set[Key]] = defaultdict(set)
        self._shorts: dict[Key, set[Key]] = defaultdict(set)

    def add_body(self, key: Key) -> None:
        """File a body."""
        self._bodies[undotted(key)[:FIRST]].add(key)

    def add_acronym(self, short: Key, key: Key) -> None:
        """File an acronym, which has no dots."""
        self._shorts[key].add(short)

    def of(self, key: Key) -> Collection[Key]:
        """The acronyms that documents give for a name."""
        return self._shorts.get(key, ())

    def beginnings(self, key: Key) -> set[Key]:
        """How names that may be written out to `key` can begin: the first words, at most `FIRST`."""
        found: set[Key] = set()
        begun: set[tuple[Key, int]] = {((), 0)}
        while begun:
            whole = {words for words, at in begun if at == len(key) or len(words) == FIRST}
            found |= whole
            begun = {
                ((*words, word), to) for words, at in begun if words not in whole for word, to in self._parts(key, at)
            }
        return found

    def bodies(self, key: Key, beginnings: Collection[Key]) -> list[Key]:
        """The bodies with one of these beginnings that may be written out to `key`, and are another name."""
        found = {body for words in beginnings for body in self._bodies.get(words, ()) if body != key}
        return sorted(body for body in found if self._leads(undotted(body), key))

    def _leads(self, plain: Key, key: Key) -> bool:
        """Whether each word of `plain` is the next of `key`, or may stand for the next of them."""
        reached = {0}
        for part in plain:
            reached = {to for at in reached for word, to in self._parts(key, at) if word == part}
        return len(key) in reached

    def _parts(self, key: Key, at: int) -> Iterator[tuple[str, int]]:
        """The words that can stand for words of `key` from `at` on, each with where it leads."""
        if at < len(key):
            yield key[at], at + 1
        for to in range(at + 1, len(key) + 1):
            yield from ((short[0], to) for short in self.of(key[at:to]) if len(short) == 1)
