"""Find out the one name of whoever is asked about, and of nobody else.

Enters: names, a few at a time, and two ways to name them: from what is near them, and all at once. Leaves: what a
`Naming` of all names says, whichever way was taken. Refuses: to tell the links that joined names, which are those of
all.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import cast

from sayso.ledger.names.actors import Naming
from sayso.ledger.names.folding import Key, fold
from sayso.ledger.names.near import Near

MANY = 0.05
"""Share of all names from which all are named at once. Of 25,188 names the 1,000 most used cost .36 s of CPU from what
is near them, and all of them at once about 1.3 s."""


class Nearby(Naming):
    """A naming that looks names up when it is asked about them: at best many at once, by `prepare`."""

    def __init__(
        self, near: Callable[[Iterable[str]], Near], whole: Callable[[], Naming], size: Callable[[], int]
    ) -> None:
        self._found = _Found(near, whole, size)
        super().__init__(cast(Mapping[Key, str], self._found))

    def prepare(self, names: Iterable[str]) -> None:
        """Look these up, so that nothing has to be looked up when they are asked about."""
        if not self._found.whole:
            self._found.find({fold(name) for name in names})


class _Found:
    """The names chosen so far. What was looked up without being chosen for is known to be as it is."""

    def __init__(
        self, near: Callable[[Iterable[str]], Near], whole: Callable[[], Naming], size: Callable[[], int]
    ) -> None:
        self._near, self._whole, self._size = near, whole, size
        self._all: Naming | None = None
        self._known: dict[Key, str | None] = {}

    @property
    def whole(self) -> bool:
        """Whether all names have been joined already."""
        return self._all is not None

    def get(self, key: Key, default: str | None = None) -> str | None:
        """The name chosen for a folded one."""
        if self._all is None and key not in self._known:
            self.find({key})
        chosen = self._all.chosen_for(key) if self._all is not None else self._known[key]
        return default if chosen is None else chosen

    def find(self, keys: Collection[Key]) -> None:
        """Look up those that are not known yet."""
        new = keys - self._known.keys() if self._all is None else set()
        if not new:
            return
        if len(new) > 1 and len(new) + len(self._known) > MANY * self._size():
            self._all = self._whole()
            return
        near = self._near(" ".join(key) for key in sorted(new))
        covered = {*new, *map(fold, near.names)}
        self._known.update((key, near.naming.chosen_for(key)) for key in covered)
