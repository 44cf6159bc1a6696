"""Know names by what all documents that have them say of them.

Enters: names as documents have them, with their kind, their acronyms and how often they are used. Leaves: folded
names, each with its kinds, forms, uses and acronyms. Refuses: unnamed sources, who are different people in different
documents, and descriptions ("the ministry"), which are of different bodies.
"""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from sayso.ledger.names.folding import Key, fold, fold_person
from sayso.ledger.names.links import Link, abbreviates, undotted
from sayso.ledger.names.wordings import Wording, wording_of


class Named(msgspec.Struct, frozen=True):
    """A name as documents have it. `kind` is that of `Actor` or of `Statement.speaker_kind`."""

    name: str
    kind: str
    acronyms: tuple[str, ...] = ()
    uses: int = 1


class KnownNames:
    """Folded names: their kinds, how often each is used in which form, and what documents abbreviate them to."""

    def __init__(self, written: Iterable[str]) -> None:
        self.kinds: dict[Key, set[str]] = defaultdict(set)
        self.uses: dict[Key, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self.acronyms: dict[Key, dict[Key, int]] = defaultdict(lambda: defaultdict(int))
        for name in written:
            self.uses[fold(name)][name] += 0

    def note(self, one: Named) -> list[Link]:
        """The links of a name with itself: without its title, in any wording, and of its acronym without dots."""
        key, bare = fold_named(one)
        self.kinds[bare].add(one.kind)
        self.uses[key][one.name] += one.uses
        links = [Link(key, bare, "title")] if key != bare else []
        links += [Link(key, wording.key, "wording")] if (wording := wording_in(one)) is not None else []
        for short, plain in acronyms_of(one):
            self.acronyms[plain][key] += one.uses
            links += [Link(short, plain, "spelling")] if short != plain else []
        return links


def is_joined(one: Named) -> bool:
    """Whether it is a name that may be one with others: there is a word in it, and it is somebody's."""
    return bool(fold(one.name)) and one.kind not in ("unnamed", "collective", "unknown") and not describes(one.name)


def fold_named(one: Named) -> tuple[Key, Key]:
    """A name folded, with a person's title and without."""
    return fold(one.name), fold_person(one.name) if one.kind == "person" else fold(one.name)


def wording_in(one: Named) -> Wording | None:
    """What other ways to write the name of a body have in common with this."""
    return wording_of(fold(one.name)) if one.kind == "organisation" else None


def acronyms_of(one: Named) -> list[tuple[Key, Key]]:
    """The acronyms that documents give for a name and that are of it, folded, with their dots and without."""
    shorts = (fold(short) for short in one.acronyms if abbreviates(short, one.name))
    return [(short, undotted(short)) for short in shorts]


def describes(name: str) -> bool:
    """Whether no word of it is capitalised, in a script that has capitals: "the ministry" is of no one country."""
    return name.islower()
