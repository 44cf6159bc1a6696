"""Name a few places out of all that documents name, knowing no more than those around them.

Enters: the names asked for, and a way to look up all names of places that are filed under some blocks. Leaves: what
`name_places` over all names says of them, and of whatever goes by the same name. Refuses: to say anything of others.
"""

from collections.abc import Callable, Collection, Iterable

from sayso.ledger.judgements.parting import Verdicts
from sayso.ledger.names.actors import chosen_names
from sayso.ledger.names.blocks import by_key
from sayso.ledger.names.folding import Key, fold
from sayso.ledger.names.near import Near, Rows, ties_of
from sayso.ledger.names.places import KnownPlaces, Located, choose_places, numbered
from sayso.ledger.names.reaching import Reaching, Walk
from sayso.model import Situation

LookPlaces = Callable[[Collection[str]], Iterable[Located]]
"""Every name filed under any of these blocks (see `blocks_of_place`), once a call, with all its uses."""


def place_near(
    seeds: Iterable[str],
    look: LookPlaces,
    situation: Situation,
    verdicts: Verdicts[Key] = Verdicts(),  # noqa: B008
    written: Iterable[str] = (),
) -> Near:
    """What `name_places` says of `seeds`, where `look` finds all names that it would be given."""
    around = _Around(look, written)
    told = chosen_names(situation)
    reaching = Reaching(around.walks, around.rows.load, ties_of(told, verdicts))
    reaching.reach(map(fold, seeds))
    known = [key for key in reaching.reached if key in around.known.uses]
    naming = choose_places(around.known, known, situation, verdicts)
    return Near(naming.among(reaching.reached | told.keys()), around.rows.named(reaching.reached))


class _Around:
    """All that was looked up, and the walk through it."""

    def __init__(self, look: LookPlaces, written: Iterable[str]) -> None:
        self.rows = Rows(look, self._note)
        self.known = KnownPlaces(written)
        self._of_number: dict[Key, set[Key]] = {}

    def walks(self, key: Key) -> list[Walk]:
        """From a name to its number, and from a number to its names."""
        return [self._numbered(key)]

    def _note(self, one: Located) -> None:
        self.known.note(one)
        if one.geonames is not None:
            self._of_number.setdefault(numbered(one.geonames), set()).add(fold(one.name))

    def _numbered(self, key: Key) -> Walk:
        yield [by_key(key)]
        named = self._of_number.get(key, {key})
        yield [by_key(name) for name in named]
        links = (self.known.link(name) for name in named)
        return [link for link in links if link]
