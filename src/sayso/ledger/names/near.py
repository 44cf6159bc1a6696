"""Hold what has been looked up around a few names.

Enters: rows of names filed under blocks, as often as different blocks lead to them. Leaves: each of them once. Refuses
nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

import msgspec

from sayso.ledger.judgements.parting import Verdicts
from sayso.ledger.names.actors import Naming
from sayso.ledger.names.folding import Key, fold
from sayso.ledger.names.knowing import Named
from sayso.ledger.names.places import Located

_Row = TypeVar("_Row", bound=Named | Located)


class Near(NamedTuple):
    """What a `Naming` over all names says of some; `names` are all of theirs that documents have, and theirs alone."""

    naming: Naming
    names: frozenset[str]


class Rows(Generic[_Row]):
    """Rows that were looked up. Each is handed to `note` once.

    Two rows that differ in their uses alone are filed under the same blocks, so that one question finds both.
    """

    def __init__(self, look: Callable[[Collection[str]], Iterable[_Row]], note: Callable[[_Row], None]) -> None:
        self._look = look
        self._note = note
        self._seen: set[_Row] = set()
        self._names: dict[Key, set[str]] = defaultdict(set)

    def load(self, blocks: Collection[str]) -> None:
        """Look up what is filed under any of these blocks."""
        met = set()
        for row in self._look(blocks):
            same = msgspec.structs.replace(row, uses=0)
            if same not in self._seen:
                met.add(same)
                self._names[fold(row.name)].add(row.name)
                self._note(row)
        self._seen |= met

    def named(self, keys: Iterable[Key]) -> frozenset[str]:
        """The names that fold to one of these."""
        return frozenset[str]().union(*(self._names.get(key, ()) for key in keys))


def ties_of(told: Mapping[Key, str], verdicts: Verdicts[Key]) -> Mapping[Key, Collection[Key]]:
    """What each name is tied to by people, or by the situation: they choose one name for names that no rule links."""
    tied: dict[Key, set[Key]] = defaultdict(set)
    for one, other in (*verdicts.same, *((key, fold(name)) for key, name in told.items())):
        tied[one].add(other)
        tied[other].add(one)
    return tied
