"""Reach from a few names everything that may be one with them, asking the store in few and large questions.

Enters: folded names, and walks: generators that stop wherever they need rows, yield the blocks in which these are
filed, and return links. Leaves: the names reached, with the links between them. All walks are taken as far as the
blocks looked at lead before more are asked for, so that what hundreds of them need is one question. Refuses: to walk on
from names that were looked at only in order to weigh them.
"""

from collections.abc import Callable, Collection, Generator, Iterable, Mapping

from sayso.ledger.names.folding import Key
from sayso.ledger.names.links import Link

Walk = Generator[Collection[str], None, Iterable[Link]]


class Reaching:
    """What has been reached. `start` gives the walks from a name, `ties` the names tied to a name whatever the rows;
    `load` makes the rows of blocks known to the walks.
    """

    def __init__(
        self,
        start: Callable[[Key], Iterable[Walk]],
        load: Callable[[Collection[str]], None],
        ties: Mapping[Key, Collection[Key]],
    ) -> None:
        self.reached: set[Key] = set()
        self.links: set[Link] = set()
        self._start, self._load, self._ties = start, load, ties
        self._looked: set[str] = set()
        self._walks: list[tuple[Key, Walk, Collection[str]]] = []

    def reach(self, keys: Iterable[Key]) -> None:
        """Go on until nothing new is reached."""
        for key in keys:
            self._add(key)
        while needed := self._advance():
            self._looked |= needed
            self._load(needed)

    def _add(self, key: Key) -> None:
        waiting = [key]
        while waiting:
            if (one := waiting.pop()) not in self.reached:
                self.reached.add(one)
                self._walks += [(one, walk, ()) for walk in self._start(one)]
                waiting += self._ties.get(one, ())

    def _advance(self) -> set[str]:
        """Take every walk as far as the blocks that were looked at lead. The blocks that all now wait for."""
        needed: set[str] = set()
        stopped = []
        while self._walks:
            key, walk, blocks = self._walks.pop()
            if missing := set(blocks) - self._looked:
                needed |= missing
                stopped.append((key, walk, blocks))
                continue
            try:
                self._walks.append((key, walk, next(walk)))
            except StopIteration as end:
                self._follow(key, end.value)
        self._walks = stopped
        return needed

    def _follow(self, key: Key, links: Iterable[Link]) -> None:
        """Add what links lead to from `key`; others among them lead nowhere from here."""
        for link in links:
            if key in (link.one, link.other):
                self.links.add(link)
                self._add(link.one)
                self._add(link.other)
